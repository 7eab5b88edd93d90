"""Read an HTML page tag by tag; unclosed and badly nested tags are read as in browsers."""

import re
from collections.abc import Iterable, Iterator, Mapping

from factspec.articles.draft import LIST_NUMBER, TIME, Anchor, Kind, Link, Passage, Raised, Styling
from factspec.articles.html.harmless import IN_NUMBER, NOT_SHOWN, STRUCK_OUT
from factspec.articles.html.markup import (
    BLOCKS,
    CODE,
    ENDS,
    HEADINGS,
    KINDS,
    LISTS,
    SCOPES,
    SECTIONS,
    SKIPPED,
    STRUCK,
    TABLE_PARTS,
    UNSHOWN,
    VOID,
    Tag,
    Text,
    attributes,
)
from factspec.articles.html.nesting import Element, Stack
from factspec.articles.html.view import End, Item, List, Listing, Table, View, count, push
from factspec.articles.html.visibility import doubts, note_labels, note_void, visibility
from factspec.language.places import Span

# The effects of one element on the text inside it.


# A raised note by the author, not a source: `[note 1]`, `[nb 2]`; or a link that is `note 1`, a letter (`[a]`, after 26
# notes `[ab]`) or a Roman number. Words such as "no" are not one.
_NOTE = r"(?:note|nb|n|fn|footnote|(?:lower|upper)-(?:alpha|roman|greek))\W?\d{1,4}"
_BRACKETED_NOTE = re.compile(rf"\[{_NOTE}\]")
_LINKED_NOTE = re.compile(rf"(?P<opened>\[)?(?:{_NOTE}|[ab]?[a-z]|[ivx]{{2,5}}|[*†‡]{{1,2}})(?(opened)\])")
_LONGEST_NOTE = 20
_PULLED = re.compile(r"\bpull-?quote", re.IGNORECASE)
# Lists of references by class, as encyclopaedias, pandoc and static site generators write them, and by ARIA role.
_LISTING = re.compile(
    r"(?:^|\s)(?:(?P<sources>references|reflist|reference-list|bibliography|doc-bibliography)"
    r"|footnotes|wp-block-footnotes|endnotes|doc-endnotes)(?:\s|$)"
)
# An entry that is not a list item, as newsletters and bibliography processors write it.
_ENTRY = re.compile(r"(?:^|\s)(?:footnote|csl-entry)(?:\s|$)")
_ENTRY_ID = re.compile(
    r"_?(cite_note|fn|footnote|footnotedef|endnote|ref|reference|source)(?:[-_:.](?:.*[-_:.])?)?(\d{1,6})",
    re.IGNORECASE,
)
_SOURCES = frozenset({"cite_note", "ref", "reference", "source"})


