"""Edit a spec's text: values are replaced, added and removed, and every other byte stays as it is.

All edits refer to the same original: an index is that of the original list, even if another edit removes an item before
it. The result is read again; it is returned only if nothing differs from the original but what was asked for.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from factspec.language.printing import printable
from factspec.specs.nodes import plain_value
from factspec.specs.pieces import Pieces, begins_line, dash_of, first_items
from factspec.specs.restyling import HEADER, Surroundings, restyled
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
    located,
    plain,
    size,
    spliced,
)
from factspec.specs.writing import Value, block_value, flow_value, is_bare
from factspec.specs.yaml import compose


class Replace(NamedTuple):
    """Write another value at a path, in the style of the old one if that can contain it.

    A list is changed item by item, so that what is equal stays as it is written.
    """

    path: Path
    value: Value


class Insert(NamedTuple):
    """Add an item to the end of the list, or a key to the mapping, at a path.

    `at` is the key, or None for an item. A list that is missing or empty is begun; one at the top of the spec comes at
    the end of the document, on lines of its own.
    """

    path: Path
    at: str | None
    value: Value


class Remove(NamedTuple):
    """Remove an item of a list; a list that becomes empty is removed with its key.

    Comments above the item stay; those between its lines and after them on the same line go with it.
    """

    path: Path


Edit: TypeAlias = Replace | Insert | Remove


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
    before = plain_value(written)
    if source.added and any(one.text and one.start == len(source.text) for one in splices):
        _end_last_line(before, plan.document.root, source)
    expected = plan.expected(before)
    result = _checked(spliced(source, splices), source.added, expected)
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


def _end_last_line(root: Any, span: Span, source: Source) -> None:
    """Add a line end to a block of text at the end of a file that has none: what is added after it needs one."""
    path, last = last_value(span)
    header = HEADER.match(source.text, last.start)
    if path and header and "-" not in header[0]:
        _at(root, path[:-1])[path[-1]] += "" if _at(root, path).endswith("\n") else "\n"


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
    raise EditError("the edit would change another part of the spec too: make it by hand")


class _Changes(NamedTuple):
    """What changes in one list or mapping; `filled` are its empty or missing lists with their first items."""

    span: Span
    place: Surroundings
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
            if path in self.changes:
                self._remove_emptied(path)
        found: list[Splice] = []
        # Of two things added at one place, that which is deeper inside comes first.
        for path, changes in sorted(self.changes.items(), key=lambda one: len(one[0]), reverse=True):
            found += self._values(path, changes)
            if isinstance(changes.span, ListSpan | MappingSpan) and (changes.removed or changes.inserted):
                pieces = Pieces(self.source, self.document, changes.span, path)
                found += pieces.splices(changes.inserted, changes.removed)
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

    def _at_path(self, path: Path) -> tuple[Span, Surroundings]:
        """The span at a path, and where the values in it are."""
        span, place = self.document.root, Surroundings(flow=False, indent=-1, bare=False)
        for key in path:
            place = self._inside(span, place)
            span = self._child(span, key, path)
        return span, self._inside(span, place)

    def _inside(self, span: Span, place: Surroundings) -> Surroundings:
        if isinstance(span, TextSpan) or span.flow:
            return place._replace(flow=True)
        return Surroundings(flow=False, indent=self.source.column(span.start), bare=False)

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
        if edit.at is None and edit.path and self._begins(edit.path):
            self._fill(edit.path, value)
            return
        changes = self._of(edit.path)
        if isinstance(changes.span, MappingSpan) and edit.at is not None:
            if edit.at in changes.span.entries or edit.at in dict(changes.inserted):
                raise self._error(f"`{_shown((*edit.path, edit.at))}` is there already", changes.span)
            changes.inserted.append((edit.at, value))
        elif isinstance(changes.span, ListSpan) and edit.at is None:
            changes.inserted.append((len(changes.span.items), value))
        else:
            raise self._error(f"`{_shown(edit.path)}` is not a {'mapping' if edit.at else 'list'}", changes.span)

    def _begins(self, path: Path) -> bool:
        """Whether there is no list with an item at a path yet, but there may be one."""
        parent = self._span(path[:-1])
        if isinstance(parent, MappingSpan) and path[-1] not in parent.entries:
            return isinstance(path[-1], str)
        span = self._child(parent, path[-1], path)
        return span.start == span.end if isinstance(span, TextSpan) else isinstance(span, ListSpan) and not span.items

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
        if not changes.removed or len(changes.removed) < size(changes.span) or changes.inserted:
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
            header = HEADER.match(source.text, span.start)
            yield Splice(span.start, header.end() if header else span.start, written)
            yield Splice(source.line_end(span.start), span.end, "")
        elif not isinstance(span, TextSpan) and not span.flow and begins_line(source, span.start):
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
        return dash_of(self.source, target.changes.span.start, target.span.start) + 1

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
        yield Splice(after, after, first_items(self.source, self.document, items, target.path))


class _Target(NamedTuple):
    """A value that is replaced, and what it is in."""

    changes: _Changes
    path: Path
    span: Span


def _same(old: Sequence[Any], new: Sequence[Any]) -> int:
    """How many items at the beginning of two lists are the same."""
    return next(
        (count for count, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


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
    """A path as `claims[2].says`."""
    return printable("".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix("."))
