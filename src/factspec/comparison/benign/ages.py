"""An age beside a name: "Hale, 58,", "Hale, aged 58,", "Hale (58)"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.age import is_full_name, years_of
from factspec.comparison.units import Unit

NAME = "ages"
PASSES = "A number between commas or brackets behind a full name, the same as an age there, and either signs."
NEVER = "Another number, a number anywhere else: behind one word, as of a party (42) or a place."
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
    ("Labour (42) and the Greens (58) led", "Labour, 42, and the Greens, 58, led"),
    ("goals by Kane (42) and Saka (58)", "goals by Kane (aged 42) and Saka (aged 58)"),
    ("In Paris, 58, he left", "In Paris, aged 58, he left"),
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
    """Whether a value stands behind a name of two words, between signs."""
    return (units[at - 1].key, units[at + 1].key) in _AROUND and is_full_name(units, at - 2)
