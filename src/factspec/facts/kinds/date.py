"""Dates: days in every order, months of a year, years, decades, centuries, quarters, and days counted from another.

"19 May 2026", "May 19, 2026", "the 19th of May 2026" and "2026-05-19" agree; "Q3 2026" agrees with "third quarter of
2026", "the nineties" with "1990s". A year that only one side names is a difference. "04/05/2026" may be either of two
days and agrees only with the same digits. A day that does not exist ("31 June") agrees with itself. The weekday next to
a date is a `weekday`, a month alone is a `month`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from factspec.facts import days
from factspec.facts.days import Reading
from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.calendar import (
    DECADES,
    MONTHS,
    MONTHS_CUT,
    Opaque,
    Relative,
    When,
    is_no_month,
    is_year,
    month_at,
    part_before,
)
from factspec.language.number_words import key_at, touches
from factspec.language.tokens import DIGIT, Token, places

KIND = "date"
RANK = 70
SORT = Sort.DATE
NAMES_DAY = True
PRECEDENCE = 76

# What leads from the first day of a range to the last one; after "between", "and" does so too.
_JOINTS = frozenset({"-", "to"})
_ALSO_AND = _JOINTS | {"and"}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_NO_DAY = frozenset({"%", "percent", "per", "million", "billion", "trillion", "thousand", "hundred", "bn", ":"})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The dates of a text; the value is a `When`, a `Relative` or an `Opaque`."""
    done = 0
    for index in places(tokens, _READERS, digits=True):
        if index < done:
            continue
        reading = _READERS.get(tokens[index].key, _digits)(tokens, index)
        if reading is not None and reading.first >= done:
            done = reading.last
            yield fact_at(tokens, reading.first, done, KIND, reading.value)


agree = equal_values


def day(fact: Fact, published: date | None) -> date | None:
    """The day that a date names; None if it names several days or one that does not exist.

    Relative days count from the day of writing, and a day without a year is the one nearest to it.
    """
    value = fact.value
    with suppress(ValueError, OverflowError):
        if isinstance(value, When) and value.unit == "day" and value.until == (0, 0, 0):
            return _of_year(value, published)
        if isinstance(value, Relative) and not value.then and value.unit in {"day", *days.PARTS_OF_DAY}:
            return published and published + timedelta(days=value.steps)
    return None


def _of_year(value: When, published: date | None) -> date | None:
    if value.year:
        return date(value.year, value.month, value.day)
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    days = [date(year, value.month, value.day) for year in years if value.day < 29 or value.month != 2 or year % 4 == 0]
    return min(days, key=lambda day: abs(day - published), default=None)


def _month(tokens: Sequence[Token], index: int) -> Reading | None:
    """A month with its day, its year or both."""
    found = month_at(tokens, index)
    if found is None:
        return None
    month, last = found
    day, first, until = _day_before(tokens, index)
    if not day:
        opened = key_at(tokens, index - 1) == "between"
        day, last, until = _day_after(tokens, last, _ALSO_AND if opened else _JOINTS)
        first -= opened and any(token.key == "and" for token in tokens[index:last])
    year, last = _year_after(tokens, last)
    if not day and (not year or is_no_month(tokens, index)):
        return None
    if day:
        return Reading(When("day", year, month, day, until=(0, 0, until)), first, last)
    part, first = part_before(tokens, index)
    return Reading(When("month", year, month, part=part), first, last)


def _day_number(tokens: Sequence[Token], index: int) -> int:
    key = key_at(tokens, index)
    return int(key) if key.isdecimal() and len(key) <= 2 else 0


