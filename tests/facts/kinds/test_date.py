"""Dates: what is not one, what agrees, what differs, which day they name."""

from datetime import date as date_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.facts.fact import Fact
from factspec.facts.kinds import date
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "plain thousand": "1500 protesters gathered",
    "people": "2000 people marched",
    "homes": "The storm damaged 2000 homes",
    "month alone": "It rained in May",
    "weekday alone": "on Tuesday",
    "modal": "The court may rule",
    "money": "a fine of $2000",
    "separator": "1,998 homes",
    "flight": "Flight 370 vanished",
    "short number": "bus 90 left",
    "age in words": "a woman in her nineties",
    "age in digits": "a woman in her 90s",
    "percent after month": "In May 5% fewer came",
    "quarter alone": "a quarter of voters",
    "half alone": "half of voters",
    "last people": "the last people to leave",
    "duration": "two weeks of talks",
    "time": "at 17:00",
    "decade alone": "a decade of war",
    "name": "Theresa May",
    "no year": "the number 3000",
    "no decade": "the 95s",
    "uncounted ago": "many days ago",
    "ordinal ago": "the third day ago",
    "old number before an adjective": "in 1500 armed ships",
    "old number at the end": "They counted 1500.",
    "old number after a preposition": "in 1500 homes",
    "long number": "20266",
}

