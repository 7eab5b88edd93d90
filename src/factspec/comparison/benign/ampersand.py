"""The sign & in a name: "Lind & Ek", "Lind and Ek"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, touching

NAME = "ampersand"
PASSES = "The sign & and the word and between two words of a name."
NEVER = "Or for it, words in small letters, letters that it joins (R&D), another order."
SAME = (("the firm Lind & Ek closed", "the firm Lind and Ek closed"),)
NOT_SAME = (
    ("Lind & Ek closed", "Lind or Ek closed"),
    ("the R&D budget fell", "the R and D budget fell"),
    ("the firm Lind & Ek Ltd closed", "the firm Ek and Lind Ltd closed"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"&"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """The sign against the word, with a capital on either side of it."""
    capitals = one[at - 1].token.text[:1].isupper() and one[at + 1].token.text[:1].isupper()
    if one[at].key == "&" and other[there].key == "and" and capitals and not touching(one[at - 1], one[at]):
        yield at + 1, there + 1
