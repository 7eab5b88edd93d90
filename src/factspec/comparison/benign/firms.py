"""What kind of firm a name is: "Lind Ltd", "Lind Ltd.", "Lind Limited"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.shortening import shortened
from factspec.comparison.units import Unit, word
from factspec.lexicon.short_names import FIRMS

NAME = "firms"
PASSES = "Inc., Ltd, Corp., Co. and Bros. behind a name, and the word in full."
NEVER = "One for another, one added or dropped, Co. before a name, which is a county."
SAME = (
    ("Lind Inc. fell", "Lind Incorporated fell"),
    ("the firm Lind & Ek Ltd closed", "the firm Lind & Ek Limited closed"),
    ("they sued Lind Co.", "they sued Lind Company."),
)
NOT_SAME = (
    ("Lind Ltd closed", "Lind Inc closed"),
    ("Lind Ltd closed", "Lind closed"),
    ("it rained in Co. Clare", "it rained in Company Clare"),
    ("Lind Ltd closed", "Ek Limited closed"),
    ("Lind inc fell", "Lind Incorporated fell"),
)
IN_QUOTATIONS = False
STARTS = frozenset(FIRMS)


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A short form behind a name against its word."""
    full = FIRMS.get(word(one[at]))
    if full and one[at].token.text[0].isupper() and one[at - 1].token.text[:1].isupper():
        yield from shortened(one, at, other, there, (full,))
