"""The name of the policy's table in pyproject.toml, and names that were hardly meant for another."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from factspec.specs.keys import POLICY

NAME = "factspec"
# What may name a table: the last part of a header, or a key, at the head of a line or behind a byte-order mark.
_NAMES = re.compile(
    rb"^[\xbb-\xff]{0,3}[ \t]*(?:\[[ \t]*)?(?:[A-Za-z]+[ \t]*\.[ \t]*)?[\"']?(\w(?:[\w -]*\w)?)[\"']?[ \t]*[\].=]",
    re.MULTILINE,
)


def may_hold_policy(data: bytes) -> bool:
    """Whether the bytes of a pyproject.toml may hold a policy's table, be its name misspelt; it is told fast.

    The bytes may be of an encoding in which a letter has two of them.
    """
    return NAME.encode() in data.replace(b"\0", b"") or names_policy(data)


def names_policy(data: bytes) -> bool:
    """Whether a line begins with the policy's name as that of a table or key, be it misspelt and the rest no TOML."""
    names = _NAMES.finditer(data.replace(b"\0", b""))
    return any(_is_like(match[1].decode(errors="replace")) for match in names)


def misspelt_tables(document: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The names of tables that were meant for the policy's, part by part, in a parsed pyproject.toml."""
    for name, value in document.items():
        if name == "tool" or _near(name.lower(), "tool"):
            for inner, table in value.items() if isinstance(value, dict) else ():
                if (name != "tool" and inner == NAME) or _was_meant(inner, table):
                    yield name, inner
        elif name == NAME or _was_meant(name, value):
            yield (name,)


def _was_meant(name: str, table: Any) -> bool:
    if name == NAME or not _is_like(name):
        return False
    # A name like the policy's may be another tool's, whose table has other keys.
    has_its_keys = isinstance(table, dict) and any(_near(key, known) for key in table for known in POLICY.keys)
    return _plain(name) == NAME or not table or has_its_keys


def _is_like(name: str) -> bool:
    return _near(_plain(name), NAME)


def _plain(name: str) -> str:
    return re.sub(r"[-_ ]", "", name.lower())


def _near(word: str, other: str) -> bool:
    """Whether two words are the same but for one letter, added, left out or replaced, or for two that are exchanged."""
    longest = max(len(word), len(other))
    if longest - min(len(word), len(other)) > 1:
        return False
    before = _shared(word, other)
    behind = min(_shared(word[::-1], other[::-1]), min(len(word), len(other)) - before)
    apart = longest - before - behind
    exchanged = len(word) == len(other) and apart == 2 and word[before : before + 2] == other[before : before + 2][::-1]
    return apart <= 1 or exchanged


def _shared(word: str, other: str) -> int:
    """How many letters two words have in common before they part."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
