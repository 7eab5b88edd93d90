"""Differences widened so that none cuts a fact: "Vladimir" is read as "Vladimir Putin"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factspec.comparison.alignment import Stretch
from factspec.comparison.units import PADDING, Unit
from factspec.fact import Fact


class _Facts(NamedTuple):
    """The half-open ranges of unit indexes of facts of several units, in order, none overlapping; how many units."""

    firsts: list[int]
    lasts: list[int]
    units: int


def widened(
    spans: Iterable[Stretch],
    others: Iterable[Stretch],
    approved: tuple[Sequence[Unit], Sequence[Fact]],
    found: tuple[Sequence[Unit], Sequence[Fact]],
) -> list[Stretch]:
    """The spans (of unit indexes) grown over every fact they cut, and joined where they meet.

    Each side is its units and its facts (by token index); a span that grows into one of `others` takes it in.
    """
    mine, theirs = _facts_by_unit(*approved), _facts_by_unit(*found)
    if not mine.firsts and not theirs.firsts:
        return list(spans)
    done: list[tuple[Stretch, bool]] = []
    for span, opened in sorted([*((span, True) for span in spans), *((other, False) for other in others)]):
        done.append((_grown(span, mine, theirs) if opened else span, opened))
        while len(done) > 1 and (done[-1][1] or done[-2][1]) and _meets(done[-2][0], done[-1][0]):
            last, _ = done.pop()
            done[-1] = (_grown(_union(done[-1][0], last), mine, theirs), True)
    return [span for span, opened in done if opened]


def _facts_by_unit(units: Sequence[Unit], facts: Iterable[Fact]) -> _Facts:
    longer = [fact for fact in facts if fact.last - fact.first > 1]
    firsts = [unit.first for unit in units[:-PADDING]] if longer else []
    ranges = [(bisect_right(firsts, fact.first) - 1, bisect_left(firsts, fact.last)) for fact in longer]
    several = [(first, last) for first, last in ranges if last - first > 1]
    return _Facts([first for first, _ in several], [last for _, last in several], len(units) - PADDING)


def _grown(span: Stretch, mine: _Facts, theirs: _Facts) -> Stretch:
    while True:
        left, right = _beyond(span.first, span.last, mine)
        found_left, found_right = _beyond(span.found_first, span.found_last, theirs)
        left = min(max(left, found_left), span.first, span.found_first)
        right = min(max(right, found_right), mine.units - span.last, theirs.units - span.found_last)
        if left <= 0 >= right:
            return span
        span = Stretch(span.first - left, span.last + right, span.found_first - left, span.found_last + right)


def _beyond(first: int, last: int, facts: _Facts) -> tuple[int, int]:
    """How far the facts that touch a range reach beyond its two ends."""
    start = bisect_right(facts.lasts, first)
    end = bisect_left(facts.firsts, last)
    if start >= end:
        return 0, 0
    return max(first - facts.firsts[start], 0), max(facts.lasts[end - 1] - last, 0)


def _meets(one: Stretch, other: Stretch) -> bool:
    return (one.first < other.last and other.first < one.last) or (
        one.found_first < other.found_last and other.found_first < one.found_last
    )


def _union(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(
        min(one.first, other.first),
        max(one.last, other.last),
        min(one.found_first, other.found_first),
        max(one.found_last, other.found_last),
    )
