"""A span of time from one end to the other, in words or with a dash."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from factspec.amount import Amount
from factspec.comparison.units import Unit, word
from factspec.fact import Fact
from factspec.lexicon.function_words import FINITE, FUNCTION_WORDS
from factspec.lexicon.inflection import inflections
from factspec.text.calendar import When

NAME = "spans of time"
PASSES = (
    "From one year, month, day, weekday or time to another: with from and to, with to alone, with a dash; the month of "
    "two days named once or twice."
)
NEVER = (
    "Spans of anything else, another end, what is moved, put off or changed from one to the other, days "
    "that a noun follows (5 to 7 May volunteers)."
)
SAME = (
    ("in office from 2024 to 2026", "in office 2024–2026"),
    ("open from Monday to Friday", "open Monday–Friday"),
    ("open Monday to Friday", "open from Monday to Friday"),
    ("the fair runs from 5 to 7 May", "the fair runs 5–7 May"),
    ("the fair runs from 5 May to 7 June", "the fair runs 5 May – 7 June"),
    ("it ran from 11 May to 13 May", "it ran from 11 to 13 May"),
    ("it ran between 11 and 13 May", "it ran between May 11 and 13"),
    ("open from 9 a.m. to 5 p.m.", "open 9 a.m.–5 p.m."),
)
NOT_SAME = (
    ("in office from 2024 to 2026", "in office 2024–2027"),
    ("in office from 2024 to 2026", "in office in 2024 and 2026"),
    ("open from Monday to Friday", "open from Monday"),
    ("the match was moved from Monday to Friday", "the match was moved Monday to Friday"),
    ("sales rose from 10 to 20", "sales rose 10–20"),
    ("the fair runs from 5 to 7 May", "the fair runs 5–8 May"),
    ("it ran from 11 June to 13 May", "it ran from 11 to 13 May"),
    ("it ran on 11 or 13 May", "it ran between 11 and 13 May"),
    ("it delayed the fair from 5 May to 7 May", "it delayed the fair 5–7 May"),
    ("it moved the vote from Monday to Friday", "it moved the vote Monday to Friday"),
    ("the vote shifts from Monday to Friday", "the vote shifts Monday–Friday"),
    ("the vote slid from Monday to Friday", "the vote slid Monday to Friday"),
    ("the vote went from Monday to Friday", "the vote went Monday to Friday"),
    ("the vote moves from Monday to Friday", "the vote moves Monday to Friday"),
    ("it needs 5 to 7 May volunteers", "it needs 5 May to 7 May volunteers"),
    ("it got 5 to 7 May volunteers", "it got 5 May to 7 May volunteers"),
)
IN_QUOTATIONS = False
_KINDS = frozenset({"date", "month", "weekday", "time"})
_JOINTS = frozenset({"to", "through", "-"})
# In a clause with one of these the first end is what was given up, or the first number counts what is needed.
_MOVING = """move shift switch change postpone delay defer adjourn reschedule bring push extend advance transfer slip
slide drift drag swap rebook amend revise correct alter update turn convert pull carry reset jump drop need want require
seek hire""".split()
_MOVED = frozenset(form for verb in _MOVING for form in inflections(verb)) | frozenset(
    """put puts putting set sets setting brought slid slidden go goes going went gone drew sought forward back off
    forwards backwards""".split()
)
_ENDS = frozenset({".", ";", ":", "?", "!", ""})


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A "from" that the other side lacks, "to" against a dash, and two ends against a span that is one value."""
    for step in _spanned(one, at, other, there):
        if not _is_moved(one, at) and not _is_moved(other, there):
            yield step


def _is_moved(units: Sequence[Unit], at: int) -> bool:
    """Whether the clause up to an index has a verb of moving or needing."""
    clause = takewhile(lambda unit: unit.key not in _ENDS, reversed(units[:at]))
    return any(unit.key in _MOVED for unit in clause)


def _spanned(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterator[tuple[int, int]]:
    """The steps over one span in two forms."""
    opened = one[at].key == "from"
    if opened and _spans(one, at + 1) and _spans(other, there):
        yield at + 1, there
    if one[at].key in _JOINTS and other[there].key in _JOINTS and _spans(one, at - 1) and _spans(other, there - 1):
        yield at + 1, there + 1
    start = at + opened
    if one[start + 1].key in _JOINTS and _joined(one[start].fact, one[start + 2].fact, other[there].fact):
        yield start + 3, there + 1
    mine, theirs = _days(one, start), _days(other, there)
    if mine and theirs and mine.days == theirs.days and mine.between == theirs.between:
        if _goes_with_a_noun(one[mine.last]) or _goes_with_a_noun(other[theirs.last]):
            return
        yield mine.last, theirs.last
        if [unit.key for unit in one[start + 1 : mine.last]] == [unit.key for unit in other[there + 1 : theirs.last]]:
            yield start + 1, there + 1


def _goes_with_a_noun(following: Unit) -> bool:
    """Whether what follows days may be a noun that they go with."""
    return bool(word(following)) and word(following) not in FUNCTION_WORDS | FINITE


class _Days(NamedTuple):
    """Days of one month from one to another, whether "between" opens them, and the index of the unit behind them."""

    days: When
    between: bool
    last: int


def _days(units: Sequence[Unit], at: int) -> _Days | None:
    """The days that begin at an index: one value, or two ends of which at least the last names its month."""
    between = units[at].key == "between"
    start = at + between
    whole = _when(units[start])
    if whole and whole.until != (0, 0, 0):
        return _Days(whole, units[start].token.key == "between", start + 1)
    joint, last = units[start + 1].key, _when(units[start + 2])
    between = between or units[start - 1].key == "between"
    if last is None or last.until != (0, 0, 0) or (joint != "and" if between else joint not in _JOINTS):
        return None
    first = whole or _numbered(units[start], last)
    if first is None or first.month != last.month or first.day >= last.day or (first.year and last.year != first.year):
        return None
    return _Days(last._replace(day=first.day, until=(0, 0, last.day)), between, start + 3)


def _when(unit: Unit) -> When | None:
    """The day of a unit, or None."""
    value = unit.fact.value if unit.fact else None
    return value if isinstance(value, When) and value.unit == "day" else None


def _numbered(unit: Unit, last: When) -> When | None:
    """A bare number as a day of the month of another one."""
    value = unit.fact.value if unit.fact else None
    number = (
        value.numbers[0].value if isinstance(value, Amount) and not value.unit and len(value.numbers) == 1 else None
    )
    return last._replace(day=number) if isinstance(number, int) else None


def _spans(units: Sequence[Unit], first: int) -> bool:
    """Whether two ends of one kind stand around a joint, the first at an index."""
    one, other = units[first].fact, units[first + 2].fact
    return bool(one and other and one.kind == other.kind in _KINDS and units[first + 1].key in _JOINTS)


def _joined(first: Fact | None, last: Fact | None, whole: Fact | None) -> bool:
    """Whether a value is the span of years between two others."""
    values = [fact.value if fact else None for fact in (first, last, whole)]
    years = [value for value in values if isinstance(value, When) and value.unit == "year"]
    return len(years) == 3 and years[0]._replace(until=(years[1].year, 0, 0)) == years[2]
