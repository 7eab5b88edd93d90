"""Turn the events of a Markdown text into passages."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from pyromark import Options, events_with_range, reference_definitions

from factspec.articles.draft import PICTURE, Drafting, Kind, Link, Passage, file_of
from factspec.articles.html.markup import Tag, Text, tokens
from factspec.articles.html.page import Page
from factspec.articles.html.styles import Styles
from factspec.articles.html.view import Item, Table, View
from factspec.articles.markdown.site_markup import (
    FILLER,
    as_written,
    dropped,
    is_line,
    links_elsewhere,
    without_site_markup,
)
from factspec.language.places import Span

# Byte offsets in UTF-8 as character offsets.


# Runs of characters of equal width. Three bytes are defined by what the other classes do not contain, because a class
# of their own would take milliseconds to compile.
_RUNS = re.compile(
    "(?P<one>[\0-\x7f]+)|(?P<two>[\x80-\u07ff]+)|(?P<three>[^\0-\u07ff\U00010000-\U0010ffff]+)|[\U00010000-\U0010ffff]+"
)
_WIDTHS = {"one": 1, "two": 2, "three": 3, None: 4}


def codepoints(text: str) -> Callable[[int], int]:
    """A function from byte offsets, on a character's first byte, to character offsets; built in linear time."""
    if text.isascii():
        return int
    byte_starts, starts, widths = [0], [0], [1]
    byte = 0
    for run in _RUNS.finditer(text):
        width = _WIDTHS[run.lastgroup]
        byte_starts.append(byte)
        starts.append(run.start())
        widths.append(width)
        byte += (run.end() - run.start()) * width

    def offset(byte_offset: int) -> int:
        index = bisect_right(byte_starts, byte_offset) - 1
        return starts[index] + (byte_offset - byte_starts[index]) // widths[index]

    return offset


class _Image(NamedTuple):
    """An image that is being read: its text as a passage, its title, and its address."""

    caption: Passage
    title: str
    url: str


OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
# A link by reference that is read as markers: `[1]`, `[1][2]`, `[^a]`, `[@key]`, though a definition exists.
_MARKERS = r"(?:\[[\d\s,;–—-]+\]|\[[@^][^\[\]]+\])(?:\[[\d\s,;–—-]*\]|\[[@^][^\[\]]+\])?"
_BY_REFERENCE = frozenset(
    {"Reference", "Collapsed", "Shortcut", "ReferenceUnknown", "CollapsedUnknown", "ShortcutUnknown"}
)
_KINDS = {
    "Heading": Kind.HEADING,
    "BlockQuote": Kind.QUOTATION,
    "TableCell": Kind.CELL,
    "Item": Kind.LIST_ITEM,
    "FootnoteDefinition": Kind.LIST_ITEM,
}
_ROWS = frozenset({"TableHead", "TableRow", "TableCell"})
_BLOCKS = frozenset({"Paragraph", "List", "Table", "CodeBlock", "HtmlBlock", *_KINDS})
_TEXT = re.compile(f"[^{FILLER}]+")
_LINE = re.compile(r"[^\r\n]*+")


class _Begun(NamedTuple):
    """The start of an open link, and its target."""

    passage: Passage
    at: int
    url: str
    source_start: int


