"""An HTML page read tag by tag, unclosed and badly nested ones as browsers do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factspec.articles.draft import Kind, Link, Passage, Raised, Styling
from factspec.articles.html.harmless import NOT_SHOWN, STRUCK_OUT
from factspec.articles.html.markup import (
    BLOCKS,
    CODE,
    ENDS,
    FORMATTING,
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
from factspec.articles.html.view import End, Item, List, Listing, View, count, push
from factspec.articles.html.visibility import doubts, note_void, visibility
from factspec.language.places import Span

# What one element does to the text inside it, and how that ends.


# A note of the author's, not a source: `[note 1]`, `[nb 2]`, or a letter that is a link (`[a]`, after 26 notes `[ab]`);
# raised only. Words such as "no" are none.
_NOTE = re.compile(r"\[(?:note|nb|n|fn)\W?\d{1,4}\]", re.IGNORECASE)
_LETTER = re.compile(r"(?P<opened>\[)?(?:[ab]?[a-z]|[*†‡]{1,2})(?(opened)\])")
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
    yield from visibility(view, tag, attributes)
    named = attributes.get("class", "")
    if attributes and _LISTING.search(f"{named} {attributes.get('role', '')}"):
        yield push(view.listings, Listing())
    kind = Kind.QUOTATION if named and _PULLED.search(named) else KINDS.get(tag.name)
    if kind:
        yield push(view.kinds, Kind.PARAGRAPH if kind is Kind.CELL and view.is_layout else kind)
    if tag.name == "table":
        yield push(view.tables, tag.start in view.layouts)
    if tag.name in LISTS:
        yield push(view.lists, _list(view, tag, attributes))
    elif tag.name == "li":
        yield push(view.items, _item(view, attributes))
    elif tag.name in BLOCKS and named and _ENTRY.search(named):
        yield push(view.items, _entry(view, attributes))
    elif view.is_article and not view.hidden:
        yield from _inline(view, tag, attributes)


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
    yield count(view, "linking")

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
        if _NOTE.fullmatch(text) or (is_linked and _LETTER.fullmatch(text.lower())):
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
    """What is written above a word follows it in brackets."""
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


# White space between the classes of an element.
_SPACES = re.compile(r"[ \t\n\r\f]+")
# Elements whose start tag ends an open one of the name; those of which a page has one, whatever tags are in it.
_NOT_IN_ITSELF = frozenset({"a", "button", "form", "nobr", "select"})
_IN_A_CHOICE = frozenset("button hr optgroup option script template".split())
_MERGED = frozenset({"body", "head", "html"})
# Graphics and formulas, what ends one (13.2.6.5 "foreign content"), and what in one may hold such elements.
_GRAPHICS = ("svg", "math")
_NOT_IN_GRAPHICS = frozenset(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var "
    "iframe noembed noframes noscript plaintext textarea xmp".split()
)
_IN_GRAPHICS = ("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext")
# How many elements that are not shown are looked at inside one that ends.
_FEW = 40
# Elements whose end tag may be left out (13.1.2.4), so that the end of a block ends them.
_LEFT_OPEN = frozenset("p li dt dd td th tr tbody thead tfoot caption option optgroup rp rt".split())
# Elements that are not read and that their end tags end across blocks.
_FENCED = frozenset({"applet", "button", "math", "object", "select", "svg", "template"})


class _Element(NamedTuple):
    """An open element, what ends with it, its names in style sheets, and whether it hides or strikes out its text."""

    tag: Tag
    ends: tuple[End, ...]
    names: frozenset[str]
    hides: bool


class Page:
    """The open elements of a page while it is read; what they show is written to the view's drafting."""

    def __init__(self, view: View) -> None:
        """Begin outside every element."""
        self.view = view
        self._elements: list[_Element] = []
        # Where the open elements of a name, and the open blocks, stand among the open elements.
        self._places: dict[str, list[int]] = {}
        self._blocks: list[int] = []
        # The places of those that hide their text or are not read.
        self._unseen: list[int] = []
        # The starts of the elements around the article that are noted.
        self._around: set[int] = set()
        # Whether a form was left without its end tag, inside which browsers pass over another.
        self._has_open_form = False

    def finish(self) -> None:
        """Close what is open, and judge what the page declares."""
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
                self._doubt_moved(token)
                self.view.text(token.start, token.end)
            elif token.is_end:
                self._end(token)
            else:
                self._start(token)

    def _doubt_moved(self, text: Text) -> None:
        """Text of a table outside its cells, which browsers move before the table (13.2.6.1 "foster parent")."""
        if not self._places.get("table") or text.raw or not self.view.is_inside:
            return
        outside = self._innermost(("table", "tbody", "thead", "tfoot", "tr")) > self._innermost(("td", "th", "caption"))
        if outside and self.view.source[text.start : text.end].strip():
            doubt = "text of a table outside its cells is shown before the table"
            self.view.drafting.stylings.append(Styling(text.start, text.end, doubt))

    # What is nested in a way that browsers mend by rules of their own, where that decides what is hidden.

    def _doubt(self, tag: Tag, doubt: str) -> None:
        self.view.drafting.stylings.append(Styling(tag.start, tag.end, f"`{tag.name}` {doubt}"))

    def _doubt_start(self, tag: Tag) -> None:
        if tag.name == "frameset":
            self._doubt(tag, "takes the place of the page")
        if (
            self.view.skipped
            and tag.name in _NOT_IN_GRAPHICS
            and self._innermost(_GRAPHICS) > self._innermost(_IN_GRAPHICS)
        ):
            self._doubt(tag, "ends the graphic or formula that it is in")
        if tag.name in TABLE_PARTS and not self.view.tables and self.view.is_inside:
            self._doubt(tag, "is passed over by browsers outside a table")
        if self.view.hidden and self._is_ending(tag.name):
            self._doubt(tag, "may end a hidden element that it is in")

    def _is_ending(self, name: str) -> bool:
        """Whether a start tag may end, in browsers, an open element with what is hidden in it."""
        if self._places.get("select") and name not in _IN_A_CHOICE:
            return True
        place = self._innermost((name,)) if name in _NOT_IN_ITSELF else -1
        return place >= 0 and bool(self._unseen) and self._unseen[-1] >= place

    def _left_open(self, element: _Element, at: Span) -> None:
        """An element that ends without its end tag."""
        name = element.tag.name
        if element.hides and name in FORMATTING:
            self._doubt(element.tag, "is not closed in its block, so browsers open it again in the next one")
        elif name == "select" and at.end < len(self.view.source):
            self._doubt(element.tag, "is not closed, and browsers pass over tags inside it")
        self._has_open_form = self._has_open_form or name == "form"

    def _doubt_opened(self, tag: Tag) -> None:
        """An element that hides, whose start tag browsers pass over where it is."""
        again = tag.name == "form" and (self._has_open_form or len(self._places["form"]) > 1)
        if again or tag.name in _MERGED:
            self._doubt(tag, "is passed over by browsers here")

    def _doubt_ended(self, tag: Tag, place: int) -> None:
        """An element that hides or is not read and that ends here, but perhaps not in browsers, or the reverse."""
        if not (self.view.hidden or self.view.skipped):
            return
        element = self._elements[place]
        is_last = place == len(self._elements) - 1
        across = (bool(self._blocks) and self._blocks[-1] > place) or (tag.name == "form" and not is_last)
        fences = tag.is_end and tag.name in (BLOCKS | _FENCED) - {"form", "option"}
        is_odd = (across and not fences) or (not tag.is_end and self._is_ended_here_alone(tag, element))
        is_odd = is_odd and (element.hides or element.tag.name in SKIPPED)
        is_block = tag.name in BLOCKS - _MERGED and (tag.name not in TABLE_PARTS or self.view.tables)
        left = _LEFT_OPEN if is_block else frozenset[str]()
        inside = [self._elements[one].tag.name for one in self._unseen[-_FEW:] if one > place]
        if is_odd or len(inside) == _FEW or not left.issuperset(inside):
            self._doubt(tag, "and an element that is not shown or read are nested in one another")

    def _is_ended_here_alone(self, tag: Tag, element: _Element) -> bool:
        """Whether a start tag ends an element here but not, or not always, in browsers."""
        if tag.name in {"table", *_MERGED} or (tag.name in TABLE_PARTS and not self.view.tables):
            return True
        return element.tag.name in HEADINGS and tag.name not in HEADINGS

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
        self._doubt_start(tag)
        if tag.name in BLOCKS:
            self.view.drafting.end()
        for ended, fences in ENDS.get(tag.name, ()):
            place = self._innermost(ended)
            if place > self._innermost(fences) and self._is_ended_by(tag, place):
                self._doubt_ended(tag, place)
                self._close_from(place, Span(tag.start, tag.start))
        if tag.name not in VOID:
            self._open(tag)
            return
        if tag.name == "br":
            self.view.line_break(tag.start, tag.end)
        found = self._attributes(tag)
        note_void(self.view, tag, found)
        is_concerned = self.view.skipped == self.view.struck and not self.view.hidden
        self._note(tag, found, is_concerned=is_concerned)
        if "style" in found and is_concerned and self.view.is_inside:
            self.view.styles.note_style(found["style"], tag, frozenset({tag.name}), on_ground=True)

    def _is_ended_by(self, tag: Tag, place: int) -> bool:
        """Whether a start tag ends the element at a place, which is one that such a tag may end."""
        if self._elements[place].tag.name in (HEADINGS if tag.name in HEADINGS else {"option"}):
            return place == len(self._elements) - 1
        return tag.name in BLOCKS or bool(self._places.get("ruby"))

    def _end(self, tag: Tag) -> None:
        place = self._innermost(HEADINGS if tag.name in HEADINGS else (tag.name,))
        if place >= 0:
            self._doubt_ended(tag, place)
        elif tag.name in HEADINGS and self.view.hidden:
            self._doubt(tag, "ends a hidden element in it")
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

    def _attributes(self, tag: Tag) -> Mapping[str, str]:
        return attributes(self.view.source, tag) if tag.end - tag.attributes_start > 1 else {}

    def _open(self, tag: Tag) -> None:
        view = self.view
        found = self._attributes(tag)
        place = len(self._elements)
        self._places.setdefault(tag.name, []).append(place)
        if tag.name in BLOCKS:
            self._blocks.append(place)
        is_concerned = view.skipped == view.struck and not view.hidden
        before, on_ground = view.hidden + view.struck, view.grounds > 0
        ends = tuple(effects(view, tag, found))
        hides = view.hidden + view.struck > before
        names = self._note(tag, found, is_concerned=is_concerned, is_unshown=hides and tag.name not in STRUCK)
        if "style" in found and is_concerned and view.is_inside:
            ends = (*ends, self._styled(tag, found["style"], on_ground=on_ground))
        self._elements.append(_Element(tag, ends, names, hides))
        if hides or tag.name in SKIPPED:
            self._unseen.append(place)
        if hides:
            self._doubt_opened(tag)
        if tag.start in view.containers:
            self._note_around()

    def _note_around(self) -> None:
        """Note the elements around the article."""
        view = self.view
        for tag, _, names, _ in self._elements[:-1]:
            if tag.start not in self._around:
                self._around.add(tag.start)
                found = self._attributes(tag)
                view.styles.note_element(names, {tag.name})
                view.drafting.stylings += doubts(tag, found)
                if "style" in found:
                    view.styles.note_style(found["style"], tag, frozenset({tag.name}), on_ground=True)

    def _note(
        self, tag: Tag, found: Mapping[str, str], *, is_concerned: bool, is_unshown: bool = False
    ) -> frozenset[str]:
        """Note an element by its names in style sheets, which it returns."""
        classes = [f".{name}" for name in _SPACES.split(found["class"].lower())] if "class" in found else ()
        names = frozenset((tag.name, *classes, f"#{found['id'].lower()}" if "id" in found else tag.name))
        styles = self.view.styles
        styles.names |= names
        if is_concerned and self.view.is_inside:
            struck = (STRUCK_OUT,) if self.view.struck else ()
            unshown = (NOT_SHOWN,) if is_unshown or tag.name in UNSHOWN else ()
            styles.note_element(names, (tag.name, *struck, *unshown))
        return names

    def _styled(self, tag: Tag, style: str, *, on_ground: bool) -> End:
        """A style concerns what is shown in its element; without text that is what a picture is concerned by."""
        view = self.view
        shown, is_struck, is_hidden_now = view.shown, view.struck > 0, view.hidden > 0

        def end(_tag: Span) -> None:
            if is_hidden_now:
                return
            has_text = view.shown > shown or tag.name in SKIPPED
            tags = {tag.name if has_text else "img", *([STRUCK_OUT] if is_struck else ())}
            if tag.name in UNSHOWN:
                tags.add(NOT_SHOWN)
            view.styles.note_style(style, tag, frozenset(tags), on_ground=on_ground)

        return end

    def _close_from(self, place: int, tag: Span) -> None:
        """Close the elements from a place on; the tag that ends the outermost ends the others without a tag."""
        while len(self._elements) > place:
            element = self._elements.pop()
            name = element.tag.name
            if self._unseen and self._unseen[-1] == len(self._elements):
                self._unseen.pop()
            if len(self._elements) > place or tag.start == tag.end:
                self._left_open(element, tag)
            self._places[name].pop()
            if name in BLOCKS:
                self._blocks.pop()
            for end in reversed(element.ends):
                end(tag if len(self._elements) == place else Span(tag.start, tag.start))
