"""YAML as text with places: scalars as written, lists and mappings, and what in them YAML would silently alter.

Lines and columns count from 1, columns in code points. Nothing is converted: `no`, `1.10` and `2026-05-20` are text.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

# A plain scalar that YAML reads as no value at all (YAML 1.2.2, section 10.2.1.1, and 1.1's forms).
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Place(NamedTuple):
    """A line and a column of the spec's file, both counted from 1."""

    line: int
    column: int


class ScalarNode(NamedTuple):
    """A text as YAML delivers it; `plain` where it was written without quotation marks."""

    text: str
    line: int
    column: int
    plain: bool

    @property
    def nothing(self) -> bool:
        """Whether nothing stands there, or a word that YAML reads as nothing."""
        return self.plain and self.text in _NOTHING


class SequenceNode(NamedTuple):
    """A list and its items; `flow` where it was written in brackets."""

    nodes: list[Any]
    line: int
    column: int
    flow: bool = False


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: ScalarNode
    value: Any


class MappingNode(NamedTuple):
    """A mapping: entries by their key's text, in the order of the file; `flow` where it was written in braces."""

    entries: dict[str, Entry]
    line: int
    column: int
    flow: bool


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


def value_of(node: Node | None, key: str) -> Node | None:
    """The value of a mapping's key, None where there is none or the node is no mapping."""
    entry = node.entries.get(key) if isinstance(node, MappingNode) else None
    value: Node | None = entry.value if entry else None
    return value


def place_of(node: Node, key: str) -> Place:
    """The place of a mapping's key, that of the node where it has no such key."""
    entry = node.entries.get(key) if isinstance(node, MappingNode) else None
    return Place(entry.key.line, entry.key.column) if entry else Place(node.line, node.column)


def text_of(node: Node | None, key: str = "") -> str:
    """The text of a scalar, or of the scalar at a mapping's key; empty where there is none."""
    found = value_of(node, key) if key else node
    return found.text if isinstance(found, ScalarNode) else ""


def items_of(node: Node | None, key: str) -> tuple[Node, ...]:
    """The items of the list at a mapping's key; none where there is no list."""
    found = value_of(node, key)
    return tuple(found.nodes) if isinstance(found, SequenceNode) else ()


def entries_of(node: Node | None) -> Iterator[Entry]:
    """The entries of a mapping, none of anything else."""
    return iter(node.entries.values() if isinstance(node, MappingNode) else ())


def plain_value(node: Node) -> Any:
    """A node as the strings, lists and dictionaries that a schema validator reads; nodes are never deep."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain_value(item) for item in node.nodes]
    return {key: plain_value(entry.value) for key, entry in node.entries.items()}
