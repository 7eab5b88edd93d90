"""An HTML page read tag by tag, unclosed and badly nested ones as browsers do."""

from collections.abc import Iterable
from typing import NamedTuple

from factspec.hypertext.effects import End, effects
from factspec.hypertext.elements import BLOCKS, ENDS, SCOPES, SECTIONS, SKIPPED, TABLE_PARTS, VOID
from factspec.hypertext.markup import Tag, Text, attributes
from factspec.hypertext.view import View
from factspec.text.places import Span


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
