"""Weekdays: what is not one, what agrees, what differs, which day they name."""

from datetime import date

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import weekday
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "newspaper": "The Sun reported the deal",
    "sun at the end": "They enjoyed the Sun",
    "sat": "He sat down",
    "wed": "They wed in church",
    "sat and a number": "They sat 5 hours",
    "lower case sun": "The sun rose at 5",
    "mon": "mon ami",
    "frigate": "Fri and Thu are names",
    "may": "in May",
    "today": "today and tomorrow",
}

# The same fact in two forms.
AGREE = {
    "same": ("on Tuesday", "Tuesday"),
    "case": ("on TUESDAY", "on Tuesday"),
    "tues": ("on Tues. in Rome", "on Tuesday"),
    "tues without stop": ("Tues 19 May", "Tuesday, 19 May"),
    "thurs": ("on Thurs. he left", "on Thursday"),
    "thur": ("Thur 5 May", "Thursday"),
    "weds": ("on Weds in Rome", "on Wednesday"),
    "mon with a date": ("Mon 18 May", "Monday"),
    "fri with a date": ("Fri, May 22", "Friday, May 22"),
    "sat with a date": ("Sat. 23 May", "Saturday"),
    "sun with a date": ("Sun, 24 May", "Sunday"),
    "part of day": ("on Tuesday morning", "Tuesday"),
    "possessive sentence": ("The talks on Monday ended", "Monday's talks"),
    "last": ("last Tuesday", "last Tuesday"),
    "previous": ("the previous Friday", "previous Friday"),
    "next": ("next Friday", "next Friday"),
    "coming": ("the coming Sunday", "coming Sunday"),
    "plural": ("open on Sundays", "Sundays"),
    "early": ("early on Wednesday", "Wednesday"),
    "number date": ("Thu 5 March", "Thursday 5 March"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "day": ("on Tuesday", "on Wednesday"),
    "neighbours": ("Monday", "Sunday"),
    "abbreviated": ("Tues. in Rome", "Thurs. in Rome"),
    "last and next": ("last Tuesday", "next Tuesday"),
    "last and bare": ("last Tuesday", "on Tuesday"),
    "this and next": ("this Friday", "next Friday"),
    "previous and last": ("the previous Friday", "last Friday"),
    "following and next": ("the following Friday", "next Friday"),
    "plural": ("on Sundays", "on Sunday"),
    "weekend days": ("Saturday", "Sunday"),
    "with dates": ("Sat 23 May", "Sun 23 May"),
    "last days": ("last Monday", "last Friday"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("from Monday to Friday", ["Monday", "Friday"]),
    "beside a date": ("on Tuesday, May 19, 2026", ["Tuesday"]),
    "stop of an abbreviation": ("on Tues. he left", ["Tues."]),
    "final stop": ("He left on Tues.", ["Tues"]),
    "which": ("The bill passed last Thursday.", ["last Thursday"]),
}


def _facts(text: str) -> list[Fact]:
    return list(weekday.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert weekday.agree(left, right)
    assert weekday.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not weekday.agree(left, right)
    assert not weekday.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=text) for text in ("Monday's talks", "Sunday\u2019s vote", "Tuesday\u00ad")]
)
def test_finds_a_weekday_after_typography(text: str) -> None:
    (fact,) = _facts(text)
    assert fact.first == 0


@pytest.mark.parametrize(
    "text, day",
    [
        pytest.param("on Wednesday", date(2026, 5, 20), id="bare weekday of publication"),
        pytest.param("on Tuesday", date(2026, 5, 19), id="bare weekday before"),
        pytest.param("on Thursday", date(2026, 5, 14), id="bare weekday of last week"),
        pytest.param("last Wednesday", date(2026, 5, 13), id="last weekday"),
        pytest.param("next Wednesday", date(2026, 5, 27), id="next weekday"),
        pytest.param("next Thursday", date(2026, 5, 21), id="next weekday of this week"),
        pytest.param("Sundays", None, id="every"),
        pytest.param("the following Thursday", None, id="from another day"),
    ],
)
def test_names_a_day_of_the_calendar(text: str, day: date | None) -> None:
    (fact,) = weekday.find(tokenize(text))
    assert weekday.day(fact, date(2026, 5, 20)) == day


def test_names_no_day_without_the_day_of_writing() -> None:
    (fact,) = weekday.find(tokenize("on Tuesday"))
    assert weekday.day(fact, None) is None