class Walker:
    """One pass over the events of a text from an offset on; offsets are those of the source."""

    def __init__(self, source: str, start: int, drafting: Drafting) -> None:
        """Begin at an offset of the source, after front matter."""
        self.drafting = drafting
        self._written = source
        self._start = start
        self._source, self._elsewhere = links_elsewhere(without_site_markup(source, start), start, _labels)
        self._view = View(source, self.drafting, Styles(source, inside=None))
        self._page = Page(self._view)
        # The number of open elements of raw HTML at the start of each open block.
        self._depths: list[int] = []
        # For each open link its start; None for a link that is read as written.
        self._links: list[_Begun | None] = []
        self._numbers: list[int | None] = []
        self._images: list[_Image] = []
        # The ranges of code: markup of a site in it is text.
        self._in_code: list[Span] = []
        # The lines of the open block of raw HTML, without the signs of lists and quotations before them.
        self._lines: list[Span] = []
        # Above 0 inside struck-out text, and inside a link that is read as written.
        self._silent = 0
        self._handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Start": self._start_tag,
            "End": self._end_tag,
            "Text": self._text,
            "Code": self._code,
            "FootnoteReference": self._as_written,
            "InlineHtml": self._inline_html,
            "Html": self._html_line,
            "SoftBreak": self._break,
            "HardBreak": self._break,
            "TaskListMarker": self._task,
        }

    def walk(self) -> None:
        """Write all passages to `drafting`."""
        text = self._source[self._start :]
        offset = codepoints(text)
        for event, span in events_with_range(text, options=OPTIONS):
            name, value = _named(event)
            handler = self._handlers.get(name)
            if handler:
                handler(value, self._start + offset(span["start"]), self._start + offset(span["end"]))
        self._page.finish()
        for kind, source in dropped(self._written, self._source):
            if not self._is_in_code(source.start):
                self.drafting.skip(kind, source, self._written[slice(*source)])
        for label, source in self._elsewhere:
            if not self._is_in_code(source.start):
                self.drafting.skip("link target", source, label)

    def _is_in_code(self, at: int) -> bool:
        """Whether an offset of the source is in code."""
        before = bisect_right(self._in_code, at, key=attrgetter("start")) - 1
        return before >= 0 and at < self._in_code[before].end

    def _start_tag(self, tag: Any, start: int, end: int) -> None:
        name, data = _named(tag)
        if name in _BLOCKS:
            self._begin_block(name, data)
        if name == "Link":
            self._begin_link(data, start, end)
        elif name == "Image":
            # An image in the text of another one is not shown.
            url = "" if self._images else self._target(data, start, end)
            self._images.append(_Image(_apart(Kind.CAPTION), data["title"], url))
        elif name == "Strikethrough":
            self._strike(start, end)
        elif name in _ROWS:
            self._begin_row(name)
        elif name == "CodeBlock":
            self._in_code.append(Span(start, end))
            self.drafting.begin(_apart(Kind.CODE))

    def _end_tag(self, tag: Any, start: int, end: int) -> None:
        name, _ = _named(tag)
        if name in _BLOCKS:
            self._end_block(name, end)
        if name == "Link":
            self._end_link(end)
        elif name == "Image":
            self._end_image(Span(start, end))
        elif name == "Strikethrough":
            self._unstrike(end)
        elif name in _ROWS:
            self._end_row(name)

    def _begin_row(self, name: str) -> None:
        table = self._view.tables[-1]
        if name == "TableCell":
            table.begin_cell({}, is_heading=False)
            return
        if name == "TableHead":
            table.begin_head()
        self._view.rows_begun += 1
        table.begin_row(self._view.rows_begun)

    def _end_row(self, name: str) -> None:
        table = self._view.tables[-1]
        if name == "TableCell":
            table.end_cell()
            return
        table.end_row()
        if name == "TableHead":
            table.end_head()

    def _end_image(self, source: Span) -> None:
        """The text and the title of an image follow the passage that the image is in."""
        caption, title, url = self._images.pop()
        is_shown = self._is_shown
        shown = [caption] if caption.length else []
        if is_shown and title.strip() and title.split() != "".join(caption.parts).split():
            shown.append(self._titled(title, source))
        for one in shown:
            self._view.place(one)
            self.drafting.beside.append(one)
        if is_shown and not self._images:
            self.drafting.skip(PICTURE if shown else "image without text", source, file_of(url))

    @property
    def _is_shown(self) -> bool:
        """Whether text here belongs to the article and is shown."""
        return not self._silent and self._view.is_article and not self._view.hidden

    def _titled(self, title: str, source: Span) -> Passage:
        """The title of an image, which browsers show on it and sites below it."""
        passage = _apart(Kind.CAPTION)
        at = self._source.rfind(title, *source)
        if at >= 0:
            passage.write(title, at)
        else:
            passage.write_for(title, *source)
        return passage

    def _strike(self, start: int, end: int) -> None:
        """Leave out text between `~~`. A single `~` is text: its meaning differs between sites."""
        if not self._source.startswith("~~", start):
            self._as_written(None, start, start + 1)
            return
        if not self._silent:
            beside = self._source[max(start - 1, 0) : start] + self._source[end : end + 1]
            self._view.struck_out(Span(start, end), is_glued=any(map(str.isalnum, beside)))
        self._silent += 1

    def _unstrike(self, end: int) -> None:
        if self._source.endswith("~~", 0, end):
            self._silent -= 1
        else:
            self._as_written(None, end - 1, end)

    def _begin_block(self, name: str, data: Any) -> None:
        self.drafting.end()
        self._depths.append(self._page.depth)
        if name in _KINDS:
            self._view.kinds.append(_KINDS[name])
        if name == "Heading":
            self._view.levels.append(int(data["level"][1:]))
        elif name == "List":
            self._numbers.append(data)
        elif name == "Table":
            self._view.tables.append(Table())
        elif name in {"Item", "FootnoteDefinition"}:
            self._view.items.append(self._item(name, data))

    def _item(self, name: str, data: Any) -> Item:
        self._view.items_begun += 1
        if name == "FootnoteDefinition":
            return Item(self._view.items_begun, data, defined=True)
        number = self._numbers[-1]
        if number is None:
            return Item(self._view.items_begun, "", defined=False)
        self._numbers[-1] = number + 1
        return Item(self._view.items_begun, str(number), defined=False)

    def _end_block(self, name: str, end: int) -> None:
        depth = self._depths.pop()
        if name == "HtmlBlock":
            self._end_html()
        else:
            self._page.close(depth, end)
        self.drafting.end()
        if name in _KINDS:
            self._view.kinds.pop()
        if name == "Heading":
            self._view.levels.pop()
        elif name == "List":
            self._numbers.pop()
        elif name == "Table":
            self._view.tables.pop()
        elif name in {"Item", "FootnoteDefinition"}:
            self._view.items.pop()

    def _task(self, is_ticked: bool, start: int, end: int) -> None:
        if is_ticked and self._view.shows(start, start):
            line = _LINE.match(self._written, end)
            self.drafting.skip("ticked box", Span(start, end), line[0] if line else "")

    def _begin_link(self, data: Mapping[str, str], start: int, end: int) -> None:
        written = self._source[start:end]
        if data["title"].strip() and not self._silent and self._view.shows(start, start):
            self.drafting.skip("tooltip", Span(start, end), data["title"])
        if data["link_type"] in _BY_REFERENCE and re.fullmatch(_MARKERS, written):
            self._as_written(None, start, end)
            self._silent += 1
            self._links.append(None)
        else:
            passage = self._passage()
            self._links.append(_Begun(passage, passage.length, self._target(data, start, end), start))

    def _target(self, data: Mapping[str, str], start: int, end: int) -> str:
        """The address of a link or an image. One by reference is defined elsewhere."""
        within = end if data["link_type"] in _BY_REFERENCE else start
        return as_written(data["dest_url"], self._source[within:end], self._written[within:end])

    def _end_link(self, end: int) -> None:
        begun = self._links.pop()
        if begun is None:
            self._silent -= 1
        elif begun.passage.length > begun.at:
            span = (begun.at, begun.passage.length)
            begun.passage.links.append(Link(*span, begun.url, begun.source_start, end))
        elif self._is_shown:
            self.drafting.skip("link target", Span(begun.source_start, end), begun.url)

    def _passage(self) -> Passage:
        return self._images[-1].caption if self._images else self._view.passage()

    def _text(self, shown: str, start: int, end: int) -> None:
        if self._silent or not self._view.shows(start, end):
            return
        passage = self.drafting.open
        if passage and passage.kind is Kind.CODE:
            passage.write(self._written[start:end], start)
        elif self._source[start:end] == shown:
            self._write(shown, start)
        else:
            self._passage().write_for(shown, start, end)

    def _write(self, shown: str, start: int) -> None:
        """Write text without the markup of a site in it; such markup on a line of its own separates paragraphs."""
        if shown and FILLER not in shown:
            self._passage().write(shown, start)
            return
        runs = list(_TEXT.finditer(shown))
        if not runs and not (self._links or self._images) and is_line(self._source, start, start + len(shown)):
            self.drafting.end()
        for run in runs:
            self._passage().write(run[0], start + run.start())

    def _as_written(self, _value: Any, start: int, end: int) -> None:
        self._text(self._source[start:end], start, end)

    def _code(self, shown: str, start: int, end: int) -> None:
        if self._silent or not self._view.shows(start, end):
            return
        self._in_code.append(Span(start, end))
        passage = self._passage()
        at = passage.length
        inside = self._source.find(shown, start, end)
        shown = as_written(shown, self._source[start:end], self._written[start:end])
        if inside >= 0:
            passage.write(shown, inside)
        else:
            passage.write_for(shown, start, end)
        passage.code.append(Span(at, passage.length))

    def _break(self, _value: Any, start: int, end: int) -> None:
        if not self._silent and self._view.shows(start, start):
            self._passage().space(start, end, line=True)

    def _inline_html(self, _value: Any, start: int, end: int) -> None:
        self._page.feed(tokens(self._source, start, end))

    def _html_line(self, _value: Any, start: int, end: int) -> None:
        self._lines.append(Span(start, end))

    def _end_html(self) -> None:
        """Read the lines of a block of raw HTML together, because a comment or a tag may span several."""
        lines, self._lines = self._lines, []
        if lines:
            self._page.feed(_within(lines, tokens(self._source, lines[0].start, lines[-1].end)))


def _apart(kind: Kind) -> Passage:
    """A passage that is not running text."""
    passage = Passage(kind)
    passage.is_apart = True
    return passage


def _within(lines: Sequence[Span], found: Iterable[Tag | Text]) -> Iterator[Tag | Text]:
    """The tags, and the parts of the texts that are in these lines; both are in order."""
    at = 0
    for token in found:
        if isinstance(token, Tag) or token.doubt:
            yield token
            continue
        while lines[at].end <= token.start:
            at += 1
        for line in map(lines.__getitem__, range(at, len(lines))):
            if line.start >= token.end:
                break
            yield token._replace(start=max(line.start, token.start), end=min(line.end, token.end))


def _labels(text: str) -> Iterable[str]:
    """The labels of the definitions of links in a text."""
    return reference_definitions(text, options=OPTIONS)


def _named(event: Any) -> tuple[str, Any]:
    """The name of an event or tag, and its data."""
    if isinstance(event, str):
        return event, None
    name, value = next(iter(event.items()))
    return name, value
