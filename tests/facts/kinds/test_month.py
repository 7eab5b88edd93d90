"""Months alone: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import month
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "modal": "The court may rule",
    "modal of a wish": "May he rest in peace",
    "modal of a question": "May I ask",
    "modal at the start of a name": "Theresa May resigned",
    "march": "They march on the capital",
    "august": "an august body",
    "name jan": "Jan said he would stay",
    "mar": "to mar the talks",
    "weekday": "on Tuesday",
    "dec in lower case": "a dec of cards",
    "augment": "augmented",
}

# The same fact in two forms.
AGREE = {
    "same": ("in May", "May"),
    "case": ("in SEPTEMBER", "in September"),
    "sept": ("in Sept. he left", "in September"),
    "oct": ("in Oct. it fell", "in October"),
    "dec": ("by Dec. they won", "by December"),
    "feb": ("since Feb. it rose", "since February"),
    "nov": ("in Nov it rose", "in November"),
    "apr": ("until Apr. it fell", "until April"),
    "aug": ("in Aug. it fell", "in August"),
    "jan with a day": ("Jan. 5", "January 5"),
    "mar with a day": ("5 Mar", "5 March"),
    "early": ("in early May", "early May"),
    "mid": ("mid-May", "mid May"),
    "late": ("late September", "late Sept. it fell"),
    "last": ("last May", "last May"),
    "after a weekday": ("on Tuesday May 5", "in May"),
    "before a year": ("May 2026", "in May"),
    "march": ("In March it fell", "in March"),
    "capital march": ("IN MARCH IT FELL", "in March"),
    "possessive": ("June's election", "in June"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "month": ("in May", "in June"),
    "neighbours": ("in June", "in July"),
    "abbreviated": ("in Sept. it fell", "in Oct. it fell"),
    "part": ("early May", "late May"),
    "mid and whole": ("mid-May", "in May"),
    "last and bare": ("last May", "in May"),
    "last and next": ("last June", "next June"),
    "capital month": ("in March", "in May"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("from May to July", ["May", "July"]),
    "modal and month": ("It may rain in May", ["May"]),
    "stop inside": ("in Sept. he left", ["Sept."]),
    "final stop": ("He left in Sept.", ["Sept"]),
    "mid": ("by mid-May", ["mid-May"]),
    "after a preposition": ("Since August they have met", ["August"]),
}


def _facts(text: str) -> list[Fact]:
    return list(month.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert month.agree(left, right)
    assert month.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not month.agree(left, right)
    assert not month.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected


def test_has_the_names_in_which_a_source_may_have_it() -> None:
    (fact,) = month.find(tokenize("in Sept."))
    assert set(month.forms(fact)) == {"september", "sep", "sept"}
