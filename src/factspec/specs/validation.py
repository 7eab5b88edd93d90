"""Compare a spec with its schema, and report jsonschema's errors in an author's words, each at its place.

The `title` of a subschema says what is expected there, in words that fit after "should be".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from jsonschema import Draft7Validator

from factspec.facts.found import read_facts
from factspec.language.calendar import When
from factspec.language.places import Place
from factspec.language.printing import printable
from factspec.language.tokens import tokenize
from factspec.specs.keys import CONTENTS, CSL_ITEMS, NAMED, SPEC, Kind, item_keys
from factspec.specs.model import Mistake, mistake
from factspec.specs.names import is_misspelled, listed, nearest, says_none
from factspec.specs.nodes import (
    Entry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    entries_of,
    place_of,
    plain_value,
    value_of,
)
from factspec.specs.schema import bare_schema
from factspec.specs.yaml_slips import as_flow, as_yaml, braces, bracketed_ids, ids_in, not_of_spec

# Advice on values that the schema refuses.


# How many characters of a value or key are shown.
_SHOWN = 60
# How many characters of suggested text are shown, so that it can be copied.
_WRITTEN = 160
# Ids in a row without brackets; the path of a file has a stop.
_IDS = re.compile(r"[\w-]+(?:\s*,\s*[\w-]+)*+\Z")
_BRACKETS = "[]() "
# The first tag, class or id in a selector of several.
_ELEMENT = re.compile(r"(?<![\w\[])[.#]?[a-zA-Z][\w-]*")
_ANY_SEVERITY = "error"


class Fault(NamedTuple):
    """One error of the validator: the keyword and its demand, the instance with its path, and its subschema.

    `node` is the node of the instance below `root`, `place` the place to show, and `key` the nearest key above it.
    """

    keyword: str
    demand: Any
    instance: Any
    path: tuple[str | int, ...]
    schema: Any
    message: str
    root: Node
    node: Node
    place: Place
    key: str

    @property
    def title(self) -> str:
        """What is expected there."""
        return str(self.schema.get("title", "something else")) if isinstance(self.schema, dict) else "something else"

    @property
    def subject(self) -> str:
        """What the error is about, as shown in the message."""
        name = f"`{printable(self.key, _SHOWN)}`"
        return ("an item of " * isinstance(self.path[-1], int) + name) if self.path else "the spec"

    @property
    def known(self) -> frozenset[str]:
        """The keys that a mapping may have."""
        return frozenset(self.schema.get("properties", ()))


def value_advice(fault: Fault) -> str:
    """Advice on a value of a wrong kind or form."""
    match fault.node:
        case MappingNode() as node:
            return _mapping_advice(node, fault.key, fault.title)
        case SequenceNode() as node:
            return _list_advice(fault, node)
        case ScalarNode() as node if node.text.strip():
            return _scalar_advice(fault, node.text)
        case _ if isinstance(fault.path[-1], int):
            return "write a value after `- `, or remove the `- `"
    if fault.key == "reason":
        return "say why it is right as it is; `factspec review` asks for each reason that a draft leaves open"
    return f"write a value after `{printable(fault.key, _SHOWN)}:`, or remove the key"


def _mapping_advice(node: MappingNode, key: str, title: str) -> str:
    texts = [entry.value.text for entry in node.entries.values() if isinstance(entry.value, ScalarNode)]
    if title.startswith("a list of sources,") and len(texts) == len(node.entries) and "id" not in node.entries:
        (only,) = texts if len(texts) == 1 else [""]
        return f"write `sources: {printable(only, _SHOWN)}`" if only.endswith(".json") else _list_of_sources(node)
    if title.startswith("a list") and all_bare(node):
        return "write a list in brackets: `[…]`"
    if title.startswith("a list"):
        written = f"{key}: [{as_flow(node)}]"
        shown = written if len(written) <= _WRITTEN else f"{key}: [{{…}}]"
        return f"put it in brackets: `{printable(shown)}`" if node.flow else "begin each item of the list with `- `"
    return "if this is text that contains `: ` or braces, put it in quotation marks"


def _list_of_sources(node: MappingNode) -> str:
    items = [titled(entry) if entry.value.text else printable(name, _SHOWN) for name, entry in node.entries.items()]
    written = f"sources: [{', '.join(items)}]"
    return f"write `{written}`" if len(written) <= _WRITTEN else f"write one item for each: `- {items[0]}`"


def titled(entry: Entry) -> str:
    """The right form of a source that was written as `3: Council paper`."""
    return printable(braces({"id": as_yaml(entry.key.text), "title": as_flow(entry.value)}), _WRITTEN)


def demands(items: list[MappingNode]) -> str:
    """The one mapping that a list of mappings under `cites` should be."""
    merged = {key: as_flow(entry.value) for item in items for key, entry in item.entries.items()}
    return printable(braces(merged), _WRITTEN)


def _list_advice(fault: Fault, node: SequenceNode) -> str:
    """Advice on a list where something else is expected."""
    if fault.keyword == "type" and fault.demand == "object":
        return "write it in braces: `{key: value}`" if node.flow else "write `key: value` lines, without `- `"
    if not all(isinstance(item, ScalarNode) and item.text.strip() for item in node.nodes) or not node.nodes:
        return "write one text here, in quotation marks if it begins with `[`"
    inner = [as_yaml(item.text) for item in node.nodes]
    in_list = isinstance(fault.path[-1], int)
    if in_list:
        return f"write `{printable(', '.join(inner), _WRITTEN)}` without brackets around it"
    if len(inner) > 1 and not node.flow:
        return f"write one text on the line of `{fault.key}`, without `- `"
    if len(inner) > 1:
        return "write one text here; if it begins with `[`, put it in quotation marks"
    written = f"write `{printable(f'{fault.key}: {inner[0]}', _WRITTEN)}`"
    is_prose = fault.title in ("text", "text on one line")
    return (
        f"{written}; if the brackets are part of the text, put it in quotation marks"
        if node.flow and is_prose
        else written
    )


def _scalar_advice(fault: Fault, text: str) -> str:
    key, title = fault.key, fault.title
    if fault.keyword == "enum":
        return allowed(text, [str(value) for value in fault.demand if isinstance(value, str)])
    if key == "cites" and says_none(text.strip(_BRACKETS)):
        return "write `[]` for a claim without citations; without `cites` they are not judged"
    if title.startswith("none, a citation style") or key == "citations":
        return "did you mean `none`?" if says_none(text) else "write `none`, or a style such as `numbered`"
    if title.startswith("one element"):
        element = _ELEMENT.search(text)
        return f"write one tag, .class or #id, such as `{printable(element[0], _SHOWN) if element else 'main'}`"
    if title == "a source id":
        return f"write `{', '.join(found)}`" if (found := ids_in(text)) else "write one id, without brackets or commas"
    takes_ids = title.startswith("a list of source ids") or (
        title.startswith("a list of sources,") and _IDS.match(text)
    )
    if takes_ids:
        quoted = " without quotation marks" if text[:1] == "[" else ""
        return f"write `{bracketed_ids(text) or f'[{printable(text.strip(_BRACKETS), _SHOWN)}]'}`{quoted}"
    if title.startswith("a mapping of rules"):
        return f"write `{{{printable(text.partition(':')[0].strip(), _SHOWN)}: {_ANY_SEVERITY}}}`"
    return f"write `{form}`" if (form := _form(title, text)) else _example(fault)


def _form(title: str, text: str) -> str:
    """A date or an id in the form that its key needs; empty for anything else."""
    if title.startswith("an id of"):
        return re.sub(r"[^a-z0-9_]+", "-", text[:200].lower()).strip("-_")[:60]
    if not title.startswith("a date"):
        return ""
    tokens = tuple(tokenize(text[:_SHOWN]))
    values = [fact.value for fact in read_facts(tokens) if (fact.first, fact.last) == (0, len(tokens))]
    days = [one for one in values if isinstance(one, When) and one.unit == "day" and one.year]
    return f"{days[0].year:04d}-{days[0].month:02d}-{days[0].day:02d}" if len(days) == 1 else ""


def _example(fault: Fault) -> str:
    """An example of the value at a key, from the table of keys."""
    if fault.title == "a claim":
        return "write each of its keys on a line: `- id: …`, then `says: …`"
    if fault.title == "text on one line":
        return "write it on one line"
    if fault.key == "sha256":
        return "remove it; with `rules: {source-unpinned: warning}` factspec prints the right one"
    rows = [row for kind in NAMED.values() if (row := kind.keys.get(fault.key)) and row.example]
    row = next((row for row in rows if row.kind.title == fault.title), rows[0] if rows else None)
    return f"write it as in `{row.name}: {row.example}`" if row else "see `factspec schema`"


def all_bare(node: MappingNode) -> bool:
    """Whether no key of a mapping has a value."""
    return all(isinstance(entry.value, ScalarNode) and entry.value.nothing for entry in node.entries.values())


def allowed(word: str, words: list[str]) -> str:
    """Advice on a word that is not one of some allowed words."""
    close = nearest(word, words)
    shown = words if len(words) <= 8 else []
    one_of = (
        f"write one of {listed(shown)}"
        if len(shown) > 1
        else f"write `{words[0]}`"
        if shown
        else "see `factspec schema`"
    )
    return f"did you mean `{close}`? {one_of}" if close and len(words) > 1 else one_of


# Unknown keys, and what was meant by them. One slip is reported once, with its correction.


_SEE = "see `factspec schema` for its keys"
_MANY = 12
# A key in braces without a space after its colon, which YAML reads as one word with its value.
_GLUED = re.compile(r"([a-z][a-z_-]*):([^\s/].*)")
# No-break spaces look like an indent, but are part of the key.
_NO_BREAK = frozenset("\u00a0\u2007\u202f")


def unknown_keys(fault: Fault, whole: str) -> Iterator[Mistake]:
    """The mistakes of a mapping with unknown keys; `whole` is the name of the mapping in messages."""
    node, known = fault.node, fault.known
    unknown = [key for key in fault.instance if key not in known]
    glued = {key: spaced for key in unknown if (spaced := unspaced(key))}
    yield from (without_space(place_of(node, key), key, spaced) for key, spaced in glued.items())
    if not glued and _is_list_in_braces(node, known):
        yield mistake(node.line, node.column, f"{whole} is a list in braces", "write a list in brackets: `[…]`")
        return
    if untitled := _title_for_id(fault):
        place = place_of(node, untitled.key.text)
        message = f"`{printable(untitled.key.text, _SHOWN)}` is not a key of a source; it seems to be its id"
        yield mistake(*place, message, f"write `{titled(untitled)}`")
        return
    split = _split_texts(node, unknown)
    yield from (_split_text(owner, keys) for owner, keys in split)
    reported = {*glued, *(key.text for _, keys in split for key in keys)}
    for key in unknown:
        if key not in reported:
            is_moved = key in SPEC.keys and value_of(fault.root, key) is None and not getattr(node, "flow", True)
            yield _moved(node, key, whole) if is_moved and fault.path else _unknown_key(fault, key, whole)


def _moved(node: Node, key: str, whole: str) -> Mistake:
    """A key of the spec itself in a mapping below it."""
    message = f"`{key}` is a key of the spec itself, but it is in {whole}"
    return mistake(*place_of(node, key), message, "move it to the start of the line")


def _unknown_key(fault: Fault, key: str, whole: str) -> Mistake:
    place, shown = place_of(fault.node, key), printable(key, _SHOWN)
    message = f"unknown key `{shown}` in {whole}"
    if renamed := _renamed(fault, key):
        return mistake(*place, f"{message}, which has no `{renamed}`", f"`{shown}` is called `{renamed}` here")
    if content_under_another_key(fault):
        kind = "`quotes`" if "speaker" in fault.instance else "`says`, or `quotes` for words in quotation marks"
        return mistake(*place, f"{message}, which checks nothing", f"write {kind} instead of `{shown}`")
    if not fault.path and (section := _section_above(fault.node, key)):
        return mistake(*place, *section)
    keys = f"{whole} has {listed(fault.schema['properties'])}" if len(fault.known) <= _MANY else _SEE
    return mistake(*place, message, _key_advice(key, _left(fault, fault.known), keys))


def _section_above(node: Node, key: str) -> tuple[str, str] | None:
    """Message and advice on a key at the top of a spec that belongs to an item of the list above it."""
    above = ""
    for name in getattr(node, "entries", ()):
        if name == key:
            break
        above = name if name in SPEC.keys else above
    if key not in item_keys().get(above, ()) or not isinstance(node, MappingNode):
        return None
    items = getattr(node.entries[above].value, "nodes", ())
    entries = getattr(items[-1], "entries", {}) if items else {}
    columns = [entry.key.column for entry in entries.values()]
    return not_of_spec(key, above, columns[0] - 1) if columns and key not in entries else None


def _title_for_id(fault: Fault) -> Entry | None:
    """The only entry of a source that was written as `3: Council paper`; None for any other mapping."""
    node = fault.node
    if fault.title != "a source" or not isinstance(node, MappingNode) or len(node.entries) != 1:
        return None
    (entry,) = node.entries.values()
    is_id = isinstance(entry.value, ScalarNode) and entry.value.text and not nearest(entry.key.text, fault.known)
    return entry if is_id and entry.key.text not in fault.known else None


def _split_texts(node: Node, unknown: list[str]) -> list[tuple[Entry, list[ScalarNode]]]:
    """Entries in braces with a text that a comma cuts, each with the keys that are the rest of the text."""
    found: list[tuple[Entry, list[ScalarNode]]] = []
    unmeant = set(unknown)
    for entry in entries_of(node) if isinstance(node, MappingNode) and node.flow else ():
        is_bare = isinstance(entry.value, ScalarNode) and entry.value.plain and not entry.value.text
        if not (is_bare and entry.key.text in unmeant):
            found.append((entry, []))
        elif found and isinstance(found[-1][0].value, ScalarNode) and found[-1][0].value.plain:
            found[-1][1].append(entry.key)
    return [(entry, keys) for entry, keys in found if keys and entry.value.text]


def _split_text(owner: Entry, keys: list[ScalarNode]) -> Mistake:
    name, whole = printable(owner.key.text, _SHOWN), owner.value.text
    for before, after in pairwise((owner.value, *keys)):
        glued = before.line == after.line and after.column - before.column - len(before.text) == 1
        whole += f"{',' if glued else ', '}{after.text}"
    message = f"YAML ends the text of `{name}` at the comma before `{printable(keys[0].text, _SHOWN)}`"
    advice = f"put the whole text in quotation marks: `{printable(f'{name}: {as_yaml(whole)}', _WRITTEN)}`"
    return mistake(keys[0].line, keys[0].column, message, advice)


def without_space(place: Place, key: str, spaced: str) -> Mistake:
    """The mistake of a key without a space after its colon."""
    return mistake(
        *place, f"`{printable(key, _SHOWN)}` has no space after its colon", f"write `{printable(spaced, _SHOWN)}`"
    )


def unspaced(key: str) -> str:
    """The right form of a key without a space before its value, as in `{at_least:1}`; empty for any other."""
    found = _GLUED.fullmatch(key)
    return f"{found[1]}: {found[2]}" if found else ""


def _is_list_in_braces(node: Node, known: frozenset[str]) -> bool:
    bare = isinstance(node, MappingNode) and node.flow and bool(node.entries) and all_bare(node)
    return bare and isinstance(node, MappingNode) and not known & node.entries.keys()


def misspelled(fault: Fault, keys: Iterable[str]) -> bool:
    """Whether an unknown key is a misspelling of one of these, which is then not reported as missing."""
    return any(is_misspelled(key, fault.instance, fault.known) for key in keys)


def is_meant(fault: Fault, missing: str) -> bool:
    """Whether a mapping has a missing key in another form; then only that form is reported."""
    if any(unspaced(key).startswith(f"{missing}:") for key in fault.instance) or misspelled(fault, [missing]):
        return True
    if _is_list_in_braces(fault.node, fault.known) or _title_for_id(fault):
        return True
    return any(_renamed(fault, key) == missing for key in fault.instance if key not in fault.known)


def _renamed(fault: Fault, key: str) -> str:
    """The only required key that is missing, if the given key is the only unknown one; otherwise empty."""
    known = fault.known
    missing = [one for one in fault.schema.get("required", ()) if one not in fault.instance]
    alone = _lone_unknown(fault) == key and len(missing) == 1 and isinstance(fault.instance[key], str)
    # At the top of a spec, an unknown key seldom replaces a required one.
    renamed = alone and fault.path and not unspaced(key) and not nearest(key, _left(fault, known))
    return missing[0] if renamed else ""


def _lone_unknown(fault: Fault) -> str | None:
    """The only unknown key of a mapping; None if there is none or several."""
    known = fault.known
    # Otherwise a mapping with very many keys would be searched once for each of them.
    if len(fault.instance) > len(known) + 1:
        return None
    unknown = [one for one in fault.instance if one not in known]
    return unknown[0] if len(unknown) == 1 else None


def _left(fault: Fault, known: frozenset[str]) -> frozenset[str]:
    """The known keys that a mapping does not have."""
    return frozenset(key for key in known if key not in fault.instance)


def content_under_another_key(fault: Fault) -> bool:
    """Whether a claim has its only content under an unknown key."""
    key = _lone_unknown(fault)
    if key is None or fault.title != "a claim" or "id" not in fault.instance:
        return False
    without = not any(one in fault.instance for one in CONTENTS)
    return without and isinstance(fault.instance[key], str) and not misspelled(fault, CONTENTS)


def _key_advice(unknown: str, known: frozenset[str], otherwise: str) -> str:
    """Advice on an unknown key."""
    if not _NO_BREAK.isdisjoint(unknown):
        return "it contains a no-break space: write plain spaces"
    close = nearest(unknown, known)
    return f"did you mean `{close}`?" if close else otherwise


# jsonschema's errors at their places.


@cache
def _validator(title: str) -> Draft7Validator:
    """The validator of a kind that is a whole file; making it takes longer than using it."""
    return Draft7Validator(bare_schema(next(kind for kind in (SPEC, CSL_ITEMS) if kind.title == title)))


def schema_mistakes(kind: Kind, root: Node) -> Iterator[Mistake]:
    """The mistakes of nodes that do not fit a kind of the table of keys, in no order; at least one."""
    explained = False
    for error in _validator(kind.title).iter_errors(plain_value(root)):
        keyword = str(error.validator)
        path = tuple(error.absolute_path)
        at = (root, *_target(path, root))
        fault = Fault(keyword, error.validator_value, error.instance, path, error.schema, error.message, *at)
        for one in _TRANSLATIONS.get(keyword, _other)(fault):
            explained = True
            yield one
    if not explained:
        yield mistake(
            root.line, root.column, f"this should be {kind.title}, but does not fit its schema", "see `factspec schema`"
        )


def _target(path: Sequence[str | int], root: Node) -> tuple[Node, Place, str]:
    """The node at a path, the place to show, and the nearest key above it."""
    node, key = root, ""
    place = Place(root.line, root.column)
    for step in path:
        if isinstance(node, MappingNode):
            key, place = str(step), place_of(node, str(step))
            node = node.entries[key].value
        elif isinstance(node, SequenceNode):
            node = node.nodes[int(step)]
            place = Place(node.line, node.column)
    if isinstance(node, ScalarNode) and node.text:
        place = Place(node.line, node.column)
    return node, place, key


def _described(node: Node) -> str:
    match node:
        case ScalarNode() if not node.text.strip():
            return "nothing" if node.plain else "empty"
        case ScalarNode():
            return f"`{printable(node.text, _SHOWN)}`"
        case SequenceNode():
            return "a list"
        case _:
            return "a mapping"


def _value(fault: Fault) -> Iterator[Mistake]:
    """A value of a wrong kind or form: type, pattern, enum."""
    spaced = unspaced(fault.key) if isinstance(fault.node, ScalarNode) and fault.node.nothing else ""
    if spaced:
        yield without_space(fault.place, fault.key, spaced)
        return
    if isinstance(fault.node, MappingNode) and fault.key == "cites" and isinstance(fault.path[-1], int):
        yield from _demands_in_a_list(fault)
        return
    message = f"{fault.subject} is {_described(fault.node)}, but should be {fault.title}"
    yield mistake(*fault.place, message, value_advice(fault))


def _demands_in_a_list(fault: Fault) -> Iterator[Mistake]:
    """Demands on citations in a list; reported once, at the first of them."""
    whole, _, _ = _target(fault.path[:-1], fault.root)
    nodes = whole.nodes if isinstance(whole, SequenceNode) else []
    if next(item for item in nodes if isinstance(item, MappingNode)) is nodes[int(fault.path[-1])]:
        items = [item for item in nodes if isinstance(item, MappingNode)]
        message = "`cites` is a list with a mapping in it, but should be a list of source ids or the mapping alone"
        alone = (
            "write it without the `- ` before it" if len(items) == 1 else "write its keys without the `- ` before each"
        )
        advice = f"write `cites: {demands(items)}`" if isinstance(whole, SequenceNode) and whole.flow else alone
        yield mistake(items[0].line, items[0].column, message, advice)


def _unknown_keys(fault: Fault) -> Iterator[Mistake]:
    whole = f"`{fault.key}`" if fault.path and isinstance(fault.path[-1], str) else fault.title
    yield from unknown_keys(fault, whole)


def _missing_keys(fault: Fault) -> Iterator[Mistake]:
    # jsonschema yields one error for each missing key and names it only in the message.
    missing = next((key for key in fault.demand if fault.message.startswith(repr(key))), "")
    if not is_meant(fault, missing):
        only = _only_value(fault.schema.get("properties", {}).get(missing, {}))
        advice = f"add `{missing}: {only or '…'}`"
        yield mistake(*_first_place(fault.node), f"{fault.title} needs the key `{missing}`", advice, absent=True)


def _only_value(schema: Any) -> str:
    """The value of a key that can have only one; empty if it can have others."""
    values = {str(value) for value in schema.get("enum", ())}
    return values.pop() if len(values) == 1 else ""


def _first_place(node: Node) -> Place:
    if isinstance(node, MappingNode) and node.entries:
        key = next(iter(node.entries.values())).key
        return Place(key.line, key.column)
    return Place(node.line, node.column)


def _one_of(fault: Fault) -> Iterator[Mistake]:
    if not isinstance(fault.instance, dict):
        return  # its wrong type is reported already
    present = [key for key in CONTENTS if key in fault.instance]
    if not present and not misspelled(fault, CONTENTS) and not content_under_another_key(fault):
        advice = "add one of `says`, `quotes` or `facts`"
        yield mistake(*_first_place(fault.node), "a claim checks nothing", advice, absent=True)
    for key in present[1:]:
        message = f"a claim has `{present[0]}` and `{key}`, but should have one of them"
        yield mistake(*place_of(fault.node, key), message, "write two claims, each with its own id")


def _dependency(fault: Fault) -> Iterator[Mistake]:
    for key, needed in fault.demand.items():
        is_misplaced = key in fault.instance and needed[0] not in fault.instance and not misspelled(fault, needed)
        if is_misplaced and not content_under_another_key(fault) and fault.message.startswith(repr(needed[0])):
            message = f"`{key}` needs `{needed[0]}`, which this claim does not have"
            yield mistake(*place_of(fault.node, key), message, f"remove `{key}`, or give the claim `{needed[0]}`")


def _too_few(fault: Fault) -> Iterator[Mistake]:
    message = f"{fault.subject} is empty, but should be {fault.title}"
    yield mistake(*fault.place, message, "write at least one entry, or remove the key")


def _too_many(fault: Fault) -> Iterator[Mistake]:
    count = len(fault.node.nodes) if isinstance(fault.node, SequenceNode) else 0
    message = f"{fault.subject} has {count} entries, but should be {fault.title}"
    yield mistake(*fault.place, message, f"write at most {fault.demand}")


def _other(fault: Fault) -> Iterator[Mistake]:
    yield mistake(
        *fault.place, f"{fault.subject} does not fit: {printable(fault.message, 120)}", "see `factspec schema`"
    )


_TRANSLATIONS: dict[str, Callable[[Fault], Iterator[Mistake]]] = {
    "additionalProperties": _unknown_keys,
    "dependencies": _dependency,
    "enum": _value,
    "maxItems": _too_many,
    "minItems": _too_few,
    "minProperties": _too_few,
    "oneOf": _one_of,
    "pattern": _value,
    "required": _missing_keys,
    "type": _value,
}
