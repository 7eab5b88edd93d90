"""Hostile texts: each kind of value reads any text, in linear time."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth

from factspec.facts.fact import Fact
from factspec.facts.kinds import date, duration, measure, money, month, number, percentage, time, weekday
from factspec.language.tokens import Token, tokenize

FIND: dict[str, Callable[[Sequence[Token]], Iterator[Fact]]] = {
    module.KIND: module.find for module in (date, duration, measure, money, month, number, percentage, time, weekday)
}
UNITS = {
    "numbers": "5 ",
    "range": "5-",
    "chain": "5 to ",
    "magnitudes": "million ",
    "halves": "a half of a ",
    "signs": "$",
    "money": "$5m-",
    "percentages": "5 per ",
    "units": "5 sq . ",
    "centuries": "1st century ",
    "quarters": "third quarter of ",
    "months": "May 5 - ",
    "slashes": "1/2/",
    "iso": "2026-05-",
    "years": "2019-20 ",
    "decades": "mid - 90 s ",
    "times": "5:00 pm to ",
    "ago": "three days ago ",
    "day before": "the day before yesterday ",
    "hours": "an hour and a half ",
    "weekdays": "last Sun . , ",
    "four hundred digits": "9" * 400 + " ",
    "decimals of four hundred digits": "0." + "9" * 400 + " ",
}


def found(kind: str, unit: str, count: int) -> Callable[[], object]:
    """The call that finds the values of a kind in a unit of text that comes again and again."""
    tokens = tokenize(unit * count)
    return lambda: list(FIND[kind](tokens))


@pytest.mark.parametrize("kind", FIND)
def test_work_grows_with_the_text(kind: str) -> None:
    grown = {name: growth(partial(found, kind, unit), 200) for name, unit in UNITS.items()}
    assert {name: times for name, times in grown.items() if times >= SQUARE} == {}


@given(text=st.text())
def test_any_text_is_read_by_every_kind(text: str) -> None:
    tokens = tokenize(text)
    for find in FIND.values():
        assert all(0 <= fact.first < fact.last <= len(tokens) for fact in find(tokens))
