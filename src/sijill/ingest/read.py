"""Read one input: its documents and refusals, one after the other as the input is read."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from sijill.ingest.columns import candidates, missing_text
from sijill.ingest.document import build
from sijill.ingest.encoding import decode
from sijill.ingest.lines import lines
from sijill.ingest.options import Options
from sijill.ingest.records import document, listed, parse
from sijill.ingest.refusal import Refusal, RefusalKind, RefusedError
from sijill.ingest.rows import table
from sijill.ingest.sources import BUFFER, Format, Source, unreadable
from sijill.model.document import DateBasis, Document

Item = Document | Refusal
_DEFAULT = Options()
_JSON_START = re.compile(r'\{\s*"|\[\s*\{')
_TAGS = ("<!doctype html", "<html", "<head", "<body", "<article")


def read(source: Source, options: Options = _DEFAULT) -> Iterator[Item]:
    """The documents of the input, and a refusal for whatever could not be read.

    JSONL, CSV and TSV are streamed: memory holds one record. Never raises for bad input.
    """
    try:
        with source.open() as stream:
            yield from _read(stream, source, options)
    except RefusedError as error:
        yield error.of(source.name)
    except OSError as error:
        yield unreadable(source.name, error)


def _read(stream: io.BufferedReader, source: Source, options: Options) -> Iterator[Item]:
    layout = options.format or source.format
    if layout in (Format.UNKNOWN, Format.JSON):
        layout = _recognised(stream.peek(BUFFER)[:BUFFER], layout)
    match layout:
        case Format.JSONL:
            yield from _jsonl(stream, source.name, options)
        case Format.CSV:
            yield from _table(stream, None, source.name, options)
        case Format.TSV:
            yield from _table(stream, "\t", source.name, options)
        case Format.JSON:
            yield from _json(_whole(stream, source, options), source, options)
        case Format.WARC | Format.WACZ:
            yield from _archive(stream, layout, source, options)
        case Format.HTML:
            yield _html(_whole(stream, source, options), source, options)
        case _:
            yield _text(_whole(stream, source, options), source, options)


def _recognised(head: bytes, layout: Format) -> Format:
    """The layout by the first bytes. `{` or `[` alone is not trusted: reports begin so too."""
    try:
        start = decode(head[: head.rfind(b"\n") + 1] or head).text.lstrip()
    except RefusedError:
        return layout
    if start.startswith("{"):
        first, _, rest = start.partition("\n")
        if _is_object(first) and (rest.strip().startswith("{") or layout is Format.UNKNOWN):
            return Format.JSONL
    if layout is Format.JSON:
        return layout
    if _JSON_START.match(start):
        return Format.JSON
    lowered = start[:2000].lower()
    if start.startswith("<") and any(tag in lowered for tag in _TAGS):
        return Format.HTML
    return Format.TEXT


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _whole(stream: io.BufferedReader, source: Source, options: Options) -> bytes:
    """All bytes of an input that is one document; a known size is checked before reading."""
    limit = options.max_bytes
    size = source.size()
    data = b"" if size is not None and size > limit else stream.read(limit + 1)
    if len(data) > limit or (size or 0) > limit:
        raise RefusedError(
            RefusalKind.TOO_LARGE,
            f"it is larger than {limit:,} bytes; split it into reports (many reports: one JSONL "
            "file, a record a line), or raise --max-bytes",
        )
    if len(data) == 0:
        raise RefusedError(RefusalKind.EMPTY, "the input is empty; check where it comes from")
    return data


def _text(data: bytes, source: Source, options: Options) -> Document:
    decoded = decode(data, options.encoding, source.charset)
    return build(
        source.name,
        decoded.text,
        published=options.published,
        basis=DateBasis.OPTION,
        origin={"encoding": decoded.label, "url": source.url},
    )


def _html(data: bytes, source: Source, options: Options) -> Document:
    from sijill.ingest.html import article, declared_charset  # lxml: only where a page is read

    decoded = decode(data, options.encoding, declared_charset(data) or source.charset)
    found = article(decoded.text, source.url)
    return build(
        source.name,
        found.text,
        title=found.title,
        published=options.published or found.published,
        basis=DateBasis.OPTION if options.published else DateBasis.METADATA,
        origin={
            "encoding": decoded.label,
            "url": found.url,
            "author": found.author,
            "site": found.site,
            **dict(found.notes),
        },
    )


def _archive(
    stream: io.BufferedReader, layout: Format, source: Source, options: Options
) -> Iterator[Item]:
    from sijill.ingest.warc import captures, packed  # warcio: only where an archive is read

    head = stream.peek(BUFFER)[:BUFFER]
    if len(head) < BUFFER and not head.removeprefix(codecs.BOM_UTF8).strip():
        raise RefusedError(RefusalKind.EMPTY, "the input is empty; check where it comes from")
    if layout is Format.WARC:
        found = captures(stream, source.name, options.max_bytes)
    else:
        whole = stream if source.path else io.BytesIO(_whole(stream, source, options))
        found = packed(whole, source.name, options.max_bytes)
    for one in found:
        if isinstance(one, Refusal):
            yield one
            continue
        page = Source(one.name, content=one.content, url=one.url or None, charset=one.charset)
        try:
            read_one = _html if one.html else _text
            document = read_one(one.content, page, options)
        except RefusedError as error:
            yield error.of(one.name)
            continue
        facts = {**document.origin, **({"retrieved": one.retrieved} if one.retrieved else {})}
        yield replace(document, origin={key: facts[key] for key in sorted(facts)})


def _json(data: bytes, source: Source, options: Options) -> Iterator[Item]:
    decoded = decode(data, options.encoding)
    if decoded.text.strip() == "":
        raise RefusedError(RefusalKind.EMPTY, "the input is blank; check where it comes from")
    try:
        loaded = parse(decoded.text)
    except RefusedError:
        if not _is_object(decoded.text.lstrip().partition("\n")[0]):
            raise
        with Source(source.name, content=data).open() as stream:
            yield from _jsonl(stream, source.name, options)
        return
    records = listed(loaded, options.columns)
    if len(records) == 0:
        raise RefusedError(RefusalKind.EMPTY, "the list in it is empty; check the export")
    if records[0] is loaded:
        yield _record(loaded, source.name, None, options, decoded.label)
        return
    for number, value in enumerate(records, start=1):
        yield _record(value, source.name, number, options, decoded.label)


def _jsonl(stream: io.BufferedReader, name: str, options: Options) -> Iterator[Item]:
    number = 0
    for line in lines(stream, options.max_bytes, options.encoding):
        if line.problem is None and line.text.strip() == "":
            continue
        number += 1
        try:
            if line.problem is not None:
                raise line.problem
            value = parse(line.text)
        except RefusedError as error:
            yield error.of(f"{name}, record {number} (line {line.number})")
            continue
        yield _record(value, name, number, options, line.label)
    if number == 0:
        raise RefusedError(RefusalKind.EMPTY, "the input is empty; check where it comes from")


def _table(
    stream: io.BufferedReader, delimiter: str | None, name: str, options: Options
) -> Iterator[Item]:
    header, rows = table(stream, delimiter, options.max_bytes, options.encoding)
    if header and not set(candidates(tuple(header), "text", options.columns)) & set(header):
        raise missing_text(tuple(header), options.columns)
    number = 0
    for row in rows:
        number = row.number
        if row.problem is not None:
            yield row.problem.of(f"{name}, record {number} (line {row.line})")
        else:
            yield _record(row.record, name, number, options, row.label)
    if number == 0:
        raise RefusedError(
            RefusalKind.EMPTY, "there is no row below a header line; check the export"
        )


def _record(
    value: object, name: str, number: int | None, options: Options, label: str
) -> Document | Refusal:
    called = name if number is None else f"{name}, record {number}"
    if not isinstance(value, dict):
        message = 'it is not a JSON object with fields; write {"text": "…"}'
        return Refusal(called, RefusalKind.MALFORMED, message)
    try:
        return document(value, name, number, options, label)
    except RefusedError as error:
        return error.of(called)
