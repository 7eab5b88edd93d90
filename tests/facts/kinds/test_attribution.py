"""Attribution: what a verb of saying commits the speaker to."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds.attribution import across, agree, alone, find
from factspec.language.tokens import tokenize


def only(text: str) -> Fact:
    facts = list(find(tokenize(text)))
    assert len(facts) == 1
    return facts[0]


PAIRS = [
    pytest.param("said", "stated", True, id="neutral verbs"),
    pytest.param("said", "according to", True, id="a phrase"),
    pytest.param("argued", "claimed", True, id="verbs of claiming"),
    pytest.param("said", "denied", False, id="denial"),
    pytest.param("said", "claimed", False, id="a claim"),
    pytest.param("claims", "proves", False, id="proof"),
    pytest.param("admitted", "confirmed", False, id="admission"),
]


def test_no_attribution() -> None:
    assert list(find(tokenize("the ferry sank"))) == []


@pytest.mark.parametrize("approved, found, same", PAIRS)
def test_agreement(approved: str, found: str, same: bool) -> None:
    assert agree(only(approved), only(found)) is same


def test_a_verb_with_a_second_meaning_does_not_matter_alone() -> None:
    assert alone(only("said"), (), ())
    assert alone(only("according to"), (), ())
    assert not alone(only("added"), (), ())


SPEAKERS = [
    pytest.param("the red boats said", "the blue boats said", "boats", "boats", False, id="the same head"),
    pytest.param("experts said", "analysts said", "experts", "analysts", False, id="the same people"),
    pytest.param("the police left", "the rebels left", "police", "rebels", False, id="no verb of saying"),
    pytest.param("police said", "residents said", "police", "residents", True, id="before the verb"),
    pytest.param('so," said police', 'so," said farmers', "police", "farmers", True, id="behind the verb"),
    pytest.param("according to the miners", "according to the owners", "miners", "owners", True, id="according to"),
]


@pytest.mark.parametrize("approved, found, one, other, differ", SPEAKERS)
def test_speakers_without_a_name(approved: str, found: str, one: str, other: str, differ: bool) -> None:
    mine, theirs = tokenize(approved), tokenize(found)
    here = next(place for place, token in enumerate(mine) if token.key == one)
    there = next(place for place, token in enumerate(theirs) if token.key == other)
    pairs = [
        (left.shown, right.shown)
        for left, right in across(mine, range(here, here + 1), theirs, range(there, there + 1))
    ]
    assert pairs == ([(one, other)] if differ else [])
