"""The open elements of a page, and badly nested tags, which browsers repair by rules of their own.

Browsers move, close and reopen elements around such tags (HTML standard, 13.2.6). Only what most pages need is followed
here. A tag is in doubt if these rules decide what is hidden or read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from factspec.articles.draft import Styling
from factspec.articles.html.markup import BLOCKS, FORMATTING, HEADINGS, SKIPPED, TABLE_PARTS, Tag, Text
from factspec.articles.html.view import End, View
from factspec.language.places import Span

# Elements with a start tag that ends an open element of the same name, or is ignored inside it.
_NOT_IN_ITSELF = frozenset({"a", "button", "form", "nobr", "select"})
# What a `select` may contain; some browsers ignore other tags in it.
_IN_A_CHOICE = frozenset("button hr optgroup option script template".split())
# Elements of which a page has one, even if it has several tags for them.
_MERGED = frozenset({"body", "head", "html"})
# Graphics and formulas, the elements that end one (13.2.6.5 "foreign content"), and the parts that may contain these.
_GRAPHICS = ("svg", "math")
_NOT_IN_GRAPHICS = frozenset(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var "
    "iframe noembed noframes noscript plaintext textarea xmp".split()
)
_IN_GRAPHICS = ("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext")
# How many elements that are not shown are checked inside one that ends.
_FEW = 40
# Elements with an end tag that may be missing (13.1.2.4); the end of a block ends them.
_LEFT_OPEN = frozenset("p li dt dd td th tr tbody thead tfoot caption option optgroup rp rt".split())
# Pages on which a table ends the paragraph before it (13.2.6.4.7 "in body", "quirks mode").
_STANDARD = re.compile(r"\s*<!doctype\s+html\s*>", re.IGNORECASE)
# Elements that are not read, with end tags that count across blocks.
_FENCED = frozenset({"applet", "button", "math", "object", "select", "svg", "template"})


class Element(NamedTuple):
    """An open element, what ends with it, its names in style sheets, and whether it hides or strikes out its text."""

    tag: Tag
    ends: tuple[End, ...]
    names: frozenset[str]
    hides: bool


@dataclass(slots=True)
class Stack:
    """The open elements, the outermost first.

    `places` has for each name, `blocks` for all blocks, and `unseen` for those that hide their text or are not read,
    their places among `elements`. `has_open_form` says that a form was left without its end tag: inside it browsers
    ignore another one.
    """

    view: View
    elements: list[Element] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    blocks: list[int] = field(default_factory=list)
    unseen: list[int] = field(default_factory=list)
    has_open_form: bool = False

    def innermost(self, names: Iterable[str]) -> int:
        """The place of the innermost open element of these names, -1 if none is open."""
        return max([self.places[name][-1] for name in names if self.places.get(name)], default=-1)

    def doubt_moved(self, text: Text) -> None:
        """Note text of a table outside its cells, and text that is markup in browsers.

        Browsers move the text before the table (13.2.6.1 "foster parent").
        """
        if text.raw and self.innermost(_GRAPHICS) >= 0 and "</" in self.view.source[text.start : text.end]:
            doubt = "browsers read tags in a style or title of a graphic"
            self.view.drafting.stylings.append(Styling(text.start, text.end, doubt))
        if not self.places.get("table") or text.raw or not self.view.is_inside:
            return
        outside = self.innermost(("table", "tbody", "thead", "tfoot", "tr")) > self.innermost(("td", "th", "caption"))
        if outside and self.view.source[text.start : text.end].strip():
            doubt = "text of a table outside its cells is shown before the table"
            self.view.drafting.stylings.append(Styling(text.start, text.end, doubt))

    def doubt(self, tag: Tag, doubt: str) -> None:
        """Note what is in doubt about a tag."""
        self.view.drafting.stylings.append(Styling(tag.start, tag.end, f"`{tag.name}` {doubt}"))

    def doubt_start(self, tag: Tag) -> None:
        """Note a start tag that browsers ignore, or that ends more elements in them than here."""
        if tag.name == "frameset":
            self.doubt(tag, "takes the place of the page")
        if (
            self.view.skipped
            and tag.name in _NOT_IN_GRAPHICS
            and self.innermost(_GRAPHICS) > self.innermost(_IN_GRAPHICS)
        ):
            self.doubt(tag, "ends the graphic or formula that it is in")
        if tag.name in TABLE_PARTS and not self.view.tables and self.view.is_inside:
            self.doubt(tag, "is passed over by browsers outside a table")
        if self.view.hidden and self._is_ending(tag.name):
            self.doubt(tag, "may end a hidden element that it is in")

    def _is_ending(self, name: str) -> bool:
        """Whether a start tag may end, in browsers, an open element that contains hidden elements."""
        if self.places.get("select") and name not in _IN_A_CHOICE:
            return True
        place = self.innermost((name,)) if name in _NOT_IN_ITSELF else -1
        return place >= 0 and bool(self.unseen) and self.unseen[-1] >= place

    def left_open(self, element: Element, at: Span) -> None:
        """Note an element that ends without its end tag."""
        name = element.tag.name
        if element.hides and name in FORMATTING:
            self.doubt(element.tag, "is not closed in its block, so browsers open it again in the next one")
        elif name == "select" and at.end < len(self.view.source):
            self.doubt(element.tag, "is not closed, and browsers pass over tags inside it")
        self.has_open_form = self.has_open_form or name == "form"

    def doubt_opened(self, tag: Tag) -> None:
        """Note an element that hides text if browsers ignore its start tag here."""
        again = tag.name == "form" and (self.has_open_form or len(self.places["form"]) > 1)
        if again or tag.name in _MERGED:
            self.doubt(tag, "is passed over by browsers here")

    def doubt_ended(self, tag: Tag, place: int) -> None:
        """Note an element that hides text or is not read if it may end here but not in browsers, or the reverse."""
        if not (self.view.hidden or self.view.skipped):
            return
        element = self.elements[place]
        is_last = place == len(self.elements) - 1
        across = self._has_block_above(place) or (tag.name == "form" and not is_last)
        fences = tag.is_end and tag.name in (BLOCKS | _FENCED) - {"form", "option"}
        is_odd = (across and not fences) or (not tag.is_end and self._is_ended_here_alone(tag, element))
        is_odd = is_odd and (element.hides or element.tag.name in SKIPPED)
        is_block = tag.name in BLOCKS - _MERGED and (tag.name not in TABLE_PARTS or self.view.tables)
        left = _LEFT_OPEN if is_block else frozenset[str]()
        inside = [self.elements[one].tag.name for one in self.unseen[-_FEW:] if one > place]
        if is_odd or len(inside) == _FEW or not left.issuperset(inside):
            self.doubt(tag, "and an element that is not shown or read are nested in one another")

    def _has_block_above(self, place: int) -> bool:
        """Whether a block whose end tag is needed is open inside the element at a place."""
        above = [one for one in self.blocks[-_FEW:] if one > place]
        return len(above) == _FEW or any(self.elements[one].tag.name not in _LEFT_OPEN for one in above)

    def _is_ended_here_alone(self, tag: Tag, element: Element) -> bool:
        """Whether a start tag ends an element here but not, or not always, in browsers."""
        if tag.name in _MERGED or (tag.name in TABLE_PARTS and not self.view.tables):
            return True
        if tag.name == "table" and not _STANDARD.match(self.view.source):
            return True
        return element.tag.name in HEADINGS and tag.name not in HEADINGS
