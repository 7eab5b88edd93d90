"""Write what is made from tables in the source: `make keys`.

These are the schema for editors, and in docs/ the tables of keys, of harmless differences and of kinds of fact.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from factspec.claims.comparison.compare import harmless_classes
from factspec.claims.comparison.model import Harmless
from factspec.facts.found import kinds
from factspec.rules.registry import meanings
from factspec.specs.editor_schema import schema_text
from factspec.specs.keys import NAMED, Key
from factspec.specs.names import vocabulary

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "src/factspec/specs/spec.schema.json"
_SECTION = re.compile(
    r"(<!-- (?P<what>[a-z ]+?)(?: of (?P<name>[a-z]+))?; written by make keys -->\n).*?(?=<!-- end of (?P=what) -->)",
    re.DOTALL,
)
# Characters of an example that a page cannot show.
_INVISIBLE = str.maketrans({"\n": "[line break]", "\u00a0": "[no-break space]", "\u00ad": "[soft hyphen]"})


def written() -> dict[Path, str]:
    """The files that are made from tables, each with the text that it should have."""
    pages = {page: page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")}
    tables = {page: _SECTION.sub(_section, text) for page, text in pages.items()}
    return {SCHEMA: schema_text(vocabulary(), meanings()), **tables}


def _section(section: re.Match[str]) -> str:
    return section[1] + _WRITERS[section["what"]](section["name"])


def _keys(name: str) -> str:
    # CSL describes the variables that have no example here.
    rows = "".join(_key(key) for key in NAMED[name].keys.values() if key.example)
    return f"| key | value | example |\n|---|---|---|\n{rows}"


def _key(key: Key) -> str:
    return f"| `{key.name}` | {key.meaning}{'; required' * key.required} | `{key.example}` |\n"


def _harmless(_: str) -> str:
    rows = "".join(map(_class, harmless_classes()))
    return f"| class | what passes | what never passes | example |\n|---|---|---|---|\n{rows}"


def _class(one: Harmless) -> str:
    example = " = ".join(f"`{text.translate(_INVISIBLE)}`" for text in one.same[0])
    return f"| {one.name} | {one.passes} | {one.never} | {example} |\n"


def _kinds(_: str) -> str:
    return "".join(f"* **{name}**: {(kinds()[name].__doc__ or '').splitlines()[0]}\n" for name in sorted(kinds()))


_WRITERS: Mapping[str, Callable[[str], str]] = {"keys": _keys, "harmless differences": _harmless, "kinds": _kinds}

if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
