"""The serial comma."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "serial comma"
PASSES = "The comma before the last and or or of a list of three or more."
NEVER = "Any other comma: a comma before and between two, around a name or a clause."
SAME = (("China, Russia, and Iran", "China, Russia and Iran"),)
NOT_SAME = (("He left, and she stayed", "He left and she stayed"), ("Xi, the president", "Xi the president"))
IN_QUOTATIONS = False
# The longest member of a list that still reads as one.
_MEMBER = 7
STARTS = frozenset({","})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A comma before and, or, with another comma a list member before."""
    if one[at].key != "," or one[at + 1].key not in {"and", "or", "&"} or other[there].key == ",":
        return ()
    return ((at + 1, there),) if any(unit.key == "," for unit in one[max(at - _MEMBER, 0) : at]) else ()
