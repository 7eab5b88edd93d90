"""Doses: "2 spoons and 5 drops"."""

from collections.abc import Iterator, Sequence

from factspec.facts import amounts
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral
from factspec.language.tokens import Token

KIND = "dose"
RANK = 60
SORT = Sort.AMOUNT
TRIGGERS = frozenset({"spoons", "drops"})

_UNITS = amounts.phrases({"spoons": "spoon", "drops": "drop"})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The doses of a text."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    named = amounts.phrase_at(tokens, amounts.unit_start(tokens, numeral), _UNITS)
    return named and amounts.Unit(named[0], numeral.first, named[1])


agree = amounts.agree


def continues(part: Fact, whole: Fact) -> bool:
    """Whether drops are counted after spoons."""
    units = [fact.value.unit for fact in (part, whole) if isinstance(fact.value, Amount)]
    return units == ["drop", "spoon"]


def goes_on(_fact: Fact, following: Sequence[Token]) -> int:
    """Whether it is undiluted is part of a dose."""
    return int([token.key for token in following[:1]] == ["undiluted"])
