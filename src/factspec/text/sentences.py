"""The sentences of a block: sentencex's boundaries, and its known slips mended by the tables here."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

from factspec.text.language import language_of
from factspec.text.missed_ends import missed_ends
from factspec.text.sentence_slips import LETTERS, OPENERS, SEARCHED, STARTS, is_slip


class Bounds(NamedTuple):
    """The range of a sentence in its text, white space around it left out."""

    start: int
    end: int


# A number or letter of a list that was written by hand: "1. | Taxes rose".
_NUMBERING = r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z]|#\d{1,3})[.)]"
_LONGEST_NUMBERING = 7
# In Chinese and Japanese these end a sentence, whatever follows.
_FULL_WIDTH_STOP = r"[。！？｡]++[”’」』）》〉】\"']*+"
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MAY_END = r"[\s.!?…]"
# sentencex looks from every stop at the word around it and at every quotation, so that an endless word, or a very long
# text, would cost the square of its length: the one is masked, the other read in stretches.
_UNBROKEN = re.compile(r"\S{500,}+")
_STRETCH = 10_000
# Compiled by the first text that is so long.
_SEAM = r"(?<=[^\W\d_A-Z])\s+(?=[^\W\d_A-Z])"


def sentences(text: str, cited: Iterable[int] = ()) -> tuple[Bounds, ...]:
    """The sentences of one block in order, as ranges of its text; a text without a sentence end is one sentence.

    `cited` are the offsets at which markers stood: one behind a stop and before a capital ends a sentence, whatever
    abbreviation the stop may belong to but one of letters ("the U.S.[1] President").
    """
    found: list[Bounds] = []
    start = 0
    for end in [*sorted(_breaks(text).union(_cited_ends(text, cited))), len(text)]:
        first = end - len(text[start:end].lstrip())
        last = first + len(text[first:end].rstrip())
        is_first = len(found) == 1 and _is_numbering(text[found[0].start : found[0].end])
        if first < last and found and (is_first or not _LETTER_OR_DIGIT.search(text, first, last)):
            found[-1] = Bounds(found[-1].start, last)
        elif first < last:
            found.append(Bounds(first, last))
        start = end
    return tuple(found)


def _is_numbering(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBERING and re.fullmatch(_NUMBERING, text) is not None


def _cited_ends(text: str, cited: Iterable[int]) -> Iterator[int]:
    for at in cited:
        before = text[max(at - 1, 0) : at]
        if before not in {".", "!", "?", "…"}:
            continue
        after = text[at : at + SEARCHED].lstrip().lstrip(OPENERS)
        abbreviated = before == "." and LETTERS.search(text, max(at - SEARCHED, 0), at - 1)
        goes_on = abbreviated and not re.match(STARTS, after)
        if after[:1].isupper() and not goes_on:
            yield at


def _breaks(text: str) -> set[int]:
    """The offsets at which sentences end, the last one's end left out."""
    found = set() if text.isascii() else {stop.end() for stop in re.finditer(_FULL_WIDTH_STOP, text)}
    language = language_of(text)
    for start, end in _stretches(text, found):
        found.update(_proposed(text[start:end], start, language))
    kept = {end for end in found if end < len(text) and not is_slip(text, end, language)}
    return kept.union(missed_ends(text))


def _stretches(text: str, stops: Iterable[int]) -> Iterator[Bounds]:
    """A text parted after full-width stops, and where it is long, between two words of small letters."""
    start = 0
    for end in [*sorted(stops), len(text)]:
        while end - start > 2 * _STRETCH:
            seam = re.compile(_SEAM).search(text, start + _STRETCH, start + 2 * _STRETCH)
            middle = seam.end() if seam else start + 2 * _STRETCH
            yield Bounds(start, middle)
            start = middle
        yield Bounds(start, end)
        start = end


def _proposed(text: str, start: int, language: str) -> list[int]:
    """The boundaries of sentencex inside a stretch of a text, counted from an offset on."""
    if " " not in text and not re.search(_MAY_END, text):
        return []
    ends = [boundary["end_index"] for boundary in get_sentence_boundaries(language, _UNBROKEN.sub(_mask, text))]
    return [start + end for end in ends if end < len(text)]


def _mask(run: re.Match[str]) -> str:
    return "x" * (len(run[0]) - 1) + run[0][-1]
