"""Dates as authors write them: whole ones, and those of CSL that may lack a day or a month."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factspec.spec.nodes import Mapping, Node, Problem, Scalar, items_of, text_of, value_of
from factspec.text.printable import printable

# Each pattern is compiled when a date needs it.
_WHOLE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
# EDTF level 0 (ISO 8601-2, annex A; CSL 1.0.2 takes levels 0 and 1): a year, a month, a day, or an interval of two.
_PARTIAL = r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?"
# A time behind a day, and of level 1 digits left open, and signs of doubt behind a date.
_EDTF = (
    r"(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:([0-9]{2})(?:-([0-9]{2}|XX))?|XX(?:-XX)?))?[?~%]?"
    r"|([0-9]{4})-([0-9]{2})-([0-9]{2})T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
# Of level 1 too: a side of an interval left open, and spring to winter in the place of a month.
_OPEN = frozenset({"", ".."})
_SEASONS = range(21, 25)
_BESIDE = frozenset({"season", "circa"})
# A day with other signs, or none, between its numbers.
_YEAR_FIRST = r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})"
_YEAR = r"(?<![0-9])[12][0-9]{3}(?![0-9])"
_FORM = "write year-month-day, such as 2026-05-20, or 2026-05, or 2026; words go into `{literal: …}`"
_NUMBER = r"-?[0-9]{1,4}"


def whole_date(text: str) -> date | None:
    """The day that `2026-05-20` names; None where the text is no date or the day does not exist."""
    match = re.fullmatch(_WHOLE, text)
    return _day([int(part) for part in match.groups()]) if match else None


def date_problems(node: Node, key: str) -> Iterator[Problem]:
    """That the date at a mapping's key does not exist."""
    value = value_of(node, key)
    if isinstance(value, Scalar) and value.text and whole_date(value.text) is None:
        yield _no_date(value, key, value.text)


def issued(node: Node | None) -> date | None:
    """The first whole day of a CSL date, None where it is partial or in words."""
    for parts in _ranges(node):
        return _day(parts) if len(parts) == 3 else None
    return None


def issued_from(node: Node | None) -> date | None:
    """The first day on which what bears a CSL date can have come out; None where that is left open or in words.

    An issue of a month is out in the month before at the earliest, one of a year in that year.
    """
    year, month, day = (*_first_parts(node), 0, 0, 0)[:3]
    if year < 1 or not _exists([year, month or 1, day or 1]):
        return None
    if month and not day:
        return _day((year, month - 1, 1) if month > 1 else (year - 1, 12, 1)) or date.min
    return _day((year, month or 1, day or 1))


def _first_parts(node: Node | None) -> list[int]:
    """Year, month and day of the first date of a CSL date, as far as they are given."""
    if isinstance(node, Scalar):
        return _edtf(node.text.split("/")[0]) or []
    for item in items_of(node, "date-parts"):
        return _numbers(item)
    text = text_of(node, "edtf") or text_of(node, "raw")
    year = re.search(_YEAR, text)
    return _edtf(text.split("/")[0]) or ([int(year[0])] if year else [])


def _edtf(text: str) -> list[int] | None:
    """Year, month and day of a date in EDTF, what is left open left out; a year's open digits are 0."""
    match = re.fullmatch(_WHOLE, text) or re.fullmatch(_EDTF, text)
    if match is None:
        return None
    given = [part for part in match.groups() if part]
    numbers = [int(part.replace("X", "0")) for part in given[:1]] + [int(part) for part in given[1:] if part != "XX"]
    return numbers[:1] if numbers[1:] and numbers[1] in _SEASONS and len(given) == 2 else numbers


def csl_date_text(node: Node | None) -> str:
    """A CSL date as text: as written, or from its parts as `2026-05-20`, two of them parted by `/`."""
    if isinstance(node, Scalar):
        return node.text
    ranges = [
        "-".join(f"{part:02d}" if index else f"{part:04d}" for index, part in enumerate(parts))
        for parts in _ranges(node)
    ]
    return "/".join(ranges) or next((text for key in ("literal", "raw", "edtf") if (text := text_of(node, key))), "")


def csl_date_problems(value: Node, key: str) -> Iterator[Problem]:
    """That a date of a CSL date variable does not exist or cannot be read; its `literal` is left alone."""
    if isinstance(value, Scalar) and value.text.strip():
        yield from _edtf_problems(value, key, value.text)
    for item in items_of(value, "date-parts"):
        numbers = _numbers(item)
        if numbers and not _exists(numbers):
            yield _no_date(item, key, "-".join(map(str, numbers)))
    if isinstance(value, Mapping) and value.entries.keys() <= _BESIDE and value.entries:
        message = f"`{key}` has no date, but only what stands beside one"
        yield Problem(value.line, value.column, message, "add `date-parts: [[2026, 5, 20]]`, or `literal` with words")
    edtf = value_of(value, "edtf")
    if isinstance(edtf, Scalar):
        yield from _edtf_problems(edtf, key, edtf.text)
    yield from _raw_problems(value, key)


def _raw_problems(value: Node, key: str) -> Iterator[Problem]:
    raw = value_of(value, "raw")
    if not isinstance(raw, Scalar):
        return
    if re.fullmatch(_WHOLE, raw.text) and whole_date(raw.text) is None:
        yield _no_date(raw, key, raw.text)
    elif not _edtf(raw.text) and not re.search(_YEAR, raw.text):
        yield _unread(raw, key, raw.text)


def _edtf_problems(node: Scalar, key: str, text: str) -> Iterator[Problem]:
    parts = text.split("/")
    dates = [_edtf(part) for part in parts if part not in _OPEN or len(parts) == 1]
    if len(parts) > 2 or not dates or None in dates:
        yield _unread(node, key, text)
        return
    for part, numbers in zip((part for part in parts if part not in _OPEN), dates, strict=True):
        if numbers and not _exists(numbers):
            yield _no_date(node, key, part)


def _unread(node: Scalar, key: str, text: str) -> Problem:
    match = re.fullmatch(_YEAR_FIRST, text)
    day = _day([int(part) for part in match.groups()]) if match else None
    message = f"`{key}` is `{printable(text, 40)}`, which is no date in a form that can be read"
    return Problem(node.line, node.column, message, f"write {day}" if day else _FORM)


def _no_date(node: Node, key: str, text: str) -> Problem:
    message = f"`{key}` is `{printable(text, 40)}`, a date that does not exist"
    return Problem(node.line, node.column, message, "write year-month-day, such as 2026-05-20")


def _ranges(node: Node | None) -> list[list[int]]:
    if isinstance(node, Scalar):
        matches = (re.fullmatch(_PARTIAL, part) for part in node.text.split("/")[:2])
        return [[int(number) for number in match.groups() if number] for match in matches if match]
    parts = [_numbers(item) for item in items_of(node, "date-parts")]
    text = text_of(node, "raw") or text_of(node, "edtf")
    match = re.fullmatch(_WHOLE, text)
    return [numbers for numbers in parts if numbers] or ([[int(part) for part in match.groups()]] if match else [])


def _numbers(node: Node) -> list[int]:
    texts = [text_of(part) for part in getattr(node, "nodes", ())]
    return [int(text) for text in texts] if all(re.fullmatch(_NUMBER, text) for text in texts) else []


def _exists(parts: Sequence[int]) -> bool:
    """Whether a year, a month of it or a day of that exists; years before 1 are taken as they are."""
    year, month, day = (*parts, 1, 1)[:3]
    return _day((year if year >= 1 else 2000, month, day)) is not None


def _day(parts: Sequence[int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None
