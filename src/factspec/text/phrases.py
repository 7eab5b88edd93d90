"""Phrases of a table found in tokens, the longest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factspec.text.run import places
from factspec.text.tokens import Token


class Found(NamedTuple):
    """A phrase's name in its table and its half-open range of token indexes."""

    name: str
    first: int
    last: int


Index = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def index_of(table: Mapping[tuple[str, ...], str]) -> Index:
    """A table of phrases by their first key, the longest phrase first."""
    index: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase, name in table.items():
        index[phrase[0]].append((phrase, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()}


def phrases_in(tokens: Sequence[Token], index: Index) -> Iterator[Found]:
    """Every place where a phrase of the index begins, with the longest that fits there; places may overlap."""
    for first in places(tokens, index):
        rows = index[tokens[first].key]
        ahead = tuple([token.key for token in tokens[first : first + len(rows[0][0])]])
        for phrase, name in rows:
            if ahead[: len(phrase)] == phrase:
                yield Found(name, first, first + len(phrase))
                break
