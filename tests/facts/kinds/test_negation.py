"""Negations: words that deny, and words that only look like negations."""

import pytest

from factspec.facts.kinds.negation import across, agree, find
from factspec.language.tokens import tokenize

NONE = [
    pytest.param("knot notable nothingness nowadays", id="longer words"),
    pytest.param("No. 5 in the list", id="number"),
    pytest.param("he denied it", id="denying is attribution"),
    pytest.param("an unlawful act", id="a prefix alone"),
]
FOUND = [
    pytest.param("it is not so", [("no", "not")], id="not"),
    pytest.param("it isn't so", [("no", "isn't")], id="contracted"),
    pytest.param("he can't", [("no", "can't")], id="can't"),
    pytest.param("it never was", [("never", "never")], id="never"),
    pytest.param("no longer", [("no longer", "no longer")], id="no longer"),
    pytest.param("nobody, none, neither", [("no", "nobody"), ("no", "none"), ("no", "neither")], id="pronouns"),
    pytest.param("it failed to act", [("fail", "failed")], id="fail"),
    pytest.param("they refused to pay", [("refuse", "refused to")], id="refuse"),
    pytest.param("hardly", [("hardly", "hardly")], id="hardly"),
    pytest.param("non-lethal", [("non", "non")], id="non"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_negation(text: str) -> None:
    assert list(find(tokenize(text))) == []


@pytest.mark.parametrize("text, expected", FOUND)
def test_negations(text: str, expected: list[object]) -> None:
    assert [(fact.value, fact.shown) for fact in find(tokenize(text))] == expected


def test_not_and_no_deny_alike_and_never_does_not() -> None:
    first, second, third = (next(find(tokenize(word))) for word in ("not", "none", "never"))
    assert agree(first, second)
    assert not agree(first, third)


PREFIXED = [
    pytest.param("legal", "lethal", [], id="two words"),
    pytest.param("legal", "illegal", [("legal", "illegal")], id="il"),
    pytest.param("uncertain", "certain", [("uncertain", "certain")], id="un on the approved side"),
    pytest.param("stability", "instability", [("stability", "instability")], id="in"),
]


@pytest.mark.parametrize("approved, found, expected", PREFIXED)
def test_a_word_with_a_negating_prefix_differs_from_its_stem(approved: str, found: str, expected: list[object]) -> None:
    one, other = tokenize(approved), tokenize(found)
    pairs = across(one, range(len(one)), other, range(len(other)))
    assert [(left.shown, right.shown) for left, right in pairs] == expected
