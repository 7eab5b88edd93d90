"""Times of day: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import time
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "verb": "I am 5",
    "score": "won 3:2",
    "ratio": "at odds of 5:1",
    "no such hour": "the code 25:00",
    "no such minute": "the code 17:75",
    "version": "version 3.0.1",
    "year": "in 1700 they left",
    "decimal": "a rise of 5.30",
    "money": "$5",
    "duration": "5 hours",
    "range of people": "5 to 7 people",
    "count in the evening": "killed 8 in the evening",
    "no such hour in the evening": "at 14 in the evening",
    "twelve in the morning": "at 12 in the morning",
}

# The same fact in two forms.
AGREE = {
    "stops": ("5 p.m.", "5 pm"),
    "attached": ("5pm", "5 p.m."),
    "capitals": ("5 PM", "5 p.m."),
    "capital stops": ("5 P.M.", "5 p.m."),
    "minutes": ("5:00 p.m.", "5 p.m."),
    "day of 24 hours": ("17:00", "5 p.m."),
    "minutes of 24 hours": ("17:30", "5:30pm"),
    "british point": ("5.30pm", "5:30 p.m."),
    "morning": ("9am", "9:00 a.m."),
    "morning of 24 hours": ("09:00", "9 a.m."),
    "one digit hour": ("9:05", "09:05"),
    "noon": ("noon", "12 noon"),
    "noon by hour": ("noon", "12 p.m."),
    "midday": ("midday", "noon"),
    "noon of 24 hours": ("noon", "12:00"),
    "midnight": ("midnight", "12 midnight"),
    "midnight by hour": ("midnight", "12 a.m."),
    "midnight of 24 hours": ("midnight", "0:00"),
    "zone": ("5:00 PM EST", "5 p.m. EST"),
    "zone of 24 hours": ("17:00 GMT", "5 p.m. GMT"),
    "four digits": ("1700 GMT", "17:00 GMT"),
    "local time": ("9 a.m. local time", "9am local time"),
    "clock": ("8 o'clock", "8 o’clock"),
    "seconds": ("10:30:15", "10:30:15"),
    "utc": ("1430 UTC", "2:30pm UTC"),
    "hour in words": ("five p.m.", "5pm"),
    "evening": ("at 8 in the evening", "8 p.m."),
    "evening in words": ("by eight in the evening", "8 p.m."),
    "o'clock in the evening": ("8 o'clock in the evening", "20:00"),
    "minutes in the evening": ("8:30 in the evening", "20:30"),
    "afternoon": ("about 3 in the afternoon", "15:00"),
    "in the morning": ("until 8 in the morning", "8 a.m."),
    "late at night": ("at 11 at night", "11 p.m."),
    "early at night": ("at 2 at night", "2 a.m."),
    "twelve at night": ("at 12 at night", "midnight"),
    "twelve in the afternoon": ("at 12 in the afternoon", "noon"),
    "o'clock in words": ("five o'clock", "5 o'clock"),
    "hrs": ("1700 hrs", "17:00"),
    "seventeen pm": ("17:00 pm", "5pm"),
    "arabic digits": ("١٧:٣٠", "17:30"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "hour": ("5 p.m.", "6 p.m."),
    "half of day": ("5 a.m.", "5 p.m."),
    "part of day": ("at 5 in the morning", "at 5 in the afternoon"),
    "hour of the evening": ("at 8 in the evening", "9 p.m."),
    "minute": ("17:30", "17:35"),
    "noon and midnight": ("noon", "midnight"),
    "twelve": ("12 a.m.", "12 p.m."),
    "without half": ("5:00", "5:00 p.m."),
    "zone": ("5 p.m. EST", "5 p.m. PST"),
    "zone dropped": ("5 p.m. EST", "5 p.m."),
    "zones of one moment": ("17:00 GMT", "18:00 CET"),
    "seconds": ("10:30:15", "10:30:16"),
    "clock and half": ("8 o'clock", "8 a.m."),
    "british point": ("5.30pm", "5.40pm"),
    "digits exchanged": ("12:34", "12:43"),
    "local": ("9 a.m. local time", "9 a.m."),
    "morning word": ("9am", "10am"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("from 9am to 17:30", ["9am", "17:30"]),
    "range shares its half": ("open 5-7pm", ["5", "7pm"]),
    "range in words": ("9 to 11 a.m.", ["9", "11 a.m."]),
    "range over noon": ("11 to 1 p.m.", ["1 p.m."]),
    "noon with its hour": ("at 12 noon", ["12 noon"]),
    "zone inside": ("at 5:00 PM EST on Monday", ["5:00 PM EST"]),
    "final stop": ("at 5 p.m.", ["5 p.m."]),
    "stop of a sentence": ("at 17:00. Then", ["17:00"]),
}


def _facts(text: str) -> list[Fact]:
    return list(time.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert time.agree(left, right)
    assert time.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not time.agree(left, right)
    assert not time.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected
