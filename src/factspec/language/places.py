"""Offsets of a text as lines and columns, and back."""

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of offsets."""

    start: int
    end: int


class Place(NamedTuple):
    """A line and a column, both counted from 1, in code points; the column after the last is an end."""

    line: int
    column: int


class Lines(NamedTuple):
    """Where the lines of a text start, so that an offset becomes a place; CR, LF and CRLF each end a line."""

    starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """The place of an offset that counts code points of the text from 0."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of a place: the inverse of `place`."""
        return self.starts[place.line - 1] + place.column - 1


def lines_of(text: str) -> Lines:
    """The line table of a text; a lone CR ends a line as in editors, other separators do not."""
    return Lines((0, *[end.end() for end in _LINE_END.finditer(text)]))
