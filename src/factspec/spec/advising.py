"""What to write instead of a value or a key that the schema refuses."""

import re
from typing import Any, NamedTuple

from factspec.spec.nodes import Mapping, Node, Scalar, Sequence
from factspec.spec.vocabulary import listed, nearest
from factspec.text.printable import printable

WORDS = 60
"""How much of a value or key is shown."""
# Ids in a row that lack their brackets; the path of a file holds a stop.
_IDS = re.compile(r"[\w-]+(?:\s*,\s*[\w-]+)*+\Z")
_BRACKETS = "[]() "
# A key in braces with no space behind its colon, which YAML reads with its value as one.
_GLUED = re.compile(r"([a-z][a-z_-]*):([^\s/].*)")
# Spaces that do not break look like indents and are none.
_NO_BREAK = frozenset("\u00a0\u2007\u202f")


class Fault(NamedTuple):
    """One error of the validator: the keyword and what it demands, where the instance stands, and its subschema."""

    keyword: str
    demand: Any
    instance: Any
    path: tuple[str | int, ...]
    schema: Any
    message: str


def value_advice(fault: Fault, node: Node, key: str, title: str) -> str:
    """What to write instead of a value of the wrong kind or form."""
    match node:
        case Mapping() if title.startswith("a list"):
            return "write a list in brackets: `[…]`" if all_bare(node) else "begin each item of the list with `- `"
        case Mapping() if title == "a source id":
            return "write it without the `- ` before it"
        case Mapping():
            return "if this is text that holds `: ` or braces, put it in quotation marks"
        case Sequence() if fault.keyword == "type" and fault.demand == "object":
            return "write `key: value` entries"
        case Sequence():
            return "if this is text that begins with `[`, put it in quotation marks"
        case Scalar() if not node.text.strip() and isinstance(fault.path[-1], int):
            return "write a value behind `- `, or remove the `- `"
        case Scalar() if not node.text.strip():
            return f"write a value behind `{printable(key, WORDS)}:`, or remove the key"
        case _:
            return _scalar_advice(fault, node.text, title)


def _scalar_advice(fault: Fault, text: str, title: str) -> str:
    if fault.keyword == "enum":
        return _allowed(text, [str(value) for value in fault.demand if isinstance(value, str)])
    takes_ids = title.startswith("a list of source ids") or (
        title.startswith("a list of sources,") and _IDS.match(text)
    )
    if takes_ids:
        quoted = " without quotation marks" if text[:1] == "[" else ""
        return f"write `[{printable(text.strip(_BRACKETS), WORDS)}]`{quoted}"
    return (
        "write its keys below each other: `- id: …`, then `says: …`" if title == "a claim" else "write it in that form"
    )


def all_bare(node: Mapping) -> bool:
    """Whether no key of a mapping has a value."""
    return all(isinstance(entry.value, Scalar) and entry.value.nothing for entry in node.entries.values())


def _allowed(word: str, words: list[str]) -> str:
    close = nearest(word, words)
    shown = words if len(words) <= 8 else []
    one_of = (
        f"one of {listed(shown)}" if len(shown) > 1 else f"write `{words[0]}`" if shown else "see `factspec schema`"
    )
    return f"did you mean `{close}`? {one_of}" if close and len(words) > 1 else one_of


def unspaced(key: str) -> str:
    """How to write a key that no space parts from its value, as in `{at_least:1}`; empty for any other."""
    found = _GLUED.fullmatch(key)
    return f"{found[1]}: {found[2]}" if found else ""


def key_advice(unknown: str, known: frozenset[str], otherwise: str) -> str:
    """What to write instead of a key that there is none of."""
    if not _NO_BREAK.isdisjoint(unknown):
        return "a space that does not break stands in it: write plain spaces"
    if unknown.isdigit():
        return "if it is the rest of a number, put the whole number in quotation marks"
    close = nearest(unknown, known)
    return f"did you mean `{close}`?" if close else otherwise
