"""An age beside a name: "Hale, 58,", "Hale, aged 58,", "Hale (58)"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.age import years_of
from factspec.comparison.units import Unit

NAME = "ages"
PASSES = "A bare number between commas or brackets behind a name, the same number as an age there, and either signs."
NEVER = "Another number, a number anywhere else."
SAME = (
    ("Bo Hale, 58, left", "Bo Hale, aged 58, left"),
    ("Bo Hale (58) left", "Bo Hale (58 years old) left"),
    ("Bo Hale (58) left", "Bo Hale, 58, left"),
)
NOT_SAME = (
    ("Bo Hale, 58, left", "Bo Hale, aged 59, left"),
    ("Bo Hale (58) left", "Bo Hale, 59, left"),
    ("he won 58, then left", "he won, aged 58, then left"),
    ("he won (58) then", "he won, 58, then"),
)
IN_QUOTATIONS = False
OF_VALUES = True
STARTS = frozenset({"(", ")"})
_AROUND = frozenset({(",", ","), ("(", ")"), (",", ".")})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A bare number against an age, both behind a name, and the bracket around one against the other's comma."""
    if one[at].key == "(" and other[there].key == ",":
        if _same(one, at + 1, other, there + 1):
            yield at + 1, there + 1
    elif one[at].key == ")":
        if _same(one, at - 1, other, there - 1):
            yield at + 1, there + (other[there].key == ",")
    elif _same(one, at, other, there):
        yield at + 1, there + 1


def _same(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> bool:
    years = years_of(one[at])
    return bool(years) and years == years_of(other[there]) and _apposed(one, at) and _apposed(other, there)


def _apposed(units: Sequence[Unit], at: int) -> bool:
    """Whether a value stands behind a name, between signs."""
    return (units[at - 1].key, units[at + 1].key) in _AROUND and units[at - 2].token.text[:1].isupper()
