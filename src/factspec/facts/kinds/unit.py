"""Bare units: "within miles", "the morning hours".

A unit counts only if the other side has another unit; with its number it is a measure or a duration.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values
from factspec.facts.found import Sort
from factspec.facts.units import UNITS
from factspec.language.tokens import Token, places

KIND = "unit"
RANK = 6
SORT = Sort.UNIT
TRIGGERS = frozenset(UNITS)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The names of units in a text, in one form for singular, plural and symbol."""
    for place in places(tokens, UNITS):
        token = tokens[place]
        yield Fact(KIND, UNITS[token.key], token.text, place, place + 1)


agree = equal_values


def alone(_fact: Fact, _inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Never: by itself, a unit is an ordinary word."""
    return False
