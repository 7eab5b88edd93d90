"""Add and remove items of a list, or keys of a mapping, in the text of a spec; what is around them stays."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from factspec.specs.spans import (
    EditError,
    ListSpan,
    Located,
    MappingSpan,
    Path,
    Source,
    Span,
    Splice,
    TextSpan,
    last_value,
)
from factspec.specs.writing import Value, block_value, entry, flow_value, scalar

_DASH = re.compile(r"- +(?![\s#])")
# The header of a block of text that keeps the blank lines at its end.
_KEEPING = re.compile(r"[|>][0-9]?\+")
_COMMENT = re.compile(r"[ ]*#")


class Pieces:
    """The items of a list, or the keys of a mapping with their values, and where each begins and ends."""

    def __init__(self, source: Source, document: Located, span: ListSpan | MappingSpan, path: Path) -> None:
        self.source = source
        self.document = document
        self.span = span
        self.path = path
        if isinstance(span, MappingSpan):
            self.values = [one.value for one in span.entries.values()]
            self.places = [(one.key.start, max(one.key.end, one.value.end)) for one in span.entries.values()]
        else:
            self.values = span.items
            self.places = [(one.start, one.end) for one in span.items]

    def splices(self, inserted: Sequence[tuple[Any, Value]], removed: AbstractSet[int]) -> Iterator[Splice]:
        """What changes in the text; `inserted` has the index before which an item comes, or the key of a value."""
        kept = [count for count in range(len(self.places)) if count not in removed]
        if self.span.flow:
            yield from self._added_in_brackets([self._in_brackets(at, value) for at, value in inserted], kept)
            yield from self._removed_in_brackets(removed) if kept else ()
        elif isinstance(self.span, MappingSpan):
            yield from self._added_keys(self.span, inserted, kept)
            for count in sorted(removed) if kept else ():
                yield from self._removed_key(count, kept)
        else:
            blank = self.source.eol(self.span.start) if inserted and self._is_spaced(kept) else ""
            yield from (self._added_item(self.span, at, value, blank) for at, value in inserted)
            for count in sorted(removed):
                yield from self._removed_lines(self._line(count), count, kept)

    # In brackets and braces.

    def _in_brackets(self, at: Any, value: Value) -> tuple[int, str]:
        if isinstance(at, str):
            return len(self.places), f"{scalar(at)}: {flow_value(value, (*self.path, at))}"
        return at, flow_value(value, self.path)

    def _added_in_brackets(self, new: Sequence[tuple[int, str]], kept: Sequence[int]) -> Iterator[Splice]:
        if not kept:
            start, end = (self.places[0][0], self.places[-1][1]) if self.places else (self.span.start + 1,) * 2
            yield Splice(start, end, ", ".join(text for _at, text in new))
            return
        for at, text in new:
            before = bisect_left(kept, at)
            if before:
                end = self.places[kept[before - 1]][1]
                yield Splice(end, end, self._comma(text) + text)
            else:
                start = self.places[kept[0]][0]
                yield Splice(start, start, text + self._comma(text))

    def _comma(self, text: str) -> str:
        """The comma between two items, with what follows it between the first two; a number is never split at it."""
        if len(self.places) < 2:
            return ", "
        between = self.source.text[self.places[0][1] : self.places[1][0]]
        is_usual = re.fullmatch(r",(?:[ ]*|\r?\n[ ]*)", between) is not None
        return between if is_usual and not (between == "," and (text[0] + text[-1]).isalnum()) else ", "

    def _removed_in_brackets(self, removed: AbstractSet[int]) -> Iterator[Splice]:
        """The removed items with a comma each; after a comment the comma before them stays, which YAML allows."""
        for first, last in _runs(removed):
            start, end = self.places[first][0], self.places[last][1]
            if last + 1 < len(self.places):
                end = self.places[last + 1][0]
            elif "#" not in self.source.text[self.places[first - 1][1] : start]:
                start = self.places[first - 1][1]
            yield Splice(start, end, "")

    # On lines of their own.

    def _added_item(self, span: ListSpan, at: int, value: Value, blank: str) -> Splice:
        source, last = self.source, span.items[-1]
        in_flow = not isinstance(last, TextSpan) and last.flow
        text = _item(value, self.path, source.column(span.start), self._dash(), in_flow=in_flow)
        text = text.replace("\n", source.eol(span.start))
        if at < len(self.places):
            return Splice(self._above(at), self._above(at), text + blank)
        place = source.next_line(span.end)
        return Splice(place, place, blank + text)

    def _dash(self) -> str:
        """The dash of the first item with the spaces after it."""
        found = _DASH.match(self.source.text, self.span.start)
        return found[0] if found and found.end() == self.places[0][0] else "- "

    def _is_spaced(self, kept: Sequence[int]) -> bool:
        """Whether a blank line is between the last two items, and none after the last can become part of a text."""
        if len(kept) < 2 or _KEEPING.search(self.source.text, self.places[kept[-1]][0], self.span.end):
            return False
        above = self._above(kept[-1])
        return not self.source.text[self.source.line_start(above - 1) : above].strip()

    def _line(self, count: int) -> int:
        """Where the line of an item's dash begins."""
        dash = dash_of(self.source, self.span.start, self.places[count][0])
        if not begins_line(self.source, dash):
            line = self.source.line_number(dash)
            raise EditError("the list begins on the line of something else: write it on lines of its own", line)
        return self.source.line_start(dash)

    def _above(self, count: int) -> int:
        """Where the comments above an item begin, or its line if there are none."""
        source, line = self.source, self._line(count)
        floor = source.next_line(self.places[count - 1][1]) if count else 0
        while line > floor and _COMMENT.match(source.text, source.line_start(line - 1)):
            line = source.line_start(line - 1)
        return line

    def _removed_lines(self, start: int, count: int, kept: Sequence[int]) -> Iterator[Splice]:
        """The lines of an item from an offset on, and the blank lines after it that a text before it would take."""
        source, end = self.source, self.places[count][1]
        yield Splice(start, source.next_line(end), "")
        before = bisect_left(kept, count)
        if before and _keeps(source, self.values[kept[before - 1]]):
            yield Splice(source.next_line(end), source.next_line(source.blank_end(end)), "")

    def _added_keys(
        self, span: MappingSpan, inserted: Sequence[tuple[str, Value]], kept: Sequence[int]
    ) -> Iterator[Splice]:
        source, margin = self.source, " " * self.source.column(span.start)
        eol = source.eol(span.end)
        text = "".join(margin + self._key(key, value, eol) for key, value in inserted)
        if kept:
            place = source.next_line(span.end) if self.path else self.document.end
            yield Splice(place, place, text)
        else:
            yield Splice(span.start, span.end, text.removeprefix(margin).removesuffix(eol))

    def _key(self, key: str, value: Value, eol: str) -> str:
        """A key of a block mapping and its value; at the top of the spec, a list is on lines of its own."""
        path = (*self.path, key)
        if not self.path and isinstance(value, list) and value:
            return f"{scalar(key)}:{eol}{first_items(self.source, self.document, value, path)}"
        return f"{scalar(key)}: {block_value(value, path)}{eol}"

    def _removed_key(self, count: int, kept: Sequence[int]) -> Iterable[Splice]:
        source, (start, _end) = self.source, self.places[count]
        if begins_line(source, start):
            return self._removed_lines(source.line_start(start), count, kept)
        raise EditError("the key does not begin its line: write it on a line of its own", source.line_number(start))


