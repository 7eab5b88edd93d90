"""The two sides of a comparison, and ranges of their tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factspec.comparison.alignment import Stretch
from factspec.comparison.units import Unit
from factspec.fact import Fact
from factspec.text.tokens import Token


class Side(NamedTuple):
    """One of the two wordings around its differences: tokens, facts (by token index, in order), units, and text.

    `firsts` and `lasts` are where its facts begin and end.
    """

    tokens: tuple[Token, ...]
    facts: tuple[Fact, ...]
    units: Sequence[Unit]
    text: str
    firsts: Sequence[int]
    lasts: Sequence[int]


class Range(NamedTuple):
    """A half-open range of token indexes."""

    first: int
    last: int


class Span(NamedTuple):
    """A difference as a range of tokens on each side, one perhaps empty."""

    approved: Range
    found: Range


class Pair(NamedTuple):
    """Two facts that stand against each other in a span; one may be missing."""

    approved: Fact | None
    found: Fact | None
    span: Span


def in_tokens(approved: Side, found: Side, span: Stretch) -> Span:
    """A span of unit indexes as one of token indexes."""
    return Span(_range(approved, span.first, span.last), _range(found, span.found_first, span.found_last))


def _range(side: Side, first: int, last: int) -> Range:
    if first < last:
        return Range(side.units[first].first, side.units[last - 1].last)
    place = side.units[first - 1].last if first else 0
    return Range(place, place)


def side_of(tokens: tuple[Token, ...], facts: tuple[Fact, ...], units: Sequence[Unit], text: str) -> Side:
    """A side with the places of its facts."""
    return Side(tokens, facts, units, text, [fact.first for fact in facts], [fact.last for fact in facts])


def touching(side: Side, place: Range) -> Sequence[Fact]:
    """The facts that share a token with a range, or go on over it where it is empty."""
    return side.facts[bisect_right(side.lasts, place.first) : bisect_left(side.firsts, place.last)]


def keys_of(side: Side, place: Range) -> tuple[str, ...]:
    """The folded keys of a range."""
    return tuple(token.key for token in side.tokens[place.first : place.last])


def offsets(side: Side, place: Range) -> tuple[int, int]:
    """The text offsets of a range; where it is empty, twice the end of what stands before it, or else the beginning."""
    if place.first < place.last:
        return side.tokens[place.first].start, side.tokens[place.last - 1].end
    if not side.tokens:
        return 0, 0
    before = side.tokens[place.first - 1].end if place.first else side.tokens[0].start
    return before, before