# The same fact in two forms.
AGREE = {
    "order": ("19 May 2026", "May 19, 2026"),
    "order without year": ("19 May", "May 19"),
    "ordinal": ("May 19th", "19 May"),
    "ordinal of": ("the 19th of May 2026", "19 May 2026"),
    "ordinal before": ("3rd September", "September 3"),
    "iso": ("2026-05-19", "19 May 2026"),
    "iso dash": ("2026‑05‑19", "2026-05-19"),
    "slashes": ("19/05/2026", "19 May 2026"),
    "american slashes": ("05/19/2026", "May 19, 2026"),
    "equal day and month": ("5/5/2026", "5 May 2026"),
    "points": ("19.05.2026", "19 May 2026"),
    "ambiguous with itself": ("04/05/2026", "4/5/2026"),
    "abbreviated": ("Sept. 3, 2026", "3 September 2026"),
    "abbreviated without stop": ("3 Sep 2026", "September 3, 2026"),
    "abbreviated january": ("Jan. 5", "5 January"),
    "abbreviated march": ("5 Mar 2026", "March 5, 2026"),
    "case": ("19 MAY 2026", "19 May 2026"),
    "beside a weekday": ("Tuesday, May 19", "Tues, 19 May"),
    "no comma": ("May 19 2026", "May 19, 2026"),
    "leading nought": ("05 May 2026", "5 May 2026"),
    "month and year": ("May 2026", "May, 2026"),
    "month of year": ("May of 2026", "May 2026"),
    "abbreviated month and year": ("Sept. 2026", "September 2026"),
    "range of days": ("May 5-7", "5–7 May"),
    "range of days with year": ("May 5-7, 2026", "5 to 7 May 2026"),
    "range of days in words": ("between 5 and 7 May", "5-7 May"),
    "year": ("in 2026", "during 2026"),
    "early year": ("early 2026", "in early 2026"),
    "early in": ("early in 2026", "early 2026"),
    "mid-year": ("mid-2026", "mid 2026"),
    "range of years": ("2019-20", "2019–2020"),
    "range of years in words": ("between 2019 and 2021", "2019-2021"),
    "range of years to": ("2019 to 2021", "2019–21"),
    "old range": ("the 1914-18 war", "between 1914 and 1918"),
    "decade": ("the 1990s", "the 1990's"),
    "decade short": ("the 1990s", "the ’90s"),
    "decade in words": ("the nineties", "the 1990s"),
    "late decade": ("the late 1990s", "the late nineties"),
    "century": ("the 19th century", "the nineteenth century"),
    "century hyphened": ("21st-century", "twenty-first-century"),
    "quarter": ("Q3 2026", "third quarter of 2026"),
    "quarter without year": ("Q3", "the third quarter"),
    "half": ("H1 2026", "first half of 2026"),
    "fiscal year": ("FY2026", "fiscal 2026"),
    "fiscal year in words": ("fiscal year 2026", "FY 2026"),
    "yesterday": ("yesterday", "Yesterday's"),
    "ago": ("three days ago", "3 days ago"),
    "a day": ("a week ago", "one week ago"),
    "last week": ("last week", "Last week's"),
    "next year": ("next year", "next year"),
    "last night": ("last night", "Last night"),
    "day before yesterday": ("the day before yesterday", "the day before yesterday"),
    "no such day": ("31 June", "June 31"),
    "no such day in digits": ("2026-02-30", "30 February 2026"),
    "old year after a preposition": ("in 1492", "since 1492"),
    "arabic digits": ("١٩ May", "19 May"),
    "possessive": ("May’s 2026", "May's 2026"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "day": ("19 May 2026", "20 May 2026"),
    "month": ("19 May 2026", "19 June 2026"),
    "year": ("19 May 2026", "19 May 2025"),
    "digits exchanged": ("12 May", "21 May"),
    "year added": ("19 May", "19 May 2026"),
    "day dropped": ("19 May 2026", "May 2026"),
    "iso day": ("2026-05-19", "2026-05-18"),
    "ambiguous": ("04/05/2026", "05/04/2026"),
    "ambiguous with april": ("04/05/2026", "5 April 2026"),
    "ambiguous with may": ("04/05/2026", "4 May 2026"),
    "cut year": ("19/05/26", "19 May 2026"),
    "no such day": ("31 June", "30 June"),
    "bare years": ("in 2026", "in 2025"),
    "part of year": ("early 2026", "late 2026"),
    "part dropped": ("mid-2026", "in 2026"),
    "decades": ("the 1990s", "the 1980s"),
    "decade and year": ("the 1990s", "in 1990"),
    "decade in words": ("the eighties", "the 1990s"),
    "centuries": ("the 19th century", "the 20th century"),
    "quarters": ("Q3 2026", "Q4 2026"),
    "quarter's year": ("third quarter of 2026", "third quarter of 2025"),
    "quarter and half": ("Q1 2026", "H1 2026"),
    "fiscal": ("fiscal 2026", "in 2026"),
    "range of days": ("May 5-7", "May 5-8"),
    "range is no day": ("May 5-7", "May 5"),
    "range of years": ("2019-21", "2019-22"),
    "yesterday and today": ("yesterday", "today"),
    "tonight and today": ("tonight", "today"),
    "last night and yesterday": ("last night", "yesterday"),
    "last and next": ("last week", "next week"),
    "last and this": ("last month", "this month"),
    "units": ("last week", "last month"),
    "days ago": ("three days ago", "four days ago"),
    "ago and later": ("three days ago", "three days later"),
    "ago and earlier": ("three days ago", "three days earlier"),
    "weeks and days ago": ("two weeks ago", "two days ago"),
    "following and next": ("the following day", "tomorrow"),
    "month and year": ("May 2026", "June 2026"),
    "months abbreviated": ("Jan. 5", "Jun. 5"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("from 19 May 2026 to June 3, 2027", ["19 May 2026", "June 3, 2027"]),
    "with a weekday": ("on Tuesday, May 19, 2026, in Rome", ["May 19, 2026"]),
    "from and to are two": ("from 2019 to 2021", ["2019", "2021"]),
    "in a sentence": ("In 2026 sales rose", ["2026"]),
    "after the": ("the 2024 Olympics", ["2024"]),
    "ordinal of keeps": ("the 19th of May", ["19th of May"]),
    "final stop": ("It ended in 2026.", ["2026"]),
    "stop of the month": ("on Sept. 3 in Rome", ["Sept. 3"]),
    "relative": ("The day after tomorrow, a week later", ["The day after tomorrow", "a week later"]),
    "months are not days": ("in May 2026", ["May 2026"]),
    "percent": ("In May 2026 5% came", ["May 2026"]),
    "millions after a month": ("in May 5 million came", []),
    "name and year": ("Theresa May 2019", ["2019"]),
    "old year and a word": ("in 1492 and later", ["1492"]),
    "range of ordinals": ("on May 5th-7th", ["May 5th-7th"]),
    "two days of a month": ("on 5 and 7 May", ["7 May"]),
    "span that ends where it began": ("in 2019-19", ["2019"]),
    "slashes without a date": ("open 24/7/365", []),
    "emergency": ("the 9/11 attacks", []),
}


def _facts(text: str) -> list[Fact]:
    return list(date.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert date.agree(left, right)
    assert date.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not date.agree(left, right)
    assert not date.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected


_PUBLISHED = date_(2026, 5, 20)

# Texts and the days that they name in an article of Wednesday, 20 May 2026; None if they do not name a single day.
DAYS = {
    "in full": ("19 May 2026", date_(2026, 5, 19)),
    "iso": ("2026-05-19", date_(2026, 5, 19)),
    "nearest year": ("May 19", date_(2026, 5, 19)),
    "nearest year before": ("31 December", date_(2025, 12, 31)),
    "nearest year after": ("1 January", date_(2026, 1, 1)),
    "yesterday": ("yesterday", date_(2026, 5, 19)),
    "today": ("today", date_(2026, 5, 20)),
    "tomorrow": ("tomorrow", date_(2026, 5, 21)),
    "last night": ("last night", date_(2026, 5, 19)),
    "day before yesterday": ("the day before yesterday", date_(2026, 5, 18)),
    "ago": ("three days ago", date_(2026, 5, 17)),
    "not existing": ("31 June 2026", None),
    "leap day without a leap year": ("29 February", None),
    "leap day": ("29 February 2024", date_(2024, 2, 29)),
    "month": ("May 2026", None),
    "range": ("May 5-7, 2026", None),
    "ambiguous": ("04/05/2026", None),
    "week": ("last week", None),
    "from another day": ("three days later", None),
    "far away": ("9999999999 days ago", None),
}


@pytest.mark.parametrize("text, day", [pytest.param(*row, id=name) for name, row in DAYS.items()])
def test_resolves_from_the_day_of_writing(text: str, day: date_ | None) -> None:
    (fact,) = _facts(text)
    assert date.day(fact, _PUBLISHED) == day


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in ("yesterday", "May 19", "last week")])
def test_resolves_nothing_without_the_day_of_writing(text: str) -> None:
    (fact,) = _facts(text)
    assert date.day(fact, None) is None


@given(st.dates(min_value=date_(1000, 1, 1), max_value=date_(2999, 12, 31)))
def test_every_day_is_one_in_every_order(day: date_) -> None:
    month = f"{day:%B}"
    forms = (f"{day.day} {month} {day:%Y}", f"{month} {day.day}, {day:%Y}", day.isoformat())
    facts = [fact for form in forms for fact in _facts(form)]
    assert [date.day(fact, None) for fact in facts] == [day] * 3
    assert date.agree(facts[0], facts[1])
    assert date.agree(facts[1], facts[2])