def first_items(source: Source, document: Located, items: Sequence[Value], path: Path) -> str:
    """The items of a new list at the top of the spec, on lines of their own, indented as its other lists are."""
    lists = [one.value for one in document.root.entries.values()] if isinstance(document.root, MappingSpan) else []
    starts = (one.start for one in lists if isinstance(one, ListSpan) and not one.flow)
    indent = next(map(source.column, starts), 2)
    return "".join(_item(one, path, indent, "- ") for one in items).replace("\n", source.eol(document.root.end))


def _item(value: Value, path: Path, indent: int, dash: str, *, in_flow: bool = False) -> str:
    """An item of a block list; with `in_flow`, a mapping is in braces."""
    if isinstance(value, Mapping) and not in_flow:
        return entry(value, indent=indent, dash=dash)
    return f"{' ' * indent}{dash}{block_value(value, path)}\n"


def dash_of(source: Source, first: int, start: int) -> int:
    """The dash of a block list's item; `first` is the first dash of the list, `start` the beginning of the item."""
    column, line = source.column(first), source.line_start(start)
    while _COMMENT.match(source.text, line) or source.text[line + column] != "-":
        line = source.line_start(line - 1)
    return line + column


def begins_line(source: Source, at: int) -> bool:
    """Whether only spaces are before an offset in its line."""
    return not source.text[source.line_start(at) : at].strip(" ")


def _keeps(source: Source, span: Span) -> bool:
    """Whether a value ends with a block of text that all blank lines after it belong to."""
    last = last_value(span)[1]
    return isinstance(last, TextSpan) and _KEEPING.match(source.text, last.start) is not None


def _runs(counts: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    for first in sorted(one for one in counts if one - 1 not in counts):
        last = first
        while last + 1 in counts:
            last += 1
        yield first, last
