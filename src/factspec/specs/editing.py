"""Edit a spec's text: values are replaced, added and removed, and every other byte stays as it is.

All edits refer to the same original: an index is that of the original list, even if another edit removes an item before
it. The result is read again; it is returned only if nothing differs from the original but what was asked for.
"""

import re
from bisect import bisect_left
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from factspec.language.printing import printable
from factspec.specs.nodes import plain_value
from factspec.specs.restyling import Place, restyled
from factspec.specs.spans import ListSpan, Located, MappingSpan, Source, Span, Splice, TextSpan, located, plain
from factspec.specs.writing import Value, block_value, entry, flow_value, is_bare, scalar
from factspec.specs.yaml import compose

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a spec to a value, such as `("claims", 2, "says")`."""


class Replace(NamedTuple):
    """Write another value at a path, in the style of the old one if that can contain it.

    Lists and mappings are changed item by item, so that what is equal stays as it is written.
    """

    path: Path
    value: Value


class Insert(NamedTuple):
    """Add an item to the list, or a key to the mapping, at a path.

    `at` is a key, or the index of the item before which the new one comes, or None for the end of the list. A list that
    is missing or empty is begun; one at the top of the spec comes at the end of the document, on lines of its own.
    """

    path: Path
    at: str | int | None
    value: Value


class Remove(NamedTuple):
    """Remove an item of a list, or a key and its value; a list that becomes empty is removed with its key.

    Comments above the item stay; those between its lines and after them on the same line go with it.
    """

    path: Path


Edit: TypeAlias = Replace | Insert | Remove


class EditError(Exception):
    """An edit that cannot be made safely; `line` is where in the original, counted from 1, or 0 if nowhere in it."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Keep the message and the line."""
        super().__init__(message)
        self.message = message
        self.line = line


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a spec after all edits; raises `EditError` if one of them cannot be made, or if two collide."""
    text = _decoded(data)
    written = _read(text)
    source = Source(text)
    plan = _Plan(source, located(source))
    for edit in edits:
        plan.add(edit)
    splices = plan.splices()
    if not splices:
        return data
    expected = plan.expected(plain_value(written))
    result = _checked(_spliced(source, splices), source.added, expected)
    return data[: len(data) - len(data.removeprefix(BOM_UTF8))] + result.encode()


def _decoded(data: bytes) -> str:
    try:
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise EditError("the spec is not UTF-8") from error


def _read(text: str) -> Any:
    """The node of a text that has no mistake in its YAML."""
    root, mistakes = compose(text)
    if mistakes:
        raise EditError(mistakes[0].message, mistakes[0].line)
    if root is None:
        raise EditError("the spec is empty", 1)
    return root


def _spliced(source: Source, splices: Sequence[Splice]) -> str:
    """The text with its splices, none of which may touch what another one replaces."""
    ordered = sorted(splices, key=lambda one: one[:2])
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise EditError("two edits change the same part of the spec", source.line_number(other.start))
    parts, at = [], 0
    for start, end, text in ordered:
        parts += [source.text[at:start], text]
        at = end
    return "".join([*parts, source.text[at:]])


def _checked(result: str, added: str, expected: Any) -> str:
    """The result, without the line end that was added to the original unless a block of text needs it.

    Raises `EditError` if it does not read as expected.
    """
    for text in dict.fromkeys((result.removesuffix(added), result)):
        root, mistakes = compose(text)
        if not mistakes and root is not None and plain_value(root) == expected:
            return text
    if mistakes:
        raise EditError(f"the edited spec would have a mistake: {mistakes[0].message}", mistakes[0].line)
    raise EditError("the edit would change something else in the spec too")


class _Changes(NamedTuple):
    """What changes in one list or mapping; `filled` are its empty or missing lists with their first items."""

    span: Span
    place: Place
    replaced: dict[str | int, Value]
    inserted: list[tuple[Any, Value]]
    removed: set[int]
    filled: dict[str | int, list[Value]]


class _Plan:
    """The edits of one text, by the list or mapping that they change."""

    def __init__(self, source: Source, document: Located) -> None:
        self.source = source
        self.document = document
        self.changes: dict[Path, _Changes] = {}
        self.texts: dict[Path, Value] = {}  # what YAML will read at a path whose value is replaced

    def add(self, edit: Edit) -> None:
        """Take an edit into the plan."""
        if isinstance(edit, Insert):
            self._insert(edit)
        elif isinstance(edit, Replace):
            self._replace(self._span(edit.path), edit.path, _writable(edit.value))
        else:
            self._remove(edit.path)

    def splices(self) -> list[Splice]:
        """What changes in the text."""
        for path in sorted(self.changes, key=len, reverse=True):
            self._remove_emptied(path)
        found: list[Splice] = []
        # Of two things added at one place, that which is deeper inside comes first.
        for path, changes in sorted(self.changes.items(), key=lambda one: len(one[0]), reverse=True):
            found += self._values(path, changes)
            if isinstance(changes.span, ListSpan | MappingSpan) and (changes.removed or changes.inserted):
                found += _Pieces(self, path, changes).splices()
        return found

    def expected(self, root: Any) -> Any:
        """The value of the whole spec after all edits; `root` is that before them, and is changed."""
        before = [(path, changes, _at(root, path)) for path, changes in self.changes.items()]
        for path, changes, value in before:
            for key in (*changes.replaced, *changes.filled):
                value[key] = self.texts[(*path, key)]
        for _path, changes, value in before:
            if isinstance(value, list):
                value[:] = _items_after(value, changes)
            else:
                for count, key in enumerate(list(value)):
                    if count in changes.removed:
                        del value[key]
                value.update({key: _read_as(one) for key, one in changes.inserted})
        return root

    def _at_path(self, path: Path) -> tuple[Span, Place]:
        """The span at a path, and where the values in it are."""
        span, place = self.document.root, Place(flow=False, indent=-1, bare=False)
        for key in path:
            place = self._inside(span, place)
            span = self._child(span, key, path)
        return span, self._inside(span, place)

    def _inside(self, span: Span, place: Place) -> Place:
        if isinstance(span, TextSpan) or span.flow:
            return place._replace(flow=True)
        return Place(flow=False, indent=self.source.column(span.start), bare=False)

    def _child(self, span: Span, key: str | int, path: Path) -> Span:
        if isinstance(span, ListSpan) and isinstance(key, int) and 0 <= key < len(span.items):
            item: Span = span.items[key]
            return item
        if isinstance(span, MappingSpan) and isinstance(key, str) and key in span.entries:
            value: Span = span.entries[key].value
            return value
        raise self._error(f"the spec has no `{_shown(path)}`", span)

    def _span(self, path: Path) -> Span:
        return self._at_path(path)[0]

    def _error(self, message: str, span: Span) -> EditError:
        return EditError(message, self.source.line_number(span.start))

    def _of(self, path: Path) -> _Changes:
        """The changes of the list or mapping at a path."""
        if path not in self.changes:
            self.changes[path] = _Changes(*self._at_path(path), {}, [], set(), {})
        return self.changes[path]

    def _replace(self, span: Span, path: Path, value: Value) -> None:
        if isinstance(span, ListSpan) and isinstance(value, list) and span.items and value:
            self._replace_items(span, path, value)
        elif isinstance(span, MappingSpan) and isinstance(value, dict) and span.entries and value:
            for key, one in value.items():
                if key in span.entries:
                    self._replace(span.entries[key].value, (*path, key), one)
                else:
                    self._of(path).inserted.append((key, one))
            self._of(path).removed.update(count for count, key in enumerate(span.entries) if key not in value)
        elif plain(span) != _read_as(value):
            if not path:
                raise self._error("the whole spec cannot be replaced", span)
            replaced = self._of(path[:-1]).replaced
            if replaced.setdefault(path[-1], value) != value:
                raise self._error(f"two edits replace `{_shown(path)}`", span)

    def _replace_items(self, span: ListSpan, path: Path, value: list[Value]) -> None:
        """Replace the items between those that are the same at both ends of the list."""
        old, new = plain(span), _read_as(value)
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        paired = min(len(old), len(value)) - head - tail
        for count in range(head, head + paired):
            self._replace(span.items[count], (*path, count), value[count])
        changes = self._of(path)
        changes.removed.update(range(head + paired, len(old) - tail))
        changes.inserted.extend((head + paired, one) for one in value[head + paired : len(value) - tail])

    def _insert(self, edit: Insert) -> None:
        value = _writable(edit.value)
        if not isinstance(edit.at, str) and edit.path and self._begins(edit.path):
            self._fill(edit.path, value)
            return
        changes = self._of(edit.path)
        if isinstance(changes.span, MappingSpan) and isinstance(edit.at, str):
            if edit.at in changes.span.entries or edit.at in dict(changes.inserted):
                raise self._error(f"`{_shown((*edit.path, edit.at))}` is there already", changes.span)
            changes.inserted.append((edit.at, value))
            return
        if not isinstance(changes.span, ListSpan) or isinstance(edit.at, str):
            raise self._error(
                f"`{_shown(edit.path)}` is not a {'mapping' if isinstance(edit.at, str) else 'list'}", changes.span
            )
        at = len(changes.span.items) if edit.at is None else edit.at
        if not 0 <= at <= len(changes.span.items):
            raise self._error(f"`{_shown(edit.path)}` has no item {at}", changes.span)
        changes.inserted.append((at, value))

    def _begins(self, path: Path) -> bool:
        """Whether there is no list with an item at a path yet, but there may be one."""
        parent = self._span(path[:-1])
        if isinstance(parent, MappingSpan) and path[-1] not in parent.entries:
            return isinstance(path[-1], str)
        span = self._child(parent, path[-1], path)
        return not plain(span) and not isinstance(span, MappingSpan) and getattr(span, "style", "") == ""

    def _fill(self, path: Path, value: Value) -> None:
        """Add an item to a list that is missing or empty."""
        changes, key = self._of(path[:-1]), path[-1]
        missing = isinstance(changes.span, MappingSpan) and key not in changes.span.entries
        if not missing:
            changes.filled.setdefault(key, []).append(value)
            return
        for name, items in changes.inserted:
            if name == key and isinstance(items, list):
                items.append(value)
                return
        changes.inserted.append((key, [value]))

    def _remove(self, path: Path) -> None:
        span = self._span(path)
        if not path:
            raise self._error("the whole spec cannot be removed", span)
        changes = self._of(path[:-1])
        key = path[-1]
        names = list(changes.span.entries) if isinstance(changes.span, MappingSpan) else []
        changes.removed.add(key if isinstance(key, int) else names.index(key))

    def _remove_emptied(self, path: Path) -> None:
        """Remove a list from what contains it if all its items are removed; a mapping cannot lose all its keys."""
        changes = self.changes[path]
        size = _size(changes.span)
        if not changes.removed or len(changes.removed) < size or changes.inserted:
            return
        if isinstance(changes.span, MappingSpan) or not path:
            raise self._error(
                f"`{_shown(path)}` would have no key" if path else "the spec would be empty", changes.span
            )
        del self.changes[path]
        self._remove(path)
        self._remove_emptied(path[:-1])

    def _values(self, path: Path, changes: _Changes) -> Iterator[Splice]:
        for key, value in changes.replaced.items():
            yield from self._value(_Target(changes, (*path, key), self._child(changes.span, key, path)), value)
        for key, items in changes.filled.items():
            whole = (*path, key)
            self.texts[whole] = _read_as(items)
            target = _Target(changes, whole, self._child(changes.span, key, path))
            yield from self._list(target, items) if len(whole) == 1 else self._other(target, items)

    def _value(self, target: "_Target", value: Value) -> Iterable[Splice]:
        self.texts[target.path] = _read_as(value)
        if isinstance(value, str) and isinstance(target.span, TextSpan):
            place = target.changes.place._replace(bare=is_bare(target.path))
            found = restyled(self.source, target.span, value, place)
            self.texts[target.path] = found.text
            return found.splices
        return self._other(target, value)

    def _other(self, target: "_Target", value: Value) -> Iterator[Splice]:
        """A value of another kind instead of an old one, on one line; comments beside the old one stay."""
        span, source = target.span, self.source
        in_flow = target.changes.place.flow
        written = flow_value(value, target.path) if in_flow else block_value(value, target.path)
        if isinstance(span, TextSpan) and span.style in ("|", ">"):
            # The header becomes the value.
            header = re.compile(r"[|>][-+0-9]*").match(source.text, span.start)
            yield Splice(span.start, header.end() if header else span.start, written)
            yield Splice(source.line_end(span.start), span.end, "")
        elif not isinstance(span, TextSpan) and not span.flow and _is_first(source, span.start):
            yield Splice(self._before(target), self._before(target), f" {written}")
            yield Splice(source.line_start(span.start), source.next_line(span.end), "")
        else:
            gap = " " if source.text[span.start - 1] in ":-" else ""
            yield Splice(span.start, span.end, gap + written)

    def _before(self, target: "_Target") -> int:
        """The place after the colon or the dash of a value that begins on a later line."""
        if isinstance(target.changes.span, MappingSpan):
            key = target.changes.span.entries[str(target.path[-1])].key
            return self.source.text.index(":", key.end) + 1
        return _dash(self.source, target.changes.span.start, target.span.start) + 1

    def _list(self, target: "_Target", items: Sequence[Value]) -> Iterator[Splice]:
        """The first items of a list at the top of the spec, below its key."""
        span, source = target.span, self.source
        if target.changes.place.flow:
            yield from self._other(target, list(items))
            return
        start = span.start
        while source.text[start - 1] in " \t":
            start -= 1
        yield Splice(start, span.end, "")
        after = source.next_line(span.end)
        yield Splice(after, after, self.block_items(items, target.path, source.eol(span.end)))

    def block_items(self, items: Sequence[Value], path: Path, eol: str) -> str:
        """The items of a new list at the top of the spec, indented as its other lists are."""
        root = self.document.root
        lists = [one.value for one in root.entries.values()] if isinstance(root, MappingSpan) else []
        starts = (one.start for one in lists if isinstance(one, ListSpan) and not one.flow)
        indent = next(map(self.source.column, starts), 2)
        return "".join(_item(one, path, indent, "- ") for one in items).replace("\n", eol)


class _Target(NamedTuple):
    """A value that is replaced, and what it is in."""

    changes: _Changes
    path: Path
    span: Span


class _Pieces:
    """The items of a list, or the keys of a mapping with their values, some of which are removed and others added."""

    def __init__(self, plan: _Plan, path: Path, changes: _Changes) -> None:
        self.plan = plan
        self.source = plan.source
        self.path = path
        self.changes = changes
        span = changes.span
        if isinstance(span, MappingSpan):
            self.values = [one.value for one in span.entries.values()]
            self.spans = [(one.key.start, max(one.key.end, one.value.end)) for one in span.entries.values()]
        else:
            self.values = getattr(span, "items", [])
            self.spans = [(one.start, one.end) for one in self.values]

    def splices(self) -> Iterable[Splice]:
        """What changes in the text."""
        span = self.changes.span
        if isinstance(span, TextSpan):
            return ()
        if span.flow:
            return self._in_brackets(span)
        return self._block_keys(span) if isinstance(span, MappingSpan) else self._block_items(span)

    def _in_brackets(self, span: ListSpan | MappingSpan) -> Iterator[Splice]:
        new = [self._written(at, value) for at, value in self.changes.inserted]
        if len(self.changes.removed) == len(self.spans):
            start, end = (self.spans[0][0], self.spans[-1][1]) if self.spans else (span.start + 1,) * 2
            yield Splice(start, end, ", ".join(text for _at, text in new))
            return
        kept = [count for count in range(len(self.spans)) if count not in self.changes.removed]
        for at, text in new:
            before = bisect_left(kept, at)
            if before:
                end = self.spans[kept[before - 1]][1]
                yield Splice(end, end, self._comma(text) + text)
            else:
                start = self.spans[kept[0]][0]
                yield Splice(start, start, text + self._comma(text))
        yield from self._removed_in_brackets()

    def _written(self, at: Any, value: Value) -> tuple[int, str]:
        if isinstance(at, str):
            return len(self.spans), f"{scalar(at)}: {flow_value(value, (*self.path, at))}"
        return at, flow_value(value, self.path)

    def _comma(self, text: str) -> str:
        """The comma between two items, with what follows it between the first two; a number is never split at it."""
        if len(self.spans) < 2:
            return ", "
        between = self.source.text[self.spans[0][1] : self.spans[1][0]]
        is_usual = re.fullmatch(r",(?:[ ]*|\r?\n[ ]*)", between) is not None
        return between if is_usual and not (between == "," and text[0].isdigit()) else ", "

    def _removed_in_brackets(self) -> Iterator[Splice]:
        """The removed items with a comma each; after a comment the comma before them stays, which YAML allows."""
        for first, last in _runs(self.changes.removed):
            start, end = self.spans[first][0], self.spans[last][1]
            if last + 1 < len(self.spans):
                end = self.spans[last + 1][0]
            elif "#" not in self.source.text[self.spans[first - 1][1] : start]:
                start = self.spans[first - 1][1]
            yield Splice(start, end, "")

    def _block_items(self, span: ListSpan) -> Iterator[Splice]:
        source = self.source
        for count in sorted(self.changes.removed):
            yield from self._lines(self._line(span, count), count)
        column, dash = source.column(span.start), self._dash_and_spaces(span)
        for at, value in self.changes.inserted:
            place = self._above(span, at) if at < len(self.spans) else source.next_line(span.end)
            last = span.items[-1]
            in_flow = not isinstance(last, TextSpan) and last.flow
            text = _item(value, self.path, column, dash, in_flow=in_flow)
            yield Splice(place, place, text.replace("\n", source.eol(span.start)))

    def _line(self, span: ListSpan, count: int) -> int:
        """Where the line of an item's dash begins."""
        dash = _dash(self.source, span.start, self.spans[count][0])
        if not _is_first(self.source, dash):
            raise EditError(
                "a list that begins on the line of another item is not edited", self.source.line_number(dash)
            )
        return self.source.line_start(dash)

    def _above(self, span: ListSpan, count: int) -> int:
        """Where the comments above an item begin, or its line if there are none."""
        source, line = self.source, self._line(span, count)
        floor = source.next_line(self.spans[count - 1][1]) if count else 0
        while line > floor and source.text[source.line_start(line - 1) : line].lstrip(" ").startswith("#"):
            line = source.line_start(line - 1)
        return line

    def _lines(self, start: int, count: int) -> Iterator[Splice]:
        """The removal of an item's lines from an offset on, with blank lines that a text before it would take."""
        source, end = self.source, self.spans[count][1]
        yield Splice(start, source.next_line(end), "")
        before = next((one for one in range(count - 1, -1, -1) if one not in self.changes.removed), None)
        if before is not None and _keeps(source, self.values[before]):
            yield Splice(source.next_line(end), source.next_line(source.blank_end(end)), "")

    def _dash_and_spaces(self, span: ListSpan) -> str:
        dash = re.compile(r"- +(?![\s#])").match(self.source.text, span.start)
        return dash[0] if dash and dash.end() == self.spans[0][0] else "- "

    def _block_keys(self, span: MappingSpan) -> Iterator[Splice]:
        source, margin = self.source, " " * self.source.column(span.start)
        eol = source.eol(span.end)
        new = [margin + self._key(key, value, eol) for key, value in self.changes.inserted]
        if len(self.changes.removed) == len(self.spans):
            yield Splice(span.start, span.end, "".join(new).removeprefix(margin).removesuffix(eol))
            return
        for count in sorted(self.changes.removed):
            yield from self._removed_key(count)
        place = source.next_line(span.end) if self.path else self.plan.document.end
        yield Splice(place, place, "".join(new))

    def _key(self, key: str, value: Value, eol: str) -> str:
        """A key of a block mapping and its value; at the top of the spec, a list is on lines of its own."""
        path = (*self.path, key)
        if not self.path and isinstance(value, list) and value:
            return f"{scalar(key)}:{eol}{self.plan.block_items(value, path, eol)}"
        return f"{scalar(key)}: {block_value(value, path)}{eol}"

    def _removed_key(self, count: int) -> Iterable[Splice]:
        source, (start, end) = self.source, self.spans[count]
        if _is_first(source, start):
            return self._lines(source.line_start(start), count)
        if count or not re.fullmatch(r" *(?:- +)+", source.text[source.line_start(start) : start]):
            raise EditError("a key that does not begin its line is not removed", source.line_number(start))
        after = self.spans[1][0]
        if 1 not in self.changes.removed and not source.text[source.next_line(end) : after].strip(" "):
            return [Splice(start, after, "")]  # the next key takes its place after the dash
        while source.text[start - 1] == " ":
            start -= 1
        return [Splice(start, source.line_end(end), "")]


