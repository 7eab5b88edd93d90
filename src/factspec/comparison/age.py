"""The years of an age, which several benign classes read."""

from factspec.amount import Amount
from factspec.comparison.units import Unit
from factspec.text.numeral import Exact

_KINDS = frozenset({("number", ""), ("duration", "age")})


def years_of(unit: Unit) -> tuple[Exact | str, ...]:
    """The number, or the two of a range, of a bare number or an age; empty where a unit is neither."""
    value = unit.fact.value if unit.fact else None
    if unit.fact is None or not isinstance(value, Amount) or value.about:
        return ()
    return tuple(number.value for number in value.numbers) if (unit.fact.kind, value.unit) in _KINDS else ()
