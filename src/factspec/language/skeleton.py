"""A text as its letters and digits alone, so that words are found whatever is between them, and the way back."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_SIGN = re.compile(r"[\W_]+")
# Characters in a stretch: an offset is found by reading one stretch, and one number for each stretch is kept.
_STRETCH = 512
# The sixteen characters at every eighth place are known, so any 23 characters in a row contain such a group.
_STEP = 8
_GRAM = 16
_LONGEST_KNOWN = 4_000_000


@dataclass(frozen=True)
class Skeleton:
    """A text, the line of its letters and digits in lower case, and how many of these are before each stretch of it."""

    text: str
    line: str
    counts: Sequence[int]

    @cached_property
    def _grams(self) -> frozenset[str] | None:
        if len(self.line) > _LONGEST_KNOWN:
            return None
        return frozenset(self.line[at : at + _GRAM] for at in range(0, len(self.line), _STEP))

    def places(self, wanted: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """The places in a range of `line` at which these letters and digits occur, in order."""
        if not wanted or not self._may_contain(wanted):
            return
        stop = len(self.line) if last is None else last
        at = self.line.find(wanted, first, stop)
        while at >= 0:
            yield at
            at = self.line.find(wanted, at + 1, stop)

    def words(self, wanted: str) -> Iterator[int]:
        """The places in `line`, in order, of these few letters and digits as whole words of the text."""
        spelled = r"[\W_]{0,4}".join(map(re.escape, wanted))
        for match in re.finditer(rf"(?<![^\W_]){spelled}(?![^\W_])", self.text, re.IGNORECASE):
            yield self._at(match.start())

    def _at(self, offset: int) -> int:
        """The place in `line` of the letter at an offset of `text`."""
        stretch = offset // _STRETCH
        return self.counts[stretch] + len(letters(self.text[stretch * _STRETCH : offset]))

    def _may_contain(self, wanted: str) -> bool:
        grams = self._grams if len(wanted) >= _GRAM + _STEP - 1 else None
        return grams is None or any(
            grams.issuperset(wanted[at : at + _GRAM] for at in range(shift, len(wanted) - _GRAM + 1, _STEP))
            for shift in range(_STEP)
        )

    def offset(self, at: int) -> int:
        """The offset in `text` of a letter or digit of `line`; after the last one, the end of the text."""
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
    """The skeleton of a text, made in one pass."""
    stretches = [letters(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH)]
    counts = array("L")
    total = 0
    for stretch in stretches:
        counts.append(total)
        total += len(stretch)
    return Skeleton(text, "".join(stretches), counts)
