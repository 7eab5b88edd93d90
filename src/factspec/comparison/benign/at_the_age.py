"""How old somebody was when it happened: "died aged 88", "died at the age of 88", "died at 88"."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factspec.amount import Amount
from factspec.comparison.age import is_full_name, years_of
from factspec.comparison.units import Unit, word
from factspec.lexicon.function_words import FUNCTION_WORDS

NAME = "at the age of"
PASSES = "Aged 88, at age 88 and at the age of 88; at 88 behind he, she or a full name and died, married or retired."
NEVER = "Another number, an age that is under, since or from, a number that may be an hour (at 8)."
SAME = (
    ("she died aged 88", "she died at the age of 88"),
    ("she died aged 88", "she died, aged 88"),
    ("she died at the age of 88", "she died at 88"),
    ("Ada Lind died at the age of 88", "Ada Lind died at 88"),
    ("he became mayor at age 40", "he became mayor at the age of 40"),
    ("he became mayor at age 40", "he became mayor aged 40"),
)
NOT_SAME = (
    ("she died at the age of 88", "she died at 89"),
    ("it closed at 88", "it closed at the age of 88"),
    ("the car was driven at 88", "the car was driven aged 88"),
    ("voting is banned under the age of 88", "voting is banned aged 88"),
    ("she has voted since the age of 88", "she has voted aged 88"),
    ("he died at 8", "he died at the age of 8"),
    ("he died at the age of 62", "he died at 62 Main Street"),
    ("he died at the age of 62", "he died"),
    ("the horse won at 33", "the horse won at the age of 33"),
    ("the stock died at 88", "the stock died at the age of 88"),
    ("the car left the road at 60", "the car left the road at the age of 60"),
)
IN_QUOTATIONS = False
OF_VALUES = True
STARTS = frozenset({"at", ",", "the"})
# What only people do at an age: stocks and horses win, leave and move at a number too.
_OF_A_LIFE = frozenset({"died", "dies", "married", "marries", "retired", "retires"})
# Up to this number "at 8" may be an hour.
_HOURS = 12
_SPELLED = ["the", "age", "of"]


class _Age(NamedTuple):
    """The years of an age, and the index of the unit behind it."""

    years: object
    last: int


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An age in one form against the same in another, and the words or sign by which alone two forms differ."""
    mine, theirs = _age(one, at), _age(other, there)
    if not mine:
        return
    if theirs and mine.years == theirs.years:
        yield mine.last, theirs.last
    # What differs is all before the number, which is the same unit on both sides.
    if one[mine.last - 1].key == other[there].key and (theirs or _first(other[there]) == "aged"):
        yield mine.last - 1, there


def _age(units: Sequence[Unit], at: int) -> _Age | None:
    """The age told from an index on, the word "at" before it or there."""
    opened = units[at].key == "at" or units[at - 1].key == "at"
    start = at + (units[at].key == "at")
    if not opened:
        start += units[at].key == "," and units[at + 2].key in {"", "."}
        return _Age(years_of(units[start]), start + 1) if _first(units[start]) == "aged" else None
    if _first(units[start]) == "age":
        return _Age(years_of(units[start]), start + 1)
    if [unit.key for unit in units[start : start + 3]] == _SPELLED:
        return _Age(years_of(units[start + 3]), start + 4) if years_of(units[start + 3]) else None
    return _Age(years_of(units[start]), start + 1) if _is_bare(units, start) else None


def _is_bare(units: Sequence[Unit], at: int) -> bool:
    """Whether a number behind "at" is an age: no hour, counts no noun, and what is told of is a life."""
    years = years_of(units[at])
    if not years or any(isinstance(number, str) or number <= _HOURS for number in years):
        return False
    following = units[at + 1]
    if following.fact or (word(following) and word(following) not in FUNCTION_WORDS):
        return False
    return units[at - 2].key in _OF_A_LIFE and _is_person(units, at - 3)


def _is_person(units: Sequence[Unit], at: int) -> bool:
    """Whether he, she or the last of two words of a name stands at an index."""
    return units[at].key in {"he", "she"} or is_full_name(units, at)


def _first(unit: Unit) -> str:
    """The first word of an age."""
    value = unit.fact.value if unit.fact else None
    return unit.token.key if isinstance(value, Amount) and value.unit == "age" else ""
