"""Numerals in tokens: digits, words, fractions, ordinals, magnitudes and signs, each with its exact value.

Values are exact, never floats. Digits without a known grouping (`1.200.000`, `3:2`, `1,2`) or of more than a thousand
places are opaque: their value is the text as written, which agrees only with itself. A point is always the decimal
point and a comma always separates groups: "1.200" is 1.2 and "1,200" is 1200. A single space separates groups of three
digits after a word in small letters ("some 12 500 books").
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import cast

from factspec.language.number_words import (
    CARDINAL,
    MAGNITUDES,
    MULTIPLE,
    ORDINAL,
    SUFFIXES,
    TENTH,
    WORDS,
    Exact,
    Numeral,
    Printed,
    from_words,
    key_at,
    scaled,
    touches,
)
from factspec.language.tokens import IndexedTokens, Token, places

_PLACES = 1000
_GROUPS = "[,\u00a0\u202f\u2009]"
_DIGITS = rf"(\d+(?:{_GROUPS}\d{{3}})*|\d{{1,2}}(?:,\d{{2}})+,\d{{3}})(?:\.(\d+))?"
TRIGGERS = (WORDS - {"a", "an"}) | (MAGNITUDES.keys() - {"k"}) | {"quarter"}
"""A text without any of these words and without digits has no numeral."""
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "16"})
_NUMERALS_OPENING = frozenset("([\"'$€£¥₹~")


def numerals(tokens: Sequence[Token]) -> tuple[Numeral, ...]:
    """The numerals of a text, in order; they do not overlap."""
    if not isinstance(tokens, IndexedTokens):
        return tuple(_read(tokens))
    kept = tokens.memory.get("numerals")
    if kept is None:
        kept = tokens.memory["numerals"] = tuple(_read(tokens))
    return cast("tuple[Numeral, ...]", kept)


def agrees_at_precision(printed: Printed, exact: Exact, approximate: bool) -> bool:
    """Whether an exact number rounds to a printed one.

    The two may differ by half a unit of the last printed place: "3 million" and 2,968,000 agree, "3.0 million" and 2.9
    million do not. The zeros at the end of a whole number are printed places ("3,000,000" is exact). If the printed
    number is `approximate` ("about 3,000,000") they are not, but the two may differ by a twentieth of it at most.
    """
    if isinstance(printed.value, str):
        return False
    size = _round_size(printed.value, printed.size) if approximate else printed.size
    return abs(Fraction(printed.value - exact)) * 2 <= size


def _round_size(value: Exact, size: Exact) -> Exact:
    """The size of the last figure that is not zero of a whole number in digits, at most a tenth of the number."""
    whole = abs(value)
    if size != 1 or not isinstance(whole, int) or not whole or whole >= 10**_PLACES:
        return size
    digits = str(whole)
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(Fraction(whole, 10), Fraction(10**zeros)) if zeros else size


def numeral_before(tokens: Sequence[Token], end: int) -> Numeral | None:
    """The numeral that ends right before an index and has at most twelve tokens, or None."""
    start = max(end - 12, 0)
    found = _read(tokens[start:end])
    if not found or found[-1].last + start != end:
        return None
    return found[-1]._replace(first=found[-1].first + start, last=end)


def _read(tokens: Sequence[Token]) -> list[Numeral]:
    found: list[Numeral] = []
    done = 0
    for index in places(tokens, WORDS, digits=True):
        if index < done:
            continue
        key = tokens[index].key
        numeral = _from_digits(tokens, index) if key[0].isnumeric() else from_words(tokens, index)
        if numeral is not None:
            found.append(_signed(tokens, numeral))
            done = numeral.last
    return found


def _signed(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    first, value = numeral.first, numeral.value
    before = key_at(tokens, first - 1)
    minus = before == "minus" or (before == "negative" and tokens[first].key[0].isdecimal())
    if before == "-" and touches(tokens, first):
        minus = not touches(tokens, first - 1) or key_at(tokens, first - 2) in _NUMERALS_OPENING
    if not minus:
        return numeral
    return numeral._replace(value=f"-{value}" if isinstance(value, str) else -value, first=first - 1)


def _from_digits(tokens: Sequence[Token], index: int) -> Numeral | None:
    key = tokens[index].key
    if not key[0].isdecimal():
        if key not in _VULGAR:
            return None
        return scaled(tokens, Numeral(_VULGAR[key], TENTH, CARDINAL, index, index + 1))
    numeral = _plain(tokens, index)
    last = numeral.last
    if isinstance(numeral.value, str):
        return scaled(tokens, numeral)
    follower = key_at(tokens, last)
    if touches(tokens, last):
        if follower in SUFFIXES:
            return numeral._replace(form=ORDINAL, last=last + 1)
        if follower in {"x", "×"} and not (touches(tokens, last + 1) and tokens[last + 1].key[0].isalnum()):
            return numeral._replace(form=MULTIPLE, last=last + 1)
    return scaled(tokens, _mixed(tokens, numeral))


def _plain(tokens: Sequence[Token], index: int) -> Numeral:
    key = tokens[index].key
    digits = _digits(key) if len(key) <= _PLACES else None
    if digits is None:
        return Numeral(key, 0, CARDINAL, index, index + 1)
    whole, places = int(digits[0]), digits[1]
    first = index
    if not places and _is_point(tokens, index):
        whole, places, first = 0, key, index - 1
    if not places:
        return _spaced(tokens, Numeral(whole, 1, CARDINAL, index, index + 1))
    size = _tenths(len(places))
    return Numeral(Fraction(whole * size.denominator + int(places), size.denominator), size, CARDINAL, first, index + 1)


def _digits(key: str) -> tuple[str, str] | None:
    """The digits before and after the decimal point of a number; None if the grouping is unknown."""
    if key.isdecimal():
        return key, ""
    match = re.fullmatch(_DIGITS, key)
    return ("".join(filter(str.isdecimal, match[1])), match[2] or "") if match else None


@lru_cache(maxsize=16)
def _tenths(places: int) -> Fraction:
    return Fraction(1, 10**places)


def _spaced(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """A whole number in groups between single spaces: "12 500", but not after a name ("Boeing 737 800")."""
    index, value = numeral.first, numeral.value
    if len(tokens[index].key) > 3 or tokens[index].key[0] == "0" or isinstance(value, str):
        return numeral
    if index and not tokens[index - 1].text.islower():
        return numeral
    last = numeral.last
    while last < min(index + 5, len(tokens)) and _is_group(tokens, last):
        value = value * 1000 + int(tokens[last].key)
        last += 1
    return numeral._replace(value=value, last=last) if last > numeral.last else numeral


def _is_group(tokens: Sequence[Token], index: int) -> bool:
    key = tokens[index].key
    return len(key) == 3 and key.isdecimal() and tokens[index].start == tokens[index - 1].end + 1


def _is_point(tokens: Sequence[Token], index: int) -> bool:
    """Whether a decimal point without a zero comes before the digits: `.5`."""
    if key_at(tokens, index - 1) != "." or not touches(tokens, index) or touches(tokens, index - 1):
        return False
    return tokens[index].key.isdecimal()


# Fractions of one character: category No of the Unicode Character Database, decomposed as <fraction>.
_VULGAR = {
    **dict(zip("½⅓⅔¼¾", map(Fraction, ("1/2", "1/3", "2/3", "1/4", "3/4")), strict=True)),
    **dict(zip("⅕⅖⅗⅘⅙⅚", map(Fraction, ("1/5", "2/5", "3/5", "4/5", "1/6", "5/6")), strict=True)),
    **dict(zip("⅛⅜⅝⅞⅒", map(Fraction, ("1/8", "3/8", "5/8", "7/8", "1/10")), strict=True)),
}


def _mixed(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """A whole number with the fraction after it (`5½`, `1 1/2`), or a fraction of digits (`2/3`)."""
    last, whole = numeral.last, numeral.value
    if numeral.size != 1 or isinstance(whole, str):
        return numeral
    part = _VULGAR.get(key_at(tokens, last))
    if part is not None:
        return numeral._replace(value=whole + part, size=TENTH, last=last + 1)
    alone = _slashed(tokens, last - 1)
    if alone is not None:
        return numeral._replace(value=alone, size=TENTH, last=last + 2)
    part = None if touches(tokens, last) else _slashed(tokens, last)
    if part is not None:
        return numeral._replace(value=whole + part, size=TENTH, last=last + 3)
    return numeral


def _slashed(tokens: Sequence[Token], index: int) -> Fraction | None:
    if key_at(tokens, index + 1) != "/" or key_at(tokens, index + 2) not in _DENOMINATORS:
        return None
    over, under = tokens[index].key, tokens[index + 2].key
    if not (over.isdecimal() and touches(tokens, index + 1) and touches(tokens, index + 2)) or len(over) > 2:
        return None
    if key_at(tokens, index + 3) == "/" or key_at(tokens, index - 1) == "/" or int(over) >= int(under):
        return None
    return Fraction(int(over), int(under))


# Whether a text may contain numbers that must add up.


# The first compiles much faster, because its signs are in one block.
# Persons who are counted as a total.
_PERSONS = frozenset(
    """people persons passengers victims survivors patients voters residents citizens workers employees staff students
    pupils teachers soldiers troops officers civilians refugees migrants prisoners hostages members delegates
    candidates men women boys girls children adults teenagers infants babies males females foreigners locals tourists
    guests visitors spectators players men's deaths injuries casualties crew""".split()
)
_OPENING_OF_ASCII, _TOTALS_OPENING = "[:(-]", "[:(—–-]"


def may_divide(text: str) -> bool:
    """Whether a text may have two percentages."""
    return text.count("%") + text.count("per cent") + text.count("percent") > 1


def may_total(text: str) -> bool:
    """Whether a text has a noun for persons right before a sign that may introduce the parts of a total."""
    signs = re.finditer(_OPENING_OF_ASCII if text.isascii() else _TOTALS_OPENING, text)
    return any(_counted_before(text, sign.start()) for sign in signs)


def _counted_before(text: str, at: int) -> bool:
    words = text[max(at - 16, 0) : at].split()
    return bool(words) and words[-1].lower() in _PERSONS
