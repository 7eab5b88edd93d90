"""A word written twice by mistake."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word

NAME = "doubled word"
PASSES = "A word that stands twice in a row on one side."
NEVER = "Doubling that means something: very very, had had, that that, no no, a name, a number."
SAME = (("arrived in the the capital", "arrived in the capital"),)
NOT_SAME = (
    ("a very very long day", "a very long day"),
    ("he had had it", "he had it"),
    ("Sing Sing prison", "Sing prison"),
)
IN_QUOTATIONS = False
_MEANT = frozenset(
    "very had that is no never far long many much so really more again not he she who bye ha her".split()
)


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """The second of two equal words; the other side has gone past the first."""
    mine = word(one[at])
    if not mine or mine in _MEANT or one[at].token.text[0].isupper():
        return ()
    if one[at - 1].key == mine and other[there - 1].key == mine and other[there].key != mine:
        return ((at + 1, there),)
    if one[at + 1].key == mine and other[there].key == mine and other[there + 1].key != mine:
        return ((at + 2, there + 1),)
    return ()
