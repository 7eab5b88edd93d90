"""Stretches of the calendar, read at one of their tokens: years and their parts, decades, centuries, relative days.

A bare number of four digits is a year from 1900 to 2099 unless a plural follows ("2000 homes"). After a word that goes
before years ("in 1492") it is a year from 1000 on.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.language.calendar import DECADES, Relative, When, is_year, part_before
from factspec.language.number_words import CARDINAL, ORDINAL, key_at, touches
from factspec.language.numerals import numeral_before
from factspec.language.tokens import Token


class Reading(NamedTuple):
    """A value and the half-open range of tokens that it was read from."""

    value: object
    first: int
    last: int


_BEFORE_YEAR = frozenset(
    """in since until till by during before after from circa early mid late year fiscal fy spring summer autumn fall
    winter of between""".split()
)
_PREFIXES = frozenset({"early", "mid", "late", "pre", "post"})
_NO_NOUN = frozenset({"was", "is", "has", "as", "this", "its", "saw", "does", "us", "s", "says", "sales", "elections"})
_PEOPLE = frozenset({"people", "men", "women", "children", "police", "troops", "staff", "more", "other"})


def year_at(tokens: Sequence[Token], index: int) -> Reading | None:
    """The year, range of years or decade that begins with the digits at an index."""
    key = tokens[index].key
    if len(key) == 2 or (is_year(key) and touches(tokens, index + 1)):
        decade = _decade(tokens, index)
        if decade is not None:
            return decade
    if not is_year(key):
        return None
    span = _years(tokens, index)
    if span is not None:
        return span
    if not _reads_as_year(tokens, index):
        return None
    unit = "fiscal year" if _is_fiscal(tokens, index) else "year"
    part, first = part_before(tokens, index)
    first = index - _is_fiscal(tokens, index) if unit != "year" else first
    return Reading(When(unit, year=int(key), part=part), first, index + 1)


def _is_fiscal(tokens: Sequence[Token], index: int) -> int:
    """How many words before a year make it a fiscal one: "FY2026", "fiscal year 2026"."""
    before = key_at(tokens, index - 1)
    if before in {"fy", "fiscal"}:
        return 1
    return 2 if before == "year" and key_at(tokens, index - 2) in {"fiscal", "financial"} else 0


def _reads_as_year(tokens: Sequence[Token], index: int) -> bool:
    before, after = key_at(tokens, index - 1), key_at(tokens, index + 1)
    glued = before in {"-", ".", "/"} and touches(tokens, index)
    if before in {"$", "€", "£", "¥", "#"} or (glued and key_at(tokens, index - 2) not in _PREFIXES):
        return False
    counted = after in _PEOPLE or (after.isalpha() and after.endswith("s") and after not in _NO_NOUN)
    if "1900" <= tokens[index].key < "2100":
        return not counted or before in {"the", "fy", "fiscal"}
    return before in _BEFORE_YEAR and not counted and not _is_word(after)


def _is_word(key: str) -> bool:
    return key.isalpha() and key not in {"and", "to", "when", "by", "with", "the", "as", "for", "he", "she", "a", "bc"}


def _years(tokens: Sequence[Token], index: int) -> Reading | None:
    """A range of years: "2019-20", "2019–2021", "2019 to 2021", "between 2019 and 2021"."""
    joint, before = key_at(tokens, index + 1), key_at(tokens, index - 1)
    ends = key_at(tokens, index + 2)
    year, first = int(tokens[index].key), index
    if joint == "-" and touches(tokens, index + 1) and len(ends) == 2 and ends.isdecimal():
        if key_at(tokens, index + 3) == "-" or int(ends) <= year % 100:
            return None
        ends = f"{year // 100}{int(ends):02}"
    elif not is_year(ends) or int(ends) <= year:
        return None
    if joint not in {"-", "to", "and"} or (joint == "and" and before != "between") or (joint, before) == ("to", "from"):
        return None
    if not ("1900" <= ends < "2100" or before in _BEFORE_YEAR):
        return None
    first -= before == "between"
    return Reading(When("year", year=year, until=(int(ends), 0, 0)), first, index + 3)


def _decade(tokens: Sequence[Token], index: int) -> Reading | None:
    """A decade in digits: "1990s", "1990's", "the '90s"."""
    key = tokens[index].key
    if not key.isdecimal() or key[-1] != "0":
        return None
    last = index + 1
    if key_at(tokens, last) == "'" and touches(tokens, last) and touches(tokens, last + 1):
        last += 1
    if key_at(tokens, last) != "s" or not touches(tokens, last):
        return None
    first, year = index, int(key)
    if len(key) == 2:
        if key_at(tokens, index - 1) == "'" and touches(tokens, index):
            first -= 1
        elif key_at(tokens, index - 1) not in {"the", "early", "mid", "late", "-"}:
            return None
        year += 1900
    part, first = part_before(tokens, first)
    return Reading(When("decade", year=year, part=part), first, last + 1)


def named_decade(tokens: Sequence[Token], index: int) -> Reading | None:
    """A decade in words: "the nineties"; "in her nineties" is an age."""
    part, first = part_before(tokens, index)
    if not part and key_at(tokens, index - 1) != "the":
        return None
    return Reading(When("decade", year=DECADES[tokens[index].key], part=part), first, index + 1)


def _ordinal_before(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The ordinal that ends before an index, or before a hyphen there, and the index at which it begins."""
    last = index - 1 if key_at(tokens, index - 1) == "-" else index
    numeral = numeral_before(tokens, last)
    if numeral is None or numeral.form != ORDINAL or not isinstance(numeral.value, int):
        return None
    return numeral.value, numeral.first


