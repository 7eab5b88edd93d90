"""The one pass over a spec's nodes: the values that the table of keys knows, and whether all of the spec fits it."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from factspec.specs.keys import Choice, Keyed, Kind, Many, Text
from factspec.specs.model import Located, Mistake
from factspec.specs.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode, place_of, value_of

Tell: TypeAlias = Callable[[Iterable[Mistake]], None]
"""Takes the problems that show while a value is made of what was decoded."""


class Item(NamedTuple):
    """A mapping: its values by key, without those that are of a wrong kind, and its node.

    A text is its `ScalarNode`, a list a tuple of values, a mapping an `Item`.
    """

    values: Mapping[str, Any]
    node: MappingNode

    @property
    def line(self) -> int:
        """The line of its first key, or where it begins."""
        for entry in self.node.entries.values():
            return entry.key.line
        return self.node.line

    def has(self, key: str) -> bool:
        """Whether it has a key, also with a value of a wrong kind."""
        return key in self.node.entries

    def place(self, key: str) -> Place:
        """The place of a key, its own where it has no such key."""
        return place_of(self.node, key)

    def scalar(self, key: str) -> ScalarNode | None:
        """The text at a key with its place; None where there is none."""
        value = self.values.get(key)
        return value if isinstance(value, ScalarNode) else None

    def text(self, key: str) -> str:
        """The text at a key, without white space around it; empty where there is none."""
        value = self.values.get(key)
        return value.text.strip() if isinstance(value, ScalarNode) else ""

    def located(self, key: str) -> Located:
        """The text at a key, without white space around it, with the line of the key."""
        return Located(self.text(key), self.place(key).line if self.has(key) else 0)

    def all(self, key: str) -> tuple[Any, ...]:
        """The values of the list at a key, or the one value that is there instead of a list."""
        value = self.values.get(key, ())
        return (value,) if isinstance(value, (ScalarNode, Item)) else value

    def is_whole(self, key: str) -> bool:
        """Whether the list at a key, if there is one, has lost no item that is of a wrong kind."""
        value = value_of(self.node, key)
        return not isinstance(value, SequenceNode) or len(value.nodes) == len(self.all(key))


def as_item(value: ScalarNode | Item, key: str) -> Item:
    """A mapping, or the text that is short for a mapping with one key."""
    if isinstance(value, Item):
        return value
    return Item({key: value}, MappingNode({}, value.line, value.column, flow=True))


def decode(kind: Kind, node: Node) -> tuple[Any, bool]:
    """The value of a node by a kind of the table, None where it is of a wrong kind; and whether all of it fits."""
    decoder = _Decoder()
    return decoder.value(kind, node), decoder.fits


class _Decoder:
    """The state of one pass: whether everything has fitted so far."""

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
    """Whether a mapping has as many keys as it must, and those that it must have, alone or beside others."""
    if len(keys) < kind.least or any(key not in keys for key in kind.required):
        return False
    if kind.one_of and sum(map(keys.__contains__, kind.one_of)) != 1:
        return False
    return all(other in keys for key, other in kind.needs.items() if key in keys)


_READERS: dict[type, Callable[[_Decoder, Any, Node], Any]] = {Text: _text, Many: _many, Keyed: _keyed}
