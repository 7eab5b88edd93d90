"""Hyphens in compounds."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit, touching, word
from factspec.lexicon.doublets import DOUBLETS

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
    ("he came - she left", "he came she left"),
)
IN_QUOTATIONS = False


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A hyphen within a compound that the other side writes as a space or not at all."""
    if one[at].key == "-" and other[there].key != "-":
        return ((at + 1, there),) if _within_compound(one, at) else ()
    mine = word(one[at])
    if mine and mine != "un" and one[at + 1].key == "-" and _within_compound(one, at + 1):
        last = word(one[at + 2])
        if last and other[there].key == mine + last and mine + last not in DOUBLETS:
            return ((at + 3, there + 1),)
    return ()


def _within_compound(units: Sequence[Unit], at: int) -> bool:
    left, right = units[at - 1], units[at + 1]
    if units[at].token.start != _end(left) or not touching(units[at], right):
        return False
    return bool(word(right) or (right.fact and word(left))) and bool(word(left) or left.fact)


def _end(unit: Unit) -> int:
    return unit.token.end
