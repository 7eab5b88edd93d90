"""Amounts: numbers with their units, alone or as the two ends of a range, and the tables of phrases that name units.

Every kind of fact whose values are amounts reads, compares and converts them here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from factspec.facts.fact import Amount, Fact, fact_at
from factspec.language.calendar import MONTHS
from factspec.language.number_words import (
    MULTIPLE,
    VAGUELY,
    Numeral,
    Printed,
    after_dash,
    key_at,
    multiplied,
    simple,
    touches,
)
from factspec.language.numerals import agrees_at_precision, numerals
from factspec.language.tokens import Token

# Words that make a number an approximation in both directions. "nearly" and "over" are bounds, so they are not here.
_ABOUT = frozenset(
    {"about", "around", "roughly", "approximately", "approx", "circa", "ca", "some", "estimated", "~", "≈"}
)


class Unit(NamedTuple):
    """The unit of a numeral: its name, the half-open range of tokens of number and unit, and what it multiplies by."""

    name: str
    first: int
    last: int
    scale: int = 1


def unit_start(tokens: Sequence[Token], numeral: Numeral) -> int:
    """The index at which the unit of a numeral begins: after a hyphen, "hundreds of" or "a quarter of a"."""
    at = after_dash(tokens, numeral.last)
    if key_at(tokens, at) != "of":
        return at
    if key_at(tokens, at + 1) in {"a", "an"}:
        return at + 2
    return at + 1 if numeral.form == VAGUELY else at


UnitAt = Callable[[Sequence[Token], Numeral], Unit | None]
"""Reads the unit of a numeral; None if it has no unit of the kind."""

# "5-to-7", "18- to 24-year-olds"
_HYPHENED = (["-", "to", "-"], ["-", "to"])
_APART, _LISTED, _RANGE = range(3)
# After "by", a second number this many times the first is not the end of a range: "rose by 1,900 to 22,300".
_FAR = 3
# The same for a verb of moving without "by": "climbed $1.20 to $83.45".
_MOVED = 10
_MOVES = frozenset(
    """rose rises rise fell falls fall climbed climbs dropped drops gained gains lost loses added adds shed sheds
    slipped slips jumped jumps slid slides dipped dips edged surged surges sank plunged soared increased decreased
    declined advanced retreated tumbled grew shrank eased up down""".split()
)
_COMPARING = frozenset("above below more less fewer higher lower up down warmer colder cooler better worse".split())


def read(kind: str, tokens: Sequence[Token], unit_at: UnitAt) -> Iterator[Fact]:
    """The facts of a kind, whose units `unit_at` reads; in a range or "5 or 6" both numbers have the same unit."""
    found = list(numerals(tokens))
    if not found:
        return
    units = [unit_at(tokens, numeral) for numeral in found]
    if not any(units):
        return
    for index, unit in enumerate(units):
        if unit is not None and unit.scale != 1:
            found[index] = multiplied(found[index], unit.scale, found[index].last)
    links = _links(tokens, found, units) if len(found) > 1 else []
    if any(links):
        _share(found, units, links)
    index = 0
    while index < len(found):
        unit = units[index]
        if unit is None:
            index += 1
            continue
        following = units[index + 1] if _ranges(links, units, index) else None
        taken = 1 if following is None else 2
        yield _fact(kind, tokens, found[index : index + taken], unit, following)
        index += taken


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two amounts have one unit and equal numbers, or one rounds to the other, which says "about"."""
    one, other = approved.value, found.value
    if not (isinstance(one, Amount) and isinstance(other, Amount)):
        return False
    if (one.unit, one.form) != (other.unit, other.form) or len(one.numbers) != len(other.numbers):
        return False
    return same_numbers(one, other)


def same_numbers(one: Amount, other: Amount) -> bool:
    """Whether the numbers of two amounts agree, whatever their units."""
    pairs = list(zip(one.numbers, other.numbers, strict=False))
    if all(left.value == right.value for left, right in pairs):
        return True
    if one.about == other.about:
        return False
    return all(_rounds(*(pair if one.about else pair[::-1])) for pair in pairs)


def _rounds(rounded: Printed, exact: Printed) -> bool:
    return not isinstance(exact.value, str) and agrees_at_precision(rounded, exact.value, approximate=True)


Conversions = Mapping[str, tuple[str, Fraction]]
"""For each unit another one, and how many of those it equals."""


def agree_converted(approved: Fact, found: Fact, conversions: Conversions) -> bool:
    """Whether two facts agree as written or after conversion."""
    return agree(approved, found) or agree(_converted(approved, conversions), _converted(found, conversions))


def _converted(fact: Fact, conversions: Conversions) -> Fact:
    """A fact in the other unit; opaque numbers stay as written."""
    amount = fact.value
    if not isinstance(amount, Amount) or amount.unit not in conversions:
        return fact
    unit, factor = conversions[amount.unit]
    numbers = tuple(
        number
        if isinstance(number.value, str)
        else Printed(simple(number.value * factor), simple(number.size * factor))
        for number in amount.numbers
    )
    return fact._replace(value=amount._replace(numbers=numbers, unit=unit))


def _fact(kind: str, tokens: Sequence[Token], taken: list[Numeral], unit: Unit, following: Unit | None) -> Fact:
    first = unit.first
    last = unit.last if following is None else following.last
    if following is not None and key_at(tokens, first - 1) == "between":
        first -= 1
    numbers = tuple(numeral.printed for numeral in taken)
    about = key_at(tokens, first - 1) in _ABOUT
    return fact_at(tokens, first, last, kind, Amount(numbers, taken[0].form, unit.name, about))


