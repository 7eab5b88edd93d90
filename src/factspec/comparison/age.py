"""The years of an age, and whose it may be, which several benign classes read."""

from collections.abc import Sequence

from factspec.amount import Amount
from factspec.comparison.units import Unit, word
from factspec.lexicon.function_words import FUNCTION_WORDS
from factspec.text.numeral import Exact

_KINDS = frozenset({("number", ""), ("duration", "age")})


def years_of(unit: Unit) -> tuple[Exact | str, ...]:
    """The number, or the two of a range, of a bare number or an age; empty where a unit is neither."""
    value = unit.fact.value if unit.fact else None
    if unit.fact is None or not isinstance(value, Amount) or value.about:
        return ()
    return tuple(number.value for number in value.numbers) if (unit.fact.kind, value.unit) in _KINDS else ()


def is_full_name(units: Sequence[Unit], last: int) -> bool:
    """Whether a name of two words and more ends with the unit at an index: one word may be a party or a place."""
    pair = units[last - 1 : last + 1] if last > 0 else ()
    return len(pair) == 2 and all(_is_capital(unit) for unit in pair)


def _is_capital(unit: Unit) -> bool:
    return unit.token.text[:1].isupper() and bool(word(unit)) and word(unit) not in FUNCTION_WORDS
