"""Hostile texts: each kind of value reads any text, in linear time."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@cache
def _tokens(unit: str, count: int, run: int) -> Sequence[Token]:
    return tokenize(f"{run} {unit * count}")


def _seconds(kind: str, unit: str, count: int, run: int) -> float:
    tokens = _tokens(unit, count, run)
    return timeit(lambda: list(FIND[kind](tokens)), timer=process_time, number=1)


@pytest.mark.parametrize("unit", [pytest.param(unit, id=name) for name, unit in UNITS.items()])
@pytest.mark.parametrize("kind", FIND)
def test_time_grows_with_the_text(kind: str, unit: str) -> None:
    """Eight times the text takes far less than 64 times as long; a short time is not measured again."""
    long = _seconds(kind, unit, 2000, 0)
    if long >= 0.1:
        short = min(_seconds(kind, unit, 250, run) for run in range(3))
        long = min(long, *(_seconds(kind, unit, 2000, run) for run in (1, 2)))
        assert long < 30 * short + 0.1


@given(text=st.text())
def test_any_text_is_read_by_every_kind(text: str) -> None:
    tokens = tokenize(text)
    for find in FIND.values():
        assert all(0 <= fact.first < fact.last <= len(tokens) for fact in find(tokens))
