"""American states behind a place: "Springfield, Ill.", "Springfield, Illinois"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.shortening import shortened
from factspec.comparison.units import Unit
from factspec.lexicon.short_names import STATES

NAME = "American states"
PASSES = "A state behind a place and a comma, in full and as the Associated Press shortens it, with its stop."
NEVER = "Another state, one added or dropped, a short form anywhere else (Miss. Lind)."
SAME = (
    ("the mill in Springfield, Ill., closed", "the mill in Springfield, Illinois, closed"),
    ("the mill in Albany, N.Y., closed", "the mill in Albany, New York, closed"),
    ("he lives in Boston, Mass.", "he lives in Boston, Massachusetts."),
)
NOT_SAME = (
    ("the mill in Springfield, Ill., closed", "the mill in Springfield, Indiana, closed"),
    ("the mill in Springfield, Ill., closed", "the mill in Springfield closed"),
    ("he met Miss. Lind", "he met Mississippi Lind"),
    ("in the place, Ill., she left", "in the place, Illinois, she left"),
    ("in Oslo, Ill, she left", "in Oslo, Illinois, she left"),
)
IN_QUOTATIONS = False
NOT_AT_WORDS = True


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A short form with its stop behind a place against the words in full."""
    short = one[at].token.text
    behind_place = one[at - 1].key == "," and one[at - 2].token.text[:1].isupper()
    if short in STATES and behind_place and (short.endswith(".") or one[at + 1].key == "."):
        yield from shortened(one, at, other, there, STATES[short])
