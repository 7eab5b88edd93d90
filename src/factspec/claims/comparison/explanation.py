"""Whether the benign classes explain every unit of a difference."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from factspec.claims.comparison.harmless import names, signs, times, values, words
from factspec.claims.comparison.model import Harmless, Moves, Stretch, Unit

# Larger differences are no house style; the search for an explanation stays small.
_LARGEST = 60


@cache
def harmless_classes() -> tuple[Harmless, ...]:
    """Every class of harmless differences, in the order of their names."""
    found = (one for module in (names, signs, times, values, words) for one in module.CLASSES)
    return tuple(sorted(found, key=lambda one: one.name.lower()))


_Step = tuple[Moves, bool]


class _Steps(NamedTuple):
    """The moves of the classes, each with whether it holds in quotations, by what they need to begin."""

    at_words: tuple[_Step, ...]
    anywhere: tuple[_Step, ...]
    of_values: tuple[_Step, ...]
    by_key: dict[object, tuple[_Step, ...]]

    def at(self, unit: Unit, *, of_values: bool) -> tuple[_Step, ...]:
        """The moves that can begin at a unit, with those of values where one of the two is a value."""
        text = unit.token.text
        steps = self.at_words if text.islower() and text.isalpha() else self.anywhere
        keyed = self.by_key.get(unit.key, ())
        return steps + keyed + self.of_values if of_values else steps + keyed


@cache
def _steps() -> _Steps:
    classes = harmless_classes()
    starts = {key for one in classes for key in one.starts}

    def those(wanted: Callable[[Harmless], bool]) -> tuple[_Step, ...]:
        found = ((one.moves, one.in_quotations) for one in classes if one.moves and wanted(one))
        return tuple(dict.fromkeys(found))

    return _Steps(
        at_words=those(lambda one: not (one.starts or one.of_values or one.not_at_words)),
        anywhere=those(lambda one: not (one.starts or one.of_values)),
        of_values=those(lambda one: one.of_values),
        by_key={key: those(partial(_starts, key)) for key in starts},
    )


def _starts(key: object, one: Harmless) -> bool:
    return key in one.starts


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
    steps, of_values = _steps(), bool(mine.fact or theirs.fact)
    for moves, in_quotations in steps.at(mine, of_values=of_values):
        for at_next, there_next in moves(approved, at, found, there):
            if in_quotations or _unquoted(approved, at, at_next, found, there, there_next):
                onward.append((at_next, there_next))
    for moves, in_quotations in steps.at(theirs, of_values=of_values):
        for there_next, at_next in moves(found, there, approved, at):
            if in_quotations or _unquoted(approved, at, at_next, found, there, there_next):
                onward.append((at_next, there_next))
    return onward


def _unquoted(approved: Sequence[Unit], at: int, last: int, found: Sequence[Unit], there: int, end: int) -> bool:
    return not any(unit.quoted for unit in approved[at:last]) and not any(unit.quoted for unit in found[there:end])