def _item(value: Value, path: Path, indent: int, dash: str, *, in_flow: bool = False) -> str:
    """An item of a block list; with `in_flow`, a mapping is in braces."""
    if isinstance(value, Mapping) and not in_flow:
        return entry(value, indent=indent, dash=dash)
    return f"{' ' * indent}{dash}{block_value(value, path)}\n"


def _dash(source: Source, first: int, start: int) -> int:
    """The dash of a block list's item; `first` is the first dash of the list, `start` the beginning of the item."""
    column, line = source.column(first), source.line_start(start)
    while not re.compile(r"(?![ ]*#)").match(source.text, line) or source.text[line + column] != "-":
        line = source.line_start(line - 1)
    return line + column


def _is_first(source: Source, at: int) -> bool:
    """Whether only spaces are before an offset in its line."""
    return not source.text[source.line_start(at) : at].strip(" ")


def _keeps(source: Source, span: Span) -> bool:
    """Whether a value ends with a block of text that all blank lines after it belong to."""
    while not isinstance(span, TextSpan):
        if _size(span) == 0:
            return False
        span = span.items[-1] if isinstance(span, ListSpan) else [*span.entries.values()][-1].value
    return span.style in ("|", ">") and "+" in source.text[span.start : span.start + 3]


def _runs(counts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    first = last = None
    for count in sorted(counts):
        if last is not None and first is not None and count != last + 1:
            yield first, last
            first = count
        first, last = count if first is None else first, count
    if first is not None and last is not None:
        yield first, last


def _same(old: Sequence[Any], new: Sequence[Any]) -> int:
    """How many items at the beginning of two lists are the same."""
    return next(
        (count for count, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _size(span: Span) -> int:
    if isinstance(span, TextSpan):
        return 0
    return len(span.items) if isinstance(span, ListSpan) else len(span.entries)


def _items_after(items: Sequence[Any], changes: _Changes) -> list[Any]:
    added: dict[int, list[Value]] = {}
    for at, value in changes.inserted:
        added.setdefault(at, []).append(_read_as(value))
    result: list[Any] = []
    for count, item in enumerate(items):
        result += added.get(count, [])
        result += [] if count in changes.removed else [item]
    return result + added.get(len(items), [])


def _at(root: Any, path: Path) -> Any:
    for key in path:
        root = root[key]
    return root


def _writable(value: Value) -> Any:
    """A value made of texts, numbers, lists and dictionaries; raises `EditError` if no file can contain it."""
    if isinstance(value, Mapping):
        return {_writable(key): _writable(one) for key, one in value.items()}
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise EditError("the text has half of a surrogate pair, which no file can contain") from error
        return value
    return [_writable(one) for one in value] if isinstance(value, Sequence) else value


def _read_as(value: Any) -> Any:
    """A value as a spec's reader has it, in which everything is text."""
    if isinstance(value, dict):
        return {key: _read_as(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_read_as(one) for one in value]
    return value if isinstance(value, str) else str(value).lower()


def _shown(path: Path) -> str:
    return printable("::".join(map(str, path)))
