"""Write the schema for editors and the tables of keys in the documentation: `make keys`."""

import re
from pathlib import Path

from factspec.specs.keys import NAMED, Key
from factspec.specs.schema import schema_text

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src/factspec/specs/spec.schema.json"
_SECTION = re.compile(
    r"(<!-- keys of (?P<name>[a-z]+); written by make keys -->\n).*?(?=<!-- end of keys -->)", re.DOTALL
)
_HEAD = "| key | value | example |\n|---|---|---|\n"


def written() -> dict[Path, str]:
    """What each file that is made from the table of keys should hold."""
    pages = {page: page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")}
    tables = {page: _SECTION.sub(lambda part: part[1] + _table(part["name"]), text) for page, text in pages.items()}
    return {SCHEMA: schema_text(), **tables}


def _table(name: str) -> str:
    # The variables of CSL that nobody asks for have no example, and CSL describes them.
    return _HEAD + "".join(_row(key) for key in NAMED[name].keys.values() if key.example)


def _row(key: Key) -> str:
    return f"| `{key.name}` | {key.meaning}{'; required' * key.required} | `{key.example}` |\n"


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
