"""Where a listed day stands in an article: however it is written, and as the day itself.

"by 4 May", "until 4 May" and "the eve of 4 May" are no place of it, nor is "Tuesday last week" of Tuesday.
"""

from collections.abc import Iterator
from datetime import date

from factspec.draft import Span
from factspec.fact import Fact
from factspec.match.going_on import REACH, behind
from factspec.match.index import Index
from factspec.registry import load
from factspec.spec.model import Day
from factspec.text.calendar import WEEKDAYS

# What before a day makes another of it, or a time that begins or ends with it.
_DAY_BOUNDS = frozenset(
    {(word,) for word in "after before by from until till since around about circa following".split()}
    | {
        ("prior", "to"),
        ("ahead", "of"),
        ("eve", "of"),
        ("up", "to"),
        ("as", "of"),
        ("not", "on"),
        ("later", "than"),
        ("earlier", "than"),
    }
)
# How many tokens may stand between two dates that are said of one day.
_NEIGHBOURING = 2


def days(index: Index, fact: Day, published: date | None) -> Iterator[Span]:
    """The token ranges at which a day stands, in no order; relative days count from `published`."""
    resolve = load("factspec.facts", "date").resolve
    for other, span in index.facts:
        named = other.kind in {"date", "weekday"} and resolve(other, published) == fact.day
        if not named or _moved(index, other, span):
            continue
        if all(_fits(resolve(one, published), one, fact.day) for one in _beside(index, span)):
            yield span


def _moved(index: Index, fact: Fact, span: Span) -> bool:
    """Whether what stands beside a day makes another of it: "Tuesday | last week", "until | 4 May"."""
    if bounded_day(index, span) != span:
        return True
    return behind(index.tokens[span.end : span.end + REACH], (), fact, 0) > 0


def bounded_day(index: Index, span: Span) -> Span:
    """A day with what before it, and before a weekday beside it, makes it no single day: "by Monday, | 4 May"."""
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    keys = index.keys(Span(max(span.start - _NEIGHBOURING - 2, first), span.start))
    apart = (
        2 if keys[-1:] == (",",) and keys[-2:-1] and keys[-2] in WEEKDAYS else int(bool(keys) and keys[-1] in WEEKDAYS)
    )
    keys = keys[: len(keys) - apart]
    words = 2 if keys[-2:] in _DAY_BOUNDS else int(keys[-1:] in _DAY_BOUNDS)
    return Span(span.start - apart - words, span.end) if words else span


def _beside(index: Index, span: Span) -> Iterator[Fact]:
    """The other dates of a sentence that are said of the same day: "Tuesday, 26 May", "in 2025 … on 19 May"."""
    number = index.sentence_of(span.start)
    first = index.sentence_tokens[number].start
    for one in index.facts_of(number):
        apart = max(one.first + first - span.end, span.start - first - one.last)
        if one.kind in {"date", "weekday"} and (0 <= apart <= _NEIGHBOURING or one.shown.isdigit()):
            yield one


def _fits(named: date | None, one: Fact, day: date) -> bool:
    """Whether a date beside another can be of the same day: its year, its weekday, the day, or no single day."""
    if one.shown.isdigit():
        return int(one.shown) == day.year
    return named is None or named == day or (one.kind == "weekday" and named.weekday() == day.weekday())
