"""Thousands separators."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "thousands separators"
PASSES = "Commas and narrow spaces between the thousands of a number: 1,200 and 1200."
NEVER = "A decimal point; a comma that does not part three digits."
SAME = (("1,200 people", "1200 people"), ("£10,000", "£10000"))
NOT_SAME = (("1.200 people", "1200 people"), ("1,20 people", "120 people"), ("1,20 people", "1,2 people"))
IN_QUOTATIONS = False
NOT_AT_WORDS = True
_SEPARATORS = str.maketrans("", "", ",\u00a0\u202f\u2009")


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Two numbers in digits that are equal without the separators of their thousands."""
    mine, theirs = one[at].token.text, other[there].token.text
    if (
        not (mine[:1].isdigit() and theirs[:1].isdigit() and _single(one[at]) and _single(other[there]))
        or mine == theirs
    ):
        return ()
    return ((at + 1, there + 1),) if _plain(mine) and _plain(mine) == _plain(theirs) else ()


def _single(unit: Unit) -> bool:
    return unit.last == unit.first + 1


def _plain(number: str) -> str:
    parts = number.replace("\u00a0", ",").replace("\u202f", ",").replace("\u2009", ",").split(".")[0].split(",")
    return number.translate(_SEPARATORS) if all(len(part) == 3 for part in parts[1:]) else ""
