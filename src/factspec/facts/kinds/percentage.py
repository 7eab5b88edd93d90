"""Percentages, percentage points and basis points.

"5%", "5 per cent", "five percent" and "5pc" agree. Points are not percentages: "5 percentage points" is not "5 per
cent", but it agrees with "5pp" and "500 basis points".
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factspec.facts import amounts
from factspec.facts.amounts import phrase_at, phrases
from factspec.facts.fact import Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral, key_at, touches
from factspec.language.tokens import Token

KIND = "percentage"
RANK = 85
SORT = Sort.AMOUNT
COUNTS = True

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


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The percentages of a text; the unit of the value is `%`, `‰`, `point` or `basis point`."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    at = amounts.unit_start(tokens, numeral)
    if key_at(tokens, at) == "pc" and touches(tokens, at):
        return amounts.Unit("%", numeral.first, at + 1)
    unit = phrase_at(tokens, at, _UNITS)
    return unit and amounts.Unit(unit[0], numeral.first, unit[1])


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two percentages are equal; 100 basis points are one percentage point."""
    return amounts.agree_converted(approved, found, {"basis point": ("point", Fraction(1, 100))})
