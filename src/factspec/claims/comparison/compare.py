"""Compare approved wording with found wording: same, reworded or changed, and what differs.

A difference is a change until a class of harmless differences explains each of its words. If a fact differs, appears or
vanishes in what is left, the wording is changed; if only other words are left, it is reworded.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.anchored import Comparison, Outcome
from factspec.claims.comparison.diagnosis import diagnosed
from factspec.claims.comparison.harmless import names, signs, times, values, words
from factspec.claims.comparison.model import (
    PADDING,
    Harmless,
    Moves,
    Segment,
    Side,
    Stretch,
    segments_of,
    side_of,
    stretches,
)
from factspec.facts.fact import Fact
from factspec.facts.found import read_facts
from factspec.language.tokens import Token, common_ends, keys, tokenize

# Whether the harmless classes explain every segment of a difference.


# A larger difference is not house style, and the limit keeps the search short.
_LARGEST = 60


@cache
def harmless_classes() -> tuple[Harmless, ...]:
    """Every class of harmless differences, in the order of their names."""
    found = (one for module in (names, signs, times, values, words) for one in module.CLASSES)
    return tuple(sorted(found, key=lambda one: one.name.lower()))


_Step = tuple[Moves, bool]


class _Steps(NamedTuple):
    """The moves of the classes, each with whether it applies in quotations, by where they can begin."""

    at_words: tuple[_Step, ...]
    anywhere: tuple[_Step, ...]
    of_values: tuple[_Step, ...]
    by_key: dict[object, tuple[_Step, ...]]

    def at(self, segment: Segment, *, of_values: bool) -> tuple[_Step, ...]:
        """The moves that can begin at a segment, with those of values if one of the two segments is a value."""
        text = segment.token.text
        steps = self.at_words if text.islower() and text.isalpha() else self.anywhere
        keyed = self.by_key.get(segment.key, ())
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


def explained(approved: Sequence[Segment], found: Sequence[Segment], span: Stretch) -> bool:
    """Whether a path of equal segments and harmless differences leads through the whole stretch."""
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


def trimmed(approved: Sequence[Segment], found: Sequence[Segment], span: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    """Split a stretch in three: explained segments before, the rest, and explained segments after."""
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


def _onward(approved: Sequence[Segment], at: int, found: Sequence[Segment], there: int) -> list[tuple[int, int]]:
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


def _unquoted(approved: Sequence[Segment], at: int, last: int, found: Sequence[Segment], there: int, end: int) -> bool:
    return not any(segment.quoted for segment in approved[at:last]) and not any(
        segment.quoted for segment in found[there:end]
    )


# Which tokens are between quotation marks, where a wording must be kept.


_MARKS = frozenset({'"', "'"})


def quoted_tokens(tokens: Sequence[Token]) -> Sequence[bool]:
    """For each token, whether it is inside a quotation that opens and closes in the text; marks are outside."""
    flags = [False] * len(tokens)
    opened: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if token.key not in _MARKS:
            continue
        start = opened.pop(token.key, None)
        if start is not None and (token.key == '"' or tokens[place - 1].end == token.start):
            flags[start + 1 : place] = [True] * (place - start - 1)
        elif start is not None:
            opened[token.key] = start
        elif _opens(tokens, place):
            opened[token.key] = place
    return flags


def _opens(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.key == '"':
        return not place or tokens[place - 1].end != token.start or not tokens[place - 1].key[0].isdigit()
    after_space = not place or tokens[place - 1].end < token.start or tokens[place - 1].key in {"(", '"', "-"}
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return after_space and following is not None and following.start == token.end and not following.key[0].isdigit()


# Differences widened so that none of them cuts a fact: "Vladimir" is read as "Vladimir Putin".


class _Facts(NamedTuple):
    """Half-open ranges of segment indexes, one for each fact of several segments; and the number of all segments."""

    firsts: list[int]
    lasts: list[int]
    segments: int


def widened(
    spans: Iterable[Stretch],
    others: Iterable[Stretch],
    approved: tuple[Sequence[Segment], Sequence[Fact]],
    found: tuple[Sequence[Segment], Sequence[Fact]],
) -> list[Stretch]:
    """The stretches, each extended over every fact that it cuts, and joined if they meet.

    Each side is its segments and its facts (by token index). A stretch that grows into one of `others` includes it.
    """
    mine, theirs = _facts_by_segment(*approved), _facts_by_segment(*found)
    if not mine.firsts and not theirs.firsts:
        return list(spans)
    done: list[tuple[Stretch, bool]] = []
    for span, opened in sorted([*((span, True) for span in spans), *((other, False) for other in others)]):
        done.append((_grown(span, mine, theirs) if opened else span, opened))
        while len(done) > 1 and (done[-1][1] or done[-2][1]) and _meets(done[-2][0], done[-1][0]):
            last, _ = done.pop()
            done[-1] = (_grown(_union(done[-1][0], last), mine, theirs), True)
    return [span for span, opened in done if opened]


def _facts_by_segment(segments: Sequence[Segment], facts: Iterable[Fact]) -> _Facts:
    longer = [fact for fact in facts if fact.last - fact.first > 1]
    firsts = [segment.first for segment in segments[:-PADDING]] if longer else []
    ranges = [(bisect_right(firsts, fact.first) - 1, bisect_left(firsts, fact.last)) for fact in longer]
    several = [(first, last) for first, last in ranges if last - first > 1]
    return _Facts([first for first, _ in several], [last for _, last in several], len(segments) - PADDING)


def _grown(span: Stretch, mine: _Facts, theirs: _Facts) -> Stretch:
    while True:
        left, right = _beyond(span.first, span.last, mine)
        found_left, found_right = _beyond(span.found_first, span.found_last, theirs)
        left = min(max(left, found_left), span.first, span.found_first)
        right = min(max(right, found_right), mine.segments - span.last, theirs.segments - span.found_last)
        if left <= 0 >= right:
            return span
        span = Stretch(span.first - left, span.last + right, span.found_first - left, span.found_last + right)


def _beyond(first: int, last: int, facts: _Facts) -> tuple[int, int]:
    """How many segments the facts that touch a range extend beyond its two ends."""
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


_SAME = Comparison(Outcome.SAME)
# How many common tokens before the first and after the last difference are read too, so that no fact is cut.
_MARGIN = 8
# This word refers to the order of everything before it, so texts that contain it are read whole.
_FAR = "respectively"
# Differences with at most this many equal segments between them are also tried as one ("A and B" for "B and A").
_MOST_BETWEEN = 6


def compare(approved: str, found: str) -> Comparison:
    """Compare a found wording with the approved one; offsets of differences count characters of each text."""
    if approved == found:
        return _SAME
    return compare_tokens(tokenize(approved), tokenize(found), approved, found)


def compare_tokens(
    approved: Sequence[Token], found: Sequence[Token], approved_text: str, found_text: str
) -> Comparison:
    """`compare` for texts that are tokens already; offsets of differences are those of the tokens."""
    approved_keys, found_keys = keys(approved), keys(found)
    if approved_keys == found_keys:
        return _SAME
    head, tail = common_ends(approved_keys, found_keys)
    start, stop = max(head - _MARGIN, 0), max(tail - _MARGIN, 0)
    if _FAR in approved_keys:
        start = stop = 0
    one = _side(approved, start, len(approved) - stop, approved_text, marked=_marked(approved_keys))
    other = _side(found, start, len(found) - stop, found_text, marked=_marked(found_keys))
    spans = stretches(
        [segment.key for segment in one.segments[:-PADDING]], [segment.key for segment in other.segments[:-PADDING]]
    )
    left = _unexplained(one.segments, other.segments, spans)
    if not left:
        return _SAME
    harmless = [span for span in spans if span not in left]
    parts = [trimmed(one.segments, other.segments, span) for span in left]
    harmless += [part for before, _, after in parts for part in (before, after) if part.first < part.last]
    left = [span for _, span, _ in parts]
    left = widened(left, harmless, (one.segments, one.facts), (other.segments, other.facts))
    differences = diagnosed(one, other, left, harmless)
    changed = any(difference.kind != "wording" for difference in differences)
    return Comparison(Outcome.CHANGED if changed else Outcome.REWORDED, differences)


def _marked(keys_of_text: Sequence[str]) -> bool:
    return '"' in keys_of_text or "'" in keys_of_text


def _side(tokens: Sequence[Token], first: int, last: int, text: str, *, marked: bool) -> Side:
    window = tuple(tokens[first:last])
    facts = read_facts(window)
    quoted = quoted_tokens(tokens)[first:last] if marked else (False,) * (last - first)
    return side_of(window, facts, segments_of(window, facts, quoted), text)


def _unexplained(one: Sequence[Segment], other: Sequence[Segment], spans: list[Stretch]) -> list[Stretch]:
    open_spans = [place for place, span in enumerate(spans) if not explained(one, other, span)]
    settled: set[int] = set()
    for place in open_spans:
        if place in settled:
            continue
        for first, last in ((place - 1, place), (place, place + 1), (place, place + 2), (place - 1, place + 1)):
            if first >= 0 and last < len(spans) and _explained_together(one, other, spans[first : last + 1]):
                settled.update(range(first, last + 1))
                break
    return [spans[place] for place in open_spans if place not in settled]


def _explained_together(one: Sequence[Segment], other: Sequence[Segment], spans: Sequence[Stretch]) -> bool:
    if any(right.first - left.last > _MOST_BETWEEN for left, right in pairwise(spans)):
        return False
    return explained(one, other, Stretch(spans[0].first, spans[-1].last, spans[0].found_first, spans[-1].found_last))
