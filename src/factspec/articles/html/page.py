"""An HTML page read tag by tag, unclosed and badly nested ones as browsers do."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from factspec.articles.draft import Kind, Link, Passage, Raised
from factspec.articles.html.markup import (
    BLOCKS,
    CODE,
    ENDS,
    KINDS,
    LISTS,
    SCOPES,
    SECTIONS,
    SKIPPED,
    TABLE_PARTS,
    VOID,
    Tag,
    Text,
    attributes,
)
from factspec.articles.html.view import Item, List, Listing, View
from factspec.language.places import Span

# What one element does to the text inside it, and how that ends.


# Ends an effect; takes the source range of the end tag, empty where another tag ends the element.
End = Callable[[Span], None]

_Value = TypeVar("_Value")

# What of a style takes text out of a reader's sight: not shown, of no size, see-through, or far outside the page.
# The patterns of styles are compiled by the first page that has one.
_HIDING = (
    r"(?i:(?:^|;)\s*(?:display\s*:\s*none\b|visibility\s*:\s*(?:hidden|collapse)\b"
    r"|content-visibility\s*:\s*hidden\b|clip-path\s*:\s*inset\(\s*(?:50|100)%|transform\s*:\s*scale\(\s*0\s*\)"
    r"|opacity\s*:\s*0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{4,9}(?:\.\d{1,9})?(?:px|pt|em|rem)?\s*(?:;|!|$)))"
)
# Text of no size, until an element inside has a size of its own; one relative to nothing is none.
_SIZELESS = r"(?i:(?:^|;)\s*font-size\s*:\s*0(?:\.0{1,9})?(?:px|pt|r?em|%)?\s*(?:;|!|$))"
_SIZED = (
    r"(?i:(?:^|;)\s*font-size\s*:\s*(?:(?=[\d.]{0,9}[1-9])[\d.]{1,12}(?:px|pt|pc|rem|cm|mm|in|vw|vh)\b"
    r"|[a-z-]{0,9}(?:small|medium|large)\b))"
)
_STRUCK = r"(?i:(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b)"
# A note of the author's, not a source: `[a]`, `[note 1]`, `[nb 2]`, or a letter that is a link; raised only.
_NOTE = re.compile(r"\[(?:[a-z]{1,2}|(?:note|nb|n|fn)\W?\d{1,4})\]", re.IGNORECASE)
_LETTER = re.compile(r"[a-z*†‡]{1,2}")
_LONGEST_NOTE = 16
_PULLED = re.compile(r"\bpull-?quote", re.IGNORECASE)
# Lists of references by class, as encyclopaedias, pandoc and static site generators write them, and by ARIA role.
_LISTING = re.compile(
    r"(?:^|\s)(?:references|reflist|reference-list|footnotes|wp-block-footnotes|endnotes|bibliography|doc-endnotes"
    r"|doc-bibliography)(?:\s|$)"
)
# An entry that is no list item, as newsletters and bibliography processors write it.
_ENTRY = re.compile(r"(?:^|\s)(?:footnote|csl-entry)(?:\s|$)")
_ENTRY_ID = re.compile(
    r"_?(?:cite_note|fn|footnote|footnotedef|endnote|ref|reference|source)(?:[-_:.](?:.*[-_:.])?)?(\d{1,6})",
    re.IGNORECASE,
)


def effects(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    """Apply what a start tag does; each effect gives the function that ends it."""
    yield from _visibility(view, tag, attributes)
    named = attributes.get("class", "")
    if attributes and _LISTING.search(f"{named} {attributes.get('role', '')}"):
        yield _push(view.listings, Listing())
    kind = Kind.QUOTATION if named and _PULLED.search(named) else KINDS.get(tag.name)
    if kind:
        yield _push(view.kinds, Kind.PARAGRAPH if kind is Kind.CELL and view.is_layout else kind)
    if tag.name == "table":
        yield _push(view.tables, tag.start in view.layouts)
    if tag.name in LISTS:
        yield _push(view.lists, _list(view, tag, attributes))
    elif tag.name == "li":
        yield _push(view.items, _item(view, attributes))
    elif tag.name in BLOCKS and named and _ENTRY.search(named):
        yield _push(view.items, _entry(view, attributes))
    elif view.is_article and not view.is_hidden:
        yield from _inline(view, tag, attributes)


def _visibility(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    closed = tag.name == "dialog" and "open" not in attributes
    marked = closed or "hidden" in attributes or "popover" in attributes
    style = attributes.get("style", "")
    if marked or (style and re.search(_HIDING, style)) or view.unseen(tag, attributes):
        yield _count(view, "hidden")
    if style and re.search(_SIZELESS, style):
        yield _push(view.shrunk, value=True)
    elif style and view.is_shrunk and re.search(_SIZED, style):
        yield _push(view.shrunk, value=False)
    struck = style and re.search(_STRUCK, style)
    if tag.name in SKIPPED or struck or (tag.name == "code" and view.preformatted):
        yield _count(view, "skipped")
    if tag.name == "pre":
        yield _count(view, "preformatted")
    if tag.start in view.containers:
        yield _count(view, "inside")


def _inline(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    if tag.name == "a" and "href" in attributes:
        yield from _link(view, tag, attributes["href"].strip())
    elif tag.name == "sup":
        yield _raised(view, tag)
    elif tag.name in CODE:
        yield _code(view)
    elif tag.name == "q":
        yield _quoted(view, tag)


def _count(view: View, name: str) -> End:
    setattr(view, name, getattr(view, name) + 1)

    def end(_tag: Span) -> None:
        setattr(view, name, getattr(view, name) - 1)

    return end


def _push(stack: list[_Value], value: _Value) -> End:
    stack.append(value)

    def end(_tag: Span) -> None:
        stack.pop()

    return end


def _list(view: View, tag: Tag, attributes: Mapping[str, str]) -> List:
    start, ordered = attributes.get("start", ""), tag.name == "ol"
    return List(ordered, int(start) if _is_number(start) else 1, view.lists_references(labelled=ordered))


def _item(view: View, attributes: Mapping[str, str]) -> Item:
    """A list item, labelled by its number where the list counts, else by the number in its id."""
    view.items_begun += 1
    parent = view.lists[-1] if view.lists else List(ordered=False, next=1, defined=False)
    value = attributes.get("value", "")
    number = int(value) if _is_number(value) else parent.next
    parent.next = number + 1
    entry = _ENTRY_ID.fullmatch(attributes.get("id", ""))
    label = str(number) if parent.ordered else entry[1] if entry else ""
    return Item(view.items_begun, label, parent.defined or entry is not None)


def _entry(view: View, attributes: Mapping[str, str]) -> Item:
    """An entry that is no list item, labelled by the number in its id."""
    view.items_begun += 1
    named = _ENTRY_ID.fullmatch(attributes.get("id", ""))
    is_entry = named is not None or view.lists_references(labelled=False)
    return Item(view.items_begun, named[1] if named else "", is_entry)


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 10


class _Begun:
    """Where an inline element began: in the passage then open, or in the next one."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.passage = view.drafting.open
        self.at = self.passage.length if self.passage else 0

    def written(self) -> tuple[Passage, Span] | None:
        """What the element wrote to the open passage, if anything."""
        passage = self.view.drafting.open
        start = self.at if passage is self.passage else 0
        return (passage, Span(start, passage.length)) if passage and passage.length > start else None


