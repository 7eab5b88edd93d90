"""The word for "each" in a rate: "500 euros a month", "500 euros per month"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit
from factspec.facts_found import VALUE_KINDS

NAME = "rates"
PASSES = "A, an and per between an amount and what it is for each of."
NEVER = "Another unit, an amount without its rate, a and per anywhere else."
SAME = (
    ("rent of 500 euros a month", "rent of 500 euros per month"),
    ("it paid €0.40 a share", "it paid €0.40 per share"),
    ("3 times a week", "3 times per week"),
)
NOT_SAME = (
    ("rent of 500 euros a month", "rent of 500 euros per year"),
    ("rent of 500 euros a month", "rent of 500 euros"),
    ("he gave 500 people a meal", "he gave 500 people per meal"),
)
IN_QUOTATIONS = False
_EACH = frozenset({"a", "an"})
_AMOUNTS = VALUE_KINDS - {"date", "weekday", "month", "time"}


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """The words "a month", which are a duration, against "per month", and "a share" against "per share"."""
    if other[there].key != "per":
        return
    duration = one[at].fact
    if duration is None:
        if one[at].key in _EACH and one[at + 1].key == other[there + 1].key and _is_amount(one[at - 1]):
            yield at + 1, there + 1
    elif duration.kind == "duration" and one[at].token.key in _EACH and one[at].last - one[at].first == 2:
        # A noun may stand between: "3 times a week".
        counted = _is_amount(one[at - 1]) or (at > 1 and _is_amount(one[at - 2]))
        if counted and duration.shown.split()[-1].lower() == other[there + 1].token.key:
            yield at + 1, there + 2


def _is_amount(unit: Unit) -> bool:
    return unit.fact is not None and unit.fact.kind in _AMOUNTS
