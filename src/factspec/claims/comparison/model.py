"""What a comparison works on: segments and sides of two texts, their alignment, and classes of harmless differences."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factspec.facts.fact import Fact
from factspec.facts.found import value_kinds
from factspec.language.tokens import Token, common_ends

# Where two sequences of segments differ: the spans between their longest common runs, in bounded time.


# With more pairs of segments than this, difflib takes too long, and a bit-parallel alignment is used instead. Beyond
# the second figure (about 40 MB of memory), everything between the common ends is one difference.
_FINE = 40_000
_COARSE = 300_000_000


class Stretch(NamedTuple):
    """A difference as a half-open range of indexes of the approved and of the found sequence; one may be empty."""

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


# What is aligned: each word of a text, and each value (a date, a sum) as a whole.


class Segment(NamedTuple):
    """A word, a sign or a value; `key` is what is aligned, `first` and `last` a half-open range of token indexes.

    `token` is its first token; `fact` is its value, if it is one. `quoted` means that it is between quotation marks.
    """

    key: Hashable
    first: int
    last: int
    token: Token
    fact: Fact | None
    quoted: bool


# Placed before the first and after the last segment, so that every segment has neighbours.
_OUTSIDE = Segment("", -1, -1, Token("", "", -2, -2), None, quoted=False)
PADDING = 4
# Takes half as long as calling the class, in the loop that makes most segments.
_NEW = tuple.__new__


def segments_of(tokens: Sequence[Token], facts: Sequence[Fact], quoted: Sequence[bool]) -> list[Segment]:
    """The segments of tokens in order; a quoted value is read word by word.

    `PADDING` empty segments follow them, so that the segment at index -1 is empty too.
    """
    segments: list[Segment] = []
    place, values = 0, value_kinds()
    for fact in facts:
        if fact.kind in values and not any(quoted[fact.first : fact.last]):
            segments.extend(_words(tokens, place, fact.first, quoted))
            key = (fact.kind, fact.value)
            segments.append(Segment(key, fact.first, fact.last, tokens[fact.first], fact, quoted=False))
            place = fact.last
    segments.extend(_words(tokens, place, len(tokens), quoted))
    segments.extend([_OUTSIDE] * PADDING)
    return segments


def _words(tokens: Sequence[Token], first: int, last: int, quoted: Sequence[bool]) -> list[Segment]:
    return [_NEW(Segment, (tokens[at][1], at, at + 1, tokens[at], None, quoted[at])) for at in range(first, last)]


def word(segment: Segment) -> str:
    """The folded word of a segment; empty if it is a value or a sign."""
    key = segment.token.key
    return key if segment.fact is None and key[:1].isalpha() else ""


def is_capital(segment: Segment) -> bool:
    """Whether a segment begins with a capital."""
    return segment.token.text[:1].isupper()


def are_touching(left: Segment, right: Segment) -> bool:
    """Whether there is no space between two neighbouring segments of one word or sign each."""
    return left.token.end == right.token.start


# The two sides of a comparison, and ranges of their tokens.


class Side(NamedTuple):
    """One of the two wordings around its differences: tokens, facts (by token index, in order), segments and text.

    `firsts` and `lasts` are the token indexes at which its facts begin and end.
    """

    tokens: tuple[Token, ...]
    facts: tuple[Fact, ...]
    segments: Sequence[Segment]
    text: str
    firsts: Sequence[int]
    lasts: Sequence[int]


class Range(NamedTuple):
    """A half-open range of token indexes."""

    first: int
    last: int


class Ranges(NamedTuple):
    """A difference as a range of tokens on each side; one may be empty."""

    approved: Range
    found: Range


class FactPair(NamedTuple):
    """Two facts of a span that correspond to each other; one may be missing."""

    approved: Fact | None
    found: Fact | None
    span: Ranges


def in_tokens(approved: Side, found: Side, span: Stretch) -> Ranges:
    """A stretch of segment indexes as a span of token indexes."""
    return Ranges(_range(approved, span.first, span.last), _range(found, span.found_first, span.found_last))


def _range(side: Side, first: int, last: int) -> Range:
    if first < last:
        return Range(side.segments[first].first, side.segments[last - 1].last)
    place = side.segments[first - 1].last if first else 0
    return Range(place, place)


def side_of(tokens: tuple[Token, ...], facts: tuple[Fact, ...], segments: Sequence[Segment], text: str) -> Side:
    """A side with the places of its facts."""
    return Side(tokens, facts, segments, text, [fact.first for fact in facts], [fact.last for fact in facts])


def facts_touching(side: Side, place: Range) -> Sequence[Fact]:
    """The facts that share a token with a range, or surround it if it is empty."""
    return side.facts[bisect_right(side.lasts, place.first) : bisect_left(side.firsts, place.last)]


def keys_of(side: Side, place: Range) -> tuple[str, ...]:
    """The folded keys of a range."""
    return tuple(token.key for token in side.tokens[place.first : place.last])


def offsets(side: Side, place: Range) -> tuple[int, int]:
    """The text offsets of a range; of an empty one, twice the end of the token before it, or the start of the text."""
    if place.first < place.last:
        return side.tokens[place.first].start, side.tokens[place.last - 1].end
    if not side.tokens:
        return 0, 0
    before = side.tokens[place.first - 1].end if place.first else side.tokens[0].start
    return before, before


Moves = Callable[[Sequence[Segment], int, Sequence[Segment], int], Iterable[tuple[int, int]]]
"""Yield the steps that a class allows from one place in each text, each as the two places after it."""


class Harmless(NamedTuple):
    """A class of differences that do not change the meaning, with its documentation and its examples.

    `passes` and `never` describe it for docs/comparison.md. `same` and `not_same` are pairs of texts, tested both ways.
    `moves` finds the steps; a class that tokens already fold has none. It is called only at segments whose key is in
    `starts`, if that is not empty; only at values if `of_values`; and not at plain words in small letters if
    `not_at_words`. `in_quotations` says whether it applies between quotation marks.
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
