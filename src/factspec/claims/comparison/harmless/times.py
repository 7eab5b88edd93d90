"""Harmless differences in how times are written: spans, days after "on", commas after dates, and ages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from factspec.claims.comparison.model import Harmless, Segment, is_capital, word
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import Sort, kinds_of_sort, time_kinds
from factspec.language.calendar import Weekday, When
from factspec.language.function_words import FINITE, FUNCTION_WORDS
from factspec.language.inflection import inflections
from factspec.language.number_words import Exact
from factspec.language.verbs import FINITE_VERBS, TAKE_ON

# A span of time from one end to the other, in words or with a dash.


_JOINTS = frozenset({"to", "through", "-"})
# After one of these, the first end is what was given up, or the first number counts what is needed.
_MOVING = """move shift switch change postpone delay defer adjourn reschedule bring push extend advance transfer slip
slide drift drag swap rebook amend revise correct alter update turn convert pull carry reset jump drop need want require
seek hire""".split()
_MOVED = frozenset(form for verb in _MOVING for form in inflections(verb)) | frozenset(
    """put puts putting set sets setting brought slid slidden go goes going went gone drew sought forward back off
    forwards backwards""".split()
)
_ENDS = frozenset({".", ";", ":", "?", "!", ""})


def _spans_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match "from" with nothing, "to" with a dash, and two ends with a span that is one value."""
    for step in _spanned(one, at, other, there):
        if not _is_moved(one, at) and not _is_moved(other, there):
            yield step


def _is_moved(segments: Sequence[Segment], at: int) -> bool:
    """Whether the clause before an index has a verb of moving or needing."""
    clause = takewhile(lambda segment: segment.key not in _ENDS, reversed(segments[:at]))
    return any(segment.key in _MOVED for segment in clause)


