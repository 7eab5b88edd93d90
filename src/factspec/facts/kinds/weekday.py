"""Weekdays, alone or next to a date.

"Tuesday" agrees with "Tues." and "Tue, 19 May"; "last Tuesday" agrees only with "last Tuesday". "Sun" and "Sat" are
weekdays only before a date.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.calendar import WEEKDAYS, WEEKDAYS_CUT, weekday_at
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


class Weekday(NamedTuple):
    """A weekday (Monday is 1) and the word that says which one, or empty; `every` is true for the plural."""

    number: int
    which: str = ""
    every: bool = False


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
