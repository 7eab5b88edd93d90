"""Days and longer stretches that are counted from another day: "yesterday", "next week", "three days ago"."""

from collections.abc import Sequence

from factspec.facts._years import Reading
from factspec.text.calendar import Relative
from factspec.text.numeral import CARDINAL, key_at
from factspec.text.numerals import numeral_before
from factspec.text.tokens import Token

DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
"""Adverbs that are a day or night, counted from the day of writing."""

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
"""The units of `Relative` that are part of one day."""

_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
WHICH = {
    "last": (-1, False),
    "this": (0, False),
    "next": (1, False),
    "previous": (-1, True),
    "following": (1, True),
}
"""Adjectives that pick a stretch: how many steps, and whether from the day that the text speaks of."""

AGO = {"ago": (-1, False), "later": (1, True), "earlier": (-1, True)}
"""Adverbs after a duration: the direction, and whether from the day that the text speaks of."""


def adverb(tokens: Sequence[Token], index: int) -> Reading:
    """A day named by an adverb, with "the day before" or "the day after" in front of it."""
    word = tokens[index].key.removesuffix("'s")
    steps = DAYS[word]
    before = key_at(tokens, index - 1)
    if key_at(tokens, index - 2) == "day" and before in {"before", "after"}:
        first = index - 3 if key_at(tokens, index - 3) == "the" else index - 2
        return Reading(Relative("day", steps + (1 if before == "after" else -1)), first, index + 1)
    unit = "night" if word == "tonight" else "day"
    return Reading(Relative(unit, steps), index, index + 1)


def picked(tokens: Sequence[Token], index: int) -> Reading | None:
    """A stretch picked by an adjective: "last week", "this month", "the following day", "last night"."""
    unit = key_at(tokens, index + 1).removesuffix("'s")
    steps, then = WHICH[tokens[index].key]
    if unit not in _UNITS and (then or unit not in PARTS_OF_DAY):
        return None
    return Reading(Relative(unit, steps, then), index, index + 2)


def counted(tokens: Sequence[Token], index: int) -> Reading | None:
    """A number of units before the adverb at an index: "three days ago", "a week later"."""
    unit = key_at(tokens, index - 1)
    singular = unit.removesuffix("s")
    direction, then = AGO[tokens[index].key]
    if singular not in _UNITS and singular not in {"hour", "minute"}:
        return None
    number, first = _count(tokens, index - 1)
    if not number:
        return None
    return Reading(Relative(singular, direction * number, then), first, index + 1)


def _count(tokens: Sequence[Token], last: int) -> tuple[int, int]:
    """The whole number that ends before an index and where it begins; 0 where there is none."""
    if key_at(tokens, last - 1) in {"a", "an"}:
        return 1, last - 1
    numeral = numeral_before(tokens, last)
    if numeral is None or numeral.form != CARDINAL or not isinstance(numeral.value, int):
        return 0, last
    return numeral.value, numeral.first
