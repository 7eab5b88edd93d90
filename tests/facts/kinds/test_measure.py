"""Measures: what is not one, what agrees, what differs."""

import pytest

from factspec.facts.fact import Fact
from factspec.facts.kinds import measure
from factspec.language.tokens import tokenize

# Sentences without a fact of this kind.
NOTHING = {
    "plain sentence": "The minister declined to comment on the report",
    "bare number": "Five people were killed",
    "years": "three years",
    "percent": "5 per cent",
    "network": "a 5G network",
    "in as a preposition": "5 in 10 voters",
    "at the foot": "At the foot of the mountain",
    "letter": "5 C players",
    "ordinal": "the fifth mile",
    "fahrenheit alone": "Fahrenheit is a scale",
    "times": "three times metres",
    "million attached": "5M people",
    "million of workers": "5m workers",
    "group": "the G7 summit",
}

# The same fact in two forms.
AGREE = {
    "symbol and name": ("10 km", "10 kilometres"),
    "attached": ("10km", "10 km"),
    "number word": ("ten kilometres", "10 km"),
    "spelling": ("10 kilometres", "10 kilometers"),
    "hyphen": ("a 10-kilometre march", "a 10 kilometre march"),
    "plural": ("a 5-mile march", "5 miles"),
    "metres": ("5m", "5 metres"),
    "metres of a race": ("400m hurdles", "400 metres hurdles"),
    "metres and a particle": ("5m across", "5 metres across"),
    "feet": ("6ft", "six feet"),
    "foot": ("a 6-foot wall", "6 feet"),
    "inches": ("2in", "2 inches"),
    "tonnes": ("5 tonnes", "5 metric tons"),
    "kilos": ("5 kilos", "5kg"),
    "kilogram spelling": ("5 kilogrammes", "5 kilograms"),
    "tonnes and kilos": ("5.0 tonnes", "5,000 kg"),
    "pounds": ("5 lb", "5 pounds"),
    "celsius": ("20°C", "20 degrees Celsius"),
    "celsius apart": ("20 °C", "20C"),
    "fahrenheit": ("68°F", "68 degrees Fahrenheit"),
    "celsius and fahrenheit": ("20°C", "68°F"),
    "minus degrees": ("-5°C", "minus 5 degrees Celsius"),
    "speed": ("100mph", "100 miles per hour"),
    "miles an hour": ("100 miles an hour", "100 mph"),
    "kilometres per hour": ("50km/h", "50 kilometres per hour"),
    "kph": ("50 kph", "50 km per hour"),
    "area": ("70 square kilometres", "70 sq km"),
    "area sign": ("70 km²", "70 square km"),
    "miles cut with a stop": ("70 sq. miles", "70 square miles"),
    "metres cut with a stop": ("70 sq. m", "70 m²"),
    "metres with a raised two": ("70 m2", "70 m²"),
    "square feet": ("900 sq ft", "900 square feet"),
    "hectares": ("5 ha", "5 hectares"),
    "km and miles": ("10 km", "6.2 miles"),
    "miles and km": ("100 miles", "161 km"),
    "feet and metres": ("30,000 feet", "9,144 metres"),
    "kg and pounds": ("50 kg", "110 pounds"),
    "metres and centimetres": ("1.50 m", "150 cm"),
    "kilowatts": ("5 kW", "5 kilowatts"),
    "megawatts": ("5 MW", "5 megawatts"),
    "kilowatt-hours": ("5 kWh", "5 kilowatt-hours"),
    "gigabytes": ("16GB", "16 gigabytes"),
    "barrels": ("2 million barrels", "two million barrels"),
    "range": ("5-10 km", "5 to 10 km"),
    "range between": ("between 5 and 10 miles", "5–10 miles"),
    "half": ("half a mile", "0.5 miles"),
    "quarter": ("a quarter of a mile", "0.25 miles"),
    "mixed": ("2½ miles", "two and a half miles"),
    "about": ("about 500 km", "497 km"),
    "vague": ("hundreds of miles", "hundreds of miles"),
    "magnitude": ("3 million litres", "3,000,000 liters"),
    "millions of tonnes": ("5m tonnes", "5 million tonnes"),
    "light-years": ("5 light-years", "five light years"),
    "barometer": ("980 hPa", "980 millibars"),
}