def _spanned(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterator[tuple[int, int]]:
    """Match two forms of one span."""
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
        if [segment.key for segment in one[start + 1 : mine.last]] == [
            segment.key for segment in other[there + 1 : theirs.last]
        ]:
            yield start + 1, there + 1


def _goes_with_a_noun(following: Segment) -> bool:
    """Whether the segment after days may be a noun that they belong to."""
    return bool(word(following)) and word(following) not in FUNCTION_WORDS | FINITE


class _Days(NamedTuple):
    """Days of one month from one to another, whether they follow "between", and the index of the segment after them."""

    days: When
    between: bool
    last: int


def _days(segments: Sequence[Segment], at: int) -> _Days | None:
    """The days that begin at an index: one value, or two ends of which the last names its month."""
    between = segments[at].key == "between"
    start = at + between
    whole = _when(segments[start])
    if whole and whole.until != (0, 0, 0):
        return _Days(whole, segments[start].token.key == "between", start + 1)
    joint, last = segments[start + 1].key, _when(segments[start + 2])
    between = between or segments[start - 1].key == "between"
    if last is None or last.until != (0, 0, 0) or (joint != "and" if between else joint not in _JOINTS):
        return None
    first = whole or _numbered(segments[start], last)
    if first is None or first.month != last.month or first.day >= last.day or (first.year and last.year != first.year):
        return None
    return _Days(last._replace(day=first.day, until=(0, 0, last.day)), between, start + 3)


def _when(segment: Segment) -> When | None:
    """The day of a segment; None if it is not a day."""
    value = segment.fact.value if segment.fact else None
    return value if isinstance(value, When) and value.unit == "day" else None


def _numbered(segment: Segment, last: When) -> When | None:
    """A bare number as a day in the month of another day; None if it is not a whole number."""
    value = segment.fact.value if segment.fact else None
    number = (
        value.numbers[0].value if isinstance(value, Amount) and not value.unit and len(value.numbers) == 1 else None
    )
    return last._replace(day=number) if isinstance(number, int) else None


def _spans(segments: Sequence[Segment], first: int) -> bool:
    """Whether two times of one kind surround a joint, the first at an index."""
    one, other = segments[first].fact, segments[first + 2].fact
    return bool(one and other and one.kind == other.kind in time_kinds() and segments[first + 1].key in _JOINTS)


def _joined(first: Fact | None, last: Fact | None, whole: Fact | None) -> bool:
    """Whether a value is the span from one year to another."""
    values = [fact.value if fact else None for fact in (first, last, whole)]
    years = [value for value in values if isinstance(value, When) and value.unit == "year"]
    return len(years) == 3 and years[0]._replace(until=(years[1].year, 0, 0)) == years[2]


# The word "on" before a weekday or a date: "opened on Monday", "opened Monday".


# After these words "on" belongs to what precedes them: "later than on Monday", "not on Monday".
_NOT_BEFORE = frozenset("or not only than nor except but".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night noon".split())
# Words that open a clause after "said Monday" and cannot be a noun that the day belongs to.
_OPENERS = frozenset(
    """a an the this that these those my your his her its our their some any no every each all both either neither many
    much most few several another he she it we they you i there nobody nothing none everyone everybody everything
    someone somebody anyone anybody in at during""".split()
)


def _on_a_day_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match "on" with nothing before a day that says when something happened."""
    if one[at].key == "on" and one[at + 1].key == other[there].key and _is_day(one[at + 1]):
        before = word(one[at - 1])
        if before not in TAKE_ON and before not in _NOT_BEFORE and _says_when(one, at + 1):
            yield at + 1, there


def _is_day(segment: Segment) -> bool:
    """Whether a segment is one weekday or one day, and not a possessive."""
    if segment.fact is None or segment.fact.shown.endswith(("'s", "’s")):
        return False
    value = segment.fact.value
    return (isinstance(value, Weekday) and not value.every) or (isinstance(value, When) and value.unit == "day")


def _says_when(segments: Sequence[Segment], at: int) -> bool:
    """Whether no noun follows a day (and its part) that they would belong to."""
    following = word(segments[at + 1 + (word(segments[at + 1]) in _PARTS_OF_DAY)])
    if word(segments[at - 2]) in {"said", "says"}:
        return not following or following in _OPENERS
    plain = not following or following in FUNCTION_WORDS or following in FINITE_VERBS
    return plain or (following.endswith("ed") and len(following) > 4)


# The comma after a date.


def _date_commas_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a comma after a date with nothing."""
    before = one[at - 1].fact if at else None
    if one[at].key != "," or other[there].key == "," or before is None or before.kind not in kinds_of_sort(Sort.DATE):
        return ()
    return ((at + 1, there),)


# The years of an age, and whose age it can be; two classes below use them.


_AGE_UNITS = frozenset({"", "age"})


def _years_of(segment: Segment) -> tuple[Exact | str, ...]:
    """The number, or both numbers of a range, of a bare number or an age; empty if a segment is neither."""
    value = segment.fact.value if segment.fact else None
    if not isinstance(value, Amount) or value.about or value.unit not in _AGE_UNITS:
        return ()
    return tuple(number.value for number in value.numbers)


def _is_full_name(segments: Sequence[Segment], last: int) -> bool:
    """Whether a name of two words or more ends at an index; one word may be a party or a place."""
    pair = segments[last - 1 : last + 1] if last > 0 else ()
    return len(pair) == 2 and all(_is_name(segment) for segment in pair)


def _is_name(segment: Segment) -> bool:
    return is_capital(segment) and bool(word(segment)) and word(segment) not in FUNCTION_WORDS


# An age beside a name: "Hale, 58,", "Hale, aged 58,", "Hale (58)".


_AROUND = frozenset({(",", ","), ("(", ")"), (",", ".")})


def _ages_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match a bare number with an age after a name, and the brackets around one with the commas around the other."""
    if one[at].key == "(" and other[there].key == ",":
        if _same(one, at + 1, other, there + 1):
            yield at + 1, there + 1
    elif one[at].key == ")":
        if _same(one, at - 1, other, there - 1):
            yield at + 1, there + (other[there].key == ",")
    elif _same(one, at, other, there):
        yield at + 1, there + 1


def _same(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> bool:
    years = _years_of(one[at])
    return bool(years) and years == _years_of(other[there]) and _apposed(one, at) and _apposed(other, there)


def _apposed(segments: Sequence[Segment], at: int) -> bool:
    """Whether a value follows a name of two words and is enclosed by signs."""
    return (segments[at - 1].key, segments[at + 1].key) in _AROUND and _is_full_name(segments, at - 2)


# How old somebody was when it happened: "died aged 88", "died at the age of 88", "died at 88".


# What only people do at an age; stocks and horses also win, leave and move at a number.
_OF_A_LIFE = frozenset({"died", "dies", "married", "marries", "retired", "retires"})
# Up to this number, "at 8" may be an hour.
_HOURS = 12
_SPELLED = ["the", "age", "of"]


class _Age(NamedTuple):
    """The years of an age, and the index of the segment after it."""

    years: object
    last: int


def _at_the_age_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match two forms of one age, or the words or sign by which alone they differ."""
    mine, theirs = _age(one, at), _age(other, there)
    if not mine:
        return
    if theirs and mine.years == theirs.years:
        yield mine.last, theirs.last
    # Everything that differs is before the number, which is the same segment on both sides.
    if one[mine.last - 1].key == other[there].key and (theirs or _first(other[there]) == "aged"):
        yield mine.last - 1, there


def _age(segments: Sequence[Segment], at: int) -> _Age | None:
    """The age that begins at an index; "at" is there or before it."""
    opened = segments[at].key == "at" or segments[at - 1].key == "at"
    start = at + (segments[at].key == "at")
    if not opened:
        start += segments[at].key == "," and segments[at + 2].key in {"", "."}
        return _Age(_years_of(segments[start]), start + 1) if _first(segments[start]) == "aged" else None
    if _first(segments[start]) == "age":
        return _Age(_years_of(segments[start]), start + 1)
    if [segment.key for segment in segments[start : start + 3]] == _SPELLED:
        return _Age(_years_of(segments[start + 3]), start + 4) if _years_of(segments[start + 3]) else None
    return _Age(_years_of(segments[start]), start + 1) if _is_bare(segments, start) else None


def _is_bare(segments: Sequence[Segment], at: int) -> bool:
    """Whether a number after "at" is an age: it is not an hour, counts nothing, and follows a person's verb."""
    years = _years_of(segments[at])
    if not years or any(isinstance(number, str) or number <= _HOURS for number in years):
        return False
    following = segments[at + 1]
    if following.fact or (word(following) and word(following) not in FUNCTION_WORDS):
        return False
    return segments[at - 2].key in _OF_A_LIFE and _is_person(segments, at - 3)


def _is_person(segments: Sequence[Segment], at: int) -> bool:
    """Whether "he", "she" or the last word of a full name is at an index."""
    return segments[at].key in {"he", "she"} or _is_full_name(segments, at)


def _first(segment: Segment) -> str:
    """The first word of an age."""
    value = segment.fact.value if segment.fact else None
    return segment.token.key if isinstance(value, Amount) and value.unit == "age" else ""


SPANS = Harmless(
    name="spans of time",
    passes=(
        "A span of years, months, days, weekdays or times, written with from and to, with to alone or with a dash; "
        "the month of two days named once or twice."
    ),
    never=(
        "A span of anything else; another beginning or end; something moved, postponed or changed from one to the "
        "other; days before a noun (5 to 7 May volunteers)."
    ),
    same=(
        ("in office from 2024 to 2026", "in office 2024–2026"),
        ("open from Monday to Friday", "open Monday–Friday"),
        ("open Monday to Friday", "open from Monday to Friday"),
        ("the fair runs from 5 to 7 May", "the fair runs 5–7 May"),
        ("the fair runs from 5 May to 7 June", "the fair runs 5 May – 7 June"),
        ("it ran from 11 May to 13 May", "it ran from 11 to 13 May"),
        ("it ran between 11 and 13 May", "it ran between May 11 and 13"),
        ("open from 9 a.m. to 5 p.m.", "open 9 a.m.–5 p.m."),
    ),
    not_same=(
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
    ),
    in_quotations=False,
    moves=_spans_moves,
)

ON_A_DAY = Harmless(
    name="on a day",
    passes="The word on, before a weekday or a date that says when something happened, or no on.",
    never=(
        "On after a verb or noun that needs it (depends, focus, a ban); on before Mondays, Monday's or a day that "
        "belongs to a noun (said Sunday shopping would end); any other preposition."
    ),
    same=(
        ("the fair opened on 1 July", "the fair opened July 1"),
        ("the council voted on Monday to close the bridge", "the council voted Monday to close the bridge"),
        ("they met on Monday evening", "they met Monday evening"),
        ("the council on Monday approved it", "the council Monday approved it"),
        ("on Monday, the council voted", "Monday, the council voted"),
        ("she said on Monday the bridge would close", "she said Monday the bridge would close"),
    ),
    not_same=(
        ("it depends on Monday", "it depends Monday"),
        ("the council voted on Monday's plan", "the council voted Monday's plan"),
        ("the council voted on Monday traffic rules", "the council voted Monday traffic rules"),
        ("they spoke on Monday night football", "they spoke Monday night football"),
        ("the ban on Monday trading ended", "the ban Monday trading ended"),
        ("the report on Monday was wrong", "the report Monday was wrong"),
        ("they met on Mondays", "they met Mondays"),
        ("they met by Monday", "they met Monday"),
        ("they met on Monday", "they met Tuesday"),
        ("they agreed on Monday", "they agreed Monday"),
        ("she said on Sunday shopping would be banned", "she said Sunday shopping would be banned"),
        ("she said on Sunday new shops would open", "she said Sunday new shops would open"),
        ("she said on Sunday Mass would be held", "she said Sunday Mass would be held"),
    ),
    in_quotations=False,
    starts=frozenset({"on"}),
    moves=_on_a_day_moves,
)

DATE_COMMAS = Harmless(
    name="date commas",
    passes="The comma after a weekday, a month or a date, as in June 9, 2026, or no comma.",
    never="A comma before a date, or after a number that is not a date.",
    same=(
        ("on 9 June 2026 for good", "on June 9, 2026, for good"),
        ("on Tuesday 9 June for good", "on Tuesday, June 9, for good"),
        ("in June 2026 after a vote", "in June, 2026, after a vote"),
    ),
    not_same=(
        ("on 9 June 2026 for good", "on June 8, 2026, for good"),
        ("it took 9 for good", "it took 9, for good"),
        ("he left in June", "he left, in June"),
    ),
    in_quotations=False,
    starts=frozenset({","}),
    moves=_date_commas_moves,
)

AGES = Harmless(
    name="ages",
    passes="An age after a full name, as a bare number or with words, between commas or in brackets.",
    never="Another number; a number anywhere else, such as after a single word, which may be a party (42) or a place.",
    same=(
        ("Bo Hale, 58, left", "Bo Hale, aged 58, left"),
        ("Bo Hale (58) left", "Bo Hale (58 years old) left"),
        ("Bo Hale (58) left", "Bo Hale, 58, left"),
    ),
    not_same=(
        ("Bo Hale, 58, left", "Bo Hale, aged 59, left"),
        ("Bo Hale (58) left", "Bo Hale, 59, left"),
        ("he won 58, then left", "he won, aged 58, then left"),
        ("he won (58) then", "he won, 58, then"),
        ("Labour (42) and the Greens (58) led", "Labour, 42, and the Greens, 58, led"),
        ("goals by Kane (42) and Saka (58)", "goals by Kane (aged 42) and Saka (aged 58)"),
        ("In Paris, 58, he left", "In Paris, aged 58, he left"),
    ),
    in_quotations=False,
    starts=frozenset({"(", ")"}),
    of_values=True,
    moves=_ages_moves,
)

AT_THE_AGE = Harmless(
    name="at the age of",
    passes=(
        "Aged 88, at age 88 and at the age of 88; at 88, if he, she or a full name died, married or retired at 88."
    ),
    never="Another number; an age after under, since or from; a number that may be an hour (at 8).",
    same=(
        ("she died aged 88", "she died at the age of 88"),
        ("she died aged 88", "she died, aged 88"),
        ("she died at the age of 88", "she died at 88"),
        ("Ada Lind died at the age of 88", "Ada Lind died at 88"),
        ("he became mayor at age 40", "he became mayor at the age of 40"),
        ("he became mayor at age 40", "he became mayor aged 40"),
    ),
    not_same=(
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
    ),
    in_quotations=False,
    starts=frozenset({"at", ",", "the"}),
    of_values=True,
    moves=_at_the_age_moves,
)

CLASSES = (
    SPANS,
    ON_A_DAY,
    DATE_COMMAS,
    AGES,
    AT_THE_AGE,
)
"""The classes of harmless differences in times."""
