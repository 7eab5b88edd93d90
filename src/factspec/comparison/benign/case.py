"""Case, where it makes no other word."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit

NAME = "case"
PASSES = "Capitals in a word, a heading or a whole sentence."
NEVER = "Words that are others in capitals: US and us, May and may, Turkey and turkey, mW and MW."
SAME = (("The President spoke", "The president spoke"), ("In CHINA", "In China"))
NOT_SAME = (("US troops", "us troops"), ("a 5 mW laser", "a 5 MW laser"), ("AIDS workers", "Aids workers"))
IN_QUOTATIONS = True
NOT_AT_WORDS = True

_OTHER_WORDS = frozenset({"us", "it", "who", "aids", "mw", "mwh", "mb", "gb", "kb", "tb", "mv", "ma", "mhz", "mpa"})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A word in capitals throughout against the same word with a capital."""
    mine, theirs = one[at].token.text, other[there].token.text
    if len(mine) > 2 and mine.isupper() and theirs.istitle() and mine.lower() == theirs.lower():
        return () if mine.lower() in _OTHER_WORDS else ((at + 1, there + 1),)
    return ()
