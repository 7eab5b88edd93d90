"""Harmless differences in how values are written: dates, measures, money, numbers, times and rates."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from factspec.claims.comparison.model import Harmless, Segment, word
from factspec.facts.fact import Amount, Fact, is_bare
from factspec.facts.found import agree, amount_kinds

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


# The letter m for million: "grew to 340 million", "grew to 340m".


_MILLION = 1_000_000


def _millions_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match a bare number of millions with a number that is written with m and read as metres."""
    mine, theirs = one[at].fact, other[there].fact
    if mine is None or theirs is None or not is_bare(mine) or _unit(other[there]) != "metre":
        return
    short = theirs.shown.endswith("m") and theirs.shown[-2:-1].isdigit()
    if short and _times(theirs.value, _MILLION) == _times(mine.value, 1):
        yield at + 1, there + 1


def _times(value: object, factor: int) -> object:
    numbers = [number.value for number in value.numbers] if isinstance(value, Amount) else []
    return [Fraction(number) * factor for number in numbers if not isinstance(number, str)] or numbers


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


# The word "and" in an amount of two units: "2 hours and 14 minutes", "2 hours 14 minutes".


# A unit, and a smaller one that counts the rest.
_PARTS = frozenset(
    {
        ("century", "year"), ("year", "month"), ("year", "day"), ("year", "week"), ("month", "week"), ("month", "day"),
        ("week", "day"), ("day", "hour"), ("hour", "minute"), ("minute", "second"), ("mile", "yard"), ("yard", "foot"),
        ("foot", "inch"), ("stone", "pound"), ("pound", "ounce"),
    }
)  # fmt: skip


_BETWEEN_UNITS = frozenset({"and", ","})


def _compound_amounts_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match "and" or a comma between the two parts with a comma or nothing."""
    if one[at].key not in _BETWEEN_UNITS or (_unit(one[at - 1]), _unit(one[at + 1])) not in _PARTS:
        return
    skipped = other[there].key in _BETWEEN_UNITS
    if other[there - 1].key == one[at - 1].key and other[there + skipped].key == one[at + 1].key:
        yield at + 1, there + skipped


def _unit(segment: Segment) -> str:
    value = segment.fact.value if segment.fact else None
    return value.unit if isinstance(value, Amount) else ""


# The word for "each" in a rate: "500 euros a month", "500 euros per month".


_EACH = frozenset({"a", "an", "per", "/"})
# Before one of these, "a year" is the time between two events.
_APART = frozenset("after before later ago earlier on since into prior apart back following".split())


class _Rate(NamedTuple):
    """The noun for each of which an amount is given, and the index of the segment after it."""

    noun: str
    last: int


def _rates_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match two forms of "for each" together with their noun, because "a month" is one value."""
    if one[at].key == "annum" and other[there].key == "year" and one[at - 1].key == other[there - 1].key == "per":
        yield at + 1, there + 1
    mine, theirs = _rate(one, at), _rate(other, there)
    if mine is None or theirs is None or mine.noun != theirs.noun:
        return
    # A noun may come between: "3 times a week".
    timed = one[at].fact or other[there].fact
    if timed and _is_time_between(one, mine.last):
        return
    if _is_amount(one[at - 1]) or (timed and at > 1 and _is_amount(one[at - 2])):
        yield mine.last, theirs.last
        if one[mine.last - 1].key == other[theirs.last - 1].key:
            yield mine.last - 1, theirs.last - 1


def _rate(segments: Sequence[Segment], at: int) -> _Rate | None:
    """The rate that begins at an index; None if there is none."""
    segment = segments[at]
    if segment.token.key not in _EACH:
        return None
    if segment.fact is None:
        noun = segments[at + 1].token.key
        return _Rate("year" if noun == "annum" else noun, at + 2)
    if _unit(segment) and segment.last - segment.first == 2:
        return _Rate(segment.fact.shown.split()[-1].lower(), at + 1)
    return None


def _is_time_between(segments: Sequence[Segment], at: int) -> bool:
    """Whether "a year" is the time between two events, as in "a year after" or "a year on", but not "on Friday"."""
    following = segments[at + 1].fact if at + 1 < len(segments) else None
    return word(segments[at]) in _APART and (word(segments[at]) != "on" or following is None)


def _is_amount(segment: Segment) -> bool:
    return segment.fact is not None and segment.fact.kind in amount_kinds()


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

MILLIONS = Harmless(
    name="millions",
    passes="A number with million, or with an m directly after it.",
    never="Metres in full; another number; millions of a unit.",
    same=(("debt grew to 340 million in May", "debt grew to 340m in May"),),
    not_same=(
        ("debt grew to 340 million in May", "debt grew to 350m in May"),
        ("debt grew to 340 million in May", "debt grew to 340 metres in May"),
        ("debt grew to 340 in May", "debt grew to 340m in May"),
    ),
    in_quotations=False,
    of_values=True,
    moves=_millions_moves,
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

COMPOUND_AMOUNTS = Harmless(
    name="amounts of two units",
    passes="And, a comma or nothing between an amount and the rest of it in a smaller unit.",
    never="Units that do not form one amount; two amounts of one unit; another number.",
    same=(
        ("it took 2 hours and 14 minutes", "it took 2 hours 14 minutes"),
        ("he is 6 feet and 2 inches tall", "he is 6 feet 2 inches tall"),
        ("a term of 3 years and 6 months", "a term of 3 years, 6 months"),
    ),
    not_same=(
        ("it took 2 hours and 14 minutes", "it took 2 hours 15 minutes"),
        ("it took 2 hours or 14 minutes", "it took 2 hours 14 minutes"),
        ("it took 2 hours and 3 years", "it took 2 hours 3 years"),
    ),
    in_quotations=False,
    starts=_BETWEEN_UNITS,
    moves=_compound_amounts_moves,
)

RATES = Harmless(
    name="rates",
    passes="A, an, per or a slash in a rate; per annum or a year.",
    never="Another unit; an amount without its rate; a and per outside a rate; a year after or before something.",
    same=(
        ("rent of 500 euros a month", "rent of 500 euros per month"),
        ("it paid €0.40 a share", "it paid €0.40 per share"),
        ("3 times a week", "3 times per week"),
        ("it grew 5% per annum", "it grew 5% a year"),
        ("at $83.45/barrel", "at $83.45 a barrel"),
        ("it traded at $83.45 a barrel on Friday", "it traded at $83.45 per barrel on Friday"),
        ("she paid 500 euros a month on Friday", "she paid 500 euros per month on Friday"),
    ),
    not_same=(
        ("rent of 500 euros a month", "rent of 500 euros per year"),
        ("rent of 500 euros a month", "rent of 500 euros"),
        ("it grew 5% per annum", "it grew 5% per month"),
        ("at $83.45/barrel", "at $83.45 a tonne"),
        ("he gave 500 people a meal", "he gave 500 people per meal"),
        ("it cut 500 jobs a year after the deal", "it cut 500 jobs per year after the deal"),
        ("it cut 500 jobs a year on", "it cut 500 jobs per year on"),
    ),
    in_quotations=False,
    moves=_rates_moves,
)

CLASSES = (
    DATES,
    MEASURES,
    MONEY,
    NUMBERS,
    PERCENTAGES,
    TIMES,
    MILLIONS,
    SEPARATORS,
    COMPOUND_AMOUNTS,
    RATES,
)
"""The classes of harmless differences in values."""
