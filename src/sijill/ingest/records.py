"""A record of JSON, JSONL, CSV or TSV to a document."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from sijill.ingest.columns import candidates, missing_text
from sijill.ingest.dates import read_date
from sijill.ingest.document import build
from sijill.ingest.options import Options
from sijill.ingest.refusal import RefusalKind, RefusedError
from sijill.model.document import DateBasis, Document

_MARKUP = ("</p>", "<p>", "<br", "</div>", "</span>")


def document(
    record: Mapping[str, object],
    source: str,
    number: int | None,
    options: Options,
    encoding: str,
) -> Document:
    """The document of the record; RefusedError if it has no text.

    It is called by its id, or by the input's name and the record's number (None: the input is
    one record). Its text is the text
    field as it stands, title or not; only where that is a piece of HTML is the markup taken off.
    """
    fields = tuple(record)
    text = _text(record, fields, options)
    origin: dict[str, str | None] = {
        "encoding": encoding,
        "file": source,
        "record": str(number) if number is not None else None,
        **{role: _first(record, fields, role, options) for role in ("url", "author", "site")},
    }
    if any(tag in text for tag in _MARKUP):
        from sijill.ingest.html import plain  # lxml: only where there is markup

        text = plain(text)
        origin["extraction"] = "markup taken off the text field"
    published = options.published
    if published is None:
        published, origin["published"] = _published(record, fields, options)
    place = source if number is None else f"{source}#{number}"
    return build(
        _first(record, fields, "id", options) or place,
        text,
        title=_first(record, fields, "title", options),
        published=published,
        basis=DateBasis.OPTION if options.published else DateBasis.METADATA,
        origin=origin,
    )


def listed(loaded: object, given: Mapping[str, str]) -> list[object]:
    """The records of a JSON file: its list, the one list of records in its object, or itself."""
    if isinstance(loaded, list):
        return loaded
    if not isinstance(loaded, dict) or _has_text(loaded, given):
        return [loaded]
    lists = [
        value
        for value in loaded.values()
        if isinstance(value, list) and any(_has_text(item, given) for item in value[:20])
    ]
    return lists[0] if len(lists) == 1 else [loaded]


def _has_text(value: object, given: Mapping[str, str]) -> bool:
    if not isinstance(value, Mapping):
        return False
    return any(_value(value, name) is not None for name in candidates(tuple(value), "text", given))


def parse(text: str) -> object:
    """The JSON value; RefusedError that says where it breaks off."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise RefusedError(
            RefusalKind.MALFORMED,
            f"this is not complete JSON ({error.msg.lower()} at {where}); export it again",
        ) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError(
            RefusalKind.MALFORMED,
            "this JSON is nested too deeply or holds a number too long; export it as JSONL",
        ) from error


def _text(record: Mapping[str, object], fields: tuple[str, ...], options: Options) -> str:
    names = candidates(fields, "text", options.columns)
    values = [_value(record, name) for name in names]
    if all(value is None and name not in record for name, value in zip(names, values, strict=True)):
        raise missing_text(fields, options.columns)
    for value in values:
        text = _joined(value)
        if text.strip():
            return text
    raise RefusedError(
        RefusalKind.EMPTY, f"its field '{names[0]}' holds no text; there is nothing to read"
    )


def _first(
    record: Mapping[str, object], fields: tuple[str, ...], role: str, options: Options
) -> str | None:
    """The first value of the role that is not blank, on one line."""
    for name in candidates(fields, role, options.columns):
        text = " ".join(_joined(_value(record, name)).split())
        if text:
            return text
    return None


def _published(
    record: Mapping[str, object], fields: tuple[str, ...], options: Options
) -> tuple[date | None, str | None]:
    problem: str | None = None
    for name in candidates(fields, "published", options.columns):
        read = read_date(_value(record, name))
        if read.day is not None:
            return read.day, None
        problem = problem or read.problem
    return None, problem


def _value(record: Mapping[str, object], name: str) -> object:
    """The field, or with dots in its name the field of a nested object."""
    if name in record or "." not in name:
        return record.get(name)
    value: object = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _joined(value: object) -> str:
    """A text value; pieces (strings and objects with a text, as chat exports have) in a row."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    return "".join(_pieces(value))


def _pieces(value: object) -> Iterator[str]:
    parts = value if isinstance(value, list) else [value]
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Mapping):
            inner = next((part[k] for k in ("text", "rendered", "name") if k in part), None)
            if isinstance(inner, str):
                yield inner
