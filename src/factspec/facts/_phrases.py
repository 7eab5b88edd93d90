"""Tables of phrases, looked up at a place in tokens; a hyphen may join the words of a phrase."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from factspec.text.numeral import after_dash, key_at
from factspec.text.tokens import Token

Value = TypeVar("Value")

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]
"""The phrases of a table by their first word, each with its other words and its value, the longest first."""


def phrases(table: Mapping[str, Value]) -> Phrases[Value]:
    """A table of folded, space-separated phrases made ready for `phrase_at`."""
    ready: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in table.items():
        word, *rest = phrase.split(" ")
        ready.setdefault(word, []).append((tuple(rest), value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in ready.items()}


def phrase_at(tokens: Sequence[Token], index: int, table: Phrases[Value]) -> tuple[Value, int] | None:
    """The value of the longest phrase that begins at an index, and the index after it; None where none does."""
    for rest, value in table.get(key_at(tokens, index), ()):
        last = _end(tokens, index + 1, rest)
        if last:
            return value, last
    return None


def _end(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    for word in words:
        at = after_dash(tokens, index)
        if key_at(tokens, at) != word:
            return 0
        index = at + 1
    return index