def _link(view: View, tag: Tag, url: str) -> Iterator[End]:
    begun = _Begun(view)
    view.links_begun += 1
    yield _count(view, "linking")

    def end(end_tag: Span) -> None:
        written = begun.written()
        if written:
            written[0].links.append(Link(*written[1], url, tag.start, end_tag.end))

    yield end


def _raised(view: View, tag: Tag) -> End:
    begun = _Begun(view)
    links, linked = view.links_begun, view.linking > 0

    def end(end_tag: Span) -> None:
        written = begun.written()
        if not written:
            return
        passage, span = written
        is_linked = linked or view.links_begun > links
        text = passage.since(span.start).strip() if span.end - span.start < _LONGEST_NOTE else ""
        if _NOTE.fullmatch(text) or (is_linked and _LETTER.fullmatch(text)):
            passage.cut_back(span.start)
        else:
            passage.raised.append(Raised(*span, tag.start, end_tag.end, is_linked))

    return end


def _code(view: View) -> End:
    begun = _Begun(view)

    def end(_tag: Span) -> None:
        written = begun.written()
        if written:
            written[0].code.append(written[1])

    return end


def _quoted(view: View, tag: Tag) -> End:
    """Browsers show quotation marks around a `q`."""
    passage = view.passage()
    passage.write_for("“", tag.start, tag.end)

    def end(end_tag: Span) -> None:
        if view.drafting.open is passage and end_tag.end > end_tag.start:
            passage.write_for("”", *end_tag)

    return end


