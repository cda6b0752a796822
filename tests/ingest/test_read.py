import io
import json
import os
import sys
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.errors import IngestError
from sijill.ingest.options import Options
from sijill.ingest.read import read
from sijill.ingest.refusal import Refusal, RefusalKind
from sijill.ingest.sources import Format, Source, expand
from sijill.model.document import DateBasis, Document

TEXT = "انفجرت عبوة قرب جسر البلدة صباح أمس،\r\nوأصيب سائق شاحنة بجروح طفيفة."


def items(
    data: bytes | str, layout: Format = Format.UNKNOWN, options: Options | None = None
) -> list[Document | Refusal]:
    content = data.encode() if isinstance(data, str) else data
    return list(read(Source("in", layout, content=content), options or Options()))


def documents(
    data: bytes | str, layout: Format = Format.UNKNOWN, options: Options | None = None
) -> list[Document]:
    return [item for item in items(data, layout, options) if isinstance(item, Document)]


def kinds(
    data: bytes | str, layout: Format = Format.UNKNOWN, options: Options | None = None
) -> list[RefusalKind]:
    return [item.kind for item in items(data, layout, options) if isinstance(item, Refusal)]


def only(
    data: bytes | str, layout: Format = Format.UNKNOWN, options: Options | None = None
) -> Document:
    (item,) = items(data, layout, options)
    assert isinstance(item, Document), item
    return item


def refused(
    data: bytes | str, layout: Format = Format.UNKNOWN, options: Options | None = None
) -> Refusal:
    (item,) = items(data, layout, options)
    assert isinstance(item, Refusal), item
    return item


# Text


def test_a_text_file_is_one_document_with_its_line_ends() -> None:
    document = only(TEXT, Format.TEXT)
    assert (document.name, document.text) == ("in", TEXT)
    assert document.origin == {"encoding": "utf-8"}
    assert document.published is None


def test_windows_1256_text_is_read_and_noted() -> None:
    document = only(TEXT.encode("cp1256"), Format.TEXT)
    assert (document.text, document.origin["encoding"]) == (TEXT, "cp1256")


def test_broken_utf8_is_read_and_noted() -> None:
    data = bytearray(TEXT.encode())
    data[30] = 0xFE
    assert only(bytes(data)).origin["encoding"].startswith("utf-8 with ")


