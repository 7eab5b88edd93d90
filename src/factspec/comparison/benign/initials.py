"""The initials of a person: "H. J. Ito", "H.J. Ito", "HJ Ito"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "initials"
PASSES = "Two initials and more before a name, with stops or spaces between them or without."
NEVER = "Another initial, one more or less, one that stands for a first name."
SAME = (("H. J. Ito left", "H.J. Ito left"), ("J. R. R. Lind wrote", "JRR Lind wrote"))
NOT_SAME = (("H. J. Ito left", "H. K. Ito left"), ("H. J. Ito left", "H. Ito left"), ("H. Ito left", "Hana Ito left"))
IN_QUOTATIONS = False
NOT_AT_WORDS = True
_MOST = 4


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Initials apart against the same in one word."""
    letters = ""
    last = at
    while len(letters) < _MOST and _is_initial(one[last]):
        letters += one[last].token.text
        last += 1 + (one[last + 1].key == ".")
    joined = other[there].token.text.replace(".", "")
    if len(letters) > 1 and joined == letters and one[last].token.text[:1].isupper():
        yield last, there + 1


def _is_initial(unit: Unit) -> bool:
    return unit.fact is None and len(unit.token.text) == 1 and unit.token.text.isupper()
