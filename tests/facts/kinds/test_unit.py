"""Bare units."""

from factspec.facts.kinds.unit import agree, alone, find
from factspec.language.tokens import tokenize


def test_no_unit() -> None:
    assert list(find(tokenize("a mileage of the daytime"))) == []


def test_forms_of_one_unit_agree_and_units_differ() -> None:
    mile, miles, metres = (next(find(tokenize(word))) for word in ("mile", "miles", "metres"))
    assert agree(mile, miles)
    assert not agree(mile, metres)
    assert not alone(mile, (), ())
