"""A text as its letters and digits alone, in which words are found whatever is between them, and the way back."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_SIGN = re.compile(r"[\W_]+")
# How far one looks back for the place of a character: a bound on time, while one number a stretch bounds memory.
_STRETCH = 512
# Of every eighth place the next sixteen characters are known, so that of 23 characters in a row some such ones are.
_STEP = 8
_GRAM = 16
_LONGEST_KNOWN = 4_000_000


@dataclass(frozen=True)
class Skeleton:
    """The letters and digits of a text in lower case; `counts` are how many stand before each stretch of it."""

    text: str
    line: str
    counts: Sequence[int]

    @cached_property
    def _grams(self) -> frozenset[str] | None:
        if len(self.line) > _LONGEST_KNOWN:
            return None
        return frozenset(self.line[at : at + _GRAM] for at in range(0, len(self.line), _STEP))

    def places(self, wanted: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """Where, in `line`, these letters and digits stand, in order, within a range of it."""
        if not wanted or not self._may_hold(wanted):
            return
        stop = len(self.line) if last is None else last
        at = self.line.find(wanted, first, stop)
        while at >= 0:
            yield at
            at = self.line.find(wanted, at + 1, stop)

    def words(self, wanted: str) -> Iterator[int]:
        """Where, in `line`, these few letters and digits stand that neither begin nor end inside a word, in order."""
        spelled = r"[\W_]{0,4}".join(map(re.escape, wanted))
        for match in re.finditer(rf"(?<![^\W_]){spelled}(?![^\W_])", self.text, re.IGNORECASE):
            yield self._at(match.start())

    def _at(self, offset: int) -> int:
        """The place in `line` of the letter at an offset of `text`."""
        stretch = offset // _STRETCH
        return self.counts[stretch] + len(letters(self.text[stretch * _STRETCH : offset]))

    def _may_hold(self, wanted: str) -> bool:
        grams = self._grams if len(wanted) >= _GRAM + _STEP - 1 else None
        return grams is None or any(
            grams.issuperset(wanted[at : at + _GRAM] for at in range(shift, len(wanted) - _GRAM + 1, _STEP))
            for shift in range(_STEP)
        )

    def offset(self, at: int) -> int:
        """The offset in `text` of a letter or digit of `line`; that of the text's end behind the last."""
        if at >= len(self.line):
            return len(self.text)
        stretch = bisect_right(self.counts, at) - 1
        left = at - self.counts[stretch]
        for place in range(stretch * _STRETCH, len(self.text)):
            if self.text[place].isalnum():
                if not left:
                    return place
                left -= 1
        return len(self.text)


def letters(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return _SIGN.sub("", text.lower())


def skeleton_of(text: str) -> Skeleton:
    """The skeleton of a text; one pass over it."""
    stretches = [letters(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)]
    counts = array("L")
    total = 0
    for stretch in stretches:
        counts.append(total)
        total += len(stretch)
    return Skeleton(text, "".join(stretches), counts)
