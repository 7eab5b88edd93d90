"""Ranges of a text: spans, lines and columns, and what it quotes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of offsets."""

    start: int
    end: int


class Place(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class Lines(NamedTuple):
    """The offsets at which the lines of a text start; CR, LF and CRLF each end a line."""

    starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """The place of an offset, which counts code points of the text from 0."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of a place: the inverse of `place`."""
        return self.starts[place.line - 1] + place.column - 1


class Reach:
    """How far ranges reach, whatever their order: what contains or overlaps another is found without a look at all."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Sort half-open ranges by their starts."""
        inorder = sorted(spans)
        self._starts = [start for start, _ in inorder]
        self._ends = list(accumulate((end for _, end in inorder), max))

    def at(self, offset: int) -> int:
        """The farthest end of the ranges that begin at an offset or before it; -1 if none does."""
        before = bisect_right(self._starts, offset)
        return self._ends[before - 1] if before else -1

    def first(self, start: int, end: int) -> int:
        """The number, in the order of starts, of the first range that contains another; -1 if none does."""
        number = bisect_left(self._ends, end)
        return number if number < bisect_right(self._starts, start) else -1


def lines_of(text: str) -> Lines:
    """The lines of a text; a lone CR ends a line, as in editors, but other separators do not."""
    return Lines((0, *[end.end() for end in _LINE_END.finditer(text)]))


# One quotation of a text, and the marks that may open and close one.


FAMILIES = {
    **dict.fromkeys('"\u201c\u201d\u201e\u201f\uff02', "double"),
    **dict.fromkeys("'\u2018\u2019\u201a\u201b", "single"),
    **dict.fromkeys("\u00ab\u00bb", "angle"),
    **dict.fromkeys("\u2039\u203a", "small angle"),
    **dict.fromkeys("\u300c\u300d", "corner"),
    **dict.fromkeys("\u300e\u300f", "white corner"),
}
"""The family of each quotation mark; marks of one family close each other."""


class Quotation(NamedTuple):
    """What a text quotes.

    `start` and `end` are offsets in the text and include the marks. `parts` are the words between them; there are
    several if "he said" splits the quotation, or if it runs over several blocks. `depth` is 1, or more for a quotation
    inside another one.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    depth: int
