"""The m that stands for million: "grew to 340 million", "grew to 340m"."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factspec.amount import Amount
from factspec.comparison.units import Unit

NAME = "millions"
PASSES = "A number in millions, and the same with an m that touches it and would be metres elsewhere."
NEVER = "Metres in full, another number, a million with a unit of its own."
SAME = (("debt grew to 340 million in May", "debt grew to 340m in May"),)
NOT_SAME = (
    ("debt grew to 340 million in May", "debt grew to 350m in May"),
    ("debt grew to 340 million in May", "debt grew to 340 metres in May"),
    ("debt grew to 340 in May", "debt grew to 340m in May"),
)
IN_QUOTATIONS = False
OF_VALUES = True
_MILLION = 1_000_000


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A bare number of millions against a measure that is written with an m."""
    mine, theirs = one[at].fact, other[there].fact
    if mine is None or theirs is None or mine.kind != "number" or theirs.kind != "measure":
        return
    short = theirs.shown.endswith("m") and theirs.shown[-2:-1].isdigit()
    amounts = isinstance(mine.value, Amount) and isinstance(theirs.value, Amount) and not mine.value.unit
    if short and amounts and _times(theirs.value, _MILLION) == _times(mine.value, 1):
        yield at + 1, there + 1


def _times(value: object, factor: int) -> object:
    numbers = [number.value for number in value.numbers] if isinstance(value, Amount) else []
    return [Fraction(number) * factor for number in numbers if not isinstance(number, str)] or numbers
