"""Dates as authors write them: whole ones, and those of CSL that may lack a day or a month."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factspec.spec.nodes import Mapping, Node, Problem, Scalar, items_of, text_of, value_of
from factspec.text.printable import printable

_WHOLE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# EDTF level 0 (ISO 8601-2): a year, a month, a day, or an interval of two; level 1 signs follow a date.
_PARTIAL = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_NUMBER = re.compile(r"-?[0-9]{1,4}")


def whole_date(text: str) -> date | None:
    """The day that `2026-05-20` names; None where the text is no date or the day does not exist."""
    match = _WHOLE.fullmatch(text)
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
    """That a date of a CSL date variable does not exist; what is no date in digits is left alone."""
    if isinstance(value, Scalar):
        for part in value.text.split("/"):
            match = _PARTIAL.fullmatch(part)
            if match and not _exists([int(number) for number in match.groups() if number]):
                yield _no_date(value, key, part)
    for item in items_of(value, "date-parts"):
        numbers = _numbers(item)
        if numbers and not _exists(numbers):
            yield _no_date(item, key, "-".join(map(str, numbers)))
    raw = value_of(value, "raw") if isinstance(value, Mapping) else None
    if isinstance(raw, Scalar) and _WHOLE.fullmatch(raw.text) and whole_date(raw.text) is None:
        yield _no_date(raw, key, raw.text)


def _no_date(node: Node, key: str, text: str) -> Problem:
    message = f"`{key}` is `{printable(text, 40)}`, a date that does not exist"
    return Problem(node.line, node.column, message, "write year-month-day, such as 2026-05-20")


def _ranges(node: Node | None) -> list[list[int]]:
    if isinstance(node, Scalar):
        matches = (_PARTIAL.fullmatch(part) for part in node.text.split("/")[:2])
        return [[int(number) for number in match.groups() if number] for match in matches if match]
    parts = [_numbers(item) for item in items_of(node, "date-parts")]
    text = text_of(node, "raw") or text_of(node, "edtf")
    match = _WHOLE.fullmatch(text)
    return [numbers for numbers in parts if numbers] or ([[int(part) for part in match.groups()]] if match else [])


def _numbers(node: Node) -> list[int]:
    texts = [text_of(part) for part in getattr(node, "nodes", ())]
    return [int(text) for text in texts] if all(_NUMBER.fullmatch(text) for text in texts) else []


def _exists(parts: Sequence[int]) -> bool:
    """Whether a year, a month of it or a day of that exists; years before 1 are taken as they are."""
    year, month, day = (*parts, 1, 1)[:3]
    return _day((year if year >= 1 else 2000, month, day)) is not None


def _day(parts: Sequence[int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None
