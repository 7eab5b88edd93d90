"""Temperatures: "20 °C" and "20 degrees Celsius" agree."""

from collections.abc import Iterator, Sequence

from factspec.facts import amounts
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral
from factspec.language.tokens import Token

KIND = "temperature"
RANK = 82
SORT = Sort.AMOUNT
TRIGGERS = frozenset({"°", "degrees"})

_UNITS = amounts.phrases(
    {
        **dict.fromkeys(("° c", "degrees celsius", "degrees c"), "celsius"),
        **dict.fromkeys(("° f", "degrees fahrenheit"), "fahrenheit"),
    }
)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The temperatures of a text."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    named = amounts.phrase_at(tokens, amounts.unit_start(tokens, numeral), _UNITS)
    return named and amounts.Unit(named[0], numeral.first, named[1])


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two temperatures are the same."""
    return amounts.agree(approved, found)


def difference(approved: Fact, found: Fact) -> str:
    """A difference in the scale alone is that of a unit."""
    one, other = approved.value, found.value
    return "unit" if isinstance(one, Amount) and isinstance(other, Amount) and one.numbers == other.numbers else ""
