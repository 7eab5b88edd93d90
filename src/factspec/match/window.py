"""Where wording that does not stand word for word stands nearest: the sentence, and the stretch of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from factspec.lexicon.light_words import LIGHT_WORDS
from factspec.match.index import Index
from factspec.text.places import Span

_LIGHT = 0.25
# What a sentence must share with the claim, by weight, to be said to be near it.
_NEAR = 0.5
# What it must share to be worth showing where a claim is missing.
_WORTH_SHOWING = 0.25
# What a neighbouring sentence must add for the wording to go on there.
_WORTH_A_NEIGHBOUR = 0.3
# rapidfuzz's score (0 to 100) under which a sentence is not looked at.
_CUTOFF = 40
# Above this many cells the alignment is by runs of equal words alone, so that time stays bounded.
_CELLS = 400_000


# What each step of an alignment earns or costs, in words: a shared word, a replaced one, one lost, one put in.
_SHARED, _REPLACED, _LOST, _PUT_IN = 2.0, -0.5, -0.6, -0.3
_OTHER_CLASS = -1.0


class _Window(NamedTuple):
    """A token range, the share of the wording found in it, and the range from the first shared word to the last."""

    tokens: Span
    share: float
    tight: Span


def nearest_sentences(index: Index, wanted: Sequence[str], count: int = 3, *, body: bool = False) -> tuple[int, ...]:
    """The indexes of the sentences, with `body` of those of the body, that share most words with these keys."""
    lines = [
        line if not body or index.in_body(tokens.start) else None
        for line, tokens in zip(index.sentence_lines, index.sentence_tokens, strict=True)
    ]
    found = process.extract(" ".join(wanted), lines, scorer=fuzz.token_set_ratio, limit=count, score_cutoff=_CUTOFF)
    return tuple(number for _, _, number in found)


def nearest_sentence(index: Index, wanted: Sequence[str]) -> Span | None:
    """The range of `Article.text` of the sentence that shares most words with these keys, None where few are."""
    for number in nearest_sentences(index, wanted, 1):
        if _share(wanted, index.keys(index.sentence_tokens[number])) >= _WORTH_SHOWING:
            sentence = index.article.sentences[number]
            return Span(sentence.start, sentence.end)
    return None


class Window(NamedTuple):
    """The token range nearest to some wording, and whether it shares enough of it to be called near.

    `tight` is the range from the first shared word to the last.
    """

    tokens: Span
    near: bool
    tight: Span


def nearest_window(index: Index, wanted: Sequence[str], *, body: bool = False, several: bool = False) -> Window | None:
    """The token range, in one to three neighbouring sentences, nearest to these keys, or None if none shares any.

    With `body` headings and captions are left out. A neighbour is taken in only where a good part of the wording stands
    there, or where the wording is of `several` sentences, a word of it.
    """
    best: _Window | None = None
    for number in nearest_sentences(index, wanted, body=body):
        window = _window_at(index, number, wanted, several=several)
        if best is None or window.share > best.share:
            best = window
    return Window(best.tokens, best.share >= _NEAR, best.tight) if best else None


def _window_at(index: Index, number: int, wanted: Sequence[str], *, several: bool) -> _Window:
    """The window in a sentence, or over neighbours of it that add enough to each of them.

    A sentence that is as long as wording of one sentence holds all of it that can be expected.
    """
    own = index.sentence_tokens[number]
    best = _align(index, wanted, own)
    if own.end - own.start >= len(wanted) and not several:
        return best
    least = 1 / _total(wanted) if several else _WORTH_A_NEIGHBOUR
    for first, last in _with_neighbours(index, number):
        stretch = Span(index.sentence_tokens[first].start, index.sentence_tokens[last].end)
        share = _share(wanted, index.keys(stretch))
        alone = (_share(wanted, index.keys(index.sentence_tokens[one])) for one in range(first, last + 1))
        if share - max(best.share, *alone) >= least:
            wider = _align(index, wanted, stretch)
            best = wider if wider.share - best.share >= least else best
    return best


def fitted(index: Index, wanted: Sequence[str], stretch: Span) -> Span:
    """The part of a token range that fits these keys best."""
    return _align(index, wanted, stretch).tokens


def _with_neighbours(index: Index, number: int) -> Iterator[tuple[int, int]]:
    """The first and the last of a sentence with the next one of its block, with the one before, and with both."""
    sentences = index.article.sentences
    beside = {
        other: 0 <= other < len(sentences) and sentences[other].block == sentences[number].block
        for other in (number - 1, number + 1)
    }
    for first, last in ((number, number + 1), (number - 1, number), (number - 1, number + 1)):
        if all(beside.get(other, True) for other in (first, last)):
            yield first, last


def _align(index: Index, wanted: Sequence[str], stretch: Span) -> _Window:
    found = index.keys(stretch)
    large = len(wanted) * len(found) > _CELLS
    tight = _by_runs(wanted, found) if large else _by_words(wanted, found)
    local = tight if large else _as_long(wanted, found, tight)
    share = _share(wanted, found[local.start : local.end])
    return _Window(_moved(local, stretch.start), share, _moved(tight, stretch.start))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _as_long(wanted: Sequence[str], found: Sequence[str], local: Span) -> Span:
    """The stretch, or one as long as the wording or as the sentence that has more of its words.

    An alignment ends at the last shared word, and so loses what changed places at an end: "A and B" for "B and A".
    """
    whole = Span(0, len(found) - (bool(found) and found[-1] == "."))
    size = len(wanted)
    others = (Span(local.start, local.start + size), Span(local.end - size, local.end), whole)
    possible = [local, *(span for span in others if 0 <= span.start < span.end <= len(found))]
    words = set(wanted)

    def strange(span: Span) -> tuple[float, int]:
        there = set(found[span.start : span.end])
        return sum(map(_weight, words - there)), len(there - words)

    return min(possible, key=strange)


def _weight(key: str) -> float:
    return _LIGHT if key in LIGHT_WORDS or not key[0].isalnum() else 1.0


def _share(wanted: Sequence[str], found: Sequence[str]) -> float:
    there = set(found)
    weights = [(_weight(key), key in there) for key in wanted]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, shared in weights if shared) / total if total else 0.0


def _total(wanted: Sequence[str]) -> float:
    return sum(map(_weight, wanted)) or 1.0


def _by_runs(wanted: Sequence[str], found: Sequence[str]) -> Span:
    blocks = [step for step in Indel.opcodes(wanted, found) if step.tag == "equal"]
    return Span(blocks[0].dest_start, blocks[-1].dest_end) if blocks else Span(0, len(found))


def _by_words(wanted: Sequence[str], found: Sequence[str]) -> Span:
    """Align all of `wanted` with a stretch of `found` (Needleman-Wunsch with free ends of `found`)."""
    row = [(0.0, start) for start in range(len(found) + 1)]
    for key in wanted:
        row = _next_row(row, key, found)
    end = max(range(len(row)), key=lambda column: (row[column][0], -column))
    start = row[end][1]
    return Span(start, end) if end > start else Span(0, len(found))


def _next_row(row: list[tuple[float, int]], key: str, found: Sequence[str]) -> list[tuple[float, int]]:
    earns = _SHARED * _weight(key)
    word = key[0].isalnum()
    score, start = row[0]
    score += _LOST
    following = [(score, start)]
    for column, other in enumerate(found):
        before, before_start = row[column]
        step = before + (earns if other == key else _REPLACED if other[0].isalnum() is word else _OTHER_CLASS)
        score += _PUT_IN
        if step >= score:
            score, start = step, before_start
        above, above_start = row[column + 1]
        if above + _LOST > score:
            score, start = above + _LOST, above_start
        following.append((score, start))
    return following
