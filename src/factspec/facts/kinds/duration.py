"""Durations and ages: spans of seconds to centuries, and how old somebody is.

"three years" agrees with "3-year" and "36 months", "an hour and a half" with "90 minutes". "aged 45", "45-year-old"
and "45 years old" are the same age and not a duration. Days are never converted into months or months into days.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factspec.facts import amounts
from factspec.facts.amounts import phrase_at, phrases
from factspec.facts.fact import Amount, Fact, fact_at
from factspec.facts.found import Sort
from factspec.language.calendar import DECADES
from factspec.language.number_words import CARDINAL, TENTH, VAGUELY, Numeral, Printed, key_at, touches
from factspec.language.tokens import Token, places

KIND = "duration"
RANK = 60
SORT = Sort.AMOUNT
PRECEDENCE = 78

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_CONVERSIONS = {
    unit: (name, Fraction(number))
    for name, numbers in (("second", _SECONDS), ("month", _MONTHS))
    for unit, number in numbers.items()
}
_SHORT = {"sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour"}
_SHORT |= {"yr": "year", "yrs": "year", "wk": "week", "wks": "week", "centuries": "century"}
_UNITS = {**_SHORT, **{word + ending: word for word in (*_SECONDS, *_MONTHS) for ending in ("", "s")}}
_WORDS = phrases(
    {
        **_UNITS,
        **{f"{year} {old}": "age" for year in ("year", "years", "yr", "yrs") for old in ("old", "of age")},
        **{f"{year} olds": "age of several" for year in ("year", "years")},
        **{f"{unit}s old": f"{unit} of age" for unit in ("day", "week", "month")},
        **{f"{unit} old": f"{unit} of age" for unit in ("day", "week", "month")},
    }
)
_ONE = {unit + ending for unit in (*_SECONDS, *_MONTHS) if unit != "second" for ending in ("", "'s")}
_STARTS = _ONE | DECADES.keys() | {"s"}
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "its"})
_AGED = frozenset({"aged", "age", "ages"})
TRIGGERS = frozenset({*_WORDS, *_STARTS, *_AGED, "h"})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The durations and ages of a text; the unit of the value is a word such as `year`, or `age`."""
    end = 0
    found = [*amounts.read(KIND, tokens, _unit_at), *_single(tokens)]
    for fact in sorted(found, key=_longest_first):
        if fact.first >= end:
            yield fact
            end = fact.last


def _longest_first(fact: Fact) -> tuple[int, int]:
    return fact.first, -fact.last


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    at = amounts.unit_start(tokens, numeral)
    if numeral.form not in {CARDINAL, VAGUELY}:
        return None
    named = phrase_at(tokens, at, _WORDS)
    if key_at(tokens, numeral.first - 1) in _AGED:
        last = named[1] if named and named[0] in {"age", "year"} else numeral.last
        return amounts.Unit("age", numeral.first - 1, last)
    if named is None and key_at(tokens, at) == "h" and touches(tokens, at):
        named = "hour", at + 1
    return named and amounts.Unit(named[0], numeral.first, named[1])


def _single(tokens: Sequence[Token]) -> list[Fact]:
    """The durations that an article alone counts: "an hour", "a year and a half"."""
    found: list[Fact] = []
    for index in places(tokens, _STARTS):
        key = tokens[index].key
        if not index:
            continue
        if key not in _ONE:
            found.extend(_decade_of_life(tokens, index))
        elif tokens[index - 1].key in {"a", "an"} and key_at(tokens, index - 2) != "half":
            found.append(_of_one(tokens, index, key.removesuffix("'s")))
    return found


def _decade_of_life(tokens: Sequence[Token], index: int) -> Iterator[Fact]:
    """An age in tens: "in her forties", "in his mid-50s"."""
    key, first = tokens[index].key, index
    value = DECADES[key] - 1900 if key in DECADES else 0
    if not value and touches(tokens, index) and len(tokens[index - 1].key) == 2:
        number = tokens[index - 1].key
        value, first = (int(number) if number.isdecimal() and number.endswith("0") else 0), index - 1
    if value and not _OWNERS.isdisjoint(token.key for token in tokens[max(first - 3, 0) : first]):
        amount = Amount((Printed(value, 10),), VAGUELY, "age", about=False)
        yield fact_at(tokens, first, index + 1, KIND, amount)


def _of_one(tokens: Sequence[Token], index: int, unit: str) -> Fact:
    last, number = index + 1, Printed(1, 1)
    if [token.key for token in tokens[last : last + 3]] == ["and", "a", "half"]:
        last, number = last + 3, Printed(Fraction(3, 2), TENTH)
    return fact_at(tokens, index - 1, last, KIND, Amount((number,), CARDINAL, unit, about=False))


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two durations are equally long, or two ages equal."""
    return amounts.agree_converted(approved, found, _CONVERSIONS)
