"""Numerals written in words ("twenty-five", "half a million", "two-thirds"), and what may multiply any numeral."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from factspec.language.tokens import Token

# The words of English numerals: closed classes, from The Cambridge Grammar of English, § numerals.


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: value for value, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())}
"""Cardinals below twenty."""

TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
"""The tens, twenty to ninety."""

SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
"""Words that multiply the number before them, in the short scale; lakh and crore are South Asian English."""

MAGNITUDES = {**SCALES, "hundred": 100, "dozen": 12, "k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9}
MAGNITUDES |= {"tn": 10**12, "trn": 10**12, "lakhs": 10**5, "crores": 10**7}
"""Words after digits that multiply them: the scales, and the abbreviations of news style books."""

COUNTED = frozenset({"people", "men", "women", "children"})
"""Plurals without `s` that "5m" counts in millions, as it does plurals with `s`; otherwise `m` is a metre."""

UNCOUNTED = frozenset(
    """across afterwards always backwards besides downwards forwards less perhaps plus this thus towards unless upwards
    versus whereas hurdles sprints heats finals races relays waves walls swells""".split()
)
"""Words in `s` before which `m` is a metre: particles, races and what is measured by its height."""

VAGUE = {"dozens": 12, "tens": 10, "hundreds": 100, **{f"{word}s": value for word, value in SCALES.items()}}
"""Plurals that name a size rather than a number."""

_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINALS = f"{_ORDINAL_ONES} fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
ORDINALS = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{f"{word[:-1]}ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    **{f"{word}th": value for word, value in SCALES.items()},
}
"""Ordinals of one word."""

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""Endings that make digits an ordinal."""

PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    **{word: Fraction(1, value) for word, value in ORDINALS.items() if 3 <= value <= 100},
}
"""Parts of one, in the singular; the plural adds `s`."""

PARTS_PLURAL = {"halves": Fraction(1, 2), **{f"{word}s": value for word, value in PARTS.items() if word != "half"}}
"""Parts of one, in the plural."""

TIMES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
TIMES |= {f"{word}fold": value for word, value in SMALL.items() if value > 1}
"""Multiples of one word."""

MULTIPLYING = {
    f"{word.removesuffix('e')}{ending}": (TIMES[word], ending)
    for word in ("double", "triple", "quadruple", "quintuple")
    for ending in ("ed", "es", "ing")
}
"""Inflected verbs that multiply, with their ending, because another tense is another statement."""


# One numeral, and what may multiply it: magnitudes, "and a half", "times".


Exact = int | Fraction

CARDINAL, ORDINAL, VAGUELY, MULTIPLE = "cardinal", "ordinal", "vague", "multiple"
"""The forms of a numeral: five, fifth, hundreds of, fivefold."""

TENTH = Fraction(1, 10)
"""The printed precision of a part of one."""


# Only these words can multiply a numeral, or come before one that does.
_FOLLOWERS = frozenset({*MAGNITUDES, "-", "and", "times", "fold", "m"})
# Units of length that form units of area and volume.
_SQUARED = frozenset("m metres meters km kilometres kilometers ft feet yd yards mi miles".split())


class Printed(NamedTuple):
    """The exact value of a number, or its text if it is opaque, and the size of one unit in its last printed place.

    The size of "3 million" is 10⁶, of "3.0 million" 10⁵, of "2,968,000" 1. The size of a part is a tenth of the whole:
    "half a million" has 10⁵. An opaque number has size 0.
    """

    value: Exact | str
    size: Exact


