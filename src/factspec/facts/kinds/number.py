"""Bare numbers, in digits or words, alone or in a range.

"five" agrees with "5", "1,200" with "twelve hundred", "third" with "3rd", "twice" with "two times", "5-7" with
"between five and seven", and "about 3 million" with 2,968,000. "third" is not "three", "hundreds" is not "a hundred",
"doubled" is not "doubling" and "1.200" is not "1,200".
"""

from collections.abc import Iterator, Sequence

from factspec.facts import amounts
from factspec.facts.fact import Fact
from factspec.facts.found import Sort
from factspec.language.number_words import Numeral
from factspec.language.numerals import TRIGGERS as NUMBER_TRIGGERS
from factspec.language.tokens import DIGIT, Token

KIND = "number"
RANK = 10
SORT = Sort.AMOUNT
COUNTS = True
TRIGGERS = NUMBER_TRIGGERS | {DIGIT}


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The numbers of a text, whatever they count."""
    return amounts.read(KIND, tokens, _no_unit)


def _no_unit(_tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit:
    return amounts.Unit("", numeral.first, numeral.last)


agree = amounts.agree
