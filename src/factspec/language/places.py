"""Offsets in a text as lines and columns, and back."""

import re
from bisect import bisect_right
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


def lines_of(text: str) -> Lines:
    """The lines of a text; a lone CR ends a line, as in editors, but other separators do not."""
    return Lines((0, *[end.end() for end in _LINE_END.finditer(text)]))
