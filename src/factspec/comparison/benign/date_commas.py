"""The comma behind a date."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "date commas"
PASSES = "The comma behind a weekday, a month or a date, as in June 9, 2026, which one house style writes."
NEVER = "A comma before a date, or behind a number that is none."
SAME = (
    ("on 9 June 2026 for good", "on June 9, 2026, for good"),
    ("on Tuesday 9 June for good", "on Tuesday, June 9, for good"),
    ("in June 2026 after a vote", "in June, 2026, after a vote"),
)
NOT_SAME = (
    ("on 9 June 2026 for good", "on June 8, 2026, for good"),
    ("it took 9 for good", "it took 9, for good"),
    ("he left in June", "he left, in June"),
)
IN_QUOTATIONS = False
_KINDS = frozenset({"date", "weekday", "month"})
STARTS = frozenset({","})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A comma that stands behind a date on one side alone."""
    before = one[at - 1].fact if at else None
    if one[at].key != "," or other[there].key == "," or before is None or before.kind not in _KINDS:
        return ()
    return ((at + 1, there),)