class _Element(NamedTuple):
    """An open element, and what ends with it."""

    name: str
    ends: tuple[End, ...]


class Page:
    """The open elements of a page while it is read; what they show is written to the view's drafting."""

    def __init__(self, view: View) -> None:
        """Begin outside every element."""
        self.view = view
        self._elements: list[_Element] = []
        # Where the open elements of a name, and the open blocks, stand among the open elements.
        self._places: dict[str, list[int]] = {}
        self._blocks: list[int] = []

    def feed(self, tokens: Iterable[Tag | Text]) -> None:
        """Read tags and texts of the source, in order."""
        for token in tokens:
            if isinstance(token, Text):
                self.view.text(token.start, token.end)
            elif token.is_end:
                self._end(token)
            else:
                self._start(token)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._elements)

    def close(self, depth: int = 0, source_end: int | None = None) -> None:
        """Close the elements opened beyond a depth, at an offset of the source or at its end."""
        end = len(self.view.source) if source_end is None else source_end
        self._close_from(depth, Span(end, end))
        self.view.drafting.end()

    def _start(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.view.drafting.end()
            for ended, fences in ENDS[tag.name]:
                place = self._innermost(ended)
                if place >= 0 and place > self._innermost(fences):
                    self._close_from(place, Span(tag.start, tag.start))
        if tag.name not in VOID:
            self._open(tag)
        elif tag.name == "br":
            self.view.line_break(tag.start, tag.end)

    def _end(self, tag: Tag) -> None:
        place = self._innermost((tag.name,))
        if place >= 0 and self._reaches(tag.name, place):
            self._close_from(place, Span(tag.start, tag.end))
        if tag.name in BLOCKS:
            self.view.drafting.end()

    def _reaches(self, name: str, place: int) -> bool:
        """Whether an end tag ends the element at a place: no boundary may lie between."""
        if name in SECTIONS:
            return True
        if name in TABLE_PARTS:
            return place > self._innermost(("table",))
        if name in BLOCKS or name in SKIPPED:
            return place > self._innermost(SCOPES - {name})
        return place > (self._blocks[-1] if self._blocks else -1)

    def _innermost(self, names: Iterable[str]) -> int:
        """The place of the innermost open element of these names, -1 where none is open."""
        return max([self._places[name][-1] for name in names if self._places.get(name)], default=-1)

    def _open(self, tag: Tag) -> None:
        has_attributes = tag.end - tag.attributes_start > 1
        found = attributes(self.view.source, tag) if has_attributes else {}
        place = len(self._elements)
        self._places.setdefault(tag.name, []).append(place)
        if tag.name in BLOCKS:
            self._blocks.append(place)
        self._elements.append(_Element(tag.name, tuple(effects(self.view, tag, found))))

    def _close_from(self, place: int, tag: Span) -> None:
        """Close the elements from a place on; the tag that ends the outermost ends the others without a tag."""
        while len(self._elements) > place:
            element = self._elements.pop()
            self._places[element.name].pop()
            if element.name in BLOCKS:
                self._blocks.pop()
            for end in reversed(element.ends):
                end(tag if len(self._elements) == place else Span(tag.start, tag.start))
