"""Durations and ages: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import duration
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "ordinal second": "the second attempt",
    "a second": "A second man was held",
    "month": "in May",
    "years without a number": "For years he denied it",
    "age alone": "The age of steam",
    "aged alone": "aged cheese",
    "distance": "10 km",
    "ordinal year": "the fifth year",
    "money": "$5 million",
    "today": "He spoke today",
    "decade": "the 90s",
    "decade in words": "the nineties",
}

# The same fact in two forms.
AGREE = {
    "behind a date": ("on May 15 to six years", "six years"),
    "word and digit": ("three years", "3 years"),
    "hyphen": ("a 3-year deal", "a three year deal"),
    "years and months": ("three years", "36 months"),
    "half year": ("half a year", "six months"),
    "year and a half": ("a year and a half", "18 months"),
    "one and a half years": ("one and a half years", "18 months"),
    "mixed": ("1½ years", "18 months"),
    "a year": ("a year", "one year"),
    "an hour": ("an hour", "1 hour"),
    "hour and minutes": ("an hour", "60 minutes"),
    "hour and a half": ("an hour and a half", "90 minutes"),
    "half an hour": ("half an hour", "30 minutes"),
    "half-hour": ("a half-hour", "30 minutes"),
    "decimals": ("1.5 hours", "90 minutes"),
    "week and days": ("two weeks", "14 days"),
    "fortnight": ("a fortnight", "two weeks"),
    "day and hours": ("two days", "48 hours"),
    "decade": ("two decades", "20 years"),
    "century": ("a century", "100 years"),
    "abbreviations": ("5 hrs", "five hours"),
    "minutes": ("45 mins", "45 minutes"),
    "seconds": ("9.58 seconds", "9.58 secs"),
    "range": ("5-7 years", "five to seven years"),
    "range between": ("between 5 and 7 years", "5 to 7 years"),
    "age hyphened": ("a 45-year-old man", "aged 45"),
    "age in years": ("45 years old", "45-year-old"),
    "age of age": ("45 years of age", "aged 45"),
    "aged in words": ("aged forty-five", "45 years old"),
    "age range hyphened": ("18- to 24-year-olds", "18-24-year-olds"),
    "age range by dash": ("aged 18-24", "aged 18 to 24"),
    "months old": ("a 5-month-old", "five months old"),
    "part of an hour": ("three-quarters of an hour", "45 minutes"),
    "tens of years of age": ("in her forties", "in her 40s"),
    "yr": ("5 yrs", "5 years"),
    "about": ("about 100 days", "98 days"),
    "vague": ("hundreds of years", "hundreds of years"),
    "magnitude": ("3 million years", "three million years"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "value": ("three years", "four years"),
    "unit": ("three years", "three months"),
    "unit of hours": ("5 hours", "5 minutes"),
    "days and weeks": ("5 days", "5 weeks"),
    "days are no months": ("30 days", "a month"),
    "years are no days": ("a year", "365 days"),
    "age is no duration": ("45 years old", "45 years"),
    "one and several": ("a 45-year-old", "45-year-olds"),
    "age value": ("aged 45", "aged 54"),
    "tens of years of age": ("in her forties", "in her fifties"),
    "age and tens": ("aged 40", "in her 40s"),
    "age by suffix": ("a 45-year-old", "a 46-year-old"),
    "months and years old": ("5 months old", "5 years old"),
    "range end": ("5-7 years", "5-8 years"),
    "range is no number": ("5-7 years", "5 years"),
    "half and whole": ("half an hour", "an hour"),
    "a year and two": ("a year", "two years"),
    "decade and century": ("a decade", "a century"),
    "vague is no number": ("hundreds of years", "a hundred years"),
    "decimal": ("9.58 seconds", "9.85 seconds"),
    "weeks and months": ("two weeks", "two months"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("six years and three months", ["six years", "three months"]),
    "article and numeral": ("a year after two weeks", ["a year", "two weeks"]),
    "list shares its unit": ("two or three years", ["two", "three years"]),
    "part of a unit": ("three-quarters of an hour", ["three-quarters of an hour"]),
    "decade of life": ("a man in his 40s", ["40s"]),
    "half keeps its article": ("half an hour later", ["half an hour"]),
    "age beside a name": ("Ann Lee, aged 45, and a 12-year-old", ["aged 45", "12-year-old"]),
    "plural olds": ("18- to 24-year-olds", ["18- to 24-year-olds"]),
}


def _facts(text: str) -> list[Fact]:
    return list(duration.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert duration.agree(left, right)
    assert duration.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not duration.agree(left, right)
    assert not duration.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected
