"""What a format reads: the text a reader of the page sees, still with its markers, and where each part was written.

A format turns the decoded source into a `Draft`; markers are found in it and cut out of it afterwards, in one place
for all formats. Offsets named *raw* count code points of `Draft.text`, offsets named *source* those of the decoded
source (after a byte-order mark).
"""

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from factspec.text.places import Span


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CELL = "table-cell"


class Piece(NamedTuple):
    """A run of raw text and where it was written.

    Where `verbatim`, each character of the run stands for one character of the source from `source_start`; else the
    whole run stands for the source range (an entity, a soft line break, a rendered marker).
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool


class PieceMap(NamedTuple):
    """The way from a text to its source: pieces in the order of the text, and where each starts in it."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The range of the source that shows a range of the text; an empty range has an empty one."""
        if end <= start or not self.pieces:
            first = self.offset(start)
            return Span(first, first)
        piece = self._piece(start)
        if piece.verbatim and end <= piece.end:
            shift = piece.source_start - piece.start
            return Span(start + shift, end + shift)
        first = self.offset(start)
        piece = self._piece(end - 1)
        last = piece.source_start + end - piece.start if piece.verbatim else piece.source_end
        return Span(first, max(first, min(last, piece.source_end)))

    def offset(self, offset: int) -> int:
        """The offset of the source at which the character at an offset of the text was written."""
        if not self.pieces:
            return 0
        piece = self._piece(offset)
        if offset >= piece.end:
            return piece.source_end
        return piece.source_start + (offset - piece.start if piece.verbatim else 0)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self.starts, offset) - 1, 0)]


def map_of(pieces: Iterable[Piece]) -> PieceMap:
    """The way that pieces in the order of the text are."""
    ordered = tuple(pieces)
    return PieceMap(ordered, tuple([piece.start for piece in ordered]))


class DraftBlock(NamedTuple):
    """A block and its raw range; blocks are in order, do not overlap, and are parted by one line feed."""

    kind: Kind
    start: int
    end: int


class Link(NamedTuple):
    """A link: the raw range of its text, its target, and the source range of the whole construct."""

    start: int
    end: int
    url: str
    source_start: int
    source_end: int


class Raised(NamedTuple):
    """Superscript text: its raw range, the source range of the whole element, and whether it links somewhere."""

    start: int
    end: int
    source_start: int
    source_end: int
    linked: bool


class DraftReference(NamedTuple):
    """The article's own definition of a source: its label, target, text, and the source range it was written in."""

    id: str
    url: str
    text: str
    source_start: int
    source_end: int


class Draft(NamedTuple):
    """An article as its format reads it.

    `text` joins the blocks with one line feed each. `map` leads from it to `source`; its pieces cover the text in order
    (the line feeds between blocks may be left out). `code` are raw ranges of code spans, in which nothing is a marker;
    `raised` is superscript text. `hidden` are source ranges of text that the page does not show. `references` were read
    from the article's own list or definitions and are no part of `text`.
    """

    format: str
    source: str
    text: str
    map: PieceMap
    blocks: tuple[DraftBlock, ...]
    links: tuple[Link, ...] = ()
    code: tuple[Span, ...] = ()
    raised: tuple[Raised, ...] = ()
    hidden: tuple[Span, ...] = ()
    references: tuple[DraftReference, ...] = ()


class Mark(NamedTuple):
    """A marker as a style found it: its raw range, the source ids it names, and the source range as written.

    `problem` is empty, or says what is broken and how to write it; the ids are then those that can still be read.
    A mark of no width at a link's end cites by the link's target and leaves its text in the article. `url` is the
    target of the one link in it, empty where it holds none or several.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    source_start: int
    source_end: int
    problem: str = ""
    url: str = ""