def _ranges(links: list[int], units: list[Unit | None], index: int) -> bool:
    """Whether a numeral and the next are the ends of one range, not part of a longer chain ("5-7-2")."""
    if index >= len(links) or links[index] != _RANGE or index + 1 >= len(units):
        return False
    one, other = units[index], units[index + 1]
    if one is None or other is None or one.name != other.name:
        return False
    return _RANGE not in (links[index - 1] if index else _APART, links[index + 1] if index + 1 < len(links) else _APART)


def _links(tokens: Sequence[Token], found: list[Numeral], units: list[Unit | None]) -> list[int]:
    """How each numeral is joined to the next one: apart, listed or as a range."""
    links = []
    for index in range(len(found) - 1):
        one, other = units[index] or found[index], units[index + 1] or found[index + 1]
        is_close = 0 < other.first - one.last < 4
        link = _link(tokens, one.first, one.last, other.first) if is_close else _APART
        apart = units[index] is not None and units[index + 1] is not None
        if link == _RANGE and (
            _changes(tokens, found[index], found[index + 1], apart=apart) or _compares(tokens, one.last, other.last)
        ):
            link = _LISTED
        links.append(link)
    return links


def _changes(tokens: Sequence[Token], one: Numeral, other: Numeral, *, apart: bool) -> bool:
    """Whether "to" leads from a change to its result: "rose by 1,900 to 22,300", "doubled to 410 million"."""
    if one.form.startswith(MULTIPLE):
        return True
    if isinstance(one.value, str) or isinstance(other.value, str) or other.value < _FAR * one.value:
        return False
    before = {key_at(tokens, one.first - 1), key_at(tokens, one.first - 2)}
    # In a range only the second number has the unit: "rose 1 to 10 per cent".
    moves = apart and other.value >= _MOVED * one.value and not before.isdisjoint(_MOVES)
    return "by" in before or moves


def _compares(tokens: Sequence[Token], dash: int, last: int) -> bool:
    """Whether a spaced dash separates a number from a comparison with it: "14.9°C – 0.6°C above normal"."""
    spaced = tokens[dash].key == "-" and not touches(tokens, dash)
    return spaced and key_at(tokens, last) in _COMPARING


def _link(tokens: Sequence[Token], first: int, last: int, following: int) -> int:
    if following - last != 1:
        return _RANGE if [token.key for token in tokens[last:following]] in _HYPHENED else _APART
    word, before = tokens[last].key, key_at(tokens, first - 1)
    if before in MONTHS:
        return _APART  # "sentenced on May 15 to six years"
    if word == "-":
        if touches(tokens, last) and touches(tokens, following):
            return _RANGE
        spaced = touches(tokens, last) == touches(tokens, following) and not tokens[first].key.isalpha()
        return _RANGE if spaced and not tokens[following].key.isalpha() else _APART
    if word == "to":
        return _LISTED if before == "from" else _RANGE
    if word == "and":
        return _RANGE if before == "between" else _APART
    return _LISTED if word == "or" else _APART


def _share(found: list[Numeral], units: list[Unit | None], links: list[int]) -> None:
    """Give a linked numeral the unit and the magnitude of its neighbour, in place."""
    for index in range(len(links) - 1, -1, -1):
        one, other = units[index], units[index + 1]
        if links[index] == _APART or other is None:
            continue
        if one is None and other.last > found[index + 1].last and other.first == found[index + 1].first:
            units[index] = one = other._replace(first=found[index].first, last=found[index].last)
        if one is not None:
            found[index] = _magnified(found[index], found[index + 1])
    for index, link in enumerate(links):
        one, other = units[index], units[index + 1]
        if link and one is not None and other is None and one.first < found[index].first:
            units[index + 1] = one._replace(first=found[index + 1].first, last=found[index + 1].last)
            found[index] = _magnified(found[index], found[index + 1])


def _magnified(one: Numeral, other: Numeral) -> Numeral:
    """The first numeral times the magnitude of the second: "5 to 7 million"."""
    if one.scale != 1 or other.scale == 1 or isinstance(one.value, str) or isinstance(other.value, str):
        return one
    if one.value >= other.value / other.scale:
        return one
    return multiplied(one, other.scale, one.last)


# Tables of phrases, looked up at an index of tokens. A hyphen may join the words of a phrase.


Value = TypeVar("Value")

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]
"""The phrases of a table by their first word, each with its other words and its value, the longest first."""


def phrases(table: Mapping[str, Value]) -> Phrases[Value]:
    """Prepare a table of folded phrases, words separated by spaces, for `phrase_at`."""
    ready: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in table.items():
        word, *rest = phrase.split(" ")
        ready.setdefault(word, []).append((tuple(rest), value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in ready.items()}


def phrase_at(tokens: Sequence[Token], index: int, table: Phrases[Value]) -> tuple[Value, int] | None:
    """The value of the longest phrase that begins at an index, and the index after it; None if there is none."""
    for rest, value in table.get(key_at(tokens, index), ()):
        last = _end(tokens, index + 1, rest)
        if last:
            return value, last
    return None


def _end(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    for word in words:
        at = after_dash(tokens, index)
        if key_at(tokens, at) != word:
            return 0
        index = at + 1
    return index
