"""What a reader of an HTML page sees at one point of it: the open elements and tables, and the passages written."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from operator import attrgetter
from typing import TypeVar

from factspec.articles.draft import Drafting, Kind, Passage, Styling
from factspec.articles.html.markup import words_in
from factspec.articles.html.styles import Styles
from factspec.language.places import Span

# Ends the effect of an element; takes the source range of the end tag, empty if another tag ends the element.
End = Callable[[Span], None]

_Value = TypeVar("_Value")

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*+")
_ENTITY = re.compile(r"&(?:#\d{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,40};?)")


@dataclass(slots=True)
class Item:
    """A list item: its number among all items, its label until a passage takes it, and whether it is an entry.

    An entry is one of a list of references or notes; `names_sources` says which, None if the page does not. `passage`
    is the one that begins the item.
    """

    number: int
    label: str
    defined: bool
    names_sources: bool | None = None
    passage: Passage | None = None


@dataclass(slots=True)
class List:
    """An open list: whether it counts, the number of its next item, and whether it is one of references."""

    ordered: bool
    next: int
    defined: bool


@dataclass(slots=True)
class Listing:
    """An open element that is marked as a list of references.

    `introduced` says that it contains a paragraph, `only_items` that the rest of it is list items and titles.
    `names_sources` says that its mark is one for sources, and not one for footnotes.
    """

    introduced: bool = False
    only_items: bool = True
    names_sources: bool = False


# The row of a passage in a table, and the cell that heads its column: one of the last of the opening rows of `<th>`, or
# of `<thead>`. A cell that spans several of these columns has no heading. Below a cell that spans rows no cell has one,
# because it is open which column it is in.


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
    """An open table. With `is_layout` it is only layout, and has no rows."""

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
    _caption: Passage | None = None

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
        """Give a passage in a cell its row, the heading of its column, and the caption of the table."""
        if self.is_layout or not self._in_cell or not self._row:
            self._caption = passage if passage.kind is Kind.CAPTION else self._caption
            return
        passage.under = self._caption
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


@dataclass(slots=True)
class View:
    """The state of the open elements; text that is shown goes to `drafting`.

    `containers` are the offsets of start tags inside which text is the article; none is everywhere. `layouts`
    are the offsets of tables that are only layout, `notes` those of notes outside the article, with their labels.
    `levels` are those of the open headings. `styles` gathers what the page declares. `hidden`, `skipped`, `struck`,
    `inert`, `inside`, `preformatted`, `linking` and `grounds` count open elements: those that hide, that are not read,
    that are not read because they are struck out, that are templates, that are containers, that keep white space, that
    link and that may have a background. `items_begun`, `links_begun`, `rows_begun` and `shown` count all items, links,
    rows of tables and pieces of shown text so far. `break_end` is where the last line break ended in the source.
    """

    source: str
    drafting: Drafting
    styles: Styles
    containers: frozenset[int] = frozenset()
    layouts: frozenset[int] = frozenset()
    notes: Mapping[int, str] = field(default_factory=dict)
    kinds: list[Kind] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    hidden: int = 0
    skipped: int = 0
    struck: int = 0
    inert: int = 0
    inside: int = 0
    preformatted: int = 0
    linking: int = 0
    grounds: int = 0
    shown: int = 0
    items_begun: int = 0
    links_begun: int = 0
    rows_begun: int = 0
    break_end: int = 0

    @property
    def is_layout(self) -> bool:
        """Whether the innermost table is only layout."""
        return bool(self.tables) and self.tables[-1].is_layout

    @property
    def is_code(self) -> bool:
        """Whether text here is that of a code block."""
        return bool(self.kinds) and self.kinds[-1] is Kind.CODE

    def lists_references(self, *, labelled: bool) -> bool:
        """Whether items here are references; after a paragraph only those with a label are."""
        return bool(self.listings) and self.listings[-1].only_items and (labelled or not self.listings[-1].introduced)

    @property
    def is_article(self) -> bool:
        """Whether text here belongs to the article, shown or not."""
        return not self.skipped and self.is_inside

    @property
    def is_inside(self) -> bool:
        """Whether the article's element is open."""
        return not self.containers or self.inside > 0

    def shows(self, start: int, end: int) -> bool:
        """Whether text of this source range is the article's and shown; what is hidden is noted."""
        if not self.is_article:
            return False
        if self.hidden:
            _note_hidden(self.drafting.hidden, self.source, start, end)
            return False
        self.shown += bool(self.source[start:end].replace("&nbsp;", "").strip())
        return True

    def struck_out(self, source: Span, *, is_glued: bool) -> None:
        """Note struck-out text; with `is_glued` it is part of a word or number, which would change without it."""
        if is_glued:
            self.drafting.stylings.append(Styling(*source, "struck-out text is part of a word or number"))
        else:
            self.drafting.skip("struck-out text", source, words_in(self.source, *source).strip("~"))

    def text(self, start: int, end: int) -> None:
        """Write the text of a source range, entities resolved; blank lines in preformatted text separate paragraphs."""
        if self.preformatted and not self.is_code:
            for blank in _BLANK_LINE.finditer(self.source, start, end):
                self._flowing(start, blank.start())
                self.drafting.end()
                start = blank.end()
        self._flowing(start, end)

    def _flowing(self, start: int, end: int) -> None:
        chunk = self.source[start:end]
        if (self.drafting.open is None and not chunk.strip()) or not self.shows(start, end):
            return
        write_html(self.passage(), self.source, start, end)

    def line_break(self, start: int, end: int) -> None:
        """A line break written in a source range; two in a row separate paragraphs."""
        passage = self.drafting.open
        if passage and self.shows(start, start):
            if self.break_end and not self.source[self.break_end : start].strip() and not self.is_code:
                self.drafting.end()
            else:
                passage.space(start, end, line=True)
            self.break_end = end

    def passage(self) -> Passage:
        """The open passage, or a new one of the kind that the open elements determine."""
        if self.drafting.open:
            return self.drafting.open
        passage = self.drafting.begin(self._new())
        if passage.kind is Kind.HEADING:
            passage.level = self.levels[-1]
        self.place(passage)
        return passage

    def place(self, passage: Passage) -> None:
        """Give a passage the row of the table that it is in."""
        if self.tables:
            self.tables[-1].take(passage)

    def _new(self) -> Passage:
        kind = self.kinds[-1] if self.kinds else Kind.PARAGRAPH
        if kind is Kind.CODE:
            passage = Passage(kind)
            passage.is_apart = True
            return passage
        if not self.items:
            # A list of references that also contains running text is the story.
            for listing in reversed(self.listings) if kind is Kind.PARAGRAPH else ():
                if not listing.only_items:
                    break
                listing.introduced, listing.only_items = True, not listing.introduced
            return Passage(kind)
        item = self.items[-1]
        passage = Passage(kind, item.number, item.label, defined=item.defined)
        passage.names_sources = item.names_sources
        item.label = ""
        self._nest(passage)
        return passage

    def _nest(self, passage: Passage) -> None:
        """Put a passage under the one that begins its item, or under that of the item around it."""
        item, around = self.items[-1], self.items[-2:-1]
        passage.under = item.passage or (around[0].passage if around else None)
        item.passage = item.passage or passage


