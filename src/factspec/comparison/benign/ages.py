"""An age beside a name: "Hale, 58,", "Hale, aged 58,", "Hale, 58 years old,"."""

from collections.abc import Iterable, Sequence

from factspec.amount import Amount
from factspec.comparison.units import Unit
from factspec.fact import Fact

NAME = "ages"
PASSES = "A bare number between commas or brackets behind a name, and the same number as an age there."
NEVER = "Another number, a number anywhere else."
SAME = (("Bo Hale, 58, left", "Bo Hale, aged 58, left"), ("Bo Hale (58) left", "Bo Hale (58 years old) left"))
NOT_SAME = (("Bo Hale, 58, left", "Bo Hale, aged 59, left"), ("he won 58, then left", "he won, aged 58, then left"))
IN_QUOTATIONS = False
OF_VALUES = True
_AROUND = frozenset({(",", ","), ("(", ")"), (",", ".")})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A bare number against an age, both between the same signs and behind a name."""
    mine, theirs = one[at].fact, other[there].fact
    apposed = (one[at - 1].key, one[at + 1].key) in _AROUND and one[at - 2].token.text[:1].isupper()
    alike = (other[there - 1].key, other[there + 1].key) == (one[at - 1].key, one[at + 1].key)
    if apposed and alike and mine and theirs and _number(mine, "number", "") == _number(theirs, "duration", "age"):
        yield at + 1, there + 1


def _number(fact: Fact, kind: str, unit: str) -> object:
    """The number of a fact of this kind and unit; of no other one the same."""
    value = fact.value
    known = fact.kind == kind and isinstance(value, Amount) and value.unit == unit and not value.about
    return tuple(number.value for number in value.numbers) if known and isinstance(value, Amount) else (kind, fact)
