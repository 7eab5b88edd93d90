"""Approved quotation words in an article: whether they stand between quotation marks, word for word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, Levenshtein

from factspec.comparison.model import Difference
from factspec.quotation.attributed import Quoted, Standing
from factspec.quotation.pieces import ANY, Passage, Piece, passage
from factspec.quotation.quotable import GAP, Pattern, find, pattern
from factspec.text.places import Span
from factspec.text.quotation import Quotation
from factspec.text.tokens import Token, tokenize

# rapidfuzz's ratio of the words (0 to 100) from which a passage is near the approved ones: "good friend" and "great
# friend" have 78. Words without marks need more, for there is more of them.
_NEAR_QUOTED = 65
_NEAR_UNMARKED = 75
# How many more words a passage with words left out may take to be shown as near.
_GAP_REACH = 20


class _Plain(NamedTuple):
    """All words of an article, a passage a block, and their keys."""

    passages: tuple[Passage, ...]
    keys: frozenset[str]


def find_quoted(words: str, text: str, quotations: Sequence[Quotation], blocks: Sequence[tuple[int, int]]) -> Quoted:
    """How and where approved quotation words stand in a text with these quotations and blocks (their ranges).

    Between marks only typography, the case of the first letter, a comma or full stop before the closing mark and
    `[word]` may differ; they may be a stretch of a longer quotation. `…` stands for words left out of one quotation,
    never for a sentence's end, a negation, a denial or a hedge.
    """
    wanted = pattern(words)
    quoted = _quoted(text, tuple(quotations))
    same = _places(wanted, quoted)
    if same:
        return Quoted(Standing.SAME, *same[0], same)
    plain = _plain(text, tuple((block[-2], block[-1]) for block in blocks))
    unmarked = _places(wanted, plain.passages) if wanted.words <= plain.keys else ()
    if unmarked:
        return Quoted(Standing.UNMARKED, *unmarked[0], unmarked)
    return _nearest(words, wanted, text, ((quoted, _NEAR_QUOTED), (plain.passages, _NEAR_UNMARKED)))


@lru_cache(maxsize=4)
def _quoted(text: str, quotations: tuple[Quotation, ...]) -> tuple[Passage, ...]:
    """The words between marks, a passage a quotation; read once for all claims of an article."""
    return tuple(passage(text, one.parts) for one in quotations if one.depth == 1)


@lru_cache(maxsize=4)
def _plain(text: str, blocks: tuple[tuple[int, int], ...]) -> _Plain:
    """Read once for all claims of an article, when the first stands in no quotation as approved."""
    plain = tuple(passage(text, [block]) for block in blocks)
    return _Plain(plain, frozenset().union(*(one.keys for one in plain)))


def _places(wanted: Pattern, passages: Iterable[Passage]) -> tuple[Span, ...]:
    return tuple(
        Span(where.pieces[found.start].start, where.pieces[found.end - 1].end)
        for where in passages
        for found in find(wanted, where)
    )


def _nearest(words: str, wanted: Pattern, text: str, groups: Sequence[tuple[Sequence[Passage], float]]) -> Quoted:
    for group, cutoff in groups:
        pieces = _near(wanted, group, cutoff)
        if pieces:
            start, end = pieces[0].start, pieces[-1].end
            differences = word_differences(words, text[start:end])
            return Quoted(Standing.ALTERED, start, end, (Span(start, end),), differences)
    return Quoted(Standing.MISSING)


def _near(wanted: Pattern, group: Sequence[Passage], cutoff: float) -> Sequence[Piece]:
    """The stretch of a passage that is nearest to a pattern; none if it is not near."""
    keys = (*(key for key in wanted.keys if key not in (GAP, ANY)), *filter(None, [wanted.stop]))
    gaps = len(wanted.keys) - len(keys)
    line = " ".join(keys)
    best = cutoff - 0.01
    pieces: Sequence[Piece] = ()
    for where in group:
        stretch = _window(keys, where, gaps)
        # What stands in a gap is not held against a passage.
        score = fuzz.ratio(line, " ".join(piece.key for piece in stretch if not gaps or piece.key in keys))
        if score > best:
            best, pieces = score, stretch
    whole = process.extractOne(line, [where.line for where in group], scorer=fuzz.ratio, score_cutoff=max(best, 1))
    return group[whole[2]].pieces if whole and whole[1] > best else pieces


def _window(keys: Sequence[str], where: Passage, gaps: int) -> tuple[Piece, ...]:
    """The stretch of a passage that shares most keys, as long as they are, longer by gaps, and fitted to them."""
    if not where.keys.intersection(keys):
        return ()
    size = len(keys)
    reach = size + (_GAP_REACH if gaps else 0)
    at = _fullest(Counter(keys), [piece.key for piece in where.pieces], size)
    near = where.pieces[max(at - reach, 0) : at + size + reach]
    equal = [step for step in Indel.opcodes(keys, [piece.key for piece in near]) if step.tag == "equal"]
    if not equal:
        return ()
    first, last = equal[0], equal[-1]
    return near[max(first.dest_start - first.src_start, 0) : last.dest_end + size - last.src_end]


def _fullest(wanted: Counter[str], found: Sequence[str], size: int) -> int:
    """Where the window of `size` keys begins that holds most of the wanted ones."""
    left = wanted.copy()
    held = most = at = 0
    for index, key in enumerate(found):
        if key in wanted:
            held += left[key] > 0
            left[key] -= 1
        if index >= size and (gone := found[index - size]) in wanted:
            left[gone] += 1
            held -= left[gone] > 0
        if held > most:
            most, at = held, max(index - size + 1, 0)
    return at


def word_differences(words: str, found: str) -> tuple[Difference, ...]:
    """What differs between approved and found words, in the order of the found ones."""
    approved_tokens, found_tokens = tokenize(words), tokenize(found)
    steps = Levenshtein.opcodes([token.key for token in approved_tokens], [token.key for token in found_tokens])
    differences = []
    for differs, run in groupby(steps, key=lambda step: step.tag != "equal"):
        if differs:
            together = list(run)
            first, last = together[0], together[-1]
            a = _range(approved_tokens, first.src_start, last.src_end, len(words))
            b = _range(found_tokens, first.dest_start, last.dest_end, len(found))
            differences.append(Difference("quotation", words[slice(*a)], found[slice(*b)], *a, *b))
    return tuple(differences)


def _range(tokens: Sequence[Token], first: int, last: int, length: int) -> Span:
    if first == last:
        at = tokens[first].start if first < len(tokens) else length
        return Span(at, at)
    return Span(tokens[first].start, tokens[last - 1].end)
