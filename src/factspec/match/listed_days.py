"""Where a listed day stands in an article: however it is written, and as the day itself.

"by 4 May", "until 4 May" and "the eve of 4 May" are no place of it, nor is "Tuesday last week" of Tuesday.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import chain, takewhile

from factspec.fact import Fact
from factspec.facts.weekday import Weekday
from factspec.lexicon.pasts import PASTS, SHORT_PASTS
from factspec.match.edge_words import is_alternative
from factspec.match.framing_word import SIGHT
from factspec.match.going_on import REACH, behind
from factspec.match.index import Index
from factspec.registry import load
from factspec.spec.model import Day
from factspec.text.calendar import WEEKDAYS, When
from factspec.text.number_words import ORDINALS
from factspec.text.places import Span

# The kinds of fact that name a day.
_KINDS = frozenset({"date", "weekday"})
# What before a day makes another of it, or a time that begins or ends with it.
_DAY_BOUNDS = frozenset(
    {
        (word,)
        for word in (
            "after before by from until till since around about circa following through starting ending beginning"
        ).split()
    }
    | {
        ("prior", "to"),
        ("ahead", "of"),
        ("eve", "of"),
        ("up", "to"),
        ("as", "of"),
        ("not", "on"),
        ("later", "than"),
        ("earlier", "than"),
        ("week", "of"),
        ("weeks", "of"),
        ("days", "of"),
        ("latest", "on"),
        ("every",),
    }
)
# Behind these "to" says which day it became; else it ends a stretch: "moved | to 12 May", "ran | to 12 May".
_MOVED = frozenset(
    """moved moves move moving postponed postpone delayed rescheduled brought bring pushed push put changed deferred
    shifted switched adjourned dated return returned""".split()
)
_MOVED_WITHIN = 5
# What before a weekday makes a feast of it, or one of several.
_NAMED_DAYS = frozenset("good black maundy ash shrove cyber easter whit boxing super palm".split())
# What behind "the Friday" says which one it is.
_PLACING = frozenset("after before of".split())
# How many tokens before a day the verb of its clause stands, and what of it says that the day is to come, or past.
_TENSE = 16
_AHEAD = frozenset("will shall due".split())
_PAST = frozenset("was were had did has have been used".split()) | PASTS | SHORT_PASTS
_RELATIVES = frozenset({"who", "which", "that"})
# How many tokens before a "will" the word stands that begins its relative clause: "which Ada Lind | will leave".
_OF_RELATIVE = 4
# What a past form stands behind that is one verb with it: "will be | held", "will close and | sell".
_JOINED = _AHEAD | frozenset("be been being have and or".split())
# A word in "ed" of more letters than this is a past, but for these.
_SHORTEST = 4
_NO_PASTS = frozenset("speed breed greed bleed steed indeed hundred".split())
# Verbs of the present tense that tell of a day to come, and those of what is planned.
_PRESENT = frozenset("is are can must may might should would".split())
_PLANNED = frozenset(
    "start begin open close meet play sail leave arrive end run return resume face host fly vote take hold go".split()
)
_WEEKS = {"last": -1, "this": 0, "next": 1}
_SUNDAY = 7
# How many tokens may stand between two dates that are said of one day.
_NEIGHBOURING = 2


def days(index: Index, fact: Day, published: date | None) -> Iterator[Span]:
    """The token ranges at which a day stands, in no order; relative days count from `published`."""
    resolve = load("factspec.facts", "date").resolve
    dated = [(one, span) for one, span in index.facts if one.kind in _KINDS]
    for place, (other, span) in enumerate(dated):
        if day_of(index, other, span, published) != fact.day or _moved(index, other, span):
            continue
        if all(_fits(resolve(one, published), one, fact.day) for one in _beside(index, dated, place)):
            yield span


def day_of(index: Index, fact: Fact, span: Span, published: date | None) -> date | None:
    """The day that a date or weekday at a token range is, by the tense of its sentence; None for no single day."""
    week = _week_behind(index, fact, span)
    if week is not None and published:
        return published + timedelta(days=week[0].number - published.isoweekday() + 7 * week[1])
    return _in_tense(index, fact, span, load("factspec.facts", "date").resolve(fact, published), published)


def _week_behind(index: Index, fact: Fact, span: Span) -> tuple[Weekday, int] | None:
    """The weekday that "of last week" or the like follows, and how many weeks on that one is; None where none does.

    A Sunday begins one's week and ends another's, and is left out.
    """
    value = fact.value
    if not isinstance(value, Weekday) or value.which or value.every or value.number == _SUNDAY:
        return None
    *_, which, week = ("", "", *index.keys(Span(span.end, span.end + 3)))
    begins = index.keys(Span(span.end, span.end + 1)) == ("of",)
    return (value, _WEEKS[which]) if begins and week == "week" and which in _WEEKS else None


def _in_tense(index: Index, one: Fact, span: Span, named: date | None, published: date | None) -> date | None:
    """The day that a weekday or a day without a year names by the tense of its sentence.

    "will meet on Monday" is of the days to come, "met on 8 April" of those past; without either the nearest is meant.
    """
    if named is None or published is None or not _is_open(one):
        return named
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    before = index.keys(Span(max(first, span.start - _TENSE), span.start))
    ahead = _is_ahead(before) or (one.kind == "weekday" and _is_to_come(before))
    if ahead is (named >= published):
        return named
    if one.kind == "weekday":
        return named + timedelta(days=7) if ahead else named
    if not ahead and _PAST.isdisjoint(before):
        return named
    with suppress(ValueError):  # 29 February
        return named.replace(year=named.year + (1 if ahead else -1))
    return named


def _is_ahead(before: Sequence[str]) -> bool:
    """Whether a "will" before a day is of its clause: "will meet | on", not "who will retire in June, met | on"."""
    passed = False
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _AHEAD:
            near = before[max(at - _OF_RELATIVE, 0) : at]
            if not passed or ("who" not in near and "which" not in near and near[-1:] != ("that",)):
                return True
        passed = passed or (_is_past(before, at) and before[max(at - 1, 0)] not in _JOINED)
    return False


def _is_past(before: Sequence[str], at: int) -> bool:
    """Whether a word is a past form that is no part of a passive."""
    passive = at > 0 and before[at - 1] in _PRESENT | {"be", "being"}
    key = before[at]
    return not passive and (key in _PAST or (key.endswith("ed") and len(key) > _SHORTEST and key not in _NO_PASTS))


def _is_to_come(before: Sequence[str]) -> bool:
    """Whether the verb nearest before a weekday tells of a day to come: "the vote is | on Friday", "it sails"."""
    for at in range(len(before) - 1, -1, -1):
        key = before[at]
        if key in _PRESENT or key.endswith("'ll") or (key.endswith("s") and _base(key) in _PLANNED):
            relative = key in _PRESENT and at > 0 and before[at - 1] in _RELATIVES
            return not relative  # "which is based in Lund, cut jobs on"
        if _is_past(before, at):
            return False
    return False


def _base(key: str) -> str:
    return key.removesuffix("es") if key.endswith(("oes", "ches")) else key.removesuffix("s")


def _is_open(one: Fact) -> bool:
    """Whether a day is named without its week or year."""
    value = one.value
    if isinstance(value, Weekday):
        return not value.which and not value.every
    return isinstance(value, When) and value.unit == "day" and not value.year


def _moved(index: Index, fact: Fact, span: Span) -> bool:
    """Whether what stands beside a day makes another of it: "Tuesday | last week", "until | 4 May"."""
    if bounded_day(index, span) != span or (fact.kind == "weekday" and _is_another(index, span)):
        return True
    if is_alternative(index, span):
        return True
    return (
        _week_behind(index, fact, span) is None and behind(index.tokens[span.end : span.end + REACH], (), fact, 0) > 0
    )


def _is_another(index: Index, span: Span) -> bool:
    """Whether words around a weekday make it one of another week: "Good | Friday", "a week on | Friday"."""
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    *_, earlier, last = ("", "", *index.keys(Span(max(span.start - 2, first), span.start)))
    following = index.keys(Span(span.end, span.end + 1))
    if last in _NAMED_DAYS or last in ORDINALS or (earlier in {"week", "fortnight"} and last == "on"):
        return True
    return last == "the" and not _PLACING.isdisjoint(following)


def bounded_day(index: Index, span: Span) -> Span:
    """A day with what before it, and before a weekday beside it, makes it no single day: "by Monday, | 4 May"."""
    first = index.sentence_tokens[index.sentence_of(span.start)].start
    keys = index.keys(Span(max(span.start - _NEIGHBOURING - 2, first), span.start))
    apart = (
        2 if keys[-1:] == (",",) and keys[-2:-1] and keys[-2] in WEEKDAYS else int(bool(keys) and keys[-1] in WEEKDAYS)
    )
    keys = keys[: len(keys) - apart]
    words = 2 if keys[-2:] in _DAY_BOUNDS else int(keys[-1:] in _DAY_BOUNDS)
    if keys[-1:] == ("to",) and not words:
        near = index.keys(Span(max(span.start - apart - _MOVED_WITHIN, first), span.start))
        words = int(_MOVED.isdisjoint(near))
    return Span(span.start - apart - words, span.end) if words else span


def _beside(index: Index, dated: Sequence[tuple[Fact, Span]], place: int) -> Iterator[Fact]:
    """The other dates of a sentence that are said of the same day: "Tuesday, 26 May", "in 2025 … on 19 May"."""
    _, span = dated[place]
    first, last = index.sentence_tokens[index.sentence_of(span.start)]
    low, high = max(first, span.start - SIGHT), min(last, span.end + SIGHT)
    before = takewhile(lambda one: one[1].start >= low, reversed(dated[max(place - SIGHT, 0) : place]))
    after = takewhile(lambda one: one[1].end <= high, dated[place + 1 : place + SIGHT])
    for one, there in chain(before, after):
        apart = max(there.start - span.end, span.start - there.end)
        if 0 <= apart <= _NEIGHBOURING or (one.shown.isdigit() and _is_for_all(index, there, span, first)):
            yield one


def _is_for_all(index: Index, year: Span, day: Span, first: int) -> bool:
    """Whether a year is that of a day in its sentence: at its head, or with no comma between the two."""
    between = index.keys(Span(min(year.end, day.end), max(year.start, day.start)))
    return year.start - first <= _NEIGHBOURING or "," not in between


def _fits(named: date | None, one: Fact, day: date) -> bool:
    """Whether a date beside another can be of the same day: its year, its weekday, the day, or no single day."""
    if one.shown.isdigit():
        return int(one.shown) == day.year
    return named is None or named == day or (one.kind == "weekday" and named.weekday() == day.weekday())
