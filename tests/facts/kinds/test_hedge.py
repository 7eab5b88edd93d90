"""Hedges, each with its class."""

import pytest

from factspec.facts.kinds.hedge import agree, find
from factspec.language.tokens import tokenize

NONE = [
    pytest.param("in May it will rain", id="a month"),
    pytest.param("he alleged that it rained", id="a verb before a clause"),
    pytest.param("the set of plans, expected by noon", id="parts of phrases"),
    pytest.param("they were acting on orders, and the former and the latter agreed", id="no office follows"),
    pytest.param("her deputy said so, the caretaker left", id="the noun itself"),
    pytest.param("met Deputy Prime Minister Ada Marsh", id="part of a title"),
]
FOUND = [
    pytest.param("it may rain", "possible", "may", id="may"),
    pytest.param("the former president", "former", "former", id="no longer in office"),
    pytest.param("The acting head left", "acting", "acting", id="not in office"),
    pytest.param("her deputy director", "deputy", "deputy", id="below the office"),
    pytest.param("reportedly it rained", "reported", "reportedly", id="reportedly"),
    pytest.param("the alleged thief", "reported", "alleged", id="alleged"),
    pytest.param("it is expected to rain", "expected", "expected to", id="expected to"),
    pytest.param("he plans to go", "planned", "plans to", id="plans to"),
    pytest.param("it would rain", "would", "would", id="would"),
    pytest.param("likely to win", "likely", "likely to", id="the longest phrase"),
    pytest.param("it seems to rain", "apparent", "seems to", id="seems to"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_hedge(text: str) -> None:
    assert list(find(tokenize(text))) == []


@pytest.mark.parametrize("text, value, shown", FOUND)
def test_hedges(text: str, value: str, shown: str) -> None:
    assert [(fact.value, fact.shown) for fact in find(tokenize(text))] == [(value, shown)]


def test_may_agrees_with_might_and_not_with_should() -> None:
    may, might, should = (next(find(tokenize(word))) for word in ("may", "might", "should"))
    assert agree(may, might)
    assert not agree(may, should)
