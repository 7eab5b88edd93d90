"""British and American spellings."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.lexicon.spelling import FAMILY_NAMES
from factspec.lexicon.spellings import american
from factspec.lexicon.titles import ABBREVIATIONS

NAME = "spelling"
PASSES = "British and American spellings of one word: colour and color, organise and organize, centre and center."
NEVER = (
    "Another word (storey and story, enquiry and inquiry), a synonym, a corrected spelling mistake, a family name "
    "(Gray and Grey)."
)
SAME = (("the colour of defence", "the color of defense"), ("organised and travelled", "organized and traveled"))
NOT_SAME = (
    ("a meteor fell", "a meteoroid fell"),
    ("they recieved it", "they received it"),
    ("a prise", "a prize"),
    ("Ada Gray left", "Ada Grey left"),
    ("Mr. Glamour left", "Mr. Glamor left"),
)
IN_QUOTATIONS = False
_TITLES = frozenset({*ABBREVIATIONS, "mrs", "ms", "miss"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Two words that have one American spelling."""
    mine, theirs = word(one[at]), word(other[there])
    if not mine or not theirs or mine == theirs or american(mine) != american(theirs):
        return ()
    return () if _is_family_name(one, at) or _is_family_name(other, there) else ((at + 1, there + 1),)


def _is_family_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a word with a capital stands behind a title, or is one that families bear.

    At the head of a sentence nothing tells such a name from the word.
    """
    unit, before = units[at], units[at - 1 - (units[at - 1].key == ".")]
    if not unit.token.text[0].isupper():
        return False
    plain = american(unit.token.key).removesuffix("'s").rstrip("'")
    return word(before) in _TITLES or not FAMILY_NAMES.isdisjoint((plain, plain.removesuffix("s")))