@pytest.mark.parametrize("data", [b"", b"\n \t\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("layout", list(Format))
def test_an_empty_input_is_refused_in_every_layout(data: bytes, layout: Format) -> None:
    assert kinds(data, layout) == [RefusalKind.EMPTY]


@pytest.mark.parametrize("layout", list(Format))
def test_binary_data_is_refused_in_every_layout(layout: Format) -> None:
    found = kinds(bytes(range(256)) * 40, layout)
    assert len(found) > 0
    assert documents(bytes(range(256)) * 40, layout) == []


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    tracemalloc.start()
    (item,) = read(Source("large.txt", Format.TEXT, path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(item, Refusal)
    assert item.kind is RefusalKind.TOO_LARGE
    assert "--max-bytes" in item.message
    assert peak < 1_000_000


def test_a_large_stream_is_refused_once_the_limit_is_passed() -> None:
    assert kinds("ا" * 600, Format.TEXT, Options(max_bytes=1000)) == [RefusalKind.TOO_LARGE]


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    (item,) = read(Source("gone.txt", Format.TEXT, tmp_path / "gone.txt"))
    assert isinstance(item, Refusal)
    assert item.kind is RefusalKind.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shut.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    (item,) = read(Source("shut.txt", Format.TEXT, path))
    assert isinstance(item, Refusal)
    assert item.kind is RefusalKind.UNREADABLE


def test_standard_input_is_recognised_by_content(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "r1", "text": TEXT})
    for data, name in ((TEXT, "stdin"), (f"{line}\n{line}\n", "r1"), (f"[{line}]", "r1")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        (source,) = expand(["-"])
        assert isinstance(source, Source)
        found = list(read(source))
        assert {item.name for item in found} == {name}
        assert all(isinstance(item, Document) and item.text == TEXT for item in found)


def test_an_unknown_file_with_a_page_in_it_is_read_as_a_page() -> None:
    document = only(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>")
    assert document.text == " ".join(TEXT.split())


def test_a_text_that_begins_with_a_bracket_is_still_text() -> None:
    assert only(f"[خاص] {TEXT}").text == f"[خاص] {TEXT}"
    assert only(f"<خاص> {TEXT}").text == f"<خاص> {TEXT}"


def test_the_callers_date_goes_before_all() -> None:
    options = Options(published=date(2020, 1, 2))
    for data in (TEXT, json.dumps({"text": TEXT, "date": "2018-03-18"})):
        document = only(data, options=options)
        assert document.published == date(2020, 1, 2)
        assert document.published_basis is DateBasis.OPTION


# JSON


def test_one_json_object_is_one_document() -> None:
    record = {"title": "عنوان", "body": TEXT, "publishedDate": "2018-03-18T10:00:00+03:00"}
    document = only(json.dumps({**record, "link": "https://x.example/1"}), Format.JSON)
    assert (document.name, document.text, document.title) == ("in", TEXT, "عنوان")
    assert document.published == date(2018, 3, 18)
    assert document.published_basis is DateBasis.METADATA
    assert document.origin["url"] == "https://x.example/1"


def test_arabic_field_names_are_known() -> None:
    record = {"العنوان": "عنوان", "نص": TEXT, "تاريخ النشر": "2018-03-18", "الرابط": "u", "معرف": 7}
    document = only(json.dumps(record), Format.JSON)
    assert (document.name, document.title, document.text) == ("7", "عنوان", TEXT)
    assert document.published == date(2018, 3, 18)


def test_a_json_list_and_a_list_in_an_object_are_records() -> None:
    records = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}]
    for loaded in (records, {"status": "ok", "tags": ["x"], "articles": records}):
        found = documents(json.dumps(loaded), Format.JSON)
        assert [document.name for document in found] == ["a", "b"]


def test_pieces_of_a_chat_message_are_one_text() -> None:
    message = {"id": 5, "text": ["عاجل: ", {"type": "bold", "text": "انفجار"}, " قرب الجسر"]}
    document = only(json.dumps({"messages": [message]}), Format.JSON)
    assert document.text == "عاجل: انفجار قرب الجسر"


def test_markup_in_a_text_field_is_taken_off_and_noted() -> None:
    document = only(json.dumps({"content": "<p>سطر أول</p><p>سطر ثان</p>"}), Format.JSON)
    assert document.text == "سطر أول\nسطر ثان"
    assert "markup" in document.origin["extraction"]


def test_a_record_without_a_text_field_names_those_there_and_the_option() -> None:
    refusal = refused(json.dumps([{"titel": "x", "inhalt": TEXT}]), Format.JSON)
    assert refusal.kind is RefusalKind.MISSING_FIELD
    assert refusal.name == "in, record 1"
    assert "titel, inhalt" in refusal.message
    assert "--columns text=" in refusal.message


def test_an_object_without_text_is_one_refusal_not_one_for_each_list_item() -> None:
    assert kinds('{"claims": [{"a": 1}, {"a": 2}]}', Format.JSON) == [RefusalKind.MISSING_FIELD]


def test_columns_name_the_fields_also_nested_ones() -> None:
    record = {"data": {"inhalt": TEXT}, "kopf": "عنوان", "text": "سواه"}
    options = Options(columns={"text": "data.inhalt", "title": "kopf"})
    document = only(json.dumps(record), Format.JSON, options)
    assert (document.text, document.title) == (TEXT, "عنوان")


def test_a_given_column_that_is_not_there_is_not_replaced_by_a_guess() -> None:
    options = Options(columns={"text": "inhalt"})
    assert kinds(json.dumps({"text": TEXT}), Format.JSON, options) == [RefusalKind.MISSING_FIELD]


def test_truncated_json_is_refused_with_the_place() -> None:
    refusal = refused('[{"text": "abc"}, {"text": "de', Format.JSON)
    assert refusal.kind is RefusalKind.MALFORMED
    assert "line 1" in refusal.message


@pytest.mark.parametrize("data", ["[" * 100_000, "9" * 10_000, '"text"', "12", "null", "[[1]]"])
def test_json_that_holds_no_record_is_refused(data: str) -> None:
    assert kinds(data, Format.JSON) == [RefusalKind.MALFORMED]


def test_a_date_that_needs_a_guess_is_noted_and_the_document_kept() -> None:
    document = only(json.dumps({"text": TEXT, "date": "03/04/2018"}), Format.JSON)
    assert (document.published, document.published_basis) == (None, None)
    assert "'03/04/2018'" in document.origin["published"]


def test_lone_surrogates_in_json_do_not_stop_it() -> None:
    assert "\ufffd" in only('{"text": "خبر \\ud800 عاجل"}', Format.JSON).text


# JSONL


def test_bad_lines_of_jsonl_are_named_and_the_rest_is_read() -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "",
        '{"text": "cut',
        "[1]",
        json.dumps({"text": ""}),
        json.dumps({"id": "last", "text": TEXT}, ensure_ascii=False),
    ]
    found = items("\n".join(lines), Format.JSONL)
    assert [item.name for item in found] == [
        "in#1",
        "in, record 2 (line 3)",
        "in, record 3",
        "in, record 4",
        "last",
    ]
    assert [item.kind for item in found if isinstance(item, Refusal)] == [
        RefusalKind.MALFORMED,
        RefusalKind.MALFORMED,
        RefusalKind.EMPTY,
    ]


def test_jsonl_under_the_name_json_is_read() -> None:
    line = json.dumps({"text": TEXT})
    assert len(documents(f"{line}\n{line}", Format.JSON)) == 2
    long = json.dumps({"text": TEXT * 2000}, ensure_ascii=False)
    assert len(documents(f"{long}\n{long}", Format.JSON)) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_jsonl_in_other_encodings_is_read(encoding: str) -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    found = documents(f"{line}\n{line}\n".encode(encoding), Format.JSONL)
    assert [document.text for document in found] == [TEXT, TEXT]


def test_lines_in_different_encodings_are_each_read() -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False) + "\n"
    data = line.encode() + line.encode("cp1256") + line.encode()
    found = documents(data, Format.JSONL)
    assert [document.text for document in found] == [TEXT] * 3
    assert [document.origin["encoding"] for document in found] == ["utf-8", "cp1256", "utf-8"]


def test_a_record_over_the_limit_is_refused_and_the_next_read() -> None:
    lines = [json.dumps({"text": "ا" * 900}), json.dumps({"text": TEXT})]
    for encoding in ("utf-8", "utf-16"):
        data = "\n".join(lines).encode(encoding)
        found = items(data, Format.JSONL, Options(max_bytes=2000))
        assert [type(item) for item in found] == [Refusal, Document]
        assert isinstance(found[0], Refusal)
        assert found[0].kind is RefusalKind.TOO_LARGE


@pytest.mark.parametrize("layout", [Format.JSONL, Format.CSV])
def test_memory_stays_flat_on_long_tables(tmp_path: Path, layout: Format) -> None:
    path = tmp_path / "long"
    with path.open("w", encoding="utf-8", newline="") as file:
        if layout is Format.CSV:
            file.write("id,text\n")
        for number in range(1200):
            text = "قافلة " * 200
            row = json.dumps({"id": number, "text": text}, ensure_ascii=False)
            file.write(f"{number},{text}\n" if layout is Format.CSV else f"{row}\n")
    tracemalloc.start()
    count = sum(1 for item in read(Source("long", layout, path)) if isinstance(item, Document))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1200
    assert peak < path.stat().st_size / 4


# CSV and TSV


def test_quotes_and_line_ends_in_fields_are_kept() -> None:
    data = 'id,text,date\r\n1,"قال ""شاهد"", إن\r\nالطريق مغلق",2018-03-18\r\n2,سطر,2018-03-19\r\n'
    first, second = documents(data, Format.CSV)
    assert (first.name, first.text) == ("1", 'قال "شاهد", إن\r\nالطريق مغلق')
    assert (second.text, second.published) == ("سطر", date(2018, 3, 19))


@pytest.mark.parametrize(
    "data",
    [
        "id;text\n1;خبر أول, وثان\n",
        "sep=;\nid;text\n1;خبر أول, وثان\n",
        "id\ttext\n1\tخبر أول, وثان",
    ],
)
def test_the_delimiter_is_recognised_in_the_header(data: str) -> None:
    assert only(data, Format.CSV).text == "خبر أول, وثان"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_tables_saved_by_a_spreadsheet_are_read(encoding: str) -> None:
    data = f'العنوان,النص\r\nعنوان,"{TEXT}"\r\n'.encode(encoding)
    document = only(data, Format.CSV)
    assert (document.title, document.text) == ("عنوان", TEXT)


def test_a_table_without_a_text_column_is_one_refusal() -> None:
    refusal = refused("a,b\n1,2\n3,4\n", Format.CSV)
    assert (refusal.name, refusal.kind) == ("in", RefusalKind.MISSING_FIELD)
    assert "a, b" in refusal.message


def test_a_row_with_too_many_fields_is_refused_and_the_next_read() -> None:
    found = items("id,text\n1,خبر, ثم بقية\n2,خبر تام\n3,خبر,,\n", Format.CSV)
    assert [type(item) for item in found] == [Refusal, Document, Document]
    assert isinstance(found[0], Refusal)
    assert found[0].kind is RefusalKind.MALFORMED


def test_short_rows_lack_only_their_last_fields() -> None:
    assert only("text,title,date\nخبر قصير\n", Format.CSV).title is None


def test_a_quotation_mark_never_closed_is_named_with_its_lines() -> None:
    found = items('id,text\n1,خبر\n2,"خبر مفتوح\n3,خبر\n4,خبر\n', Format.CSV)
    assert [type(item) for item in found] == [Document, Refusal]
    assert isinstance(found[1], Refusal)
    assert "opened in line 3" in found[1].message
    assert "lines 3 to 5" in found[1].message


def test_a_runaway_row_stops_at_the_limit() -> None:
    rows = "".join(f"{n},خبر عادي\n" for n in range(100))
    found = items(f'id,text\n1,"خبر مفتوح\n{rows}', Format.CSV, Options(max_bytes=500))
    assert isinstance(found[0], Refusal)
    assert found[0].kind is RefusalKind.TOO_LARGE
    assert "line 2" in found[0].message
    assert any(isinstance(item, Document) for item in found)


def test_a_header_alone_is_empty() -> None:
    assert kinds("id,text\n", Format.CSV) == [RefusalKind.EMPTY]


def test_fields_larger_than_the_csv_modules_own_limit_are_read() -> None:
    assert len(only(f"id,text\n1,{'كلمة ' * 40_000}\n", Format.CSV).text) == 200_000


@given(
    st.lists(
        st.text(alphabet="ابجد ,;\"'\t\r\n|abc", min_size=1).filter(
            lambda text: any(char.isalnum() for char in text)
        ),
        min_size=1,
        max_size=5,
    )
)
def test_quoted_text_of_a_table_comes_back_letter_for_letter(texts: list[str]) -> None:
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    data = "text,id\r\n" + "".join(f"{cell},{n}\r\n" for n, cell in enumerate(quoted))
    assert [document.text for document in documents(data, Format.CSV)] == texts


# All layouts


@given(st.binary(max_size=400), st.sampled_from(list(Format)))
def test_any_bytes_give_documents_or_refusals(data: bytes, layout: Format) -> None:
    assert len(items(data, layout)) > 0


def test_another_language_is_handed_on_with_its_name() -> None:
    assert only("Government forces entered the town.", Format.TEXT).language == "latn"


def test_options_that_cannot_be_meant_raise() -> None:
    with pytest.raises(IngestError, match="roles are text, title"):
        Options(columns={"texte": "x"})
    with pytest.raises(IngestError, match="encoding"):
        Options(encoding="base64")
    with pytest.raises(IngestError, match="max_bytes"):
        Options(max_bytes=0)


def test_name_and_id_are_one_role() -> None:
    assert Options(columns={"name": "key"}).columns == {"id": "key"}