class Numeral(NamedTuple):
    """One number as written.

    `value` and `size` are as in `Printed`; `first` and `last` are a half-open range of token indexes; `scale` is the
    magnitude at its end ("3 million": 10⁶), or 1.
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
    """The key of the token at an index; empty outside the tokens."""
    return tokens[index].key if 0 <= index < len(tokens) else ""


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether there is nothing between the token at an index and the one before it."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def after_dash(tokens: Sequence[Token], index: int) -> int:
    """The index after a hyphen that joins two words, or the index itself."""
    joins = key_at(tokens, index) == "-" and touches(tokens, index) and touches(tokens, index + 1)
    return index + 1 if joins else index


def scaled(tokens: Sequence[Token], numeral: Numeral, unit: int = 1) -> Numeral:
    """A numeral with what multiplies it: magnitudes, "and a half", "times", "-fold".

    `unit` is the last scale in the numeral, half of which may follow: "a million and a half".
    """
    if key_at(tokens, numeral.last) not in _FOLLOWERS:
        return numeral
    numeral = _and_half(tokens, numeral, unit)
    # Three suffice for "hundred thousand million"; hostile text has more.
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
    """Whether the word at an index is counted in millions: "5m people", "5m square miles", but "5m square"."""
    key = key_at(tokens, at)
    if key in {"square", "sq", "cubic"}:
        key = key_at(tokens, at + 1 + (key_at(tokens, at + 1) == "."))
        return key in _SQUARED
    plural = len(key) > 3 and key.endswith("s") and key.isalpha() and key not in UNCOUNTED
    return plural or key in COUNTED


def multiplied(numeral: Numeral, scale: int, last: int) -> Numeral:
    """A numeral times a scale; `last` is the index after the word for the scale."""
    whole = numeral.scale * scale
    if isinstance(numeral.value, str):
        return numeral._replace(value=f"{numeral.value} × {scale}", last=last, scale=whole)
    value, size = _times(numeral.value, scale), _times(numeral.size, abs(scale))
    return Numeral(value, size, numeral.form, numeral.first, last, whole)


def _times(value: Exact, scale: int) -> Exact:
    """A product; one division takes a third of the time that multiplying fractions does."""
    if isinstance(value, int):
        return value * scale
    over, under = value.numerator * scale, value.denominator
    return Fraction(over, under) if over % under else over // under


def simple(value: Exact) -> Exact:
    """A value, as an `int` if it is a whole number."""
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


WORDS = frozenset({*SMALL, *TENS, *ORDINALS, *VAGUE, *TIMES, *MULTIPLYING, "a", "an", "half", "scores"})
"""The words that a numeral may begin with."""

_LARGE = frozenset({*SCALES, "hundred", "dozen"})


class _Group(NamedTuple):
    """A number up to 9,900, and the index after it."""

    value: int
    last: int
    form: str = CARDINAL


def from_words(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The numeral in words that begins at an index, or None."""
    key = tokens[index].key
    if key in VAGUE or key == "scores":
        return _vague(tokens, index)
    if key in TIMES:
        return Numeral(TIMES[key], 1, MULTIPLE, index, index + 1)
    if key in MULTIPLYING:
        value, ending = MULTIPLYING[key]
        return Numeral(value, 1, f"{MULTIPLE} {ending}", index, index + 1)
    if key == "half":
        return _part(tokens, index, index, PARTS["half"])
    if key in {"a", "an"}:
        return _with_article(tokens, index)
    if key == "one" and (key_at(tokens, index - 1) == "no" or key_at(tokens, index + 1) == "another"):
        return None
    return _cardinal(tokens, index)


def _vague(tokens: Sequence[Token], index: int) -> Numeral | None:
    value = VAGUE.get(tokens[index].key, 20)
    last = index + 1
    if tokens[index].key in {"scores", "tens"} and key_at(tokens, last) != "of":
        return None
    while key_at(tokens, last) == "of" and key_at(tokens, last + 1) in VAGUE and last < index + 5:
        value *= VAGUE[tokens[last + 1].key]
        last += 2
    return Numeral(value, value, VAGUELY, index, last)


def _part(tokens: Sequence[Token], first: int, at: int, value: Exact) -> Numeral:
    """A part, with its last word at an index, and what it is a part of: "half a million"."""
    numeral = Numeral(value, TENTH, CARDINAL, first, at + 1)
    start = after_dash(tokens, at + 1)
    if key_at(tokens, start) == "of":
        start += 1
    if key_at(tokens, start) in {"a", "an"}:
        start = after_dash(tokens, start + 1)
        if key_at(tokens, start) not in _LARGE:
            return numeral._replace(last=at + 2) if key_at(tokens, at + 1) in {"a", "an"} else numeral
    if key_at(tokens, start) in _LARGE:
        return scaled(tokens, multiplied(numeral, MAGNITUDES[tokens[start].key], start + 1))
    return numeral


def _with_article(tokens: Sequence[Token], index: int) -> Numeral | None:
    at = after_dash(tokens, index + 1)
    key = key_at(tokens, at)
    if key in _LARGE:
        return _cardinal(tokens, index)
    if key == "half" or (key in PARTS and key_at(tokens, at + 1) == "of"):
        return _part(tokens, index, at, PARTS[key])
    return None


def _cardinal(tokens: Sequence[Token], index: int) -> Numeral | None:
    group = _group(tokens, index)
    if group is None:
        return None
    part = _part_of(tokens, index, group)
    if part is not None:
        return part
    total, limit, unit = 0, 10**18, 1
    while True:
        at = after_dash(tokens, group.last)
        scale = SCALES.get(key_at(tokens, at), 0) if group.form == CARDINAL else 0
        if not scale or scale >= limit:
            total += group.value
            break
        total, limit, unit = total + group.value * scale, scale, scale
        group = group._replace(value=0, last=at + 1)
        following = _next_group(tokens, at + 1, limit)
        if following is None:
            break
        group, unit = following, 1
    group = _large_ordinal(tokens, group, total)
    numeral = Numeral(group.value, unit, group.form, index, group.last, unit)
    return numeral if group.form == ORDINAL else scaled(tokens, numeral, unit)


