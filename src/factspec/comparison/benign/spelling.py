"""British and American spellings."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.spellings import american

NAME = "spelling"
PASSES = "British and American spellings of one word: colour and color, organise and organize, centre and center."
NEVER = "Another word (storey and story, enquiry and inquiry), a synonym, a corrected spelling mistake."
SAME = (("the colour of defence", "the color of defense"), ("organised and travelled", "organized and traveled"))
NOT_SAME = (("a meteor fell", "a meteoroid fell"), ("they recieved it", "they received it"), ("a prise", "a prize"))
IN_QUOTATIONS = False


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Two words that have one American spelling."""
    mine, theirs = word(one[at]), word(other[there])
    return ((at + 1, there + 1),) if mine and theirs and american(mine) == american(theirs) and mine != theirs else ()
