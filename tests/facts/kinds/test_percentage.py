"""Percentages and points: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import percentage
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "per head": "5 per head",
    "cents": "50 cents a litre",
    "percentage alone": "A large percentage of voters stayed at home",
    "percent alone": "The percent sign",
    "points of a game": "They won by 12 points",
    "degrees": "5 degrees",
    "money": "$5 a share",
    "hundred percent word": "a per cent",
}

# The same fact in two forms.
AGREE = {
    "sign and words": ("5% of voters", "5 per cent of voters"),
    "sign and percent": ("5% of voters", "5 percent of voters"),
    "number word": ("five percent of voters", "5% of voters"),
    "number word per cent": ("twenty-five per cent", "25 percent"),
    "space before sign": ("5 %", "5%"),
    "pct": ("5 pct", "5 percent"),
    "pc": ("5pc", "5 per cent"),
    "hyphen": ("a 5-percent rise", "a 5 percent rise"),
    "hyphened per cent": ("a 5-per-cent rise", "a 5% rise"),
    "trailing nought": ("5.0%", "5%"),
    "half by sign": ("½%", "0.5%"),
    "half in words": ("half a percent", "0.5 percent"),
    "mixed": ("2½ per cent", "2.5%"),
    "two and a half": ("two and a half per cent", "2.5%"),
    "hundred": ("100%", "one hundred percent"),
    "thousands": ("1,200%", "1200 per cent"),
    "negative": ("-5%", "minus 5 percent"),
    "negative by sign": ("−5%", "-5 per cent"),
    "range": ("3-4%", "3% to 4%"),
    "range in words": ("three to four percent", "3–4 per cent"),
    "range between": ("between 3 and 4 percent", "3% to 4%"),
    "about": ("about 5%", "5.1%"),
    "points": ("5 percentage points", "five percentage points"),
    "points short": ("5pp", "5 percentage points"),
    "points by sign": ("5 % points", "5 percentage points"),
    "a point": ("one percentage point", "1 percentage point"),
    "half a point": ("half a percentage point", "0.5 percentage points"),
    "quarter point": ("a quarter of a percentage point", "25 basis points"),
    "basis points": ("50 basis points", "0.5 percentage points"),
    "bps": ("50bps", "50 basis points"),
    "hyphened points": ("a 50-basis-point cut", "a 0.5 percentage point cut"),
    "per mille": ("5‰", "5 per mille"),
    "arabic digits": ("٣%", "3%"),
    "attached words": ("5percent", "5%"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "value": ("5%", "6%"),
    "digits exchanged": ("15%", "51%"),
    "decimal": ("0.5%", "5%"),
    "points are no percent": ("5 percentage points", "5 percent"),
    "points are no sign": ("5pp", "5%"),
    "basis points are no points": ("50 basis points", "50 percentage points"),
    "basis points are no percent": ("50 basis points", "0.5%"),
    "sign": ("-5%", "5%"),
    "range end": ("3-4%", "3-5%"),
    "range is no number": ("3-4%", "3%"),
    "word": ("five percent", "fifteen percent"),
    "per mille is no percent": ("5‰", "5%"),
    "precise": ("5.0%", "4.9%"),
    "about too far": ("about 5%", "6%"),
    "half and quarter": ("half a percent", "a quarter of a percent"),
    "long": ("12.345%", "12.346%"),
    "thousand": ("1,200%", "1.200%"),
    "word tens": ("thirty per cent", "thirteen per cent"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("rose 5% and fell three per cent", ["5%", "three per cent"]),
    "from and to are two": ("from 3 to 4%", ["3", "4%"]),
    "or is shared": ("3 or 4 percent", ["3", "4 percent"]),
    "hyphen inside": ("a 5-per-cent rise", ["5-per-cent"]),
    "points inside": ("up 1.5 percentage points to 5%", ["1.5 percentage points", "5%"]),
    "between inside": ("between 3 and 4 percent", ["between 3 and 4 percent"]),
}


def _facts(text: str) -> list[Fact]:
    return list(percentage.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert percentage.agree(left, right)
    assert percentage.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not percentage.agree(left, right)
    assert not percentage.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected
