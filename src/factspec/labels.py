"""Lists of source numbers as markers write them: `1`, `1, 3`, `1; 3`, `1-3`, and what is wrong with broken ones."""

import re
from functools import lru_cache
from typing import NamedTuple

_DIGITS = 6
_NUMBER = rf"\d{{1,{_DIGITS}}}"
# What stands between the ends of a range: a hyphen, also one that does not break, a dash or a minus sign.
DASHES = r"\-\u2010-\u2014\u2212"
_ITEM = rf"{_NUMBER}(?:\s*+[{DASHES}]\s*+{_NUMBER})?+"
# A well-formed list; it spends at most one step on each character.
LIST = rf"{_ITEM}(?:\s*+[,;]\s*+{_ITEM})*+"

# Such a list with or without the brackets of a marker.
BRACKETED_LIST = rf"\[?\s*+(?P<body>{LIST})\s*+\]?"

_RANGE = rf"({_NUMBER})\s*+[{DASHES}]\s*+({_NUMBER})"
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
# No list of sources is longer; a range beyond is a slip of the pen.
_LONGEST_RANGE = 200


class Labels(NamedTuple):
    """The ids that a list names, ranges expanded; how to write it; what is wrong, empty where nothing is.

    `is_years` says that the list is one range of years, which is text.
    """

    ids: tuple[str, ...]
    written: str
    problem: str
    is_years: bool


@lru_cache(maxsize=1024)
def labels(body: str) -> Labels:
    """Read a list of digits, spaces, commas, semicolons and dashes, well formed or not."""
    if body.isdecimal() and len(body) <= _DIGITS:
        return Labels((body,), body, "", is_years=False)
    items = [item.strip() for item in re.split(r"[,;]", body)]
    legible = [item for item in items if re.fullmatch(_ITEM, item)]
    ids = tuple(label for item in items for label in _read(item))
    written = ", ".join(ids[:_LONGEST_RANGE])
    years = re.fullmatch(_RANGE, body.strip())
    problem = _problem(body, legible, written, is_whole=len(legible) == len(items))
    return Labels(ids, written, problem, years is not None and _are_years(years))


def _problem(body: str, items: list[str], written: str, *, is_whole: bool) -> str:
    if not body.strip():
        return "'[]' names no source; write [n] with the number of its source, or take it out"
    for item in items:
        between = re.fullmatch(_RANGE, item)
        if between and int(between[1]) >= int(between[2]):
            return f"'[{body}]' does not count up; write the range that is meant, as in [1-3]"
        if between and int(between[2]) - int(between[1]) >= _LONGEST_RANGE:
            return f"'[{body}]' spans more than {_LONGEST_RANGE} sources; write the range that is meant"
    if not is_whole:
        return f"'[{body}]' is no list of sources; write [{written}]"
    return ""


def _read(item: str) -> tuple[str, ...]:
    return _expanded(item) if re.fullmatch(_ITEM, item) else tuple(re.findall(_NUMBER, item))


def _expanded(item: str) -> tuple[str, ...]:
    between = re.fullmatch(_RANGE, item)
    if not between:
        return (item,)
    first, last = int(between[1]), int(between[2])
    if not first < last < first + _LONGEST_RANGE:
        return (between[1], between[2])
    return tuple(str(number) for number in range(first, last + 1))


def _are_years(between: re.Match[str]) -> bool:
    first, last = between[1], between[2]
    return len(first) == len(last) == 4 and _FIRST_YEAR <= int(first) < int(last) <= _LAST_YEAR
