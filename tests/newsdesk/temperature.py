"""Temperatures: "20 °C" and "20 degrees Celsius" agree."""

from collections.abc import Iterator, Sequence

from factspec.facts import amounts
from factspec.facts.fact import Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral
from factspec.language.tokens import Token

KIND = "temperature"
RANK = 82
SORT = Sort.AMOUNT
COMPARES = True
TRIGGERS = frozenset({"°", "degrees"})

_UNITS = amounts.phrases({"° c": "celsius", "degrees celsius": "celsius", "degrees c": "celsius"})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The temperatures of a text."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    named = amounts.phrase_at(tokens, amounts.unit_start(tokens, numeral), _UNITS)
    return named and amounts.Unit(named[0], numeral.first, named[1])


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two temperatures are the same."""
    return amounts.agree(approved, found)