def effects(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    """Apply the effects of a start tag; yield a function that ends each of them."""
    yield from visibility(view, tag, attributes)
    named = attributes.get("class", "")
    listing = _LISTING.search(f"{named} {attributes.get('role', '')}") if attributes else None
    if listing:
        yield push(view.listings, Listing(names_sources=listing["sources"] is not None))
    yield from _kind(view, tag, named)
    yield from _table(view, tag, attributes)
    _note_beside_text(view, tag, attributes)
    if tag.name == "code" and view.preformatted:
        yield from _code_block(view)
    if tag.name in LISTS:
        yield push(view.lists, _list(view, tag, attributes))
    elif tag.start in view.notes:
        yield push(view.items, _note_outside(view, tag, attributes))
    elif tag.name == "li":
        yield push(view.items, _item(view, attributes))
    elif tag.name in BLOCKS and named and _ENTRY.search(named):
        yield push(view.items, _entry(view, attributes))
    elif view.is_article and not view.hidden and not view.is_code:
        yield from _inline(view, tag, attributes)


def _note_beside_text(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note the time that a page gives for words, and how it numbers a list."""
    if not view.is_article or view.hidden:
        return
    if tag.name == "time" and attributes.get("datetime", "").strip():
        view.drafting.skip(TIME, Span(tag.start, tag.end), attributes["datetime"])
    if tag.name == "ol":
        shown = [f"type {attributes['type']}"] if attributes.get("type", "1") != "1" else []
        shown += ["reversed"] if "reversed" in attributes else []
        if shown:
            view.drafting.skip(LIST_NUMBER, Span(tag.start, tag.end), ", ".join(shown))


def _kind(view: View, tag: Tag, named: str) -> Iterator[End]:
    """Say what the blocks in an element are, and how high a heading is."""
    kind = Kind.QUOTATION if named and _PULLED.search(named) else KINDS.get(tag.name)
    if kind:
        yield push(view.kinds, Kind.PARAGRAPH if kind is Kind.CELL and view.is_layout else kind)
    if kind is Kind.HEADING:
        yield push(view.levels, int(tag.name[1:]))


def _table(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    """Count the rows and cells of tables."""
    if tag.name == "table":
        yield push(view.tables, Table(tag.start in view.layouts))
    elif not view.tables:
        return
    table = view.tables[-1]
    if tag.name == "thead":
        table.begin_head()
        yield lambda _tag: table.end_head()
    elif tag.name == "tr":
        view.rows_begun += 1
        table.begin_row(view.rows_begun)
        yield lambda _tag: table.end_row()
    elif tag.name in {"td", "th"}:
        table.begin_cell(attributes, is_heading=tag.name == "th")
        yield lambda _tag: table.end_cell()


def _code_block(view: View) -> Iterator[End]:
    """Code in preformatted text is a block of its own."""
    view.drafting.end()
    yield push(view.kinds, Kind.CODE)
    yield lambda _tag: view.drafting.end()


def _inline(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    if tag.name == "a" and "href" in attributes:
        yield from _link(view, tag, attributes["href"].strip())
    elif tag.name == "sup":
        yield _raised(view, tag)
    elif tag.name == "sub":
        yield _lowered(view)
    elif tag.name == "rt":
        yield _above(view, tag)
    elif tag.name in CODE:
        yield _code(view)
    elif tag.name == "q":
        yield _quoted(view, tag)


def _list(view: View, tag: Tag, attributes: Mapping[str, str]) -> List:
    start, ordered = attributes.get("start", ""), tag.name == "ol"
    return List(ordered, int(start) if _is_number(start) else 1, view.lists_references(labelled=ordered))


def _item(view: View, attributes: Mapping[str, str]) -> Item:
    """A list item, labelled by its number in an ordered list, otherwise by the number in its id."""
    view.items_begun += 1
    parent = view.lists[-1] if view.lists else List(ordered=False, next=1, defined=False)
    value = attributes.get("value", "")
    number = int(value) if _is_number(value) else parent.next
    parent.next = number + 1
    entry = _ENTRY_ID.fullmatch(attributes.get("id", ""))
    label = str(number) if parent.ordered else entry[2] if entry else ""
    return Item(view.items_begun, label, parent.defined or entry is not None, _names_sources(view, entry))


def _note_outside(view: View, tag: Tag, attributes: Mapping[str, str]) -> Item:
    """A note outside the article, to which a marker leads."""
    item = _item(view, attributes) if tag.name == "li" else _entry(view, attributes)
    item.label, item.defined = view.notes[tag.start], True
    return item


def _entry(view: View, attributes: Mapping[str, str]) -> Item:
    """An entry that is not a list item, labelled by the number in its id."""
    view.items_begun += 1
    named = _ENTRY_ID.fullmatch(attributes.get("id", ""))
    is_entry = named is not None or view.lists_references(labelled=False)
    names_sources = bool(_names_sources(view, named)) or "csl-entry" in attributes.get("class", "")
    return Item(view.items_begun, named[2] if named else "", is_entry, names_sources)


def _names_sources(view: View, entry: re.Match[str] | None) -> bool | None:
    """Whether the page says of an entry that it is one of sources or a footnote; None if it says neither."""
    if entry and entry[1].lower() in _SOURCES:
        return True
    return view.listings[-1].names_sources if view.listings else None


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 10


class _Begun:
    """The start of an inline element: in the passage open at that time, or in the next one."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.passage = view.drafting.open
        self.at = self.passage.length if self.passage else 0

    def written(self) -> tuple[Passage, Span] | None:
        """The open passage and the range that the element wrote to it, if any."""
        passage = self.view.drafting.open
        start = self.at if passage is self.passage else 0
        return (passage, Span(start, passage.length)) if passage and passage.length > start else None


def _link(view: View, tag: Tag, url: str) -> Iterator[End]:
    begun, shown = _Begun(view), view.shown
    view.links_begun += 1
    yield count(view, "linking")

    def end(end_tag: Span) -> None:
        written = begun.written()
        if written:
            written[0].links.append(Link(*written[1], url, tag.start, end_tag.end))
        elif view.drafting.open is None or view.shown == shown:  # otherwise it is a note's, which is left out
            view.drafting.skip("link target", Span(tag.start, end_tag.end), url)

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
        if (_LINKED_NOTE if is_linked else _BRACKETED_NOTE).fullmatch(text.lower()):
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


def _lowered(view: View) -> End:
    begun = _Begun(view)

    def end(_tag: Span) -> None:
        written = begun.written()
        if written:
            written[0].lowered.append(written[1])

    return end


def _above(view: View, tag: Tag) -> End:
    """Write the text above a word after it, in brackets."""
    passage = view.passage()
    passage.write_for(" (", tag.start, tag.end)

    def end(end_tag: Span) -> None:
        if view.drafting.open is passage:
            passage.write_for(")", *(end_tag if end_tag.end > end_tag.start else (tag.start, tag.end)))

    return end


def _quoted(view: View, tag: Tag) -> End:
    """Browsers show quotation marks around a `q`."""
    passage = view.passage()
    passage.write_for("“", tag.start, tag.end)

    def end(end_tag: Span) -> None:
        if view.drafting.open is passage and end_tag.end > end_tag.start:
            passage.write_for("”", *end_tag)

    return end


# A number that goes on after tags.
_DIGIT = re.compile(r"(?:<[^<>]{0,200}>){0,4}+[.,]?\d")
_POINTS = frozenset(".,")
_RAISED = frozenset({"sup", "sub"})
# White space between the classes of an element.
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Page:
    """The open elements of a page while it is read; their text is written to the drafting of the view."""

    def __init__(self, view: View) -> None:
        """Begin outside all elements."""
        self.view = view
        self._stack = Stack(view)
        # The starts of the elements around the article that are noted.
        self._around: set[int] = set()

    def finish(self) -> None:
        """Close the open elements, and judge the styles of the page."""
        self.close()
        self.view.drafting.stylings += self.view.styles.stylings()
        self.view.drafting.skipped += self.view.styles.skipped

    def feed(self, tokens: Iterable[Tag | Text]) -> None:
        """Read tags and texts of the source, in order."""
        for token in tokens:
            if isinstance(token, Text):
                if token.doubt:
                    self.view.drafting.stylings.append(Styling(token.start, token.end, token.doubt))
                    continue
                self._stack.doubt_moved(token)
                self.view.text(token.start, token.end)
            elif token.is_end:
                self._end(token)
            else:
                self._start(token)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack.elements)

    def close(self, depth: int = 0, source_end: int | None = None) -> None:
        """Close the elements opened beyond a depth, at an offset of the source or at its end."""
        end = len(self.view.source) if source_end is None else source_end
        self._close_from(depth, Span(end, end))
        self.view.drafting.end()

    def _start(self, tag: Tag) -> None:
        self._stack.doubt_start(tag)
        if tag.name in BLOCKS:
            self.view.drafting.end()
        for ended, fences in ENDS.get(tag.name, ()):
            place = self._stack.innermost(ended)
            if place > self._stack.innermost(fences) and self._is_ended_by(tag, place):
                self._stack.doubt_ended(tag, place)
                self._close_from(place, Span(tag.start, tag.start))
        if tag.name not in VOID:
            self._open(tag)
            return
        if tag.name == "br":
            self.view.line_break(tag.start, tag.end)
        found = self._attributes(tag)
        note_void(self.view, tag, found)
        self._anchor(tag, found, tag.end)
        is_concerned = self.view.skipped == self.view.struck and not self.view.hidden
        self._note(tag, found, is_concerned=is_concerned)
        if "style" in found and is_concerned and self.view.is_inside:
            self.view.styles.note_style(found["style"], tag, frozenset({tag.name}), on_ground=True)

    def _is_ended_by(self, tag: Tag, place: int) -> bool:
        """Whether a start tag ends the element at a place, which is one that such a tag may end."""
        if self._stack.elements[place].tag.name in (HEADINGS if tag.name in HEADINGS else {"option"}):
            return place == len(self._stack.elements) - 1
        return tag.name in BLOCKS or bool(self._stack.places.get("ruby"))

    def _end(self, tag: Tag) -> None:
        place = self._stack.innermost(HEADINGS if tag.name in HEADINGS else (tag.name,))
        if place >= 0:
            self._stack.doubt_ended(tag, place)
        elif tag.name in HEADINGS and self.view.hidden:
            self._stack.doubt(tag, "ends a hidden element in it")
        if place >= 0 and self._reaches(tag.name, place):
            self._close_from(place, Span(tag.start, tag.end))
        if tag.name in BLOCKS:
            self.view.drafting.end()

    def _reaches(self, name: str, place: int) -> bool:
        """Whether an end tag ends the element at a place: no boundary may lie between."""
        if name in SECTIONS:
            return True
        if name in TABLE_PARTS:
            return place > self._stack.innermost(("table",))
        if name in BLOCKS or name in SKIPPED:
            return place > self._stack.innermost(SCOPES - {name})
        return place > (self._stack.blocks[-1] if self._stack.blocks else -1)

    def _attributes(self, tag: Tag) -> Mapping[str, str]:
        return attributes(self.view.source, tag) if tag.end - tag.attributes_start > 1 else {}

    def _open(self, tag: Tag) -> None:
        view = self.view
        found = self._attributes(tag)
        place = len(self._stack.elements)
        self._stack.places.setdefault(tag.name, []).append(place)
        if tag.name in BLOCKS:
            self._stack.blocks.append(place)
        is_concerned = view.skipped == view.struck and not view.hidden
        before, on_ground = view.hidden + view.struck, view.grounds > 0
        ends = tuple(effects(view, tag, found))
        divides = self._divides(tag, tag.end)
        hides = view.hidden + view.struck > before
        names = self._note(tag, found, is_concerned=is_concerned, is_unshown=hides and tag.name not in STRUCK)
        if tag.name not in BLOCKS and is_concerned and view.is_inside:
            ends = (*ends, self._divided(tag, names, begun=divides))
        if "style" in found and is_concerned and view.is_inside:
            ends = (*ends, self._styled(tag, found["style"], on_ground=on_ground, divides=divides))
        if "id" in found or "name" in found:
            ends = (*ends, lambda end_tag: self._anchor(tag, found, end_tag.end))
        self._stack.elements.append(Element(tag, ends, names, hides))
        if hides or tag.name in SKIPPED:
            self._stack.unseen.append(place)
        if hides:
            self._stack.doubt_opened(tag)
        if tag.start in view.containers:
            self._note_around()

    def _anchor(self, tag: Tag, found: Mapping[str, str], end: int) -> None:
        """Note the id of an element that ends at an offset of the source; old pages name places by a link."""
        named = found.get("id") or (found.get("name") if tag.name == "a" else "")
        if named:
            self.view.drafting.anchors.append(Anchor(named, tag.start, end))

    def _note_around(self) -> None:
        """Note the elements around the article."""
        view = self.view
        for tag, _, names, _ in self._stack.elements[:-1]:
            if tag.start not in self._around:
                self._around.add(tag.start)
                found = self._attributes(tag)
                view.styles.note_element(names, {tag.name})
                view.drafting.stylings += doubts(tag, found)
                note_labels(view, tag, found)
                if "style" in found:
                    view.styles.note_style(found["style"], tag, frozenset({tag.name}), on_ground=True)

    def _note(
        self, tag: Tag, found: Mapping[str, str], *, is_concerned: bool, is_unshown: bool = False
    ) -> frozenset[str]:
        """Note an element by its names in style sheets, and return these."""
        classes = [f".{name}" for name in _SPACES.split(found["class"].lower())] if "class" in found else ()
        names = frozenset((tag.name, *classes, f"#{found['id'].lower()}" if "id" in found else tag.name))
        styles = self.view.styles
        styles.names |= names
        if is_concerned and self.view.is_inside:
            struck = (STRUCK_OUT,) if self.view.struck else ()
            unshown = (NOT_SHOWN,) if is_unshown or tag.name in UNSHOWN else ()
            styles.note_element(names, (tag.name, *struck, *unshown))
        return names

    def _divides(self, tag: Tag, after: int) -> bool:
        """Whether a tag is inside a number that goes on after an offset of the source; raised digits are apart."""
        passage = self.view.drafting.open
        before = passage.parts[-1][-1] if passage and passage.length else ""
        if not (before.isdigit() or before in _POINTS) or tag.name in _RAISED or self._stack.places.get("sup"):
            return False
        return _DIGIT.match(self.view.source, after) is not None

    def _divided(self, tag: Tag, names: frozenset[str], *, begun: bool) -> End:
        """Note an element that begins or ends inside a number."""

        def end(end_tag: Span) -> None:
            if begun or self._divides(tag, end_tag.end):
                self.view.styles.note_element(names, (IN_NUMBER,))

        return end

    def _styled(self, tag: Tag, style: str, *, on_ground: bool, divides: bool) -> End:
        """A style concerns the text shown in its element; without text, it is judged like that of a picture."""
        view = self.view
        shown, is_struck, is_hidden_now = view.shown, view.struck > 0, view.hidden > 0

        def end(end_tag: Span) -> None:
            if is_hidden_now:
                return
            has_text = view.shown > shown or tag.name in SKIPPED
            tags = {tag.name if has_text else "img", *([STRUCK_OUT] if is_struck else ())}
            if divides or self._divides(tag, end_tag.end):
                tags.add(IN_NUMBER)
            if tag.name in UNSHOWN:
                tags.add(NOT_SHOWN)
            view.styles.note_style(style, tag, frozenset(tags), on_ground=on_ground)

        return end

    def _close_from(self, place: int, tag: Span) -> None:
        """Close the elements from a place on; the tag that ends the outermost ends the others without a tag."""
        while len(self._stack.elements) > place:
            element = self._stack.elements.pop()
            name = element.tag.name
            if self._stack.unseen and self._stack.unseen[-1] == len(self._stack.elements):
                self._stack.unseen.pop()
            if len(self._stack.elements) > place or tag.start == tag.end:
                self._stack.left_open(element, tag)
            self._stack.places[name].pop()
            if name in BLOCKS:
                self._stack.blocks.pop()
            for end in reversed(element.ends):
                end(tag if len(self._stack.elements) == place else Span(tag.start, tag.start))
