"""One numeral, and what may follow it and multiply it: magnitudes, "and a half", "times"."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factspec.text.number_words import COUNTED, MAGNITUDES, UNCOUNTED
from factspec.text.tokens import Token

Exact = int | Fraction

CARDINAL, ORDINAL, VAGUELY, MULTIPLE = "cardinal", "ordinal", "vague", "multiple"
"""The forms of a numeral: five, fifth, hundreds of, fivefold."""

TENTH = Fraction(1, 10)
"""The printed precision of a part of one."""


# What alone can multiply a numeral, or stand before what does.
_FOLLOWERS = frozenset({*MAGNITUDES, "-", "and", "times", "fold", "m"})
# Units of length that make one of area or volume.
_SQUARED = frozenset("m metres meters km kilometres kilometers ft feet yd yards mi miles".split())


class Printed(NamedTuple):
    """A number's exact value, or the text of an opaque one, and the size of one unit in its last printed place.

    The size of "3 million" is 10⁶, of "3.0 million" 10⁵, of "2,968,000" 1, and of a part of one a tenth of the whole
    ("half a million" 10⁵); an opaque number has none.
    """

    value: Exact | str
    size: Exact


class Numeral(NamedTuple):
    """One number as written.

    `value` and `size` are as in `Printed`; `first` and `last` are a half-open range of token indexes; `scale` is the
    magnitude that it ends with ("3 million" 10⁶), 1 where it has none.
    """

    value: Exact | str
    size: Exact
    form: str
    first: int
    last: int
    scale: int = 1

    @property
    def printed(self) -> Printed:
        """The value and its precision, without the place."""
        return Printed(self.value, self.size)


def key_at(tokens: Sequence[Token], index: int) -> str:
    """The key of the token at an index, empty where there is none."""
    return tokens[index].key if 0 <= index < len(tokens) else ""


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at an index stands right after the one before it, with nothing between."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def after_dash(tokens: Sequence[Token], index: int) -> int:
    """The index after a hyphen that joins two words, or the index itself."""
    joins = key_at(tokens, index) == "-" and touches(tokens, index) and touches(tokens, index + 1)
    return index + 1 if joins else index


def scaled(tokens: Sequence[Token], numeral: Numeral, unit: int = 1) -> Numeral:
    """A numeral with what multiplies it: magnitudes, "and a half", "times", "-fold".

    `unit` is the last scale that the numeral already holds, of which a half may follow: "a million and a half".
    """
    if key_at(tokens, numeral.last) not in _FOLLOWERS:
        return numeral
    numeral = _and_half(tokens, numeral, unit)
    # No number is written with more magnitudes than "hundred thousand million"; hostile text is.
    for _ in range(3):
        at = after_dash(tokens, numeral.last)
        scale = _magnitude(tokens, at)
        if not scale:
            break
        numeral = multiplied(numeral, scale, at + 1)
        numeral = _and_half(tokens, numeral, scale)
    return _multiple(tokens, numeral)


def _magnitude(tokens: Sequence[Token], at: int) -> int:
    if at >= len(tokens):
        return 0
    text = tokens[at].text
    if text in {"m", "M"} and touches(tokens, at) and (text == "M" or _is_counted(tokens, at + 1)):
        return 10**6
    return MAGNITUDES.get(tokens[at].key, 0)


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands at an index is counted in millions: "5m people", "5m square miles", but "5m square"."""
    key = key_at(tokens, at)
    if key in {"square", "sq", "cubic"}:
        key = key_at(tokens, at + 1 + (key_at(tokens, at + 1) == "."))
        return key in _SQUARED
    plural = len(key) > 3 and key.endswith("s") and key.isalpha() and key not in UNCOUNTED
    return plural or key in COUNTED


def multiplied(numeral: Numeral, scale: int, last: int) -> Numeral:
    """A numeral times a scale whose word ends at an index."""
    whole = numeral.scale * scale
    if isinstance(numeral.value, str):
        return numeral._replace(value=f"{numeral.value} × {scale}", last=last, scale=whole)
    value, size = _times(numeral.value, scale), _times(numeral.size, abs(scale))
    return Numeral(value, size, numeral.form, numeral.first, last, whole)


def _times(value: Exact, scale: int) -> Exact:
    """A product; dividing once is a third of the time of multiplying fractions."""
    if isinstance(value, int):
        return value * scale
    over, under = value.numerator * scale, value.denominator
    return Fraction(over, under) if over % under else over // under


def simple(value: Exact) -> Exact:
    """A value as a whole number where it is one."""
    return int(value) if value == int(value) else value


def _and_half(tokens: Sequence[Token], numeral: Numeral, scale: int) -> Numeral:
    at = after_dash(tokens, numeral.last)
    if key_at(tokens, at) != "and" or isinstance(numeral.value, str):
        return numeral
    at = after_dash(tokens, at + 1)
    if key_at(tokens, at) not in {"a", "one"}:
        return numeral
    at = after_dash(tokens, at + 1)
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}.get(key_at(tokens, at))
    if part is None:
        return numeral
    return numeral._replace(value=simple(numeral.value + part * scale), size=scale * TENTH, last=at + 1)


def _multiple(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    at = after_dash(tokens, numeral.last)
    if key_at(tokens, at) in {"times", "fold"} and numeral.form == CARDINAL:
        return numeral._replace(form=MULTIPLE, last=at + 1)
    return numeral