def write_html(passage: Passage, source: str, start: int, end: int) -> None:
    """Write a source range to a passage, entities resolved."""
    chunk = source[start:end]
    position = 0
    for entity in _ENTITY.finditer(chunk) if "&" in chunk else ():
        written = _entity(entity[0])
        shown = html.unescape(written)
        if shown != written:
            end_of_entity = entity.start() + len(written)
            passage.write(chunk[position : entity.start()], start + position)
            passage.write_for(shown, start + entity.start(), start + end_of_entity)
            position = end_of_entity
    passage.write(chunk[position:], start + position)


def count(view: View, name: str) -> End:
    """Count an open element until it ends."""
    setattr(view, name, getattr(view, name) + 1)

    def end(_tag: Span) -> None:
        setattr(view, name, getattr(view, name) - 1)

    return end


def push(stack: list[_Value], value: _Value) -> End:
    """Put a value on a stack until an element ends."""
    stack.append(value)

    def end(_tag: Span) -> None:
        stack.pop()

    return end


def _note_hidden(hidden: list[Span], source: str, start: int, end: int) -> None:
    """Add a range without the white space around it."""
    text = source[start:end]
    if text.strip():
        first = start + len(text) - len(text.lstrip())
        hidden.append(Span(first, first + len(text.strip())))


def _entity(written: str) -> str:
    """The entity in a name after an ampersand: some need no semicolon, and the longest one counts."""
    if written[1] == "#" or written[1:] in html5:
        return written
    return next((written[:end] for end in range(len(written) - 1, 2, -1) if written[1:end] in html5), written)
