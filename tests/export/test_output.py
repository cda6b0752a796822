"""Outputs: whole or not at all, told early when impossible, links and devices left alone."""

import os
from pathlib import Path

import pytest

from sijill.errors import ExportError
from sijill.export.output import opened, write


def test_a_file_appears_whole_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with opened(target) as put:
        put("سطر\n")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "سطر\n"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_an_interrupted_output_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), opened(target) as put:
        put("half")
        raise KeyboardInterrupt
    assert target.read_text(encoding="utf-8") == "before"
    assert os.listdir(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize("place", ["none/out.jsonl", ".", "file/out.jsonl"])
def test_an_output_that_cannot_be_written_is_told_before_anything_is_done(
    place: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ExportError), opened(tmp_path / place):
        pytest.fail("the block must not run")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write(["new"], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write(["text"], Path(os.devnull))
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_an_export_error() -> None:
    with pytest.raises(ExportError, match="no space left"):
        write(["text" * 10_000], Path("/dev/full"))


def test_standard_output_is_utf8_whatever_the_locale(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    write(["سطر\n"], None)
    assert capfdbinary.readouterr().out == "سطر\n".encode()
