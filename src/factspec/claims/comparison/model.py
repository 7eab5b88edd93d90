"""The result of comparing approved wording with found wording."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factspec.facts.difference import Difference
from factspec.facts.fact import Fact
from factspec.facts.found import VALUE_KINDS
from factspec.language.tokens import Token, common_ends


class Outcome(StrEnum):
    """What became of the approved wording."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"


class Comparison(NamedTuple):
    """How two wordings compare; `differences` holds what no benign class explains, in the order of the found text."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()


# Where two sequences of units differ: the spans between their longest common runs, in bounded time.


# Beyond this many pairs of units difflib's time grows too far, and a bit-parallel alignment takes over; beyond the
# second figure (about 40 MB of its memory) what lies between the common ends is one difference.
_FINE = 40_000
_COARSE = 300_000_000


class Stretch(NamedTuple):
    """A differing span: half-open ranges of indexes of the approved and of the found sequence, one perhaps empty."""

    first: int
    last: int
    found_first: int
    found_last: int


def stretches(approved: Sequence[Hashable], found: Sequence[Hashable]) -> list[Stretch]:
    """The differing spans of two sequences, in order."""
    head, tail = common_ends(approved, found)
    one, other = approved[head : len(approved) - tail], found[head : len(found) - tail]
    return [
        Stretch(first + head, last + head, found_first + head, found_last + head)
        for first, last, found_first, found_last in _differing(one, other)
    ]


def _differing(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    size = len(one) * len(other)
    if size == 0 or len(one) == len(other) == 1 or size > _COARSE:
        return [(0, len(one), 0, len(other))] if one or other else []
    if size > _FINE:
        codes = Indel.opcodes(one, other)
        return _joined(
            [(code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes if code.tag != "equal"]
        )
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]


def _joined(spans: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    joined: list[tuple[int, int, int, int]] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][3] == span[2]:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined


# What is aligned: a text's words one by one, and its values (a date, a sum) each as a whole.


class Unit(NamedTuple):
    """A word, a sign or a value; `key` is what is aligned, `first` and `last` a half-open range of token indexes.

    `token` is its first token, `fact` its value where it is one. `quoted` says that it stands between quotation marks.
    """

    key: Hashable
    first: int
    last: int
    token: Token
    fact: Fact | None
    quoted: bool


# What stands before the first and after the last unit, so that a neighbour can always be asked for.
_OUTSIDE = Unit("", -1, -1, Token("", "", -2, -2), None, quoted=False)
PADDING = 4
# Half the time of the class itself, in the loop that makes most of them.
_NEW = tuple.__new__


def units_of(tokens: Sequence[Token], facts: Sequence[Fact], quoted: Sequence[bool]) -> list[Unit]:
    """The units of tokens in order, a quoted value word by word.

    Behind them stand `PADDING` empty ones, so that index -1 gives an empty one too.
    """
    units: list[Unit] = []
    place = 0
    for fact in facts:
        if fact.kind in VALUE_KINDS and not any(quoted[fact.first : fact.last]):
            units.extend(_words(tokens, place, fact.first, quoted))
            key = (fact.kind, fact.value)
            units.append(Unit(key, fact.first, fact.last, tokens[fact.first], fact, quoted=False))
            place = fact.last
    units.extend(_words(tokens, place, len(tokens), quoted))
    units.extend([_OUTSIDE] * PADDING)
    return units


def _words(tokens: Sequence[Token], first: int, last: int, quoted: Sequence[bool]) -> list[Unit]:
    return [_NEW(Unit, (tokens[at][1], at, at + 1, tokens[at], None, quoted[at])) for at in range(first, last)]


def word(unit: Unit) -> str:
    """The folded word of a unit, empty where it is a value or a sign."""
    key = unit.token.key
    return key if unit.fact is None and key[:1].isalpha() else ""


def are_touching(left: Unit, right: Unit) -> bool:
    """Whether nothing stands between two neighbouring units of one word or sign each."""
    return left.token.end == right.token.start


# The two sides of a comparison, and ranges of their tokens.


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


def facts_touching(side: Side, place: Range) -> Sequence[Fact]:
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


Moves = Callable[[Sequence[Unit], int, Sequence[Unit], int], Iterable[tuple[int, int]]]
"""The steps that a class makes from one place in each text, each as the two places after it."""


class Harmless(NamedTuple):
    """A class of differences that say nothing new, with its documentation and its examples.

    `same` and `not_same` are pairs of texts, both ways. `moves` finds the steps; a class that tokens fold has none.
    It is asked only at units whose key is one of `starts`, where there are any; at values alone if `of_values`; not
    at plain words in small letters if `not_at_words`. `in_quotations` says whether it holds between quotation marks.
    """

    name: str
    passes: str
    never: str
    same: tuple[tuple[str, str], ...]
    not_same: tuple[tuple[str, str], ...]
    in_quotations: bool
    starts: frozenset[Hashable] = frozenset()
    of_values: bool = False
    not_at_words: bool = False
    moves: Moves | None = None
