"""Drafts: the visible text of an article with its markers, and the place in the source of every character.

A format reads a decoded source, passage by passage, and composes a `Draft`. Its markers are found and cut out
afterwards, in one place for all formats. Offsets named *raw* count code points of `Draft.text`, offsets named *source*
those of the decoded source (after a byte-order mark).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple, TypeVar

from factspec.language.places import Span
from factspec.language.printing import is_invisible, misplaced


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CELL = "table-cell"
    NOTE = "note"
    TITLE = "title"
    CODE = "code"


class Piece(NamedTuple):
    """A run of raw text and where it was written.

    If `verbatim`, each character of the run is one character of the source, from `source_start` on. Otherwise the whole
    run was written as the source range (an entity, a soft line break, a rendered marker).
    """

    start: int
    end: int
    source_start: int
    source_end: int
    verbatim: bool


class PieceMap(NamedTuple):
    """The mapping from a text to its source: pieces in the order of the text, and the offsets at which they start."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The range of the source that a range of the text was written in; empty for an empty range."""
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


def part_of(piece: Piece, start: int, end: int, shift: int) -> Piece:
    """The part of a piece in a range of its text, moved."""
    before, after = (start - piece.start, piece.end - end) if piece.verbatim else (0, 0)
    return Piece(start + shift, end + shift, piece.source_start + before, piece.source_end - after, piece.verbatim)


def map_of(pieces: Iterable[Piece]) -> PieceMap:
    """The map of pieces that are in the order of the text."""
    ordered = tuple(pieces)
    return PieceMap(ordered, tuple([piece.start for piece in ordered]))


class DraftBlock(NamedTuple):
    """A block and its raw range; blocks are in order, do not overlap, and are separated by one line feed.

    `row` is the number of the table row that the block is in, counted over all tables from 1; it is 0 outside tables.
    `heading` is the index of the block that heads its column, -1 if there is none. `level` is that of a heading, 1 at
    the top. `under` is the index of the block that begins the list item around it, or that is the caption of its table.
    """

    kind: Kind
    start: int
    end: int
    row: int = 0
    heading: int = -1
    level: int = 1
    under: int = -1


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


PICTURE = "picture"
"""The kind of an image whose text is read: its file is recorded, and it does not count as not read."""
FURTHER_FILE = "further file"
"""The kind of the other files that may be shown for an image or before a video."""
LIST_NUMBER = "list number"
"""The kind of the number that is shown before an item of a list, and of what a page says about such numbers."""
INLINE_CODE = "inline code"
"""The kind of code in a sentence that has signs, which no comparison of sentences folds."""
TIME = "machine-readable time"
"""The kind of the time that a page gives for words such as "on Monday"."""
RECORDED = frozenset({FURTHER_FILE, LIST_NUMBER, INLINE_CODE, TIME})
"""Kinds of parts that belong to something that is read; they do not count as not read."""


def file_of(url: str) -> str:
    """The address of a file without its query and fragment; one that contains the file itself is whole."""
    return url if url.lower().startswith("data:") else re.split(r"[?#]", url, maxsplit=1)[0]


class Skipped(NamedTuple):
    """A part of the file that is not read: a singular noun for what it is, its offset in the source, and its text."""

    kind: str
    at: int
    text: str = ""


class Styling(NamedTuple):
    """A source range that may make the page look different from what was read, and the reason."""

    start: int
    end: int
    doubt: str


class DraftReference(NamedTuple):
    """The article's own definition of a source: its label, target, text, and the source range it was written in.

    `urls` are all addresses that it gives, whatever their scheme, except those of places in the page. `of_notes` says
    that its list is not known to be one of sources, so that it may be one of notes.
    """

    id: str
    url: str
    text: str
    source_start: int
    source_end: int
    urls: tuple[str, ...] = ()
    of_notes: bool = False


class Anchor(NamedTuple):
    """An id that links into the page may name, and the source range of its element."""

    id: str
    start: int
    end: int


class Draft(NamedTuple):
    """An article as its format reads it.

    `text` joins the blocks with line feeds. `map` maps it to `source`; its pieces cover the text in order, except for
    these line feeds. `code` are raw ranges of code, in which nothing is a marker. `raised` is superscript text,
    `lowered` are raw ranges of subscript text. `hidden` are source ranges of text that the page does not show.
    `references` were read from the article's own list or definitions and are not part of `text`; `titles` are the
    source offsets of the titles of such lists. `unseen` are source ranges of invisible characters in blocks without any
    other, which are not part of `text`. `misread` is the place and the name of another encoding than UTF-8 that the
    page says it has. `skipped` and `stylings` are in the order of the source.
    """

    source: str
    text: str
    map: PieceMap
    blocks: tuple[DraftBlock, ...]
    links: tuple[Link, ...] = ()
    code: tuple[Span, ...] = ()
    raised: tuple[Raised, ...] = ()
    lowered: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()
    references: tuple[DraftReference, ...] = ()
    titles: tuple[int, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    unseen: tuple[Span, ...] = ()
    misread: tuple[int, str] | None = None
    skipped: tuple[Skipped, ...] = ()
    stylings: tuple[Styling, ...] = ()


class Mark(NamedTuple):
    """A marker as a style found it: its raw range, the source ids it names, and the source range as written.

    `problem` is empty, or says what is wrong and how to write it; the ids are then those that can still be read. An
    empty mark at the end of a link cites the target of the link and leaves the link's text in the article. `url` is the
    target of the one link in the mark, empty if there is none or several.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    source_start: int
    source_end: int
    problem: str = ""
    url: str = ""


# Writing a draft: passage by passage, with white space collapsed.


# White space that a page or a re-wrapped paragraph shows as one space; no-break spaces stay what they are.
_WHITE = " \t\n\r\f\u2028\u2029"
# Every run of white space that is not one plain space. Compiled on first use, because most texts do not need it.
_UNEVEN = rf"[{_WHITE[1:]}][{_WHITE}]*+| [{_WHITE}]++"


class Passage:
    """A block being written; all its offsets count characters of its own text.

    `item` joins the passages of one list item or definition; 0 means none. `label` is the number or id shown before it,
    and `defined` says that the page itself marks it as a reference or note. `lines` are the offsets at which a written
    line begins, without the first. `names_sources` says whether its list is one of sources or of notes; None if it is
    open. `is_apart` is set for what is not running text: code, titles, text in place of an image. `row` is the number
    of its table row, 0 outside tables. `heading` is the passage that heads its column. `level` is that of a heading, 1
    at the top. `under` is the passage that begins the list item around this one, or that is the caption of its table.
    """

    def __init__(self, kind: Kind, item: int = 0, label: str = "", *, defined: bool = False) -> None:
        """Begin without text."""
        self.kind = kind
        self.item = item
        self.label = label
        self.defined = defined
        self.names_sources: bool | None = None
        self.is_apart = False
        self.row = 0
        self.heading: Passage | None = None
        self.level = 1
        self.under: Passage | None = None
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.lines: list[int] = []
        self.links: list[Link] = []
        self.code: list[Span] = []
        self.raised: list[Raised] = []
        self.lowered: list[Span] = []

    @property
    def text(self) -> str:
        """The text so far."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def since(self, start: int) -> str:
        """The text from an offset on; takes time in proportion to its length."""
        parts: list[str] = []
        begin = self.length
        for part in reversed(self.parts):
            if begin <= start:
                break
            parts.append(part)
            begin -= len(part)
        return "".join(reversed(parts))[max(start - begin, 0) :]

    def write(self, chunk: str, source_start: int) -> None:
        """Add text as it is written in the source at an offset."""
        position, even = 0, _even(chunk)
        for run in re.compile(_UNEVEN).finditer(chunk, even) if even < len(chunk) else ():
            self._copy(chunk[position : run.start()], source_start + position)
            self.space(source_start + run.start(), source_start + run.end(), line=_breaks_line(run[0]))
            position = run.end()
        self._copy(chunk[position:] if position else chunk, source_start + position)

    def write_for(self, shown: str, source_start: int, source_end: int) -> None:
        """Add text that is written differently in a range of the source, such as an entity."""
        if shown and not shown.strip(_WHITE):
            self.space(source_start, source_end)
        elif shown:
            self._add(re.sub(_UNEVEN, " ", shown), source_start, source_end)

    def space(self, source_start: int, source_end: int, *, line: bool = False) -> None:
        """Add one space unless the text ends with one; with `line`, a written line begins after it."""
        if not self.length:
            return
        if self.parts[-1][-1] != " ":
            self._add(" ", source_start, source_end)
        if line:
            self.lines.append(self.length)

    def cut_back(self, length: int) -> None:
        """Drop the text beyond a length."""
        while self.parts and self.length - len(self.parts[-1]) >= length:
            self.length -= len(self.parts.pop())
        if self.length > length:
            self.parts[-1] = self.parts[-1][: length - self.length]
            self.length = length
        while self.pieces and self.pieces[-1].start >= length:
            self.pieces.pop()
        if self.pieces and self.pieces[-1].end > length:
            last = self.pieces.pop()
            source_end = last.source_end - (last.end - length if last.verbatim else 0)
            self.pieces.append(last._replace(end=length, source_end=source_end))
        while self.lines and self.lines[-1] >= length:
            self.lines.pop()
        for spans in (self.links, self.code, self.raised, self.lowered):
            while spans and spans[-1].end > length:
                spans.pop()

    def part(self, start: int, end: int, kind: Kind) -> "Passage":
        """A range of the text as a passage of its own."""
        part = Passage(kind)
        part.parts, part.length = [self.text[start:end]], end - start
        first = max(bisect_right(self.pieces, start, key=attrgetter("start")) - 1, 0)
        for piece in self.pieces[first : bisect_left(self.pieces, end, key=attrgetter("start"))]:
            part.pieces.append(part_of(piece, max(piece.start, start), min(piece.end, end), -start))
        part.links = [_moved(one, start) for one in _inside(self.links, start, end)]
        part.raised = [_moved(one, start) for one in _inside(self.raised, start, end)]
        part.code = [_moved(one, start) for one in _inside(self.code, start, end)]
        part.lowered = [_moved(one, start) for one in _inside(self.lowered, start, end)]
        return part

    def _copy(self, run: str, source_start: int) -> None:
        if run[:1] == " " and (not self.length or self.parts[-1][-1] == " "):
            run, source_start = run[1:], source_start + 1
        if run:
            self._add(run, source_start, source_start + len(run), verbatim=True)

    def _add(self, run: str, source_start: int, source_end: int, *, verbatim: bool = False) -> None:
        start, end = self.length, self.length + len(run)
        last = self.pieces[-1] if self.pieces else None
        if verbatim and last and last.verbatim and last.source_end == source_start:
            self.pieces[-1] = Piece(last.start, end, last.source_start, source_end, verbatim=True)
        else:
            self.pieces.append(Piece(start, end, source_start, source_end, verbatim))
        self.parts.append(run)
        self.length = end


_Range = TypeVar("_Range", Link, Raised, Span)


def _inside(ranges: Sequence[_Range], start: int, end: int) -> Iterator[_Range]:
    """The ranges inside another one; they are in order."""
    first = bisect_left(ranges, start, key=attrgetter("start"))
    last = bisect_left(ranges, end, key=attrgetter("start"))
    return (one for one in ranges[first:last] if one.end <= end)


def _moved(one: _Range, start: int) -> _Range:
    return one._replace(start=one.start - start, end=one.end - start)


def _even(chunk: str) -> int:
    """The offset before which a text has no uneven space, found by a quick check that suits most lines."""
    if chunk.isprintable() and "  " not in chunk:
        return len(chunk)
    line = chunk[:-1]
    return len(line) if line.isprintable() and "  " not in line and line[-1:] != " " else 0


def _is_shown(part: str) -> bool:
    """Whether a text has a visible character."""
    return any(not (character.isspace() or is_invisible(character)) for character in part)


def _breaks_line(white: str) -> bool:
    return any(sign in white for sign in "\n\r\f\u2028\u2029")


class Drafting:
    """The passages of an article in order, and the passage that is still open."""

    def __init__(self) -> None:
        """Begin without a passage."""
        self.passages: list[Passage] = []
        self.hidden: list[Span] = []
        self.skipped: list[Skipped] = []
        self.stylings: list[Styling] = []
        self.anchors: list[Anchor] = []
        self.unseen: list[Span] = []
        self.open: Passage | None = None
        # What is shown in place of images in the open passage; it follows that passage.
        self.beside: list[Passage] = []
        # Elements with words that are not read, at the start of a block: it is open whether text follows them in it.
        self._leading: list[tuple[Skipped, Styling]] = []

    def begin(self, passage: Passage) -> Passage:
        """Open a passage and end the one that was open."""
        leading, self._leading = self._leading, []
        self.stylings += [styling for _, styling in leading]
        self.end()
        self.open = passage
        return passage

    def skip(self, kind: str, source: Span, text: str = "", doubt: str = "") -> None:
        """Note something that is not read, with its text; with `doubt` it is reported in running text."""
        if doubt and self.open:
            self.stylings.append(Styling(*source, doubt))
        elif doubt:
            self._leading.append((Skipped(kind, source.start, text), Styling(*source, doubt)))
        else:
            self.skipped.append(Skipped(kind, source.start, text))

    def end(self) -> None:
        """End the open passage; one without visible text is dropped."""
        self.skipped += [skipped for skipped, _ in self._leading]
        self._leading.clear()
        passage, self.open = self.open, None
        beside, self.beside = self.beside, []
        for one in (passage, *beside) if passage else beside:
            self.add(one)

    def add(self, passage: Passage) -> None:
        """Add a passage that is complete; nothing in code is a marker."""
        if passage.length and passage.parts[-1][-1] == " ":
            passage.cut_back(passage.length - 1)
        if not any(map(_is_shown, passage.parts)):
            self.unseen += [Span(*map_of(passage.pieces).span(at, at + 1)) for at in misplaced(passage.text)]
        else:
            self.passages.append(passage)
            if passage.kind is Kind.CODE:
                passage.code = [Span(0, passage.length)]


def compose(
    source: str,
    passages: Iterable[Passage],
    references: Sequence[DraftReference] = (),
    drafting: Drafting | None = None,
    titles: Sequence[int] = (),
) -> Draft:
    """The draft of a format: its passages, one on each line, with offsets of the whole text.

    `drafting` has what was noted besides the passages; `titles` are the source offsets of the titles of lists.
    """
    texts: list[str] = []
    blocks: list[DraftBlock] = []
    pieces: list[Piece] = []
    links: list[Link] = []
    code: list[Span] = []
    raised: list[Raised] = []
    lowered: list[Span] = []
    skipped = drafting.skipped if drafting else []
    numbers: dict[int, int] = {}
    at = 0
    for passage in passages:
        skipped += _beside_text(passage)
        numbers[id(passage)] = len(blocks)
        heading, under = numbers.get(id(passage.heading), -1), numbers.get(id(passage.under), -1)
        texts.append(passage.text)
        blocks.append(DraftBlock(passage.kind, at, at + passage.length, passage.row, heading, passage.level, under))
        pieces += [Piece(start + at, end + at, begin, stop, own) for start, end, begin, stop, own in passage.pieces]
        links += [link._replace(start=link.start + at, end=link.end + at) for link in passage.links]
        code += [Span(start + at, end + at) for start, end in passage.code]
        raised += [span._replace(start=span.start + at, end=span.end + at) for span in passage.raised]
        lowered += [Span(start + at, end + at) for start, end in passage.lowered]
        at += passage.length + 1
    return Draft(
        source=source,
        text="\n".join(texts),
        map=map_of(pieces),
        blocks=tuple(blocks),
        links=tuple(links),
        code=tuple(code),
        raised=tuple(raised),
        lowered=tuple(lowered),
        references=tuple(references),
        titles=tuple(titles),
        anchors=tuple(drafting.anchors) if drafting else (),
        unseen=tuple(drafting.unseen) if drafting else (),
        hidden=tuple(drafting.hidden) if drafting else (),
        skipped=tuple(sorted(skipped, key=attrgetter("at"))),
        stylings=tuple(sorted(set(drafting.stylings))) if drafting else (),
    )


def _beside_text(passage: Passage) -> Iterator[Skipped]:
    """Yield what belongs to the text of a passage without being in it, or more exactly than words: number and code."""
    if passage.label.isdecimal() and passage.kind is not Kind.NOTE:
        yield Skipped(LIST_NUMBER, passage.pieces[0].source_start, passage.label)
    if passage.code and passage.kind is not Kind.CODE:
        text, places = passage.text, map_of(passage.pieces)
        for start, end in passage.code:
            if not text[start:end].replace(" ", "").isalnum():
                yield Skipped(INLINE_CODE, places.offset(start), text[start:end])