def century(tokens: Sequence[Token], index: int) -> Reading | None:
    """A century: "the 19th century", "twenty-first-century"."""
    ordinal = _ordinal_before(tokens, index)
    if ordinal is None:
        return None
    part, first = part_before(tokens, ordinal[1])
    return Reading(When("century", number=ordinal[0], part=part), first, index + 1)


def portion(tokens: Sequence[Token], index: int) -> Reading | None:
    """A quarter or half of a year in words: "third quarter of 2026", "fourth quarter", "first half of 2026"."""
    ordinal = _ordinal_before(tokens, index)
    unit = tokens[index].key
    if ordinal is None or ordinal[0] > (4 if unit == "quarter" else 2):
        return None
    year, last = _of_year(tokens, index + 1)
    if unit == "half" and not year:
        return None
    return Reading(When(unit, year=year, number=ordinal[0]), ordinal[1], last)


def short_portion(tokens: Sequence[Token], index: int) -> Reading | None:
    """A quarter or half of a year with its letter at an index: "Q3 2026", "H1"."""
    number = key_at(tokens, index + 1)
    most = {"Q": "4", "H": "2"}.get(tokens[index].text, "")
    if not most or not touches(tokens, index + 1) or not "1" <= number <= most or len(number) != 1:
        return None
    year, last = _of_year(tokens, index + 2)
    return Reading(When("quarter" if most == "4" else "half", year=year, number=int(number)), index, last)


def _of_year(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The year at an index, or after "of", "in" or a comma there, and the index after it; 0 if there is none."""
    start = at + (key_at(tokens, at) in {"of", ",", "in"})
    start += key_at(tokens, start) in {"fy", "fiscal"}
    return (int(tokens[start].key), start + 1) if is_year(key_at(tokens, start)) else (0, at)


# Stretches counted from another day: "yesterday", "next week", "three days ago".


DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
"""Adverbs for a day or night, and how many days it is from the day of writing."""

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
"""The units of `Relative` that are parts of one day."""

_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
WHICH = {
    "last": (-1, False),
    "this": (0, False),
    "next": (1, False),
    "previous": (-1, True),
    "following": (1, True),
}
"""Adjectives that pick a stretch: how many steps, and whether they count from the day that the text speaks of."""

AGO = {"ago": (-1, False), "later": (1, True), "earlier": (-1, True)}
"""Adverbs after a duration: the direction, and whether it counts from the day that the text speaks of."""


def adverb(tokens: Sequence[Token], index: int) -> Reading:
    """A day named by an adverb, which may follow "the day before" or "the day after"."""
    word = tokens[index].key.removesuffix("'s")
    steps = DAYS[word]
    before = key_at(tokens, index - 1)
    if key_at(tokens, index - 2) == "day" and before in {"before", "after"}:
        first = index - 3 if key_at(tokens, index - 3) == "the" else index - 2
        return Reading(Relative("day", steps + (1 if before == "after" else -1)), first, index + 1)
    unit = "night" if word == "tonight" else "day"
    return Reading(Relative(unit, steps), index, index + 1)


def picked(tokens: Sequence[Token], index: int) -> Reading | None:
    """A stretch picked by an adjective: "last week", "this month", "the following day", "last night"."""
    unit = key_at(tokens, index + 1).removesuffix("'s")
    steps, then = WHICH[tokens[index].key]
    if unit not in _UNITS and (then or unit not in PARTS_OF_DAY):
        return None
    return Reading(Relative(unit, steps, then), index, index + 2)


def counted(tokens: Sequence[Token], index: int) -> Reading | None:
    """A number of units before the adverb at an index: "three days ago", "a week later"."""
    unit = key_at(tokens, index - 1)
    singular = unit.removesuffix("s")
    direction, then = AGO[tokens[index].key]
    if singular not in _UNITS and singular not in {"hour", "minute"}:
        return None
    number, first = _count(tokens, index - 1)
    if not number:
        return None
    return Reading(Relative(singular, direction * number, then), first, index + 1)


def _count(tokens: Sequence[Token], last: int) -> tuple[int, int]:
    """The whole number that ends before an index, and the index at which it begins; 0 if there is none."""
    if key_at(tokens, last - 1) in {"a", "an"}:
        return 1, last - 1
    numeral = numeral_before(tokens, last)
    if numeral is None or numeral.form != CARDINAL or not isinstance(numeral.value, int):
        return 0, last
    return numeral.value, numeral.first
