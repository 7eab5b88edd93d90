"""A spec held against its schema, and jsonschema's errors in an author's words, each at its place.

The schema is written with `if`/`then`/`else` instead of `anyOf`, so that every error names one fault. The `title` of a
subschema says what should stand there, in words that fit behind "should be".
"""

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import Draft7Validator

from factspec.spec.advising import WORDS, Fault, demands, value_advice
from factspec.spec.nodes import Mapping, Node, Place, Problem, Scalar, Sequence, place_of, plain_value
from factspec.spec.stray_keys import (
    CONTENTS,
    content_under_another_key,
    is_meant,
    misspelled,
    unknown_keys,
    unspaced,
    without_space,
)
from factspec.spec.validators import csl_validator, spec_validator
from factspec.text.printable import printable


def problems(root: Node) -> Iterator[Problem]:
    """Where a spec's nodes differ from the schema, in no order."""
    return _translated(spec_validator(), root)


def csl_problems(root: Node) -> Iterator[Problem]:
    """Where the nodes of a CSL-JSON file differ from what CSL allows, in no order."""
    return _translated(csl_validator(), root)


def _translated(validator: Draft7Validator, root: Node) -> Iterator[Problem]:
    for error in validator.iter_errors(plain_value(root)):
        keyword = str(error.validator)
        path = tuple(error.absolute_path)
        fault = Fault(keyword, error.validator_value, error.instance, path, error.schema, error.message)
        yield from _TRANSLATIONS.get(keyword, _other)(fault, root)


def _target(fault: Fault, root: Node) -> tuple[Node, Place, str]:
    """The node that an error speaks of, the place to show, and the nearest key above it."""
    node, key = root, ""
    place = Place(root.line, root.column)
    for step in fault.path:
        if isinstance(node, Mapping):
            key, place = str(step), place_of(node, str(step))
            node = node.entries[key].value
        elif isinstance(node, Sequence):
            node = node.nodes[int(step)]
            place = Place(node.line, node.column)
    if isinstance(node, Scalar) and node.text:
        place = Place(node.line, node.column)
    return node, place, key


def _subject(fault: Fault, key: str) -> str:
    if not fault.path:
        return "the spec"
    in_list = isinstance(fault.path[-1], int)
    return f"an item of `{printable(key, WORDS)}`" if in_list else f"`{printable(key, WORDS)}`"


def _described(node: Node) -> str:
    match node:
        case Scalar() if not node.text.strip():
            return "nothing" if node.plain else "empty"
        case Scalar():
            return f"`{printable(node.text, WORDS)}`"
        case Sequence():
            return "a list"
        case _:
            return "a mapping"


def _title(fault: Fault) -> str:
    return str(fault.schema.get("title", "something else")) if isinstance(fault.schema, dict) else "something else"


def _value(fault: Fault, root: Node) -> Iterator[Problem]:
    """A value of the wrong kind or form: type, pattern, enum."""
    node, place, key = _target(fault, root)
    spaced = unspaced(key) if isinstance(node, Scalar) and node.nothing else ""
    if spaced:
        yield without_space(place, key, spaced)
        return
    if isinstance(node, Mapping) and key == "cites" and isinstance(fault.path[-1], int):
        yield from _demands_in_a_list(fault, root)
        return
    message = f"{_subject(fault, key)} is {_described(node)}, but should be {_title(fault)}"
    yield Problem(*place, message, value_advice(fault, node, key, _title(fault)))


def _demands_in_a_list(fault: Fault, root: Node) -> Iterator[Problem]:
    """That demands on citations stand in a list; told once, at the first of them."""
    whole, _, _ = _target(fault._replace(path=fault.path[:-1]), root)
    nodes = whole.nodes if isinstance(whole, Sequence) else []
    if next(item for item in nodes if isinstance(item, Mapping)) is nodes[int(fault.path[-1])]:
        items = [item for item in nodes if isinstance(item, Mapping)]
        message = "`cites` is a list with a mapping in it, but should be a list of source ids or the mapping alone"
        alone = (
            "write it without the `- ` before it" if len(items) == 1 else "write its keys without the `- ` before each"
        )
        advice = f"write `cites: {demands(items)}`" if isinstance(whole, Sequence) and whole.flow else alone
        yield Problem(items[0].line, items[0].column, message, advice)


