"""Hyphens in compounds."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, touching, word
from factspec.lexicon.doublets import DOUBLETS
from factspec.text.worded import WORDS

NAME = "hyphenation"
PASSES = "A compound with or without its hyphen: long-time and long time, e-mail and email."
NEVER = (
    "A dash between clauses, a range or score (4-1), a minus sign; re- where it makes another word (re-sign, resign); "
    "UN- and un-, which differ."
)
SAME = (
    ("a long-time friend", "a long time friend"),
    ("by e-mail", "by email"),
    ("co-operation", "cooperation"),
    ("re-open it", "reopen it"),
    ("a non-binding vote", "a nonbinding vote"),
)
NOT_SAME = (
    ("they re-signed", "they resigned"),
    ("re-cover a seat", "recover a seat"),
    ("won 4-1", "won 4 1"),
    ("twenty five-year leases", "twenty-five year leases"),
    ("he came - she left", "he came she left"),
)
IN_QUOTATIONS = False
_NUMBERS = WORDS - {"a", "an"}


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A hyphen within a compound that the other side writes as a space or not at all."""
    if one[at].key == "-" and other[there].key != "-":
        return ((at + 1, there),) if _within_compound(one, at) and not _parts_numbers(one, at) else ()
    mine = word(one[at])
    if mine and mine != "un" and one[at + 1].key == "-" and _within_compound(one, at + 1):
        last = word(one[at + 2])
        if last and other[there].key == mine + last and mine + last not in DOUBLETS:
            return ((at + 3, there + 1),)
    return ()


def _parts_numbers(units: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen says which of two numbers goes with what: "twenty five-year leases"."""
    near = (*units[max(at - 2, 0) : at], *units[at + 1 : at + 2])
    return sum(unit.fact is not None or unit.token.key in _NUMBERS for unit in near) > 1


def _within_compound(units: Sequence[Unit], at: int) -> bool:
    left, right = units[at - 1], units[at + 1]
    if units[at].token.start != _end(left) or not touching(units[at], right):
        return False
    return bool(word(right) or (right.fact and word(left))) and bool(word(left) or left.fact)


def _end(unit: Unit) -> int:
    return unit.token.end
