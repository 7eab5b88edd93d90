"""The sign & in a name: "Lind & Ek", "Lind and Ek"."""

from collections.abc import Hashable, Iterable, Sequence

from factspec.comparison.units import Unit, touching

NAME = "ampersand"
PASSES = "The sign & and the word and between two words of a name."
NEVER = "Or for it, words in small letters, letters that it joins (R&D), another order, names with a second and."
SAME = (("the firm Lind & Ek closed", "the firm Lind and Ek closed"),)
NOT_SAME = (
    ("Lind & Ek closed", "Lind or Ek closed"),
    ("the R&D budget fell", "the R and D budget fell"),
    ("the firm Lind & Ek Ltd closed", "the firm Ek and Lind Ltd closed"),
    ("the fish & Ek closed", "the fish and Ek closed"),
    ("the Lind & fish closed", "the Lind and fish closed"),
    ("Lind & Ek and Bo", "Lind and Ek & Bo"),
    ("Lind & Ek, Bo and Tan met", "Lind and Ek, Bo & Tan met"),
)
IN_QUOTATIONS = False
STARTS = frozenset({"&"})
_JOINTS = frozenset({"&", "and"})
# What stands between the names of one run.
_BETWEEN = frozenset({",", ".", "of", "the"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """The sign against the word, with a capital on either side of it."""
    if one[at].key != "&" or other[there].key != "and" or touching(one[at - 1], one[at]):
        return
    capitals = one[at - 1].token.text[:1].isupper() and one[at + 1].token.text[:1].isupper()
    if capitals and _is_only_joint(one, at) and _is_only_joint(other, there):
        yield at + 1, there + 1


def _is_only_joint(units: Sequence[Unit], at: int) -> bool:
    """Whether no other sign or word joins names in the run around an index."""
    behind, before = units[at + 1 :], reversed(units[:at])
    return not any(_end_of_run(part) in _JOINTS for part in (behind, before))


def _end_of_run(units: Iterable[Unit]) -> Hashable:
    """The key of the first unit that is no name, nor between two."""
    return next((unit.key for unit in units if not unit.token.text[:1].isupper() and unit.key not in _BETWEEN), "")
