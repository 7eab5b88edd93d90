"""The wording that a policy forbids in every article: its entries, and the mistakes in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from factspec.language.printing import printable
from factspec.specs.claims import wording_problem
from factspec.specs.keys import NAMED
from factspec.specs.model import Forbidden, Located
from factspec.specs.names import listed, nearest

_KEYS = NAMED["forbidden"].keys
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_LONGEST = 60
_FORM = 'write a text, or `{id = "no-alliance", says = "military alliance", reason = "legal"}`'


def entries(values: Sequence[Any], lines: Sequence[str], first: int) -> tuple[Forbidden, ...]:
    """The entries that a list without mistakes has; `first` is the line of its key in the lines of the file.

    A text alone has an id of its words, which no other entry has.
    """
    taken = {one["id"] for one in values if isinstance(one, dict)}
    found = []
    for value, line in zip(values, _lines(values, lines, first), strict=True):
        says = Located(_says(value), line)
        if isinstance(value, dict):
            found.append(Forbidden(value["id"], line, says, value.get("reason", "")))
        else:
            found.append(Forbidden(_id_of(says, taken), line, says))
            taken.add(found[-1].id)
    return tuple(found)


def _says(value: Any) -> str:
    """The wording of an entry; empty if it has none."""
    says = value.get("says") if isinstance(value, dict) else value
    return says if isinstance(says, str) else ""


def _id_of(says: str, taken: set[str]) -> str:
    words = "-".join(re.findall("[a-z0-9]+", says.casefold()))
    base = words[: _LONGEST - 4].strip("-") or "wording"
    names = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def _lines(values: Sequence[Any], lines: Sequence[str], first: int) -> Iterator[int]:
    """The line of each entry: that of its words, or of the entry before if they are written with escapes."""
    at = first
    for value in values:
        says = _says(value)
        words = re.escape(next((line.strip() for line in says.splitlines() if line.strip()), "\0"))
        # A text of several lines is between three quotation marks, which may be on lines of their own.
        written = re.compile(rf"""(["']){words}\1""" if "\n" not in says else rf"""(?:^|["'])\s*{words}\s*$""")
        at = next((line for line in range(at, len(lines) + 1) if written.search(lines[line - 1])), at)
        yield at


def entry_mistakes(values: Sequence[Any], lines: Sequence[str], first: int) -> Iterator[tuple[int, str, str]]:
    """The line, the message and the advice of each mistake in the entries of a list."""
    seen: dict[str, int] = {}
    for value, line in zip(values, _lines(values, lines, first), strict=True):
        for message, advice in _mistakes(value, seen, line):
            yield line, message, advice


def _mistakes(value: Any, seen: dict[str, int], line: int) -> Iterator[tuple[str, str]]:
    if not isinstance(value, str | dict):
        yield "an entry of `forbidden` is no text and no table", _FORM
        return
    if isinstance(value, dict):
        yield from _table_mistakes(value, seen, line)
    says = _says(value)
    if says.strip():
        problem = wording_problem(
            says.strip(), "`says`" if isinstance(value, dict) else "an entry of `forbidden`", gaps=0
        )
        if problem:
            yield problem
    elif isinstance(value, str):
        yield "an entry of `forbidden` is empty", _FORM


def _table_mistakes(table: dict[str, Any], seen: dict[str, int], line: int) -> Iterator[tuple[str, str]]:
    for key in (one for one in table if one not in _KEYS):
        close = nearest(key, _KEYS)
        advice = f"did you mean `{close}`?" if close else f"an entry has {listed(_KEYS)}"
        yield f"unknown key `{printable(key, 60)}` in an entry of `forbidden`", advice
    for key, row in _KEYS.items():
        if key not in table:
            if row.required:
                yield f"an entry of `forbidden` has no `{key}`", _FORM
        elif not isinstance(table[key], str) or not table[key].strip():
            yield f"`{key}` of an entry of `forbidden` is no text", _FORM
    name = table.get("id")
    if isinstance(name, str) and name.strip():
        yield from _id_mistakes(name, seen, line)


def _id_mistakes(name: str, seen: dict[str, int], line: int) -> Iterator[tuple[str, str]]:
    shown = printable(name, 80)
    if not _ID.fullmatch(name):
        yield (
            f"the id `{shown}` in `forbidden` has other signs than small letters, digits, `-` and `_`",
            "write a short name such as `no-alliance`",
        )
    elif name in seen:
        yield f"duplicate id `{shown}` in `forbidden`: it is already on line {seen[name]}", "give each its own id"
    else:
        seen[name] = line
