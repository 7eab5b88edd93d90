"""The nodes of a spec with their places, and the pass that decodes them by the table of keys.

Lines and columns count from 1, columns in code points. Nothing is converted: `no`, `1.10` and `2026-05-20` are text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from factspec.language.places import Place
from factspec.specs.keys import Choice, Keyed, Kind, Many, Text
from factspec.specs.model import Located, Mistake

# Plain scalars that YAML reads as no value (YAML 1.2.2, section 10.2.1.1, and the forms of 1.1).
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class ScalarNode(NamedTuple):
    """A text as YAML reads it; `plain` means that it was written without quotation marks."""

    text: str
    line: int
    column: int
    plain: bool

    @property
    def nothing(self) -> bool:
        """Whether it is empty or a word that YAML reads as no value."""
        return self.plain and self.text in _NOTHING


class SequenceNode(NamedTuple):
    """A list and its items; `flow` means that it was written in brackets."""

    nodes: list[Any]
    line: int
    column: int
    flow: bool = False


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: ScalarNode
    value: Any


class MappingNode(NamedTuple):
    """A mapping: entries by the text of their key, in the file's order; `flow` means that it was written in braces."""

    entries: dict[str, Entry]
    line: int
    column: int
    flow: bool


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def value_of(node: Node | None, key: str) -> Node | None:
    """The value at a mapping's key; None if it has no such key or is not a mapping."""
    entry = node.entries.get(key) if isinstance(node, MappingNode) else None
    value: Node | None = entry.value if entry else None
    return value


def place_of(node: Node, key: str) -> Place:
    """The place of a mapping's key, or that of the node if it has no such key."""
    entry = node.entries.get(key) if isinstance(node, MappingNode) else None
    return Place(entry.key.line, entry.key.column) if entry else Place(node.line, node.column)


def text_of(node: Node | None, key: str = "") -> str:
    """The text of a scalar, or of the scalar at a mapping's key; empty if there is none."""
    found = value_of(node, key) if key else node
    return found.text if isinstance(found, ScalarNode) else ""


def items_of(node: Node | None, key: str) -> tuple[Node, ...]:
    """The items of the list at a mapping's key; none if there is no list."""
    found = value_of(node, key)
    return tuple(found.nodes) if isinstance(found, SequenceNode) else ()


def entries_of(node: Node | None) -> Iterator[Entry]:
    """The entries of a mapping; none if the node is not a mapping."""
    return iter(node.entries.values() if isinstance(node, MappingNode) else ())


def plain_value(node: Node) -> Any:
    """A node as strings, lists and dictionaries, for a schema validator; the depth of nodes is limited."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain_value(item) for item in node.nodes]
    return {key: plain_value(entry.value) for key, entry in node.entries.items()}


# One pass over the nodes: the values by the table of keys, and whether the whole spec fits it.


Collect: TypeAlias = Callable[[Iterable[Mistake]], None]
"""Takes the mistakes that are found while decoded values are read."""


class Item(NamedTuple):
    """A decoded mapping: its values by key, without those of a wrong kind, and its node.

    A text is a `ScalarNode`, a list is a tuple of values, and a mapping is an `Item`.
    """

    values: Mapping[str, Any]
    node: MappingNode

    @property
    def line(self) -> int:
        """The line of its first key, or its own line if it has none."""
        for entry in self.node.entries.values():
            return entry.key.line
        return self.node.line

    def has(self, key: str) -> bool:
        """Whether it has a key, even with a value of a wrong kind."""
        return key in self.node.entries

    def place(self, key: str) -> Place:
        """The place of a key, or its own place if it has no such key."""
        return place_of(self.node, key)

    def scalar(self, key: str) -> ScalarNode | None:
        """The text at a key with its place; None if there is none."""
        value = self.values.get(key)
        return value if isinstance(value, ScalarNode) else None

    def text(self, key: str) -> str:
        """The text at a key, without white space around it; empty if there is none."""
        value = self.values.get(key)
        return value.text.strip() if isinstance(value, ScalarNode) else ""

    def located(self, key: str) -> Located:
        """The text at a key, without white space around it, with the line of the key, and its own column there."""
        place, value = self.place(key), self.scalar(key)
        column = value.column if value and value.line == place.line else place.column
        return Located(self.text(key), place.line if self.has(key) else 0, column)

    def all(self, key: str) -> tuple[Any, ...]:
        """The values of the list at a key, or the single value that is there instead of a list."""
        value = self.values.get(key, ())
        return (value,) if isinstance(value, (ScalarNode, Item)) else value

    def is_whole(self, key: str) -> bool:
        """Whether no item of the list at a key was dropped for being of a wrong kind."""
        value = value_of(self.node, key)
        return not isinstance(value, SequenceNode) or len(value.nodes) == len(self.all(key))


def as_item(value: ScalarNode | Item, key: str) -> Item:
    """A mapping; a text becomes the mapping that it is short for, with one key."""
    if isinstance(value, Item):
        return value
    return Item({key: value}, MappingNode({}, value.line, value.column, flow=True))


def decode(kind: Kind, node: Node) -> tuple[Any, bool]:
    """The value of a node by a kind of the table, None if it is of a wrong kind; and whether all of it fits."""
    decoder = _Decoder()
    return decoder.value(kind, node), decoder.fits


class _Decoder:
    """The state of one pass: whether everything fits so far."""

    def __init__(self) -> None:
        self.fits = True

    def value(self, kind: Kind, node: Node) -> Any:
        """The value of a node."""
        while isinstance(kind, Choice):
            is_first = isinstance(node, SequenceNode if isinstance(kind.first, Many) else MappingNode)
            kind = kind.first if is_first else kind.otherwise
        return _READERS[type(kind)](self, kind, node)


def _text(decoder: _Decoder, kind: Text, node: Node) -> ScalarNode | None:
    if not isinstance(node, ScalarNode):
        decoder.fits = False
        return None
    if kind.words:
        decoder.fits &= node.text in kind.words
    elif kind.pattern and re.search(kind.pattern, node.text) is None:
        decoder.fits = False
    return node


def _many(decoder: _Decoder, kind: Many, node: Node) -> tuple[Any, ...]:
    if not isinstance(node, SequenceNode):
        decoder.fits = False
        return (node,) if isinstance(node, ScalarNode) and isinstance(kind.item, Text) else ()
    decoder.fits &= kind.least <= len(node.nodes) <= (kind.most or len(node.nodes))
    values = [decoder.value(kind.item, item) for item in node.nodes]
    return tuple(value for value in values if value is not None)


def _keyed(decoder: _Decoder, kind: Keyed, node: Node) -> Item | None:
    if not isinstance(node, MappingNode):
        decoder.fits = False
        return None
    entries = node.entries
    values: dict[str, Any] = {}
    for name, entry in entries.items():
        row = kind.keys.get(name)
        inner = row.kind if row else kind.values
        if inner is None:
            decoder.fits &= kind.open
        elif (value := decoder.value(inner, entry.value)) is not None:
            values[name] = value
    if not _has_its_keys(kind, entries):
        decoder.fits = False
    return Item(values, node)


def _has_its_keys(kind: Keyed, keys: Mapping[str, Any]) -> bool:
    """Whether a mapping has enough keys, all required ones, and the ones that others need."""
    if len(keys) < kind.least or any(key not in keys for key in kind.required):
        return False
    if kind.one_of and sum(map(keys.__contains__, kind.one_of)) != 1:
        return False
    return all(other in keys for key, other in kind.needs.items() if key in keys)


_READERS: dict[type, Callable[[_Decoder, Any, Node], Any]] = {Text: _text, Many: _many, Keyed: _keyed}
