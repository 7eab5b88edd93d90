"""Feasts: "Christmas Day" is 25 December."""

from collections.abc import Iterator, Sequence
from datetime import date

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.number_words import key_at
from factspec.language.tokens import Token

KIND = "feast"
RANK = 60
SORT = Sort.DATE
NAMES_DAY = True
_DAYS = {"christmas": (12, 25), "boxing": (12, 26)}
TRIGGERS = frozenset(_DAYS)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The feasts of a text; the value is month and day."""
    for at, token in enumerate(tokens):
        if token.key in _DAYS and key_at(tokens, at + 1) == "day":
            yield fact_at(tokens, at, at + 2, KIND, _DAYS[token.key])


agree = equal_values


def day(fact: Fact, published: date | None) -> date | None:
    """The feast in the year of writing."""
    return date(published.year, *fact.value) if published and isinstance(fact.value, tuple) else None


def forms(fact: Fact) -> tuple[str, ...]:
    """As it is written."""
    return (fact.shown,)
