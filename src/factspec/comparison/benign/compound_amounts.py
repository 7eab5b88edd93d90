"""The word and inside an amount of two units: "2 hours and 14 minutes", "2 hours 14 minutes"."""

from collections.abc import Iterable, Sequence

from factspec.amount import Amount
from factspec.comparison.units import Unit

NAME = "amounts of two units"
PASSES = "The word and, or a comma, between an amount and the rest of it in the next smaller unit."
NEVER = "Units that do not make up one amount, two amounts of one unit, another number."
SAME = (
    ("it took 2 hours and 14 minutes", "it took 2 hours 14 minutes"),
    ("he is 6 feet and 2 inches tall", "he is 6 feet 2 inches tall"),
    ("a term of 3 years and 6 months", "a term of 3 years, 6 months"),
)
NOT_SAME = (
    ("it took 2 hours and 14 minutes", "it took 2 hours 15 minutes"),
    ("it took 2 hours or 14 minutes", "it took 2 hours 14 minutes"),
    ("it took 2 hours and 3 years", "it took 2 hours 3 years"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"and", ","})
# A unit and the smaller one in which the rest is counted.
_PARTS = frozenset(
    {
        ("century", "year"), ("year", "month"), ("year", "day"), ("year", "week"), ("month", "week"), ("month", "day"),
        ("week", "day"), ("day", "hour"), ("hour", "minute"), ("minute", "second"), ("mile", "yard"), ("yard", "foot"),
        ("foot", "inch"), ("stone", "pound"), ("pound", "ounce"),
    }
)  # fmt: skip


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An "and" or comma between the two parts, against a comma or nothing."""
    if one[at].key not in STARTS or (_unit(one[at - 1]), _unit(one[at + 1])) not in _PARTS:
        return
    skipped = other[there].key in STARTS
    if other[there - 1].key == one[at - 1].key and other[there + skipped].key == one[at + 1].key:
        yield at + 1, there + skipped


def _unit(unit: Unit) -> str:
    value = unit.fact.value if unit.fact else None
    return value.unit if isinstance(value, Amount) else ""
