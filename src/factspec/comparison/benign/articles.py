"""Articles."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, word
from factspec.text.number_words import ORDINALS

NAME = "articles"
PASSES = "An article a, an or the, inserted or dropped, or one for another."
NEVER = "The article of a quantity, rank or superlative (a few, the most, a second, the only); a letter that is a name."
SAME = (
    ("the visit of the president", "visit of president"),
    ("a permit to land", "the permit to land"),
    ("a historic day", "an historic day"),
)
NOT_SAME = (
    ("a few came", "few came"),
    ("a number left", "the number left"),
    ("a second try", "the second try"),
    ("won second prize", "won a second prize"),
    ("the most voters", "most voters"),
)
IN_QUOTATIONS = False
_ARTICLES = frozenset({"a", "an", "the"})
_QUANTITIES = frozenset(
    "few little lot lots most least only same other half many bit number majority first last great good "
    "hundred dozen".split()
)
STARTS = _ARTICLES


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An article that the other side lacks at its place."""
    mine, theirs = one[at].key, other[there].key
    if mine not in _ARTICLES:
        return ()
    following = word(one[at + 1])
    if theirs in _ARTICLES:
        return ((at + 1, there + 1),) if mine != theirs and not _ranks(one[at + 1], other[there + 1]) else ()
    if mine != "the" and one[at + 1].token.key in ORDINALS:
        return ()
    if following in _QUANTITIES or word(one[at - 1]) in _ARTICLES or not (following or one[at + 1].fact):
        return ()
    return () if one[at].token.text == "A" and not _opens(one, at) else ((at + 1, there),)


def _ranks(*following: Unit) -> bool:
    """Whether a word that follows counts or ranks, so that its article says which or how many."""
    return any(unit.token.key in _QUANTITIES or unit.token.key in ORDINALS for unit in following)


def _opens(units: Sequence[Unit], at: int) -> bool:
    return not word(units[at - 1]) and units[at - 1].fact is None
