"""A span of time from one end to the other, in words or with a dash."""

from collections.abc import Iterable, Sequence

from factspec.amount import Amount
from factspec.comparison.units import Unit
from factspec.fact import Fact
from factspec.text.calendar import When

NAME = "spans of time"
PASSES = "From one year, month, day, weekday or time to another: with from and to, with to alone, with a dash."
NEVER = "Spans of anything else, another end, what is moved, put off or changed from one to the other."
SAME = (
    ("in office from 2024 to 2026", "in office 2024–2026"),
    ("open from Monday to Friday", "open Monday–Friday"),
    ("open Monday to Friday", "open from Monday to Friday"),
    ("the fair runs from 5 to 7 May", "the fair runs 5–7 May"),
    ("the fair runs from 5 May to 7 June", "the fair runs 5 May – 7 June"),
    ("open from 9 a.m. to 5 p.m.", "open 9 a.m.–5 p.m."),
)
NOT_SAME = (
    ("in office from 2024 to 2026", "in office 2024–2027"),
    ("in office from 2024 to 2026", "in office in 2024 and 2026"),
    ("open from Monday to Friday", "open from Monday"),
    ("the match was moved from Monday to Friday", "the match was moved Monday to Friday"),
    ("sales rose from 10 to 20", "sales rose 10–20"),
    ("the fair runs from 5 to 7 May", "the fair runs 5–8 May"),
)
IN_QUOTATIONS = False
_KINDS = frozenset({"date", "month", "weekday", "time"})
_JOINTS = frozenset({"to", "through", "-"})
# Behind these the first end is what was given up.
_MOVED = frozenset(
    """moved shifted switched changed postponed delayed deferred adjourned rescheduled brought pushed put extended
    forward back off forwards backwards""".split()
)


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A "from" that the other side lacks, "to" against a dash, and two ends against a span that is one value."""
    opened = one[at].key == "from" and one[at - 1].key not in _MOVED
    if opened and _spans(one, at + 1) and _spans(other, there):
        yield at + 1, there
    if one[at].key in _JOINTS and other[there].key in _JOINTS and _spans(one, at - 1) and _spans(other, there - 1):
        yield at + 1, there + 1
    start = at + opened
    if one[start + 1].key in _JOINTS and _joined(one[start].fact, one[start + 2].fact, other[there].fact):
        yield start + 3, there + 1


def _spans(units: Sequence[Unit], first: int) -> bool:
    """Whether two ends of one kind stand around a joint, the first at an index."""
    one, other = units[first].fact, units[first + 2].fact
    return bool(one and other and one.kind == other.kind in _KINDS and units[first + 1].key in _JOINTS)


def _joined(first: Fact | None, last: Fact | None, whole: Fact | None) -> bool:
    """Whether a value is the span between two others: of years, or of days of one month."""
    if not (first and last and whole and isinstance(last.value, When) and isinstance(whole.value, When)):
        return False
    if isinstance(first.value, When):
        return first.value._replace(until=(last.value.year, 0, 0)) == whole.value and last.value.unit == "year"
    day = last.value._replace(day=whole.value.day, until=(0, 0, last.value.day))
    count = isinstance(first.value, Amount) and [number.value for number in first.value.numbers]
    return day == whole.value and count == [whole.value.day]
