"""What one element does to the text inside it, and how that ends."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from factspec.draft import Kind, Link, Raised
from factspec.drafting import Passage
from factspec.hypertext.elements import BLOCKS, CODE, KINDS, LISTS, SKIPPED
from factspec.hypertext.markup import Tag
from factspec.hypertext.view import Item, List, Listing, View
from factspec.text.places import Span

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
