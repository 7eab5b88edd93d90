"""Sums of money: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import money
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "metres": "a 5m drop",
    "weight": "a baby weighing 5 pounds",
    "weight of something": "5 pounds of butter",
    "weight in one word": "a 5-pound hammer",
    "weight lost": "He lost 20 pounds",
    "verb won": "She took 5 and won medals",
    "won after a small number": "The party that had 5 won seats",
    "real as an adjective": "5 real problems",
    "percent": "5 per cent",
    "dollar alone": "The dollar fell",
    "sign alone": "The $ sign",
    "code as a word": "5 ALL-STARS",
    "a dollar": "Not a dollar more",
}

# The same fact in two forms.
AGREE = {
    "short and long": ("$5m", "$5 million"),
    "sign and name": ("$5 million", "5 million dollars"),
    "number word": ("five million dollars", "$5m"),
    "us before sign": ("US$400bn", "$400 billion"),
    "us dollars": ("400bn US dollars", "US$400 billion"),
    "us with stops": ("U.S.$5", "$5"),
    "us apart": ("US $5", "US$5"),
    "code before": ("USD 5m", "$5 million"),
    "code after": ("5m USD", "$5m"),
    "code attached": ("USD5m", "$5m"),
    "american dollars": ("5 million American dollars", "$5m"),
    "bn with a stop": ("5 bn. dollars", "$5bn"),
    "b": ("$5B", "$5 billion"),
    "trillion": ("$1.5tn", "$1.5 trillion"),
    "t": ("$1.5t", "$1.5tn"),
    "separator": ("$1,200", "$1200"),
    "cents printed": ("$5.00", "$5"),
    "hyphens": ("a $5-million deal", "a 5-million-dollar deal"),
    "euros": ("€5", "5 euros"),
    "euro code": ("EUR 5m", "€5 million"),
    "euro after": ("5 €", "€5"),
    "pounds sterling": ("£5", "5 pounds sterling"),
    "pounds": ("£1,500", "1,500 pounds"),
    "million pounds": ("£5m", "5 million pounds"),
    "pence": ("50p", "50 pence"),
    "pence and pounds": ("50p", "£0.50"),
    "cents": ("50 cents", "$0.50"),
    "cents short": ("50c", "50 cents"),
    "yen": ("¥500", "500 yen"),
    "yuan": ("5 million yuan", "RMB 5 million"),
    "renminbi": ("5bn renminbi", "CNY 5bn"),
    "rupees": ("₹500", "Rs 500"),
    "rupees with a stop": ("Rs. 500", "500 rupees"),
    "crore": ("₹5 crore", "₹50 million"),
    "swiss francs": ("CHF 5m", "5 million Swiss francs"),
    "australian": ("A$5m", "5 million Australian dollars"),
    "au": ("AU$5m", "A$5m"),
    "canadian": ("C$5m", "CAD 5m"),
    "hong kong": ("HK$3.2bn", "3.2 billion Hong Kong dollars"),
    "new zealand": ("NZ$5", "5 New Zealand dollars"),
    "singapore": ("S$5", "5 Singapore dollars"),
    "roubles and rubles": ("5 million roubles", "5 million rubles"),
    "rouble sign": ("₽500", "500 roubles"),
    "korean won": ("5 billion won", "₩5bn"),
    "mexican pesos": ("20 Mexican pesos", "MXN 20"),
    "danish kroner": ("20 Danish kroner", "DKK 20"),
    "range": ("$5-7 million", "$5 million to $7 million"),
    "range short": ("$5m-$7m", "$5-7m"),
    "range between": ("between $5 and $7 million", "$5m to $7m"),
    "half a million": ("half a million euros", "€500,000"),
    "negative": ("-$5 million", "−$5m"),
    "range of decimals": ("$1.5-2 billion", "$1.5bn-$2bn"),
    "hundreds of millions": ("hundreds of millions of dollars", "Hundreds of millions of US dollars"),
    "about": ("about $3 million", "$2,968,000"),
    "vague": ("millions of dollars", "Millions of dollars"),
    "arabic digits": ("$٣", "$3"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "value": ("$5m", "$6m"),
    "magnitude": ("$5m", "$5bn"),
    "magnitude dropped": ("$400 million", "$400"),
    "currency sign": ("$5m", "€5m"),
    "currency name": ("5 million dollars", "5 million euros"),
    "pounds and euros": ("£5", "€5"),
    "yen and yuan": ("500 yen", "500 yuan"),
    "australian is not american": ("A$5", "$5"),
    "canadian is not american": ("C$5", "US$5"),
    "hong kong is not american": ("HK$5", "US$5"),
    "canadian is not australian": ("C$5", "A$5"),
    "code": ("USD 5", "EUR 5"),
    "swiss is not french": ("5 Swiss francs", "5 francs"),
    "mexican is not argentine": ("20 Mexican pesos", "20 Argentine pesos"),
    "danish is not norwegian": ("20 Danish kroner", "20 Norwegian kroner"),
    "rupees of two countries": ("500 Indian rupees", "500 Pakistani rupees"),
    "egyptian pounds": ("5 million Egyptian pounds", "5 million pounds"),
    "cents are no dollars": ("50 cents", "$50"),
    "pence are no pounds": ("50p", "£50"),
    "sign dropped": ("-$5m", "$5m"),
    "point is no comma": ("$1.200", "$1,200"),
    "range end": ("$5-7m", "$5-8m"),
    "range is no sum": ("$5-7m", "$5m"),
    "precise": ("$3.0 million", "$2.9 million"),
    "near is not equal": ("$3 million", "$2,968,000"),
    "vague is no number": ("millions of dollars", "a million dollars"),
    "crore and lakh": ("₹5 crore", "₹5 lakh"),
    "dollars and cents": ("$1.50", "$1.05"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("from $5m to €7m", ["$5m", "€7m"]),
    "from and to share": ("from $5 to $7 million", ["$5", "$7 million"]),
    "second price": ("5 $3 tickets", ["$3"]),
    "sign after": ("20 € each", ["20 €"]),
    "a day": ("$5 a day", ["$5"]),
    "percent beside": ("$5bn, or 3%", ["$5bn"]),
    "dollars said twice": ("US$5m dollars", ["US$5m dollars"]),
    "adjective": ("a multi-million-dollar deal of $5m", ["$5m"]),
}


def _facts(text: str) -> list[Fact]:
    return list(money.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert money.agree(left, right)
    assert money.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not money.agree(left, right)
    assert not money.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected
