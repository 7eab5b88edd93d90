"""An article as factspec judges it: visible text without markers, and the way back to the source."""

from typing import NamedTuple

from factspec.articles.draft import Kind, Link, PieceMap, Styling
from factspec.language.places import Lines, Place, Span


class ArticleError(Exception):
    """An article cannot be read; the message says what is wrong and what to do.

    `line` and `column` count from 1; both are 0 if the error concerns the whole file.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        """Set the message and the place of the error."""
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column


class Block(NamedTuple):
    """A block of the article, such as a paragraph or a note; offsets count characters of `Article.text`."""

    kind: Kind
    start: int
    end: int


class Cell(NamedTuple):
    """A block in a table: its index, its row, and the range of `Article.text` of its column's heading.

    Rows are numbered over all tables from 1, the row of headings included. A cell may have several blocks. `heading` is
    None in a column without a heading, in the row of headings itself, and if merged cells leave the column open.
    """

    block: int
    row: int
    heading: Span | None


class Sentence(NamedTuple):
    """A sentence and the index of its block; offsets count characters of `Article.text`, white space left out."""

    start: int
    end: int
    block: int


class Marker(NamedTuple):
    """One citation as written.

    `at` is its offset in `Article.text`; `ids` are the labels it names, ranges expanded. `source_start` and
    `source_end` count characters of `Article.source`. Markers with equal `group` are adjacent (`[1][2]`, `[1], [2]`).
    `problem` is empty, or says what is wrong with it. `url` is the target of its one link, empty if there is none.
    """

    at: int
    ids: tuple[str, ...]
    source_start: int
    source_end: int
    group: int
    problem: str = ""
    url: str = ""


class Reference(NamedTuple):
    """The article's own definition of a source; its range counts characters of `Article.source`.

    `url` is its first address on the web, `urls` are all its addresses, whatever their scheme. `anchors` are the ids by
    which links into the page name it. `of_notes` says that its list may be one of notes.
    """

    id: str
    url: str
    text: str
    source_start: int
    source_end: int
    urls: tuple[str, ...] = ()
    of_notes: bool = False
    anchors: tuple[str, ...] = ()


class Unread(NamedTuple):
    """A part of the file that was not read: a singular noun that says what it is, its line, and its text.

    The text has single spaces for white space. It is the words that were left out; of an image its address without its
    query; of an entry in the list of sources its words and its address. Scripts and styles have none.
    """

    kind: str
    line: int
    text: str = ""


class Article(NamedTuple):
    """One document in one format.

    `text` is what a reader sees, without markers and the space before them; a line feed separates blocks. `source` is
    the decoded file after a byte-order mark, and `map` maps `text` to it. `links` keep the targets of links with
    article text. `hidden` are ranges of `source` whose text the page does not show. `unread` is what was left out, such
    as struck-out text or the file of an image. `stylings` are ranges of `source` that may make the page
    look different from what was read. `cells` are the blocks in tables. `above` has, for each block, the index of the
    one that it is under, -1 if there is none: its heading, the line that introduces its list or table, its list item.
    `titles` are the offsets in `source` of the titles of its lists of sources, which are not text. `unseen` are ranges
    of `source` with an invisible character, in blocks without any other.
    """

    path: str
    format: str
    sha256: str
    source: str
    text: str
    map: PieceMap
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    markers: tuple[Marker, ...]
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    hidden: tuple[Span, ...]
    lines: Lines
    unread: tuple[Unread, ...] = ()
    stylings: tuple[Styling, ...] = ()
    cells: tuple[Cell, ...] = ()
    above: tuple[int, ...] = ()
    titles: tuple[int, ...] = ()
    unseen: tuple[Span, ...] = ()

    def source_span(self, start: int, end: int) -> Span:
        """The range of `source` that shows `text[start:end]`; an empty range has an empty one."""
        return self.map.span(start, end)

    def place(self, offset: int) -> Place:
        """The line and column in the file of the character at an offset of `text`."""
        return self.lines.place(self.map.offset(offset))
