"""Numerals written in words: "twenty-five", "half a million", "two-thirds", "twelve hundred", "tens of thousands"."""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.text.number_words import (
    MAGNITUDES,
    MULTIPLYING,
    ORDINALS,
    PARTS,
    PARTS_PLURAL,
    SCALES,
    SMALL,
    TENS,
    TIMES,
    VAGUE,
)
from factspec.text.numeral import (
    CARDINAL,
    MULTIPLE,
    ORDINAL,
    TENTH,
    VAGUELY,
    Exact,
    Numeral,
    after_dash,
    key_at,
    multiplied,
    scaled,
    touches,
)
from factspec.text.tokens import Token

WORDS = frozenset({*SMALL, *TENS, *ORDINALS, *VAGUE, *TIMES, *MULTIPLYING, "a", "an", "half", "scores"})
"""The words that a numeral may begin with."""

_LARGE = frozenset({*SCALES, "hundred", "dozen"})


class _Group(NamedTuple):
    """A number below a thousand hundreds, and where it ends."""

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
    """A part of one that ends with the word at an index, and what it is a part of: "half a million"."""
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
    """The whole with the ordinal that may end it: "two thousandth"."""
    at = after_dash(tokens, group.last)
    key = key_at(tokens, at)
    if group.form == CARDINAL and key in ORDINALS and ORDINALS[key] >= 100 and total < 1000:
        return _Group(total * ORDINALS[key], at + 1, ORDINAL)
    return group._replace(value=total)


def _next_group(tokens: Sequence[Token], at: int, limit: int) -> _Group | None:
    """What goes on after a scale: "two thousand (and) five", "two million three hundred thousand"."""
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
