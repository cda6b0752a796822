"""Build a Document: identity, language and the origin's facts in one fixed order."""

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from sijill.ingest.language import identify
from sijill.ingest.refusal import RefusalKind, RefusedError
from sijill.model.document import DateBasis, Document

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def build(
    name: str,
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    basis: DateBasis | None = None,
    origin: Mapping[str, str | None] | None = None,
) -> Document:
    """The document; its text is `text` letter for letter.

    Only characters that cannot be written as UTF-8 or held by a database (lone surrogates, NUL)
    become U+FFFD, one for one, and origin["replaced"] says how many. Raises RefusedError if
    there is no text. Facts without a value are left out of the origin.
    """
    text, replaced = _UNSTORABLE.subn("\ufffd", text)
    if text.strip() == "" or not any(char.isalnum() for char in text):
        raise RefusedError(RefusalKind.EMPTY, "there is no text in it; check the input")
    facts = {key: _clean(value) for key, value in (origin or {}).items() if value}
    if replaced:
        facts["replaced"] = f"{replaced} characters that no file can hold, by U+FFFD"
    return Document(
        name=_clean(name),
        text=text,
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        title=_clean(title) if title and title.strip() else None,
        published=published,
        published_basis=basis if published is not None else None,
        language=identify(text),
        origin={key: facts[key] for key in sorted(facts)},
    )


def _clean(value: str) -> str:
    return _UNSTORABLE.sub("\ufffd", value).strip()
