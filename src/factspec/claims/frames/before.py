"""Frames before approved words in their sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from factspec.claims.frames.classes import CLASSES
from factspec.claims.frames.frame import SIGHT, Frame, negates
from factspec.claims.frames.pattern import CUT
from factspec.claims.frames.rows import ANNOUNCING, BEFORE, CLAUSE, GOVERNORS, THAT
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.verbs import AUXILIARIES, DETERMINERS

# How far before an anchor, in tokens, the word that governs a clause is looked for.
_REACH = 14
# How many tokens of its own clause may be before an anchor: "that the mighty old | mill".
_OWN = 10
# What follows a "that" which is a relative pronoun.
_VERBAL = AUXILIARIES | framing_words.MODAL
# What takes the clause of an anchor, and so parts it from a "that" before.
_PARTS = CLASSES["SAY_SO"] | CLASSES["DENIES"]
_TURNING = frozenset({"say-so", "denial", "doubt", "negation"})


def opened(index: Index, anchor: Span) -> int:
    """The token at which the anchor's clause is opened by "that", "whether" or "if"; -1 where none opens it."""
    before, start = _seen(index, anchor)
    for position in range(len(before) - 1, max(len(before) - 1 - _OWN, -1), -1):
        key, following = before[position], before[position + 1] if position + 1 < len(before) else ""
        if key in framing_words.COMPLEMENTISERS:
            relative = key == "that" and (following in _VERBAL or following.endswith("ed"))
            return -1 if relative else start + position
        governs = key in _PARTS or (negates(key) and key not in framing_words.DOUBT)
        # What begins with a comma right after "that" is a parenthesis, and no end of the clause.
        if (key in framing_words.BOUNDARIES and key != '"') or (governs and following not in DETERMINERS):
            return -1
    return -1


def _seen(index: Index, anchor: Span) -> tuple[tuple[str, ...], int]:
    """The keys before an anchor in its sentence, and the token that they begin with."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    start = max(sentence.start, anchor.start - SIGHT)
    before = index.keys(Span(start, anchor.start))
    return (before, start) if start == sentence.start else ((CUT, *before), start - 1)


def frames_before(index: Index, anchor: Span, opening: int) -> Iterator[Frame]:
    """Frames before an anchor whose clause is opened at a token (-1: at none)."""
    before, start = _seen(index, anchor)
    for row, shown in BEFORE.found(before):
        if not any(_UNLESS[name](_Seen(index, before, start), shown.start) for name in row.unless):
            yield _shifted(row.does, shown, start)
    for _, shown in ANNOUNCING.found(before):
        does, by = _governing_itself(before, shown.end - 1)
        if does in _TURNING and not (does == "negation" and negates(before[by.start])):
            yield _shifted(does, by, start)
    if opening >= start:
        yield from _of_that(before[: opening - start + 1], start)
    else:
        yield from _of_clause(before, start)


def governing(keys: Sequence[str], position: int) -> tuple[str, Span]:
    """What a word does to the clause that it takes, and the words by which it does so.

    `fact` where it takes the clause for granted, empty where it does nothing to it.
    """
    if keys[position] in GOVERNORS.last or negates(keys[position]):
        for row, shown in GOVERNORS.found(keys[: position + 1]):
            return ("" if row.does == "pass" else row.does), shown
    return "", Span(position, position + 1)


def _governing_itself(keys: Sequence[str], position: int) -> tuple[str, Span]:
    """`governing` for a word right before the words: "denied that she said | “…”" denies the saying, not the words."""
    does, by = governing(keys, position)
    return (does, by) if by.end > position else ("say-so", Span(position, position + 1))


def _shifted(does: str, shown: Span, start: int) -> Frame:
    return Frame(does, Span(start + shown.start, start + shown.end))


def _of_that(before: Sequence[str], start: int) -> Iterator[Frame]:
    """The word that takes the clause: the nearest before "that" or "whether"; one that vouches for it is no frame."""
    for row, shown in THAT.found(before):
        yield _shifted(row.does, shown, start)
        return
    for position in range(len(before) - 2, max(len(before) - 2 - _REACH, -1), -1):
        does, shown = governing(before, position)
        if does == "fact" or before[position] == ";":
            return
        if does:
            yield _shifted(does, shown, start)
            return


def _of_clause(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A word that takes the clause without "that", or opens it: "nobody could say | the dam was leaking", "if | …"."""
    for row, shown in CLAUSE.found(before):
        reads = {"at": _governing_itself, "from": governing}.get(row.does)
        does, by = reads(before, shown.start) if reads else (row.does, shown)
        if does in _TURNING | {"condition"} and not (does == "negation" and negates(before[by.start])):
            yield _shifted(does, by, start)
        if does:
            return


class _Seen(NamedTuple):
    """The keys before an anchor, and the token that they begin with."""

    article: Index
    keys: Sequence[str]
    start: int


def _is_quoted(before: _Seen, at: int) -> bool:
    """Whether a word is between quotation marks, and what follows is after them: '"If we stop," said'."""
    return before.keys[:at].count('"') % 2 == 1 and '"' in before.keys[at:]


def _is_cited(before: _Seen, at: int) -> bool:
    """Whether a marker follows among these tokens: "According to Reuters [1], …" names a cited source."""
    tokens, markers = before.article.tokens, before.article.article.markers
    first, last = tokens.starts[before.start + at], tokens.ends[before.start + len(before.keys) - 1]
    place = bisect_right(markers, first, key=attrgetter("at"))
    return place < len(markers) and markers[place].at <= last


_UNLESS = {"quoted": _is_quoted, "cited": _is_cited}
