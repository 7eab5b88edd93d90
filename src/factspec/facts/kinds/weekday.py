"""Weekdays, alone or next to a date.

"Tuesday" agrees with "Tues." and "Tue, 19 May"; "last Tuesday" agrees only with "last Tuesday". "Sun" and "Sat" are
weekdays only before a date.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.calendar import WEEKDAYS, WEEKDAYS_CUT, Weekday, weekday_at
from factspec.language.number_words import key_at
from factspec.language.tokens import Token, places

KIND = "weekday"
RANK = 50
SORT = Sort.DATE
NAMES_DAY = True
SOUGHT = False

_WHICH = frozenset({"last", "previous", "this", "next", "coming", "following"})
_WORDS = {word for table in (WEEKDAYS, WEEKDAYS_CUT) for word in table}
_PLURALS = {f"{word}s": number for word, number in WEEKDAYS.items() if word.isalpha()}


TRIGGERS = frozenset({*_WORDS, *_PLURALS})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The weekdays of a text, each with the word that says which one."""
    for index in places(tokens, TRIGGERS):
        key = tokens[index].key
        if key in _PLURALS:
            yield _fact(tokens, index, index + 1, Weekday(_PLURALS[key], every=True))
        elif found := weekday_at(tokens, index):
            yield _fact(tokens, index, found[1], Weekday(found[0]))


def _fact(tokens: Sequence[Token], index: int, last: int, value: Weekday) -> Fact:
    which = key_at(tokens, index - 1)
    which = which if which in _WHICH else ""
    first = index - 1 if which else index
    return fact_at(tokens, first, last, KIND, value._replace(which=which))


agree = equal_values


def day(fact: Fact, published: date | None) -> date | None:
    """The day of a weekday: the latest one up to the day of writing.

    A "last" one is the latest before that day, a "next" one the first after it.
    """
    value = fact.value
    if published is None or not isinstance(value, Weekday) or value.every or value.which not in {"", "last", "next"}:
        return None
    with suppress(OverflowError):
        if value.which == "next":
            return published + timedelta(days=(value.number - published.isoweekday() - 1) % 7 + 1)
        latest = published - timedelta(days=value.which == "last")
        return latest - timedelta(days=(latest.isoweekday() - value.number) % 7)
    return None
