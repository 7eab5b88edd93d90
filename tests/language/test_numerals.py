"""Numerals: what is not one, the value and precision of each form, and agreement at printed precision."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth
from text_to_num import text2num

from factspec.facts.fact import shown
from factspec.language.number_words import Exact, Numeral, Printed
from factspec.language.numerals import agrees_at_precision, numeral_before, numerals
from factspec.language.tokens import tokenize

# Texts without any numeral.
NOTHING = {
    "plain sentence": "The minister declined to comment",
    "articles": "a spokesman for an office",
    "nobody": "No one was hurt",
    "each other": "They accused one another",
    "roman": "World War II",
    "quarter as a place": "the Latin quarter",
    "letter": "the letter k",
    "emoji": "🙂 🙃",
    "superscript": "m² and x³",
    "han": "三百",
    "empty": "",
}

# A text that is one numeral, its value and the size of its last printed place.
VALUES: dict[str, tuple[str, Exact | str, Exact]] = {
    "digits": ("5", 5, 1),
    "groups": ("2,968,000", 2968000, 1),
    "groups by no-break space": ("2\u00a0968\u202f000", 2968000, 1),
    "indian groups": ("12,34,567", 1234567, 1),
    "decimals": ("3.10", Fraction(31, 10), Fraction(1, 100)),
    "three decimals are no group": ("1.200", Fraction(6, 5), Fraction(1, 1000)),
    "no nought before the point": (".5", Fraction(1, 2), Fraction(1, 10)),
    "million": ("3 million", 3 * 10**6, 10**6),
    "million with a decimal": ("3.0 million", 3 * 10**6, 10**5),
    "attached": ("400bn", 400 * 10**9, 10**9),
    "attached capital": ("5M", 5 * 10**6, 10**6),
    "hundred thousand": ("5 hundred thousand", 500_000, 100_000),
    "word": ("seven", 7, 1),
    "words": ("two hundred and thirty-four", 234, 1),
    "words without and": ("two hundred thirty four", 234, 1),
    "twelve hundred": ("twelve hundred", 1200, 1),
    "scales": ("two million three hundred thousand and one", 2300001, 1),
    "million in words": ("three million", 3 * 10**6, 10**6),
    "half a million": ("half a million", 500_000, 100_000),
    "million and a half": ("a million and a half", 1_500_000, 100_000),
    "half a dozen": ("half a dozen", 6, Fraction(6, 5)),
    "dozen": ("two dozen", 24, 12),
    "quarter of a million": ("a quarter of a million", 250_000, 100_000),
    "thirds": ("two-thirds", Fraction(2, 3), Fraction(1, 10)),
    "slash": ("3/4", Fraction(3, 4), Fraction(1, 10)),
    "one character": ("⅞", Fraction(7, 8), Fraction(1, 10)),
    "mixed": ("1 1/2", Fraction(3, 2), Fraction(1, 10)),
    "minus": ("−5", -5, 1),
    "minus in words": ("minus five million", -5 * 10**6, 10**6),
    "ordinal": ("twenty-first", 21, 1),
    "ordinal in digits": ("101st", 101, 1),
    "large ordinal": ("two hundredth", 200, 1),
    "arabic": ("٣٤", 34, 1),
    "full width": ("５", 5, 1),
    "vague": ("tens of thousands", 10_000, 10_000),
    "two points": ("1.200.000", "1.200.000", 0),
    "short group": ("1,20", "1,20", 0),
    "opaque million": ("1,20 million", "1,20 × 1000000", 0),
    "opaque minus": ("-1,20", "-1,20", 0),
    "four hundred digits": ("9" * 400, int("9" * 400), 1),
    "too long to count": ("9" * 2000, "9" * 2000, 0),
}

# A printed number, an exact one, whether the printed one is approximate, whether they agree.
PRECISION: dict[str, tuple[str, Exact, bool, bool]] = {
    "million rounds": ("3 million", 2_968_000, False, True),
    "about a million rounds": ("3 million", 2_968_000, True, True),
    "a decimal does not": ("3.0 million", 2_900_000, False, False),
    "nor where it is about": ("3.0 million", 2_900_000, True, False),
    "a decimal rounds": ("2.9 million", 2_930_000, False, True),
    "half a unit": ("3 million", 2_500_000, False, True),
    "more than half a unit": ("3 million", 2_499_999, False, False),
    "noughts are printed": ("3,000,000", 2_968_000, False, False),
    "noughts are not about": ("3,000,000", 2_968_000, True, True),
    "about stays near": ("1,000", 1_100, True, False),
    "about is near": ("1,000", 1_049, True, True),
    "no noughts": ("2,968,001", 2_968_002, True, False),
    "half a million": ("half a million", 480_000, True, True),
    "half a million too far": ("half a million", 430_000, True, False),
    "equal": ("5", 5, False, True),
    "other": ("5", 6, False, False),
    "negative": ("-3 million", -2_968_000, False, True),
    "opaque": ("1,20", 120, True, False),
    "nought": ("0", 0, True, True),
}


def _only(text: str) -> Numeral:
    tokens = tokenize(text)
    (numeral,) = numerals(tokens)
    assert (numeral.first, numeral.last) == (0, len(tokens))
    return numeral


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOTHING.items()])
def test_no_numeral(text: str) -> None:
    assert numerals(tokenize(text)) == ()


@pytest.mark.parametrize("text, value, size", [pytest.param(*row, id=name) for name, row in VALUES.items()])
def test_value_and_size(text: str, value: Exact | str, size: Exact) -> None:
    assert _only(text).printed == Printed(value, size)


@pytest.mark.parametrize(
    "text, exact, approximate, expected", [pytest.param(*row, id=name) for name, row in PRECISION.items()]
)
def test_agrees_at_printed_precision(text: str, exact: Exact, approximate: bool, expected: bool) -> None:
    assert agrees_at_precision(_only(text).printed, exact, approximate) is expected


def test_numeral_before_an_index() -> None:
    tokens = tokenize("about two hundred days")
    numeral = numeral_before(tokens, 3)
    assert numeral is not None
    assert shown(tokens, numeral.first, numeral.last) == "two hundred"
    assert numeral_before(tokens, 4) is None


_ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """.split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def _words(value: int, joint: str) -> str:
    """A number in English words, written independently of the reader."""
    for scale, name in _SCALES:
        if value >= scale:
            rest = value % scale
            link = f" {joint} " if rest < 100 and joint else " "
            return f"{_words(value // scale, joint)} {name}" + (f"{link}{_words(rest, joint)}" if rest else "")
    if value < 20:
        return _ONES[value]
    return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")


@given(st.integers(0, 10**15 - 1), st.sampled_from(["and", ""]))
def test_words_are_read_as_the_digits(value: int, joint: str) -> None:
    assert _only(_words(value, joint)).value == value


@given(st.integers(1, 10**12 - 1))
def test_words_are_read_as_another_reader_does(value: int) -> None:
    words = _words(value, "")
    assert _only(words).value == text2num(words, "en")


@given(
    st.lists(st.sampled_from("two hundred thousand and a half - million of dozen third 5 1/2 .5 , minus tens".split()))
)
def test_numerals_are_in_order(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    end = 0
    for numeral in numerals(tokens):
        assert end <= numeral.first < numeral.last <= len(tokens)
        end = numeral.last


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= numeral.first < numeral.last <= len(tokens) for numeral in numerals(tokens))


UNITS = ["million ", "5 million ", "hundred and ", "a half of a ", "tens of ", "5-", "two thousand ", "- 1/2 "]


def numerals_of(unit: str, count: int) -> Callable[[], object]:
    """The call that finds the numerals in a unit of text that comes again and again."""
    return partial(numerals, tokenize(unit * count))


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(partial(numerals_of, unit), 500) < SQUARE