def _day_before(tokens: Sequence[Token], index: int) -> tuple[int, int, int]:
    """The day before a month, the index at which it begins, and the last day of a range or 0: "the 19th of", "5-7"."""
    at = index - 1
    if key_at(tokens, at) == "of":
        at -= 1
    if key_at(tokens, at) in _SUFFIXES and touches(tokens, at):
        at -= 1
    elif at != index - 1:
        return 0, index, 0
    day = _day_number(tokens, at)
    if not day or (key_at(tokens, at - 1) == "/" and touches(tokens, at)):
        return 0, index, 0
    joint = key_at(tokens, at - 1)
    before = at - 2 - (key_at(tokens, at - 2) in _SUFFIXES)
    start = _day_number(tokens, before)
    if start and start < day and (joint in {"-", "to"} or (joint == "and" and key_at(tokens, before - 1) == "between")):
        if joint == "to" and key_at(tokens, before - 1) == "from":
            return day, at, 0
        return start, before - (joint == "and"), day
    return day, at, 0


def _day_after(tokens: Sequence[Token], at: int, joints: frozenset[str]) -> tuple[int, int, int]:
    """The day after a month, the index after it, and the last day of a range or 0: "19", "19th", "5-7"."""
    day = _day_number(tokens, at)
    last = at + 1
    if key_at(tokens, last) in _SUFFIXES and touches(tokens, last):
        last += 1
    if not day or key_at(tokens, last) in _NO_DAY:
        return 0, at, 0
    until = _day_number(tokens, last + 1)
    following = key_at(tokens, last + 2)
    if key_at(tokens, last) in joints and until > day and following not in _NO_DAY and following not in MONTHS:
        return day, last + 2 + (key_at(tokens, last + 2) in _SUFFIXES), until
    return day, last, 0


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    start = at + (key_at(tokens, at) in {",", "of"})
    key = key_at(tokens, start)
    if not is_year(key) or (start == at and touches(tokens, at)):
        return 0, at
    return int(key), start + 1


def _digits(tokens: Sequence[Token], index: int) -> Reading | None:
    """A date of digits: "2026-05-19", "19/05/2026", "19.05.2026", or a year."""
    key = tokens[index].key
    if "." in key:
        parts = key.split(".")
        plain = len(parts) == 3 and all(part.isdecimal() for part in parts) and is_year(parts[2])
        return _ordered(parts, index, index + 1) if plain and max(map(len, parts[:2])) <= 2 else None
    sign = key_at(tokens, index + 1)
    if sign in {"-", "/"} and key_at(tokens, index + 3) == sign and index + 4 < len(tokens):
        parts = [tokens[at].key for at in (index, index + 2, index + 4)]
        joined = all(touches(tokens, at) for at in range(index + 1, index + 5))
        if joined and all(part.isdecimal() and len(part) <= 4 for part in parts):
            return _ordered(parts, index, index + 5)
    return days.year_at(tokens, index)


def _ordered(parts: list[str], first: int, last: int) -> Reading | None:
    """Three numbers as a date; opaque if the year has two digits or day and month can be exchanged."""
    lengths = [len(part) for part in parts]
    one, two, three = (int(part) for part in parts)
    if is_year(parts[0]) and max(lengths[1:]) <= 2:
        return Reading(When("day", one, two, three), first, last)
    if max(lengths[:2]) > 2 or (lengths[2] != 2 and not is_year(parts[2])):
        return None
    if lengths[2] == 2 or (one <= 12 and two <= 12 and one != two):
        return Reading(Opaque((str(one), str(two), str(three))), first, last)
    day, month = (two, one) if two > 12 else (one, two)
    return Reading(When("day", three, month, day), first, last)


_READERS: dict[str, Callable[[Sequence[Token], int], Reading | None]] = {
    **dict.fromkeys([*MONTHS, *MONTHS_CUT], _month),
    **dict.fromkeys(DECADES, days.named_decade),
    **dict.fromkeys([word + ending for word in days.DAYS for ending in ("", "'s")], days.adverb),
    **dict.fromkeys(days.WHICH, days.picked),
    **dict.fromkeys(days.AGO, days.counted),
    **dict.fromkeys(("century",), days.century),
    **dict.fromkeys(("quarter", "half"), days.portion),
    **dict.fromkeys(("q", "h"), days.short_portion),
}
TRIGGERS = frozenset({*_READERS, DIGIT})