# Two facts of this kind that are not the same.
DIFFER = {
    "value": ("10 km", "11 km"),
    "unit with one number": ("10 km", "10 miles"),
    "km and mph": ("100 km/h", "100 mph"),
    "yards and metres": ("1 yard", "1 metre"),
    "tens of yards": ("10 yards", "10 metres"),
    "celsius and fahrenheit with one number": ("20°C", "20°F"),
    "celsius far from fahrenheit": ("20°C", "70°F"),
    "degrees without a scale": ("20 degrees", "20 degrees Celsius"),
    "tons and tonnes": ("5 tons", "5 tonnes"),
    "mega and milli": ("5 MW", "5 mW"),
    "kilo and mega": ("5 kW", "5 MW"),
    "watt and watt-hour": ("5 MW", "5 MWh"),
    "square": ("70 square kilometres", "70 kilometres"),
    "square and cubic": ("5 square metres", "5 cubic metres"),
    "converted too roughly": ("1 mile", "2 km"),
    "converted badly": ("10 km", "6.5 miles"),
    "rounded away": ("100 miles", "160 km"),
    "pounds and kilos": ("5 pounds", "5 kg"),
    "litres and gallons": ("5 litres", "5 gallons"),
    "magnitude": ("3 million litres", "3 billion litres"),
    "range end": ("5-10 km", "5-11 km"),
    "range is no number": ("5-10 km", "5 km"),
    "sign": ("-5°C", "5°C"),
    "vague is no number": ("hundreds of miles", "a hundred miles"),
    "feet and inches": ("6 feet", "6 inches"),
    "mass and length": ("5 kg", "5 km"),
    "part of a mile": ("a quarter of a mile", "half a mile"),
    "gigabytes and megabytes": ("16GB", "16MB"),
}

# All facts of a text, as written.
SPANS = {
    "several": ("6ft 2in and 90kg", ["6ft", "2in", "90kg"]),
    "list shares its unit": ("5 or 6 miles", ["5", "6 miles"]),
    "hyphen": ("the 10-km-long bridge", ["10-km"]),
    "speed": ("at 100 kilometres an hour", ["100 kilometres an hour"]),
    "degree sign inside": ("at 20 °C today", ["20 °C"]),
    "per day": ("2 million barrels per day", ["2 million barrels"]),
}


def _facts(text: str) -> list[Fact]:
    return list(measure.find(tokenize(text)))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_finds_nothing(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in AGREE.items()])
def test_agrees_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert measure.agree(left, right)
    assert measure.agree(right, left)


@pytest.mark.parametrize("one, other", [pytest.param(*row, id=name) for name, row in DIFFER.items()])
def test_differs_in_both_directions(one: str, other: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert not measure.agree(left, right)
    assert not measure.agree(right, left)


@pytest.mark.parametrize("text, expected", [pytest.param(*row, id=name) for name, row in SPANS.items()])
def test_shows_the_words_as_written(text: str, expected: list[str]) -> None:
    assert [fact.shown for fact in _facts(text)] == expected


@pytest.mark.parametrize(
    "one, other, named",
    [
        pytest.param("5 km", "6 km", "", id="another number"),
        pytest.param("5 km", "6 miles", "", id="another number and unit"),
        pytest.param("5 km", "5 miles", "unit", id="another unit"),
    ],
)
def test_names_a_difference_in_the_unit_alone(one: str, other: str, named: str) -> None:
    (left,), (right,) = _facts(one), _facts(other)
    assert measure.difference(left, right) == named
