"""Opposites: contraries in all their inflections."""

import pytest

from factspec.facts.kinds.opposite import across, agree, alone, find
from factspec.language.opposites import forms, opposed
from factspec.language.tokens import tokenize

NOT_OPPOSED = [
    pytest.param("rose", "grew", id="one direction"),
    pytest.param("rose", "rose", id="one word"),
    pytest.param("rose", "table", id="no word of the table"),
    pytest.param("won", "shrank", id="two lines"),
    pytest.param("small", "little", id="one side"),
    pytest.param("street", "road", id="ordinary words"),
]
OPPOSED = [
    pytest.param(*pair.split(), id=pair)
    for pair in (
        "rose fell",
        "risen declined",
        "growing shrinking",
        "won lost",
        "imports exports",
        "bought sold",
        "before after",
        "admitted denied",
        "approves rejects",
        "freed jailed",
        "higher lower",
        "wives husbands",
        "women men",
        "cheaper dearer",
        "agreed disagreed",
        "dying living",
        "former current",
        "his her",
        "up down",
    )
]


@pytest.mark.parametrize("one, other", NOT_OPPOSED)
def test_not_opposed(one: str, other: str) -> None:
    assert not opposed(one, other)


@pytest.mark.parametrize("one, other", OPPOSED)
def test_opposed_both_ways(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


def test_the_table_has_more_than_three_hundred_lines() -> None:
    assert len({line for lines in forms().values() for line, _ in lines}) > 300


def test_no_word_is_opposed_to_itself() -> None:
    assert not [form for form in forms() if opposed(form, form)]


def test_a_word_differs_only_from_its_contrary() -> None:
    rose, fell, grew = (next(find(tokenize(word))) for word in ("rose", "fell", "grew"))
    assert agree(rose, grew)
    assert not agree(rose, fell)
    assert not alone(rose, (), ())


def test_contraries_are_found_across_two_spans_unless_both_have_both() -> None:
    one, other = tokenize("she was praised here"), tokenize("she was blamed here")
    assert [(left.shown, right.shown) for left, right in across(one, range(4), other, range(4))] == [
        ("praised", "blamed")
    ]
    both = tokenize("praised and blamed")
    assert list(across(both, range(3), both, range(3))) == []
    assert list(across(one, range(0), other, range(4))) == []
