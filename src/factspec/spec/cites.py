"""What a claim must cite, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from typing import NamedTuple

from factspec.registry import load
from factspec.spec.model import Cites
from factspec.spec.nodes import (
    Mapping,
    Node,
    Problem,
    Scalar,
    Sequence,
    items_of,
    place_of,
    scalars_of,
    text_of,
    value_of,
)
from factspec.spec.vocabulary import listed, nearest, says_none
from factspec.text.printable import printable

_LISTS = ("all_of", "any_of", "none_of")


class Declared(NamedTuple):
    """The declared sources: the origin of each by its id, and how many sources each origin has."""

    origins: MappingType[str, str]
    sizes: MappingType[str, int]


def cites_of(claim: Node) -> Cites | None:
    """What a claim must cite; None where it has no `cites`."""
    value = value_of(claim, "cites")
    if value is None:
        return None
    line = place_of(claim, "cites").line
    if not isinstance(value, Mapping):
        return Cites(line, exactly=_ids(claim, "cites"))
    all_of, any_of, none_of = (_ids(value, key) for key in _LISTS)
    return Cites(line, None, all_of, any_of, none_of, _number(value, "at_least"), _number(value, "origins"))


def cites_are_ids(claim: Node) -> bool:
    """Whether what stands in a claim's list of citations are ids; of others it is not known what they name."""
    return all(isinstance(item, Scalar) for item in items_of(claim, "cites"))


def number_in(text: str) -> int:
    """The whole number that a text is, -1 for `all`, 0 for anything else."""
    return -1 if text == "all" else int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0


def _number(node: Node, key: str) -> int:
    return number_in(text_of(node, key))


def _ids(node: Node, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([item.text for item in scalars_of(node, key)]))


def cites_problems(claim: Node, declared: Declared) -> Iterator[Problem]:
    """Sources that are not declared, and demands that no citation can meet; `declared` are the spec's sources."""
    value = value_of(claim, "cites")
    if isinstance(value, Sequence):
        yield from _unknown(scalars_of(claim, "cites"), declared)
    elif isinstance(value, Mapping):
        for key in _LISTS:
            yield from _unknown(tuple(item for item in items_of(value, key) if isinstance(item, Scalar)), declared)
        yield from _contradictions(value)
        yield from _unreachable(value, declared)


def _unknown(items: tuple[Scalar, ...], declared: Declared) -> Iterator[Problem]:
    seen: set[str] = set()
    for item in items:
        if item.text in seen:
            message = f"source `{printable(item.text, 60)}` stands twice in one list"
            yield Problem(item.line, item.column, message, "keep one of the two")
        elif item.text and item.text not in declared.origins:
            row = load("factspec.spec", "ids").ids_in(item.text, declared.origins)
            message = f"source `{printable(item.text, 60)}` is not declared in `sources`"
            advice = (
                f"write `{printable(', '.join(row), 120)}`"
                if row not in ([], [item.text])
                else _advice(item.text, declared)
            )
            yield Problem(item.line, item.column, message, advice)
        seen.add(item.text)


def _advice(name: str, declared: Declared) -> str:
    if says_none(name):
        return "write `cites: []` for a claim without citations"
    # Close matches cost a comparison with every source, so a spec of hundreds is only referred to.
    ids = declared.origins
    close = nearest(name, ids) if len(ids) <= 100 else ""
    if close:
        return f"did you mean `{printable(close, 60)}`? Else declare it in `sources`"
    known = f"; declared are {listed(printable(one, 30) for one in ids)}" if 0 < len(ids) <= 12 else ""
    return f"declare it in `sources`{known}"


def _contradictions(value: Mapping) -> Iterator[Problem]:
    banned = frozenset(_ids(value, "none_of"))
    for item in scalars_of(value, "all_of"):
        if item.text in banned:
            shown = printable(item.text, 60)
            message = f"source `{shown}` stands in `all_of` and in `none_of`"
            yield Problem(item.line, item.column, message, "no citation can meet both; remove it from one of them")
    any_of = _ids(value, "any_of")
    if any_of and banned.issuperset(any_of):
        message = "every source of `any_of` stands in `none_of`"
        yield Problem(*place_of(value, "any_of"), message, "no citation can meet both; name a source that may be cited")


def _unreachable(value: Mapping, declared: Declared) -> Iterator[Problem]:
    banned = [name for name in _ids(value, "none_of") if name in declared.origins]
    sources = len(declared.origins) - len(banned)
    wanted = _number(value, "at_least")
    if wanted > sources:
        message = f"`at_least` asks for {wanted} source{'s' * (wanted > 1)}, but the claim may cite only {sources}"
        yield Problem(*_value_place(value, "at_least"), message, "declare more sources, or ask for fewer")
    gone = Counter(declared.origins[name] for name in banned)
    origins = len(declared.sizes) - sum(declared.sizes[origin] == count for origin, count in gone.items())
    wanted = _number(value, "origins")
    if wanted > origins:
        message = (
            f"`origins` asks for {wanted} origin{'s' * (wanted > 1)}, but the sources it may cite have only {origins}"
        )
        yield Problem(*_value_place(value, "origins"), message, "declare sources of other origins, or ask for fewer")


def _value_place(node: Node, key: str) -> tuple[int, int]:
    value = value_of(node, key)
    return (value.line, value.column) if value is not None else (node.line, node.column)
