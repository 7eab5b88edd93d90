"""What to write instead of a value that the schema refuses."""

import re
from typing import Any, NamedTuple

from factspec.spec.ids import bracketed_ids, ids_in
from factspec.spec.nodes import Entry, Mapping, Node, Scalar, Sequence
from factspec.spec.vocabulary import listed, nearest, says_none
from factspec.spec.written import as_flow, as_yaml, braces
from factspec.text.printable import printable

WORDS = 60
"""How much of a value or key is shown."""
# How much of what is to be written is shown, so that it can be copied.
_WRITTEN = 160
# Ids in a row that lack their brackets; the path of a file holds a stop.
_IDS = re.compile(r"[\w-]+(?:\s*,\s*[\w-]+)*+\Z")
_BRACKETS = "[]() "
# The first tag, class or id in a selector of several.
_ELEMENT = re.compile(r"(?<![\w\[])[.#]?[a-zA-Z][\w-]*")
# A name of a rule and what it weighs.
_ANY_SEVERITY = "error"


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
        case Mapping():
            return _mapping_advice(node, key, title)
        case Sequence():
            return _list_advice(fault, node, key, title)
        case Scalar() if not node.text.strip() and isinstance(fault.path[-1], int):
            return "write a value behind `- `, or remove the `- `"
        case Scalar() if not node.text.strip():
            return f"write a value behind `{printable(key, WORDS)}:`, or remove the key"
        case _:
            return _scalar_advice(fault, node.text, key, title)


def _mapping_advice(node: Mapping, key: str, title: str) -> str:
    texts = [entry.value.text for entry in node.entries.values() if isinstance(entry.value, Scalar)]
    if title.startswith("a list of sources,") and len(texts) == len(node.entries) and "id" not in node.entries:
        (only,) = texts if len(texts) == 1 else [""]
        return f"write `sources: {printable(only, WORDS)}`" if only.endswith(".json") else _list_of_sources(node)
    if title.startswith("a list") and all_bare(node):
        return "write a list in brackets: `[…]`"
    if title.startswith("a list"):
        written = f"{key}: [{as_flow(node)}]"
        shown = written if len(written) <= _WRITTEN else f"{key}: [{{…}}]"
        return f"put it in brackets: `{printable(shown)}`" if node.flow else "begin each item of the list with `- `"
    return "if this is text that holds `: ` or braces, put it in quotation marks"


def _list_of_sources(node: Mapping) -> str:
    items = [titled(entry) if entry.value.text else printable(name, WORDS) for name, entry in node.entries.items()]
    written = f"sources: [{', '.join(items)}]"
    return f"write `{written}`" if len(written) <= _WRITTEN else f"write one item for each: `- {items[0]}`"


def titled(entry: Entry) -> str:
    """A source that was written as `3: Council paper`, as it is to be written."""
    return printable(braces({"id": as_yaml(entry.key.text), "title": as_flow(entry.value)}), _WRITTEN)


def demands(items: list[Mapping]) -> str:
    """What a claim must cite, written as a list of mappings, as the one mapping that it should be."""
    merged = {key: as_flow(entry.value) for item in items for key, entry in item.entries.items()}
    return printable(braces(merged), _WRITTEN)


def _list_advice(fault: Fault, node: Sequence, key: str, title: str) -> str:
    """What to write instead of a list where none should stand."""
    if fault.keyword == "type" and fault.demand == "object":
        return "write it in braces: `{key: value}`" if node.flow else "write `key: value` lines, without `- `"
    if not all(isinstance(item, Scalar) and item.text.strip() for item in node.nodes) or not node.nodes:
        return "write one text here, in quotation marks if it begins with `[`"
    inner = [as_yaml(item.text) for item in node.nodes]
    in_list = isinstance(fault.path[-1], int)
    if in_list:
        return f"write `{printable(', '.join(inner), _WRITTEN)}` without brackets around it"
    if len(inner) > 1 and not node.flow:
        return f"write one text on the line of `{key}`, without `- `"
    if len(inner) > 1:
        return "write one text here; if it begins with `[`, put it in quotation marks"
    written = f"write `{printable(f'{key}: {inner[0]}', _WRITTEN)}`"
    is_prose = title in ("text", "text on one line")
    return (
        f"{written}; if the brackets are part of the text, put it in quotation marks"
        if node.flow and is_prose
        else written
    )


def _scalar_advice(fault: Fault, text: str, key: str, title: str) -> str:
    if fault.keyword == "enum":
        return allowed(text, [str(value) for value in fault.demand if isinstance(value, str)])
    if key == "cites" and says_none(text.strip(_BRACKETS)):
        return "write `[]` for a claim without citations; without `cites` they are not judged"
    if title.startswith("none, a citation style") or key == "citations":
        return "did you mean `none`?" if says_none(text) else "write `none`, or a style such as `numbered`"
    if title.startswith("one element"):
        element = _ELEMENT.search(text)
        return f"write one tag, .class or #id, such as `{printable(element[0], WORDS) if element else 'main'}`"
    if title == "a source id":
        return f"write `{', '.join(found)}`" if (found := ids_in(text)) else "write one id, without brackets or commas"
    takes_ids = title.startswith("a list of source ids") or (
        title.startswith("a list of sources,") and _IDS.match(text)
    )
    if takes_ids:
        quoted = " without quotation marks" if text[:1] == "[" else ""
        return f"write `{bracketed_ids(text) or f'[{printable(text.strip(_BRACKETS), WORDS)}]'}`{quoted}"
    if title.startswith("a mapping of rules"):
        return f"write `{{{printable(text.partition(':')[0].strip(), WORDS)}: {_ANY_SEVERITY}}}`"
    return (
        "write its keys below each other: `- id: …`, then `says: …`" if title == "a claim" else "write it in that form"
    )


def all_bare(node: Mapping) -> bool:
    """Whether no key of a mapping has a value."""
    return all(isinstance(entry.value, Scalar) and entry.value.nothing for entry in node.entries.values())


def allowed(word: str, words: list[str]) -> str:
    """Which of some words to write instead of one that is none of them."""
    close = nearest(word, words)
    shown = words if len(words) <= 8 else []
    one_of = (
        f"one of {listed(shown)}" if len(shown) > 1 else f"write `{words[0]}`" if shown else "see `factspec schema`"
    )
    return f"did you mean `{close}`? {one_of}" if close and len(words) > 1 else one_of
