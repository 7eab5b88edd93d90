"""Where each value of a spec begins and ends in its text, the lines of that text, and exchanging parts of it.

Offsets count code points of the text after its byte-order mark; ends are exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")


class TextSpan(NamedTuple):
    """A text as YAML reads it; `style` is empty if it is plain, otherwise `'`, `"`, `|` or `>`.

    The span of a block of text ends at the end of its last line, before the line's end.
    """

    text: str
    start: int
    end: int
    style: str


class ListSpan(NamedTuple):
    """A list; that of a block list begins at its first dash and ends with its last item."""

    items: list[Any]
    start: int
    end: int
    flow: bool


class KeySpan(NamedTuple):
    """A key of a mapping and its value."""

    key: TextSpan
    value: Any


class MappingSpan(NamedTuple):
    """A mapping; that of a block mapping begins at its first key and ends with its last value."""

    entries: dict[str, KeySpan]
    start: int
    end: int
    flow: bool


Span: TypeAlias = TextSpan | ListSpan | MappingSpan
Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a spec to a value, such as `("claims", 2, "says")`."""


class Source:
    """A text and its lines. If its last line does not end, the line end that the others have is added to it."""

    def __init__(self, written: str) -> None:
        found = _LINE_END.search(written)
        self.added = "" if written.endswith(("\n", "\r")) else found[0] if found else "\n"
        self.text = written + self.added
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def line_start(self, at: int) -> int:
        """Where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def next_line(self, at: int) -> int:
        """Where the line after that of an offset begins; at the end of the text, its length."""
        line = bisect_right(self._starts, at)
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line_end(self, at: int) -> int:
        """Where the line of an offset ends, before its line end."""
        after = self.next_line(at)
        return after - len(self.eol(at)) if after > at else after

    def eol(self, at: int) -> str:
        """How the line of an offset ends; at the end of the text, how the line before it does."""
        after = self.next_line(min(at, len(self.text) - 1))
        return "\r\n" if self.text.endswith("\r\n", 0, after) else self.text[after - 1]

    def column(self, at: int) -> int:
        """How many characters are before an offset in its line."""
        return at - self.line_start(at)

    def line_number(self, at: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self._starts, at)

    def lines(self, start: int, end: int) -> list[str]:
        """The lines of a part of the text, without their ends."""
        return _LINE_END.split(self.text[start:end])

    def blank_end(self, at: int) -> int:
        """The end of the last blank line that follows the line of an offset, or of its own line if none does."""
        end, line = self.line_end(at), self.next_line(at)
        while line < len(self.text) and not self.text[line : self.line_end(line)].strip(" "):
            end, line = self.line_end(line), self.next_line(line)
        return end


class Located(NamedTuple):
    """The value of a whole text, and where its document ends: before `...`, or at the end of the text."""

    root: Span
    end: int


def located(source: Source) -> Located:
    """The spans of a text that `yaml.compose` has read without a mistake."""
    written = source.text.removesuffix(source.added)
    events: Iterator[Any] = yaml.parse(written, Loader=_LOADER)
    begun = (event for event in events if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent))
    root = _span(next(begun), begun, written)
    ended = next(begun)
    return Located(root, ended.start_mark.index if ended.explicit else len(source.text))


def _span(event: Any, events: Iterator[Any], text: str) -> Span:
    if isinstance(event, yaml.ScalarEvent):
        return _text(event, text)
    values: list[Any] = []
    while not isinstance(after := next(events), yaml.CollectionEndEvent):
        values.append(_span(after, events, text))
    ended: Any = after
    flow = bool(event.flow_style)
    start, end = event.start_mark.index, ended.end_mark.index if flow else values[-1].end
    if isinstance(event, yaml.SequenceStartEvent):
        return ListSpan(values, start, end, flow)
    pairs = zip(values[::2], values[1::2], strict=True)
    return MappingSpan({key.text: KeySpan(key, value) for key, value in pairs}, start, end, flow)


def _text(event: Any, text: str) -> TextSpan:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in ("|", ">"):
        end = _block_end(text[start:end], event.value) + start
    return TextSpan(event.value, start, end, style)


def _block_end(raw: str, value: str) -> int:
    """Where the last line of a block of text ends; blank lines after it belong to it only with `+`."""
    header = _LINE_END.split(raw, maxsplit=1)[0]
    if "+" in header.split("#", maxsplit=1)[0]:
        return len(raw) - (2 if raw.endswith("\r\n") else 1 if raw.endswith(("\r", "\n")) else 0)
    content = value.rstrip("\n")
    if not content:
        return len(header)
    return len(raw.rstrip("\r\n" if content[-1] in " \t" else " \t\r\n"))


def plain(span: Span) -> Any:
    """A span as strings, lists and dictionaries."""
    if isinstance(span, TextSpan):
        return span.text
    if isinstance(span, ListSpan):
        return [plain(item) for item in span.items]
    return {key: plain(entry.value) for key, entry in span.entries.items()}


def size(span: Span) -> int:
    """How many items a list has, or how many keys a mapping; a text has none."""
    if isinstance(span, TextSpan):
        return 0
    return len(span.items) if isinstance(span, ListSpan) else len(span.entries)


def last_value(span: Span) -> tuple[Path, Span]:
    """The path of the last value in a span, not looking into brackets, and that value."""
    path: Path = ()
    while not isinstance(span, TextSpan) and not span.flow:
        key = len(span.items) - 1 if isinstance(span, ListSpan) else next(reversed(span.entries))
        path = (*path, key)
        span = span.items[-1] if isinstance(span, ListSpan) else span.entries[str(key)].value
    return path, span


# Exchanging parts of a text.


class Splice(NamedTuple):
    """A part of a text, and what is written instead."""

    start: int
    end: int
    text: str


class EditError(Exception):
    """An edit that cannot be made safely; `line` is where in the original, counted from 1, or 0 if nowhere in it."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Keep the message and the line."""
        super().__init__(message)
        self.message = message
        self.line = line


def spliced(source: Source, splices: Sequence[Splice]) -> str:
    """The text with its splices; what is added at one place keeps its order.

    Raises `EditError` if a splice touches what another one replaces.
    """
    ordered = sorted(splices, key=lambda one: one[:2])
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise EditError("two edits change the same part of the spec", source.line_number(other.start))
    parts, at = [], 0
    for start, end, text in ordered:
        parts += [source.text[at:start], text]
        at = end
    return "".join([*parts, source.text[at:]])
