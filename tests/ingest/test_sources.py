import io
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sijill.ingest.refusal import Refusal, RefusalKind
from sijill.ingest.sources import Format, Source, expand


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("نص", encoding="utf-8")


def names(inputs: Sequence[str]) -> list[str]:
    return [item.name for item in expand(inputs) if isinstance(item, Source)]


def refusals(inputs: Sequence[str]) -> list[Refusal]:
    return [item for item in expand(inputs) if isinstance(item, Refusal)]


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_read_with_all_below_it_in_order(inside: Path) -> None:
    fill(inside, "in/b.txt", "in/a/z.html", "in/a/c.JSONL", "in/c.csv")
    assert names(["in"]) == ["in/a/c.JSONL", "in/a/z.html", "in/b.txt", "in/c.csv"]
    assert refusals(["in"]) == []


@pytest.mark.parametrize(
    ("suffix", "layout"),
    [
        (".txt", Format.TEXT),
        (".text", Format.TEXT),
        (".html", Format.HTML),
        (".htm", Format.HTML),
        (".xhtml", Format.HTML),
        (".json", Format.JSON),
        (".jsonl", Format.JSONL),
        (".ndjson", Format.JSONL),
        (".csv", Format.CSV),
        (".tsv", Format.TSV),
        (".TXT", Format.TEXT),
        (".dat", Format.UNKNOWN),
    ],
)
def test_the_suffix_says_the_layout(inside: Path, suffix: str, layout: Format) -> None:
    fill(inside, f"a{suffix}")
    (source,) = expand([f"a{suffix}"])
    assert isinstance(source, Source)
    assert source.format is layout


def test_files_of_other_kinds_in_a_folder_are_counted_in_one_refusal(inside: Path) -> None:
    fill(inside, "in/a.txt", "in/b.jpg", "in/c.jpg", "in/README", "in/.git/x.txt")
    (refusal,) = refusals(["in"])
    assert (refusal.name, refusal.kind) == ("in", RefusalKind.SKIPPED)
    assert "4 files passed over (2 .jpg, 1 hidden, 1 without suffix)" in refusal.message


def test_a_folder_without_reports_gives_one_refusal(inside: Path) -> None:
    fill(inside, "in/b.jpg")
    (inside / "empty").mkdir()
    assert [r.kind for r in refusals(["in"])] == [RefusalKind.NO_REPORTS]
    assert [r.kind for r in refusals(["empty"])] == [RefusalKind.NO_REPORTS]


def test_the_same_file_comes_once_however_it_is_named(inside: Path) -> None:
    fill(inside, "in/a.txt", "in/sub/b.txt")
    (inside / "link.txt").symlink_to(inside / "in/a.txt")
    given = ["in/a.txt", "in", "./in/../in/a.txt", "link.txt", "in/*.txt", "in/sub"]
    assert names(given) == ["in/a.txt", "in/sub/b.txt"]
    assert refusals(given) == []


def test_linked_folders_do_not_loop(inside: Path) -> None:
    fill(inside, "in/a.txt", "in/sub/b.txt")
    (inside / "in/sub/up").symlink_to(inside / "in")
    (inside / "in/self").symlink_to(inside / "in/self")
    assert names(["in"]) == ["in/a.txt", "in/sub/b.txt"]


def test_folders_nested_deeply_are_read(inside: Path) -> None:
    fill(inside, "d/" * 300 + "a.txt")
    assert len(names(["d"])) == 1


def test_globs_are_sorted_and_reach_below(inside: Path) -> None:
    fill(inside, "in/b.txt", "in/a.txt", "in/sub/c.txt", "in/d.jpg")
    assert names(["in/*.txt"]) == ["in/a.txt", "in/b.txt"]
    assert names(["in/**/*.txt"]) == ["in/a.txt", "in/b.txt", "in/sub/c.txt"]
    assert [r.kind for r in refusals(["in/*.*"])] == [RefusalKind.SKIPPED]
    assert [r.kind for r in refusals(["in/*.html"])] == [RefusalKind.NO_REPORTS]


def test_a_glob_that_spells_an_odd_suffix_means_it(inside: Path) -> None:
    fill(inside, "in/a.dat", "in/b.dat")
    assert names(["in/*.dat"]) == ["in/a.dat", "in/b.dat"]


def test_a_file_with_glob_signs_in_its_name_is_that_file(inside: Path) -> None:
    fill(inside, "a[1].txt", "a1.txt")
    assert names(["a[1].txt"]) == ["a[1].txt"]


def test_what_does_not_exist_is_refused_and_the_rest_read(inside: Path) -> None:
    fill(inside, "a.txt")
    (inside / "dangling.txt").symlink_to(inside / "nowhere")
    given = ["missing.txt", "dangling.txt", "", "a.txt"]
    assert [r.kind for r in refusals(given)] == [RefusalKind.UNREADABLE] * 3
    assert names(given) == ["a.txt"]


def test_sockets_and_pipes_in_a_folder_are_passed_over(inside: Path) -> None:
    fill(inside, "in/a.txt")
    os.mkfifo("in/pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("in/s.txt")
    assert names(["in"]) == ["in/a.txt"]
    assert [r.kind for r in refusals(["in"])] == [RefusalKind.SKIPPED]


def test_names_that_are_not_utf8_can_be_written_down(inside: Path) -> None:
    path = os.path.join(os.fsencode(inside), b"\xcd\xe1.txt")
    try:
        Path(os.fsdecode(path)).write_bytes(b"text")
    except OSError:
        pytest.skip("the file system wants UTF-8 names")
    (name,) = names(["."])
    assert name.encode("utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_refused(inside: Path) -> None:
    fill(inside, "in/a.txt", "in/shut/b.txt")
    (inside / "in/shut").chmod(0)
    assert [r.kind for r in refusals(["in"])] == [RefusalKind.UNREADABLE]
    (inside / "in/shut").chmod(0o700)


def test_standard_input_comes_once_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    (source,) = expand(["-", "-"])
    assert isinstance(source, Source)
    with source.open() as stream:
        assert stream.read() == b"some text"
    assert not sys.stdin.buffer.closed


def test_bytes_at_hand_are_a_source() -> None:
    source = Source("upload.txt", Format.TEXT, content=b"abc")
    with source.open() as stream:
        assert stream.read() == b"abc"
    assert source.size() == 3
