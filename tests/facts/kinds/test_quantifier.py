"""Quantifiers and bounds."""

import pytest

from factspec.facts.kinds.quantifier import agree, find
from factspec.language.tokens import tokenize

NONE = [
    pytest.param("over the hill, under a tree, about him, around town", id="prepositions"),
    pytest.param("a little girl near little boats", id="size"),
    pytest.param("the most important of the few", id="superlative and determined"),
    pytest.param("close to the port, just so", id="no number behind"),
    pytest.param("they catch up to us", id="a particle"),
    pytest.param("half a million came, half a dozen left", id="a half that belongs to a number"),
]
FOUND = [
    pytest.param("all members", "all", "all", id="all"),
    pytest.param("every member", "all", "every", id="every"),
    pytest.param("a few left", "a few", "a few", id="a few"),
    pytest.param("few left", "few", "few", id="few"),
    pytest.param("at least 5", "at least", "at least", id="at least"),
    pytest.param("no fewer than 5", "at least", "no fewer than", id="no fewer than"),
    pytest.param("up to 5", "at most", "up to", id="up to"),
    pytest.param("over 20 states", "more than", "over", id="over a number"),
    pytest.param("above $5", "more than", "above", id="above a sum"),
    pytest.param("around a dozen", "about", "around", id="around a number word"),
    pytest.param("almost there", "nearly", "almost", id="almost"),
    pytest.param("it had little effect", "little", "little", id="little of it"),
    pytest.param("only he", "only", "only", id="only"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantifier(text: str) -> None:
    assert list(find(tokenize(text))) == []


@pytest.mark.parametrize("text, value, shown", FOUND)
def test_quantifiers(text: str, value: str, shown: str) -> None:
    assert [(fact.value, fact.shown) for fact in find(tokenize(text))] == [(value, shown)]


def test_approximations_agree_and_bounds_do_not() -> None:
    about, roughly, bound = (next(find(tokenize(f"{word} 5"))) for word in ("about", "roughly", "nearly"))
    assert agree(about, roughly)
    assert not agree(about, bound)