def _large_ordinal(tokens: Sequence[Token], group: _Group, total: int) -> _Group:
    """The group with the total, and with the ordinal that may end it: "two thousandth"."""
    at = after_dash(tokens, group.last)
    key = key_at(tokens, at)
    if group.form == CARDINAL and key in ORDINALS and ORDINALS[key] >= 100 and total < 1000:
        return _Group(total * ORDINALS[key], at + 1, ORDINAL)
    return group._replace(value=total)


def _next_group(tokens: Sequence[Token], at: int, limit: int) -> _Group | None:
    """The group after a scale: "two thousand (and) five", "two million three hundred thousand"."""
    joined = key_at(tokens, at) == "and"
    start = at + 1 if joined else after_dash(tokens, at)
    if key_at(tokens, start) in {"a", "an"}:
        return None
    group = _group(tokens, start)
    if group is None or group.value >= limit:
        return None
    scale = SCALES.get(key_at(tokens, group.last), 0)
    return None if scale >= limit or (joined and (scale or group.value >= 100)) else group


def _group(tokens: Sequence[Token], index: int) -> _Group | None:
    """A number up to 9,900 without a scale: "a", "twelve hundred", "two hundred and five", "ninety-first"."""
    pair = _pair(tokens, index)
    if pair is None or pair.form == ORDINAL:
        return pair
    at = after_dash(tokens, pair.last)
    if key_at(tokens, at) != "hundred" or not pair.value:
        return pair
    hundreds = _Group(pair.value * 100, at + 1)
    joined = key_at(tokens, at + 1) == "and"
    rest = _pair(tokens, at + 2 if joined else after_dash(tokens, at + 1))
    if rest is None or key_at(tokens, rest.last) == "hundred" or tokens[rest.last - 1].key in {"a", "an"}:
        return hundreds
    if joined and "between" in (key_at(tokens, index - 1), key_at(tokens, index - 2)):
        return hundreds
    return _Group(hundreds.value + rest.value, rest.last, rest.form)


def _pair(tokens: Sequence[Token], index: int) -> _Group | None:
    key = key_at(tokens, index)
    if key in TENS:
        at = after_dash(tokens, index + 1)
        follower = key_at(tokens, at)
        if at == index + 1 and key_at(tokens, at + 1) == "-" and touches(tokens, at + 1):
            return _Group(TENS[key], index + 1)  # "twenty five-year leases" are twenty
        if 0 < SMALL.get(follower, 0) < 10:
            return _Group(TENS[key] + SMALL[follower], at + 1)
        if ORDINALS.get(follower, 10) < 10:
            return _Group(TENS[key] + ORDINALS[follower], at + 1, ORDINAL)
        return _Group(TENS[key], index + 1)
    if key in SMALL:
        return _Group(SMALL[key], index + 1)
    if key in ORDINALS:
        return _Group(ORDINALS[key], index + 1, ORDINAL)
    return _Group(1, index + 1) if key in {"a", "an"} else None


def _part_of(tokens: Sequence[Token], index: int, group: _Group) -> Numeral | None:
    """A number of parts: "two-thirds", "one quarter", "three-fifths of a million"."""
    at = after_dash(tokens, group.last)
    parts = PARTS if group.value == 1 else PARTS_PLURAL
    part = parts.get(key_at(tokens, at))
    if part is None or group.form == ORDINAL or tokens[index].key in {"a", "an"}:
        return None
    return _part(tokens, index, at, part * group.value)


# Whether a text may contain amounts: digits or number words.


_WORDS = frozenset({*SMALL, *TENS, *MAGNITUDES, "dozens"} - {"k"})
_DIGIT = re.compile(r"\d")
_WITH_DIGIT = re.compile(r"\d\S*")


def has_two_amounts(text: str) -> bool:
    """Whether two words of a text contain a digit or are number words; words end at white space."""
    if len(list(islice(_WITH_DIGIT.finditer(text), 2))) == 2:
        return True
    words = text.lower().split()
    plain = [word.strip('.,;:!?()"“”‘’—–-') for word in words if word.isalpha() or not _DIGIT.search(word)]
    return len(words) - len(plain) + sum(not _WORDS.isdisjoint(word.split("-")) for word in plain) > 1


def has_amount(line: str) -> bool:
    """Whether the folded keys of a sentence, separated by spaces, contain a digit or a number word."""
    return _DIGIT.search(line) is not None or not _WORDS.isdisjoint(line.split(" "))
