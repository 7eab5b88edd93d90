"""Forms of quotation marks, dashes, ellipses, and the place of a stop at a closing mark."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "typography"
PASSES = "Every form of quotation mark, dash and ellipsis, and a stop or comma before or after a closing mark."
NEVER = "Quotation marks added or dropped; any other sign."
SAME = (
    ('"a friend"', "“a friend”"),
    ("won 4-1", "won 4–1"),
    ('a "friend".', 'a "friend."'),
    ("'yes' he said", '"yes" he said'),
)
NOT_SAME = (('a "friend"', "a friend"), ("he won.", "he won?"))
IN_QUOTATIONS = True
_MARKS = frozenset({'"', "'"})
_STOPS = frozenset({".", ","})
STARTS = _MARKS


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """One form of quotation mark for the other, and a stop that changes places with a closing mark."""
    mine, theirs = one[at].key, other[there].key
    if mine in _MARKS:
        if theirs in _MARKS and not one[at - 1].token.key[:1].isdigit():
            return ((at + 1, there + 1),)
        if theirs in _STOPS and one[at + 1].key == theirs and other[there + 1].key == mine:
            return ((at + 2, there + 2),)
    return ()
