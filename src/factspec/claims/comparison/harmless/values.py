"""Harmless differences in how values are written: dates, measures, money, numbers, times and rates."""

from collections.abc import Iterable, Sequence

from factspec.claims.comparison.model import Harmless, Segment
from factspec.facts.fact import Fact
from factspec.facts.found import agree

# Values of one kind that agree, in any written form.


_APPROXIMATORS = frozenset({"about", "around", "roughly", "approximately"})


def _rounds(written: Fact | None, exact: Fact) -> bool:
    """Whether an approximation agrees with an exact value whose number differs from its own."""
    return written is not None and agree(written, exact) and _numbers(written) != _numbers(exact)


def _numbers(fact: Fact) -> object:
    return [number.value for number in getattr(fact.value, "numbers", ())]


def _values_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match two values of one kind that agree; several classes share these moves."""
    mine, theirs = one[at].fact, other[there].fact
    if mine and theirs and agree(mine, theirs):
        return ((at + 1, there + 1),)
    if theirs and one[at].key in _APPROXIMATORS:
        return ((at + 2, there + 1),) if _rounds(one[at + 1].fact, theirs) else ()
    return ()


# Thousands separators: "1,200", "1200".


_SEPARATORS = str.maketrans("", "", ",\u00a0\u202f\u2009")


def _separators_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match two numbers in digits that are equal without their thousands separators."""
    mine, theirs = one[at].token.text, other[there].token.text
    if (
        not (mine[:1].isdigit() and theirs[:1].isdigit() and _single(one[at]) and _single(other[there]))
        or mine == theirs
    ):
        return ()
    return ((at + 1, there + 1),) if _plain(mine) and _plain(mine) == _plain(theirs) else ()


def _single(segment: Segment) -> bool:
    return segment.last == segment.first + 1


def _plain(number: str) -> str:
    parts = number.replace("\u00a0", ",").replace("\u202f", ",").replace("\u2009", ",").split(".")[0].split(",")
    return number.translate(_SEPARATORS) if all(len(part) == 3 for part in parts[1:]) else ""


DATES = Harmless(
    name="dates",
    passes="The order of day, month and year; months and weekdays in full or abbreviated.",
    never="Another day, month or year; a part of a date that only one text has.",
    same=(
        ("on May 20, 2026", "on 20 May 2026"),
        ("in September 2025", "in Sept. 2025"),
    ),
    not_same=(
        ("on 20 May 2026", "on 21 May 2026"),
        ("on Tuesday", "on Wednesday"),
    ),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

MEASURES = Harmless(
    name="measures",
    passes="The unit of a measure or duration in full or abbreviated.",
    never="Another unit, unless the values agree at their written precision.",
    same=(("5 km away", "5 kilometres away"),),
    not_same=(("5 km away", "5 miles away"),),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

MONEY = Harmless(
    name="money",
    passes="A sum of money with a currency sign, code or name, in figures or words.",
    never="Another currency; a sum that is not equal at its written precision.",
    same=(
        ("$5m", "5 million dollars"),
        ("$441 million", "$441m"),
    ),
    not_same=(
        ("$5m", "£5m"),
        ("$5m", "$5bn"),
    ),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

NUMBERS = Harmless(
    name="numbers",
    passes="A number in words, in digits or with a magnitude; an exact number that rounds to an approximate one.",
    never="A number that is not equal; about, dropped before an equal number.",
    same=(("two boats", "2 boats"), ("1,200 people", "1200 people"), ("about 3 million", "2,968,000")),
    not_same=(("two boats", "three boats"), ("5 million", "5 billion"), ("about 300 boats", "300 boats")),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

PERCENTAGES = Harmless(
    name="percentages",
    passes="The sign %, per cent or percent.",
    never="Percentage points for a percentage.",
    same=(
        ("up 5%", "up 5 per cent"),
        ("up 5 percent", "up five per cent"),
    ),
    not_same=(("up 5%", "up 5 percentage points"),),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

TIMES = Harmless(
    name="times",
    passes="A time of day in any written form.",
    never="Another time; evening for morning; another time zone; a number with a point but no am, pm or zone.",
    same=(("at 7:30 p.m.", "at 7.30pm"), ("it leaves at 11.42 GMT", "it leaves at 11:42 GMT")),
    not_same=(
        ("at 7 a.m.", "at 7 p.m."),
        ("it leaves at 17:58", "it leaves at 17.59"),
        ("it leaves at 5.58 p.m.", "it leaves at 17.58"),
        ("it leaves at 17:58", "it sells at £17.58"),
        ("he ran it in 17:58", "he ran it in 17.58"),
        ("the price fell from 17.58 to 16.20", "the price fell from 17:58 to 16:20"),
        ("it closed at 17.58", "it closed at 17:58"),
    ),
    in_quotations=False,
    of_values=True,
    moves=_values_moves,
)

SEPARATORS = Harmless(
    name="thousands separators",
    passes="Commas or narrow spaces between the thousands of a number, or none.",
    never="A decimal point; a comma that is not before three digits.",
    same=(("1,200 people", "1200 people"), ("£10,000", "£10000")),
    not_same=(("1.200 people", "1200 people"), ("1,20 people", "120 people"), ("1,20 people", "1,2 people")),
    in_quotations=False,
    not_at_words=True,
    moves=_separators_moves,
)

CLASSES = (
    DATES,
    MEASURES,
    MONEY,
    NUMBERS,
    PERCENTAGES,
    TIMES,
    SEPARATORS,
)
"""The classes of harmless differences in values."""
