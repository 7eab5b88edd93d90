"""The rows and columns of a table while it is read: which row each passage is in, and which cell heads its column.

The cells of the last of the opening rows of `<th>`, or of `<thead>`, head the columns. A cell that spans several of
their columns has no heading, and no cell has one after a cell that spans rows, because the columns are then open.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from factspec.articles.draft import Passage

# The limit of the HTML standard (4.9.11 "Attributes common to td and th elements").
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class _Cell:
    """A cell: its columns, from one up to another, and the first passage in it."""

    start: int
    end: int
    passage: Passage | None = None


@dataclass(slots=True)
class Table:
    """An open table. With `is_layout` it only places what it contains, and has no rows."""

    is_layout: bool = False
    _in_head: bool = False
    _row: int = 0
    _cells: list[_Cell] = field(default_factory=list)
    _only_headings: bool = True
    _is_opening: bool = True
    _spans_rows: bool = False
    _was_spanned: bool = False
    _in_cell: bool = False
    _headings: list[_Cell] = field(default_factory=list)

    def begin_head(self) -> None:
        """Begin the rows of headings."""
        self._in_head = True

    def end_head(self) -> None:
        """End the rows of headings."""
        self._in_head = False

    def begin_row(self, number: int) -> None:
        """Begin a row; the numbers count the rows of all tables from 1."""
        self._row, self._cells, self._only_headings = number, [], True
        self._was_spanned = self._spans_rows

    def end_row(self) -> None:
        """End the row, which may be the headings of those below."""
        if self._in_head or (self._is_opening and self._only_headings):
            # A single cell below the headings is the title of a group of rows.
            self._headings = self._cells if len(self._cells) >= len(self._headings) else self._headings
        else:
            self._is_opening = False

    def begin_cell(self, attributes: Mapping[str, str], *, is_heading: bool) -> None:
        """Begin a cell after those of the row."""
        start = self._cells[-1].end if self._cells else 0
        self._cells.append(_Cell(start, start + min(_spanned(attributes, "colspan"), _MOST_COLUMNS)))
        self._only_headings = self._only_headings and is_heading
        self._spans_rows = self._spans_rows or _spanned(attributes, "rowspan") > 1
        self._in_cell = True

    def end_cell(self) -> None:
        """End the cell."""
        self._in_cell = False

    def take(self, passage: Passage) -> None:
        """Give a passage in a cell its row and the heading of its column."""
        if self.is_layout or not self._in_cell or not self._row:
            return
        cell = self._cells[-1]
        cell.passage = cell.passage or passage
        passage.row = self._row
        at = bisect_right(self._headings, cell.start, key=attrgetter("start")) - 1
        if at >= 0 and cell.end <= self._headings[at].end and not self._was_spanned:
            passage.heading = self._headings[at].passage


def _spanned(attributes: Mapping[str, str], name: str) -> int:
    """How many columns or rows a cell spans; 0, which means all that follow, counts as many."""
    written = attributes.get(name, "").strip()
    if not (written.isascii() and written.isdecimal()):
        return 1
    return int(written[:9]) or (1 if name == "colspan" else _MOST_COLUMNS)
