"""Whether the benign classes explain every unit of a difference."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from types import ModuleType
from typing import NamedTuple

from factspec.comparison.agreeing import Moves
from factspec.comparison.alignment import Stretch
from factspec.comparison.units import Unit
from factspec.registry import load, names

_PACKAGE = "factspec.comparison.benign"


# Larger differences are no house style; the search for an explanation stays small.
_LARGEST = 60


@cache
def benign_classes() -> tuple[ModuleType, ...]:
    """The modules of all benign classes, in the order of their names."""
    return tuple(load(_PACKAGE, name) for name in names(_PACKAGE))


_Step = tuple[Moves, bool]


class _Steps(NamedTuple):
    """The moves of the classes, each with whether it holds in quotations, by what they need to begin."""

    at_words: tuple[_Step, ...]
    anywhere: tuple[_Step, ...]
    of_values: tuple[_Step, ...]
    by_key: dict[object, tuple[_Step, ...]]

    def at(self, unit: Unit, *, values: bool) -> tuple[_Step, ...]:
        """The moves that can begin at a unit, with those of values where one of the two is a value."""
        text = unit.token.text
        steps = self.at_words if text.islower() and text.isalpha() else self.anywhere
        keyed = self.by_key.get(unit.key, ())
        return steps + keyed + self.of_values if values else steps + keyed


@cache
def _steps() -> _Steps:
    modules = [module for module in benign_classes() if hasattr(module, "moves")]
    starts = {key for module in modules for key in getattr(module, "STARTS", ())}
    limited = ("STARTS", "OF_VALUES")

    def those(wanted: Callable[[ModuleType], bool]) -> tuple[_Step, ...]:
        return tuple((module.moves, module.IN_QUOTATIONS) for module in modules if wanted(module))

    return _Steps(
        at_words=those(lambda module: not any(hasattr(module, name) for name in (*limited, "NOT_AT_WORDS"))),
        anywhere=those(lambda module: not any(hasattr(module, name) for name in limited)),
        of_values=those(lambda module: hasattr(module, "OF_VALUES")),
        by_key={key: those(partial(_starts, key)) for key in starts},
    )


def _starts(key: object, module: ModuleType) -> bool:
    return key in getattr(module, "STARTS", ())


def explained(approved: Sequence[Unit], found: Sequence[Unit], span: Stretch) -> bool:
    """Whether a way leads through the span on which every step is an equal unit or a benign class."""
    if span.last - span.first > _LARGEST or span.found_last - span.found_first > _LARGEST:
        return False
    goal = (span.last, span.found_last)
    ways = [(span.first, span.found_first)]
    seen = set(ways)
    while ways:
        here = ways.pop()
        if here == goal:
            return True
        for step in _onward(approved, here[0], found, here[1]):
            if step not in seen and step[0] <= goal[0] and step[1] <= goal[1]:
                seen.add(step)
                ways.append(step)
    return False


def trimmed(approved: Sequence[Unit], found: Sequence[Unit], span: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    """A span without the units at its ends that stand against each other and are explained; these before and behind."""
    first, last, there, end = span
    if last - first < 2 and end - there < 2:
        return Stretch(first, first, there, there), span, Stretch(last, last, end, end)
    while first < last and there < end and explained(approved, found, Stretch(first, first + 1, there, there + 1)):
        first, there = first + 1, there + 1
    while first < last and there < end and explained(approved, found, Stretch(last - 1, last, end - 1, end)):
        last, end = last - 1, end - 1
    return (
        Stretch(span.first, first, span.found_first, there),
        Stretch(first, last, there, end),
        Stretch(last, span.last, end, span.found_last),
    )


def _onward(approved: Sequence[Unit], at: int, found: Sequence[Unit], there: int) -> list[tuple[int, int]]:
    mine, theirs = approved[at], found[there]
    onward = [(at + 1, there + 1)] if mine.key == theirs.key else []
    steps, values = _steps(), bool(mine.fact or theirs.fact)
    for moves, in_quotations in steps.at(mine, values=values):
        for at_next, there_next in moves(approved, at, found, there):
            if in_quotations or _unquoted(approved, at, at_next, found, there, there_next):
                onward.append((at_next, there_next))
    for moves, in_quotations in steps.at(theirs, values=values):
        for there_next, at_next in moves(found, there, approved, at):
            if in_quotations or _unquoted(approved, at, at_next, found, there, there_next):
                onward.append((at_next, there_next))
    return onward


def _unquoted(approved: Sequence[Unit], at: int, last: int, found: Sequence[Unit], there: int, end: int) -> bool:
    return not any(unit.quoted for unit in approved[at:last]) and not any(unit.quoted for unit in found[there:end])
