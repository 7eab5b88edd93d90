"""The passage of stored texts that comes nearest to words which stand in none of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factspec.claims.evidence.model import Stored
from factspec.claims.evidence.stored import StoredText, searchable
from factspec.language.places import Span
from factspec.language.skeleton import letters
from factspec.language.tokens import Token, tokenize

# The longest words are the rarest: of so many, so many places each are looked at.
_WORDS = 8
_PLACES = 60
_SHORTEST = 4
# From this share of equal words (0 to 1) a passage is the same one, altered; below it is only the nearest.
_DRIFTED = 0.5
_LONGEST = 400


class Standing(StrEnum):
    """How words stand in a stored text."""

    FOUND = "found"
    DRIFTED = "drifted"
    ABSENT = "absent"


class Near(NamedTuple):
    """A passage of a source's stored text, and how it stands to the words that were looked for."""

    source: str
    text: str
    standing: Standing


def nearest(words: str, stored: Iterable[tuple[str, Stored]]) -> Near | None:
    """The nearest passage, of stored texts by their sources' ids; None where none shares a longer word."""
    tokens = tokenize(words[:_LONGEST])
    wanted = [token.key for token in tokens]
    best, score = None, 0.0
    for source, text in ((source, searchable(one)) for source, one in stored):
        for window in _windows(text, tokens):
            span, likeness = _fitted(text, window, wanted)
            if likeness > score:
                score = likeness
                standing = Standing.DRIFTED if likeness >= _DRIFTED else Standing.ABSENT
                best = Near(source, text.text[span.start : span.end], standing)
    return best


def _windows(stored: StoredText, tokens: Sequence[Token]) -> Iterator[Span]:
    """Ranges of a stored text in which most of the longest words stand about as far apart as they should."""
    words = sorted(_placed(tokens), key=lambda pair: -len(pair[1]))[:_WORDS]
    length = sum(len(letters(token.key)) for token in tokens)
    width = max(length, 20)
    votes: Counter[int] = Counter()
    for at, word in words:
        hits = {(place - at) // width for place in islice(stored.skeleton.places(word), _PLACES)}
        votes.update({bucket: len(word) for bucket in hits})
        votes.update({bucket + 1: len(word) for bucket in hits})
    for bucket, _ in votes.most_common(2):
        first = max((bucket - 1) * width, 0)
        yield Span(stored.skeleton.offset(first), stored.skeleton.offset(first + 3 * width))


def _placed(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Each word's letters and how many letters stand before it; short words only where there are no others."""
    at = 0
    placed = []
    for token in tokens:
        word = letters(token.key)
        placed.append((at, word))
        at += len(word)
    longer = [pair for pair in placed if len(pair[1]) >= _SHORTEST]
    yield from longer or [pair for pair in placed if pair[1]]


def _fitted(stored: StoredText, window: Span, wanted: Sequence[str]) -> tuple[Span, float]:
    """The part of a window that is most like the wanted words, and how like it is, from 0 to 1."""
    tokens = tokenize(stored.text[window.start : window.end])
    keys = [token.key for token in tokens]
    pairs = [
        (step.src_start + more, step.dest_start + more)
        for step in Indel.opcodes(wanted, keys)
        if step.tag == "equal"
        for more in range(step.src_end - step.src_start)
    ]
    if not pairs:
        return Span(window.start, window.start), 0.0
    first, last = _densest(pairs, len(wanted) + len(wanted) // 3 + 1)
    # The words at its ends may be those that differ.
    start = max(first[1] - first[0], 0)
    end = min(last[1] + len(wanted) - last[0], len(tokens))
    span = Span(window.start + tokens[start].start, window.start + tokens[end - 1].end)
    return span, Indel.normalized_similarity(wanted, keys[start:end])


def _densest(pairs: Sequence[tuple[int, int]], width: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last pair of those that are most within so many tokens."""
    low = best = 0
    found = (pairs[0], pairs[0])
    for high, pair in enumerate(pairs):
        while pair[1] - pairs[low][1] >= width:
            low += 1
        if high - low + 1 > best:
            best, found = high - low + 1, (pairs[low], pair)
    return found
