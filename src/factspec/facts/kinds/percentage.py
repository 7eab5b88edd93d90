"""Percentages, percentage points and basis points.

"5%", "5 per cent", "five percent" and "5pc" agree. Points are no percentages: "5 percentage points" is not "5 per
cent", but agrees with "5pp" and "500 basis points".
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factspec.facts import amounts
from factspec.facts.amounts import phrase_at, phrases
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral, key_at, touches
from factspec.language.tokens import Token

KIND = "percentage"
RANK = 85
SORT = Sort.AMOUNT
COMPARES = True

_UNITS = phrases(
    {
        **dict.fromkeys(("%", "percent", "per cent", "pct"), "%"),
        **dict.fromkeys(("‰", "per mille", "permille"), "‰"),
        **dict.fromkeys(("pp", "ppt", "ppts", "pps", "percentage point", "percentage points"), "point"),
        **dict.fromkeys(("% point", "% points", "percent point", "percent points"), "point"),
        **dict.fromkeys(("bp", "bps", "basis point", "basis points"), "basis point"),
    }
)
TRIGGERS = frozenset({*_UNITS, "pc"})
"""The keys without which a text has no fact of the kind."""


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The percentages of a text; the value's unit is `%`, `‰`, `point` or `basis point`."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    at = amounts.unit_start(tokens, numeral)
    if key_at(tokens, at) == "pc" and touches(tokens, at):
        return amounts.Unit("%", numeral.first, at + 1)
    unit = phrase_at(tokens, at, _UNITS)
    return unit and amounts.Unit(unit[0], numeral.first, unit[1])


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two percentages are the same; 100 basis points are a percentage point."""
    return amounts.agree(approved, found) or amounts.agree(_in_points(approved), _in_points(found))


def _in_points(fact: Fact) -> Fact:
    if not isinstance(fact.value, Amount) or fact.value.unit != "basis point":
        return fact
    return fact._replace(value=amounts.in_unit(fact.value, "point", Fraction(1, 100)))
