"""Write docs/reference/report.md from the JSON Schema of the report format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schema" / "report-1.json"
PAGE = ROOT / "docs" / "reference" / "report.md"
HEAD = """\
# The report format, `sijill-report/1`

Made from `schema/report-1.json` by `scripts/report_reference.py`; a test keeps it true. What each
coded value means is fixed by the codebook; why the format is as it is stands in
[decision 0012](../decisions/0012-outputs.md).
"""


def page() -> str:
    """The whole page: the record, then its parts."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    parts = [("report", schema), *schema["$defs"].items()]
    return HEAD + "".join(
        line for name, part in parts if "properties" in part for line in section(name, part)
    )


def section(name: str, part: dict[str, Any]) -> Iterator[str]:
    """One object's heading and its fields as a table."""
    yield f"\n## {name}\n\n{part['description']}\n\n"
    yield "| field | value | meaning |\n| --- | --- | --- |\n"
    for field, value in part["properties"].items():
        meaning = value.get("description", "").replace("|", "\\|")
        yield f"| `{field}` | {kind(value)} | {meaning} |\n"


def kind(value: dict[str, Any]) -> str:
    """What a field holds, in a few words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return name if name in ("span", "confidence") else f"[{name}](#{name})"
    if "anyOf" in value:
        return " or ".join(kind(one) for one in value["anyOf"])
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{json.dumps(one).strip(chr(34))}`" for one in value["enum"])
    if value["type"] == "array" and "items" in value and value["items"]:
        return f"list of {kind(value['items'])}"
    if value["type"] == "array":
        return "[" + ", ".join(kind(one) for one in value["prefixItems"]) + "]"
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    named = ["date" if one == "string" and value.get("format") == "date" else one for one in types]
    return " or ".join(named)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
