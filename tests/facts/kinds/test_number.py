"""Bare numbers: what is not one, what agrees, what differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.facts.fact import Fact
from factspec.facts.kinds import number
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "nobody": "No one was hurt in the fire",
    "each other": "They accused one another of lying",
    "article": "A spokesman for a bank in an office declined",
    "modal": "The court may march on",
    "tens of nothing": "The singer tens the strings",
    "roman": "World War II ended under Pope Pius XII",
    "quarter as a place": "Residents of the Latin quarter complained",
    "k as a letter": "The letter k is silent",
    "scores as a verb": "Whoever scores wins",
}

# The same fact in two forms.
AGREE = {
    "word and digit": ("five people were killed", "5 people were killed"),
    "teens": ("seventeen arrests", "17 arrests"),
    "tens with hyphen": ("twenty-five homes", "25 homes"),
    "tens apart": ("twenty five homes", "25 homes"),
    "hundred": ("one hundred soldiers", "100 soldiers"),
    "a hundred": ("a hundred soldiers", "100 soldiers"),
    "hundred and": ("two hundred and five ships", "205 ships"),
    "hundred without and": ("two hundred five ships", "205 ships"),
    "separator": ("1,200 homes burned", "1200 homes burned"),
    "twelve hundred": ("twelve hundred homes", "1,200 homes"),
    "decimal thousand": ("1.2 thousand homes", "1,200 homes"),
    "million": ("3 million voters", "3,000,000 voters"),
    "million in words": ("three million voters", "3 million voters"),
    "million of decimals": ("2.5 million voters", "2,500,000 voters"),
    "half a million": ("half a million voters", "500,000 voters"),
    "half-million hyphened": ("half-a-million voters", "0.5 million voters"),
    "and a half million": ("one and a half million voters", "1.5 million voters"),
    "million and a half": ("a million and a half voters", "1,500,000 voters"),
    "bn attached": ("7bn people", "7 billion people"),
    "bn apart": ("7 bn people", "seven billion people"),
    "trillion": ("1.5tn microbes", "1.5 trillion microbes"),
    "k": ("5k signatures", "5,000 signatures"),
    "capital M": ("5M signatures", "5 million signatures"),
    "m of refugees": ("1.4m refugees", "1,400,000 refugees"),
    "m of things": ("1.5m units", "1.5 million units"),
    "m of people": ("5m people", "5 million people"),
    "crore": ("2 crore voters", "20 million voters"),
    "lakh": ("5 lakh voters", "500,000 voters"),
    "indian groups": ("5,00,000 voters", "500,000 voters"),
    "dozen": ("a dozen boats", "12 boats"),
    "two dozen": ("two dozen boats", "24 boats"),
    "half a dozen": ("half a dozen boats", "six boats"),
    "ordinal": ("the third attempt", "the 3rd attempt"),
    "ordinal of two words": ("the twenty-first victim", "the 21st victim"),
    "hundredth": ("the hundredth game", "the 100th game"),
    "two thirds": ("two-thirds of members", "two thirds of members"),
    "fraction by slash": ("2/3 of members", "two-thirds of members"),
    "a third of": ("a third of members", "one-third of members"),
    "three quarters": ("three-quarters of voters", "¾ of voters"),
    "half by sign": ("½ of voters", "half of voters"),
    "mixed number": ("1 1/2 laps", "1½ laps"),
    "mixed in words": ("two and a half laps", "2.5 laps"),
    "minus sign": ("growth of −5", "growth of -5"),
    "minus in words": ("growth of minus 5", "growth of -5"),
    "minus in brackets": ("a result (-5)", "a result (minus five)"),
    "point without nought": ("a rate of .5", "a rate of 0.5"),
    "range by dash": ("5-7 people", "5–7 people"),
    "range by to": ("five to seven people", "5-7 people"),
    "range by between": ("between five and seven people", "5 to 7 people"),
    "range of millions": ("5-7 million people", "5 million to 7 million people"),
    "score": ("won 3-0", "won 3–0"),
    "twice": ("twice the size", "two times the size"),
    "threefold": ("a threefold rise", "a 3-fold rise"),
    "multiple by x": ("3x the size", "three times the size"),
    "tripled": ("sales tripled", "it tripled its fleet"),
    "double": ("double the size", "twice the size"),
    "arabic digits": ("٣ people", "three people"),
    "devanagari digits": ("५ people", "5 people"),
    "about rounds": ("about 3 million people", "2,968,000 people"),
    "roughly rounds": ("roughly 500 people", "497 people"),
    "spaces as separators": ("some 12 500 books", "some 12,500 books"),
    "two spaces as separators": ("about 2 968 000 people", "about 2,968,000 people"),
    "one comma lost": ("2561,300 people", "2,561,300 people"),
    "no-break space": ("1\xa0200 homes", "1,200 homes"),
    "trailing nought": ("a score of 9.50", "a score of 9.5"),
    "long number in words": (
        "two million three hundred and forty-five thousand six hundred and seventy-eight",
        "2,345,678",
    ),
    "hundreds of thousands": ("hundreds of thousands of people", "Hundreds of thousands marched"),
    "opaque": ("version 3.0.1", "version 3.0.1"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "value": ("five people", "six people"),
    "digit dropped": ("15 people", "5 people"),
    "nought added": ("500 people", "5,000 people"),
    "point is no comma": ("1.200 homes", "1,200 homes"),
    "magnitude": ("5 million people", "5 billion people"),
    "magnitude dropped": ("400 million people", "400 people"),
    "ordinal is no cardinal": ("the third man", "three men"),
    "twice is no thrice": ("twice the size", "three times the size"),
    "tense of a multiple": ("sales doubled", "sales doubling"),
    "verb of a multiple": ("sales doubled", "sales tripled"),
    "multiple is no cardinal": ("three times", "three"),
    "hundreds are not a hundred": ("hundreds of people", "a hundred people"),
    "hundreds are not thousands": ("hundreds of people", "thousands of people"),
    "dozens are not a dozen": ("dozens of people", "a dozen people"),
    "precise is not near": ("3 million people", "2,968,000 people"),
    "about too far": ("about 3.0 million people", "2.9 million people"),
    "about against about": ("about 3 million people", "about 3.2 million people"),
    "about ends at a twentieth": ("about 1,000 people", "1,100 people"),
    "sign": ("growth of -5", "growth of 5"),
    "range end": ("5-7 people", "5-8 people"),
    "range start": ("5-7 people", "4-7 people"),
    "range turned": ("won 5-4", "won 4-5"),
    "range is no number": ("5-7 people", "5 people"),
    "fraction": ("two-thirds of members", "three-quarters of members"),
    "half and third": ("half of members", "a third of members"),
    "third part is no third man": ("one-third of them", "the third of them"),
    "teens and tens": ("fifteen people", "fifty people"),
    "dozen and ten": ("a dozen people", "ten people"),
    "crore and lakh": ("2 crore voters", "2 lakh voters"),
    "groups that are none": ("1,2 homes", "12 homes"),
    "many points": ("1.200.000 homes", "1,200,000 homes"),
    "version": ("version 3.0.1", "version 3.0.2"),
    "last digit": ("2,968,000", "2,968,001"),
    "last of a thousand digits": (
        "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002",
    ),
}

# All facts of a text, as written.
SPANS = {
    "several": ("Of 12 crews, three won and the fourth lost", ["12", "three", "fourth"]),
    "from and to are two": ("rose from 5 to 7", ["5", "7"]),
    "chain is no range": ("the 5-7-2 line", ["5", "7", "2"]),
    "two hundreds": ("two hundred and three hundred", ["two hundred", "three hundred"]),
    "between keeps its and": ("between one hundred and two hundred people", ["between one hundred and two hundred"]),
    "between keeps a larger end": (
        "between one hundred and two thousand people",
        ["between one hundred and two thousand"],
    ),
    "article of half": ("half a mile", ["half a"]),
    "scales apart": ("one thousand and two hundred", ["one thousand", "two hundred"]),
    "no group after a name": ("Boeing 737 800", ["737", "800"]),
    "no group of two digits": ("of 12 50 were", ["12", "50"]),
    "no group after two spaces": ("of 12  500 were", ["12", "500"]),
    "no group after a long number": ("of 1200 500 were", ["1200", "500"]),
    "stop of a sentence": ("It ended. 5 died", ["5"]),
    "dimensions": ("a 3x5 print", ["3", "5"]),
    "broken fraction": ("2/ 3 of them", ["2", "3"]),
    "between about": ("between about one hundred and two thousand people", ["one hundred", "two thousand"]),
    "dash of a sentence": ("There were five - three died", ["five", "three"]),
    "or is no range": ("five or six people", ["five", "six"]),
    "word after magnitude": ("5 million-strong", ["5 million"]),
    "no scientific form": ("1e999", ["1", "999"]),
    "nine eleven": ("the 9/11 attacks", ["9", "11"]),
    "about stays outside": ("about 300 people", ["300"]),
    "not even one": ("not one of the ministers", ["one"]),
}


def _facts(text: str) -> list[Fact]:
    return list(number.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert number.agree(left, right)
    assert number.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not number.agree(left, right)
    assert not number.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected


@given(st.integers(0, 10**15))
def test_digits_agree_with_and_without_separators(value: int) -> None:
    (left,), (right,) = _facts(f"{value}"), _facts(f"{value:,}")
    assert number.agree(left, right)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_two_integers_agree_only_if_equal(one: int, other: int) -> None:
    (left,), (right,) = _facts(f"{one:,}"), _facts(f"{other}")
    assert number.agree(left, right) == (one == other)
