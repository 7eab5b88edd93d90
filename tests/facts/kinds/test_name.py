"""Names: where they begin and end, and which agree."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds.name import agree, alone, find, forms
from factspec.language.tokens import tokenize

NONE = [
    pytest.param("", id="nothing"),
    pytest.param("The ferry sank near the port", id="a determiner at the head"),
    pytest.param("Officials said so. They left. In spring it rained", id="heads of sentences"),
    pytest.param("Running water helps; I'm sure I do", id="a participle and I"),
    pytest.param("on Tuesday in March, on 4 May", id="weekdays and months"),
    pytest.param("It opened: Everyone came", id="after a colon"),
    pytest.param("New houses stood there. Upper floors burned", id="words that open names of places"),
]
NAMES = [
    pytest.param("said Ada Marsh today", ["Ada Marsh"], id="two words"),
    pytest.param(
        "with Ursula von der Hagen and Osama bin Said", ["Ursula von der Hagen", "Osama bin Said"], id="particles"
    ),
    pytest.param("by J. R. Hall's office", ["J. R. Hall's"], id="initials and possessive"),
    pytest.param("the Norland Central Bank of Trade", ["Norland Central Bank of Trade"], id="of between capitals"),
    pytest.param("when President Ada Marsh", ["President", "Ada Marsh"], id="a title is its own"),
    pytest.param(
        "the Russian Prime Minister Igor Hall", ["Russian", "Prime Minister", "Igor Hall"], id="a people is its own"
    ),
    pytest.param("China reacted. Marsh said no", ["China", "Marsh"], id="known or before a verb at the head"),
    pytest.param("NATO and U.S. troops", ["NATO", "U.S."], id="acronyms"),
    pytest.param("She met Dr. Hall", ["Dr", "Hall"], id="after an abbreviated title"),
    pytest.param("said Ada Marsh. The ferry", ["Ada Marsh"], id="no sentence end is crossed"),
    pytest.param("New York hosted it. Los Altos did not", ["New York", "Los Altos"], id="places at the head"),
    pytest.param("Lt. Gov. Ada Marsh left", ["Lt. Gov", "Ada Marsh"], id="two abbreviated titles at the head"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_name(text: str) -> None:
    assert list(find(tokenize(text))) == []


@pytest.mark.parametrize("text, names", NAMES)
def test_names(text: str, names: list[str]) -> None:
    assert [fact.shown for fact in find(tokenize(text))] == names


def only(text: str) -> Fact:
    facts = list(find(tokenize(f"by {text}")))
    assert len(facts) == 1
    return facts[0]


AGREEING = [
    pytest.param("Ada Marsh", "Marsh", True, id="family name"),
    pytest.param("Ada Marsh's", "Ada Marsh", True, id="possessive"),
    pytest.param("World Trade Organization", "WTO", True, id="acronym of its initials"),
    pytest.param("Ada Marsh", "Ada", False, id="given name"),
    pytest.param("Ada Marsh", "Bea Marsh", False, id="another given name"),
    pytest.param("Ed Hall Jr", "Ed Hall", False, id="a son"),
    pytest.param("South Norland", "Norland", False, id="a part of a country"),
    pytest.param("New Port", "Port", False, id="another town"),
]


@pytest.mark.parametrize("approved, found, same", AGREEING)
def test_agreement_works_both_ways(approved: str, found: str, same: bool) -> None:
    assert agree(only(approved), only(found)) is same
    assert agree(only(found), only(approved)) is same


def test_a_name_matters_alone_but_an_acronym_next_to_its_expansion_does_not() -> None:
    acronym = Fact("name", ("wto",), "WTO", 0, 1)
    assert alone(acronym, (), ("in", "spring"))
    assert not alone(acronym, (), ("the", "world", "trade", "organization"))
    assert alone(Fact("name", ("ada",), "Ada", 0, 1), (), ("all", "dogs", "are"))
    assert not alone(Fact("name", ("ada", "marsh"), "Ada Marsh", 0, 2), ("marsh",), ())


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("the German said", (), id="a people"),
        pytest.param("in Prague's streets", ("Prague",), id="a possessive"),
        pytest.param("as Ada Lind's aide", ("Ada Lind", "Lind", "AL"), id="a full name"),
        pytest.param("at NATO today", ("NATO",), id="an acronym"),
    ],
)
def test_has_forms_in_which_a_source_may_have_it(text: str, expected: tuple[str, ...]) -> None:
    (fact,) = find(tokenize(text))
    assert forms(fact) == expected
