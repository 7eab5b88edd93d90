"""The full stop at the end."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import PADDING, Unit

NAME = "final stop"
PASSES = "The full stop at the end, there or not."
NEVER = "A question mark, an exclamation mark, a stop within."
SAME = (("Xi arrived.", "Xi arrived"),)
NOT_SAME = (("Xi arrived.", "Xi arrived?"), ("He left. She stayed", "He left she stayed"))
IN_QUOTATIONS = True
STARTS = frozenset({"."})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A stop behind which nothing but a closing mark follows, on either side."""
    if one[at].key != "." or other[there].key == ".":
        return ()
    return ((at + 1, there),) if _at_end(one, at + 1) and _at_end(other, there) else ()


def _at_end(units: Sequence[Unit], at: int) -> bool:
    return all(unit.key in {'"', "'", ")"} for unit in units[at : len(units) - PADDING])
