"""The words of the calendar (months and weekdays as in the AP Stylebook, numbers as in ISO 8601), and its values."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factspec.language.number_words import key_at, touches
from factspec.language.tokens import Token

_MONTH_NAMES = "january february March April May june july August september october november december"
MONTHS = {
    form: number
    for number, name in enumerate(_MONTH_NAMES.split(), start=1)
    for form in ({name.lower()} if name not in {"March", "May", "August"} else {name, name.upper()})
}
MONTHS |= {f"{name.lower()}'s": number for name, number in MONTHS.items()}
"""Months by folded name and possessive; March, May and August keep their capital, because "may" is another word."""

MONTHS_CUT = {
    word: number
    for number, words in enumerate(
        ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"), start=1
    )
    for word in words.split()
}
"""Months by folded abbreviation."""

_TEENS = ("", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
DECADES = {word: 1900 + 10 * number for number, word in enumerate(_TEENS) if word}
"""Decades of the 20th century by name; decades of other centuries are written in digits."""

_ALONE = frozenset({"feb", "apr", "aug", "sept", "oct", "nov", "dec"})

WEEKDAYS = {
    form: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), start=1)
    for form in (name, f"{name}'s")
}
"""Weekdays by folded name and possessive; Monday is 1 (ISO 8601)."""

WEEKDAYS_CUT = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6}
WEEKDAYS_CUT["sun"] = 7
"""Weekdays by folded abbreviation."""

_CLEAR = frozenset({"tue", "tues", "weds", "thur", "thurs"})
_SUBJECTS = frozenset({"i", "he", "she", "we", "they", "you", "it"})
_BEFORE_MONTH = frozenset(
    """in on of by since until till from to and or before after during through this last next early mid late the for
    between around about per every each while when as with at but last""".split()
)

WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)")
"""The first three letters of a weekday, abbreviated or not."""


class When(NamedTuple):
    """A stretch of the calendar as written; what is not written is 0 or empty.

    `unit` is day, month, year, decade, century, quarter, half or fiscal year. `number` is that of the quarter, half or
    century; `part` is early, mid or late; `until` is the year, month and day that a range ends with.
    """

    unit: str
    year: int = 0
    month: int = 0
    day: int = 0
    number: int = 0
    part: str = ""
    until: tuple[int, int, int] = (0, 0, 0)


class Relative(NamedTuple):
    """A number of units from the day of writing, or from the day that the text speaks of (`then`)."""

    unit: str
    steps: int
    then: bool = False


class Weekday(NamedTuple):
    """A weekday (Monday is 1) and the word that says which one, or empty; `every` is true for the plural."""

    number: int
    which: str = ""
    every: bool = False


class Month(NamedTuple):
    """A month, 1 to 12; `part` is early, mid, late or empty; `which` is last, next, this or empty."""

    number: int
    part: str = ""
    which: str = ""


class Opaque(NamedTuple):
    """A date that can be read in several ways, as written: it agrees only with the same digits."""

    written: tuple[str, ...]


def month_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The number of the month at an index, and the index after it and the full stop of an abbreviation; or None."""
    key = key_at(tokens, index)
    if key in MONTHS:
        return MONTHS[key], index + 1
    if key not in MONTHS_CUT or not tokens[index].text[0].isupper():
        return None
    last = after_stop(tokens, index + 1)
    beside = _is_day(key_at(tokens, last)) or _is_day(key_at(tokens, index - 1)) or key_at(tokens, index - 1) == "th"
    return (MONTHS_CUT[key], last) if beside or key in _ALONE else None


def after_stop(tokens: Sequence[Token], index: int) -> int:
    """The index after the full stop of an abbreviation; one that ends the text does not belong to it."""
    stop = key_at(tokens, index) == "." and touches(tokens, index) and index + 1 < len(tokens)
    return index + 1 if stop else index


def _is_day(key: str) -> bool:
    return key.isdecimal() and len(key) in {1, 2, 4}


def is_no_month(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word for a month is a name after a capital ("Theresa May") or begins a wish ("May he rest")."""
    if tokens[index].key == "May" and key_at(tokens, index + 1) in _SUBJECTS:
        return True
    if index == 0:
        return False
    before = tokens[index - 1]
    if not before.text[0].isupper() or before.key in _BEFORE_MONTH:
        return False
    return before.key not in WEEKDAYS and before.key not in WEEKDAYS_CUT


def weekday_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The number of the weekday at an index, and the index after it and the full stop of an abbreviation; or None."""
    token = tokens[index]
    if token.key in WEEKDAYS:
        return WEEKDAYS[token.key], index + 1
    if token.key not in WEEKDAYS_CUT or not token.text[0].isupper():
        return None
    last = after_stop(tokens, index + 1)
    if token.key in _CLEAR:
        return WEEKDAYS_CUT[token.key], last
    following = last + (key_at(tokens, last) == ",")
    key = key_at(tokens, following)
    dated = key in MONTHS or key in MONTHS_CUT or _is_day(key)
    return (WEEKDAYS_CUT[token.key], last) if dated else None


def part_before(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """The part before a stretch (early, mid, late, or empty), and the index at which the part begins."""
    before = first - 1
    joint = key_at(tokens, before)
    if joint == "-" or (joint == "in" and key_at(tokens, before - 1) in {"early", "late"}):
        before -= 1
    key = key_at(tokens, before)
    if key in {"early", "mid", "late"}:
        return key, before
    return "", first


def is_year(key: str) -> bool:
    """Whether a token's key has the form of a year: four plain digits, 1000 to 2999."""
    return len(key) == 4 and key.isdecimal() and key[0] in "12"
