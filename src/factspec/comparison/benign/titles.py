"""Abbreviated titles."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, touching, word
from factspec.lexicon.titles import ABBREVIATIONS, STOPPED

NAME = "titles"
PASSES = "Titles of persons in full and abbreviated (Sen. and Senator), and abbreviations with and without their stop."
NEVER = "One title for another, a title added or dropped."
SAME = (("Sen. Smith", "Senator Smith"), ("Mr. Xi", "Mr Xi"), ("Dr Li", "Doctor Li"))
NOT_SAME = (("Sen. Smith", "Gov. Smith"), ("President Xi", "Xi"))
IN_QUOTATIONS = False
_LOWER = frozenset({"vs", "etc", "eg", "ie", "cf", "bn", "mn"})
STARTS = frozenset({*ABBREVIATIONS, "."})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An abbreviation against its word, and the stop of an abbreviation that the other side writes without."""
    if one[at].key == "." and other[there].key != ".":
        return ((at + 1, there),) if _abbreviated(one, at) else ()
    full = ABBREVIATIONS.get(word(one[at]))
    if full is None or other[there].key != full:
        return ()
    return ((at + 2, there + 1),) if one[at + 1].key == "." else ((at + 1, there + 1),)


def _abbreviated(units: Sequence[Unit], at: int) -> bool:
    """Whether a stop belongs to the abbreviation before it and ends no sentence."""
    before, short = units[at - 1], word(units[at - 1])
    if short not in STOPPED or not touching(before, units[at]):
        return False
    return units[at + 1].fact is not None if short == "no" else short in _LOWER or before.token.text[0].isupper()
