"""Ids of sources as authors write them in a row, where a list in brackets should stand."""

import re
from collections.abc import Collection

from factspec.text.printable import printable

_RANGE = re.compile(r"(\d{1,3})\s?[-\u2013]\s?(\d{1,3})\Z")
# What authors put between ids, and around them.
_BETWEEN = re.compile(r"[\s,;/&+]+(?:and\s+|or\s+)?")
_AROUND = "[](){} \t,;-\"'\u2018\u2019\u201c\u201d\u201e"
_INNER = re.compile(r"\]\s*,?\s*\[")
_SEEN = 200


def ids_in(text: str, declared: Collection[str] | None = None) -> list[str]:
    """The ids that a text holds in a row, none where one of them is not declared; numbers, where that is not known.

    A range such as `2-4` holds each number from the first to the last.
    """
    parts = [part.strip(_AROUND) for part in _BETWEEN.split(_INNER.sub(",", text[:_SEEN].strip(_AROUND)))]
    found: list[str] = []
    for part in parts:
        ends = _RANGE.match(part)
        found += [part] if part in (declared or ()) or not ends else map(str, range(int(ends[1]), int(ends[2]) + 1))
    fits = found and all(one.isdigit() if declared is None else one in declared for one in found)
    return list(dict.fromkeys(found)) if fits else []


def bracketed_ids(text: str) -> str:
    """The numbers that a text holds in a row as a list of ids in brackets; empty where it holds anything else."""
    found = ids_in(text)
    return f"[{', '.join(printable(one, 60) for one in found)}]" if found else ""
