"""The word for "each" in a rate: "500 euros a month", "500 euros per month"."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factspec.comparison.units import Unit, word
from factspec.facts_found import VALUE_KINDS

NAME = "rates"
PASSES = "A, an, per and a stroke between an amount and what it is for each of; per annum and a year."
NEVER = "Another unit, an amount without its rate, a and per anywhere else, a year after or before something."
SAME = (
    ("rent of 500 euros a month", "rent of 500 euros per month"),
    ("it paid €0.40 a share", "it paid €0.40 per share"),
    ("3 times a week", "3 times per week"),
    ("it grew 5% per annum", "it grew 5% a year"),
    ("at $83.45/barrel", "at $83.45 a barrel"),
    ("it traded at $83.45 a barrel on Friday", "it traded at $83.45 per barrel on Friday"),
    ("she paid 500 euros a month on Friday", "she paid 500 euros per month on Friday"),
)
NOT_SAME = (
    ("rent of 500 euros a month", "rent of 500 euros per year"),
    ("rent of 500 euros a month", "rent of 500 euros"),
    ("it grew 5% per annum", "it grew 5% per month"),
    ("at $83.45/barrel", "at $83.45 a tonne"),
    ("he gave 500 people a meal", "he gave 500 people per meal"),
    ("it cut 500 jobs a year after the deal", "it cut 500 jobs per year after the deal"),
    ("it cut 500 jobs a year on", "it cut 500 jobs per year on"),
)
IN_QUOTATIONS = False
_EACH = frozenset({"a", "an", "per", "/"})
# Behind these "a year" is the time between two events.
_APART = frozenset("after before later ago earlier on since into prior apart back following".split())
_AMOUNTS = VALUE_KINDS - {"date", "weekday", "month", "time"}


class _Rate(NamedTuple):
    """What an amount is for each of, and the index of the unit behind it."""

    noun: str
    last: int


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """One form of "for each" and its noun against another; the noun too, as "a month" is a duration."""
    if one[at].key == "annum" and other[there].key == "year" and one[at - 1].key == other[there - 1].key == "per":
        yield at + 1, there + 1
    mine, theirs = _rate(one, at), _rate(other, there)
    if mine is None or theirs is None or mine.noun != theirs.noun:
        return
    # A noun may stand between: "3 times a week".
    timed = one[at].fact or other[there].fact
    if timed and _is_time_between(one, mine.last):
        return
    if _is_amount(one[at - 1]) or (timed and at > 1 and _is_amount(one[at - 2])):
        yield mine.last, theirs.last
        if one[mine.last - 1].key == other[theirs.last - 1].key:
            yield mine.last - 1, theirs.last - 1


def _rate(units: Sequence[Unit], at: int) -> _Rate | None:
    """What is said at an index to be meant for each of."""
    unit = units[at]
    if unit.token.key not in _EACH:
        return None
    if unit.fact is None:
        noun = units[at + 1].token.key
        return _Rate("year" if noun == "annum" else noun, at + 2)
    if unit.fact.kind == "duration" and unit.last - unit.first == 2:
        return _Rate(unit.fact.shown.split()[-1].lower(), at + 1)
    return None


def _is_time_between(units: Sequence[Unit], at: int) -> bool:
    """Whether what follows makes "a year" the time between two events: "a year after", "a year on", no "on Friday"."""
    following = units[at + 1].fact if at + 1 < len(units) else None
    return word(units[at]) in _APART and (word(units[at]) != "on" or following is None)


def _is_amount(unit: Unit) -> bool:
    return unit.fact is not None and unit.fact.kind in _AMOUNTS
