"""Saint and street in the name of a place: "St Albans", "Mill St."."""

from collections.abc import Iterable, Sequence

from factspec.comparison.shortening import shortened
from factspec.comparison.units import Unit, word
from factspec.lexicon.short_names import STREETS

NAME = "saints and streets"
PASSES = "St before a name and Saint; St., Ave., Rd and Blvd behind a name and Street, Avenue, Road and Boulevard."
NEVER = "St before a name for Street, St behind one for Saint, another name, one added or dropped."
SAME = (
    ("they met in St Albans", "they met in Saint Albans"),
    ("they met in St. Albans", "they met in Saint Albans"),
    ("a fire in Mill St. yesterday", "a fire in Mill Street yesterday"),
    ("a fire in Mill Rd yesterday", "a fire in Mill Road yesterday"),
    ("a fire in 42nd St yesterday", "a fire in 42nd Street yesterday"),
)
NOT_SAME = (
    ("they met in St Albans", "they met in Street Albans"),
    ("the Mill St choir", "the Mill Saint choir"),
    ("a fire in Mill Rd", "a fire in Mill Street"),
    ("a fire in Mill St", "a fire in Mill"),
)
IN_QUOTATIONS = False
STARTS = frozenset(STREETS)


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A short form against the word that its place in a name makes it."""
    short = word(one[at])
    if not short or not one[at].token.text[0].isupper():
        return
    following = one[at + 1 + (one[at + 1].key == ".")]
    if following.token.text[:1].isupper():
        if short == "st":
            yield from shortened(one, at, other, there, ("saint",))
    elif one[at - 1].token.text[:1].isupper() or one[at - 1].token.text[:1].isdigit():
        yield from shortened(one, at, other, there, (STREETS[short],))