def _unknown_keys(fault: Fault, root: Node) -> Iterator[Problem]:
    node, _, key = _target(fault, root)
    whole = f"`{key}`" if fault.path and isinstance(fault.path[-1], str) else _title(fault)
    yield from unknown_keys(fault, node, whole, root.entries if isinstance(root, Mapping) else ())


def _missing_keys(fault: Fault, root: Node) -> Iterator[Problem]:
    # jsonschema yields one error for each missing key and names it in the message alone.
    node, _, _ = _target(fault, root)
    missing = next((key for key in fault.demand if fault.message.startswith(repr(key))), "")
    if not is_meant(fault, node, missing):
        place = _first_place(node)
        only = _only_value(fault.schema.get("properties", {}).get(missing, {}))
        advice = f"add `{missing}: {only or '…'}`"
        yield Problem(*place, f"{_title(fault)} lacks the key `{missing}`", advice, absent=True)


def _only_value(schema: Any) -> str:
    """The value of a key that may have but one, however it is typed; empty where it may have others."""
    values = {str(value) for value in schema.get("enum", ())}
    return values.pop() if len(values) == 1 else ""


def _first_place(node: Node) -> Place:
    if isinstance(node, Mapping) and node.entries:
        key = next(iter(node.entries.values())).key
        return Place(key.line, key.column)
    return Place(node.line, node.column)


def _one_of(fault: Fault, root: Node) -> Iterator[Problem]:
    if not isinstance(fault.instance, dict):
        return  # its type is told already
    node, _, _ = _target(fault, root)
    present = [key for key in CONTENTS if key in fault.instance]
    if not present and not misspelled(fault, CONTENTS) and not content_under_another_key(fault):
        advice = "add one of `says`, `quotes` or `facts`"
        yield Problem(*_first_place(node), "a claim checks nothing", advice, absent=True)
    for key in present[1:]:
        message = f"a claim has `{present[0]}` and `{key}`, but should have one of them"
        yield Problem(*place_of(node, key), message, "make two claims of it, each with an id of its own")


def _dependency(fault: Fault, root: Node) -> Iterator[Problem]:
    node, _, _ = _target(fault, root)
    for key, needed in fault.demand.items():
        lacks = key in fault.instance and needed[0] not in fault.instance and not misspelled(fault, needed)
        if lacks and not content_under_another_key(fault) and fault.message.startswith(repr(needed[0])):
            message = f"`{key}` stands in a claim without `{needed[0]}`, which alone it belongs to"
            yield Problem(*place_of(node, key), message, f"remove `{key}`, or give the claim `{needed[0]}`")


def _too_few(fault: Fault, root: Node) -> Iterator[Problem]:
    _, place, key = _target(fault, root)
    message = f"{_subject(fault, key)} is empty, but should be {_title(fault)}"
    yield Problem(*place, message, "write at least one entry, or remove the key")


def _too_many(fault: Fault, root: Node) -> Iterator[Problem]:
    node, place, key = _target(fault, root)
    count = len(node.nodes) if isinstance(node, Sequence) else 0
    message = f"{_subject(fault, key)} has {count} entries, but should be {_title(fault)}"
    yield Problem(*place, message, f"write at most {fault.demand}")


def _other(fault: Fault, root: Node) -> Iterator[Problem]:
    _, place, key = _target(fault, root)
    yield Problem(
        *place, f"{_subject(fault, key)} does not fit: {printable(fault.message, 120)}", "see `factspec schema`"
    )


_TRANSLATIONS: dict[str, Callable[[Fault, Node], Iterator[Problem]]] = {
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
