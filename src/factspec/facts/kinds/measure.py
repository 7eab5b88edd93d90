"""Measures: a number with a unit of length, mass, area, volume, speed, temperature, power, energy, pressure or data.

"10 km", "ten kilometres" and "10-kilometer" agree. Two units agree only if each value, converted, rounds to the other
as printed and the two differ by at most a twentieth: "10 km" and "6.2 miles" agree, "10 km" and "10 miles" do not.
Equal numbers in two units that only round to each other do not agree ("1 yard", "1 metre"). "5 MW" is not "5 mW".
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factspec.facts import amounts
from factspec.facts.amounts import phrase_at, phrases
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import Sort
from factspec.facts.units import CASED, SCALES, TOUCHING, WORDS
from factspec.language.number_words import CARDINAL, VAGUELY, Exact, Numeral, Printed, key_at, touches
from factspec.language.numerals import agrees_at_precision
from factspec.language.tokens import Token, fold_word

KIND = "measure"
RANK = 80
SORT = Sort.AMOUNT

_WORDS = phrases(WORDS)
# Short forms of units have fewer letters.
_LONG = 4
TRIGGERS = frozenset({*_WORDS, *map(fold_word, (*CASED, *TOUCHING))})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The measures of a text; the unit of the value is its English name in the singular."""
    return amounts.read(KIND, tokens, _unit_at)


def _unit_at(tokens: Sequence[Token], numeral: Numeral) -> amounts.Unit | None:
    at = amounts.unit_start(tokens, numeral)
    if at >= len(tokens) or numeral.form not in {CARDINAL, VAGUELY}:
        return None
    text = tokens[at].text
    named = phrase_at(tokens, at, _WORDS)
    if named is None and text in CASED:
        named = CASED[text], at + 1
    if named is None and text in TOUCHING and touches(tokens, at):
        named = TOUCHING[text], at + 1
    if named is None and (_stopped(tokens, at + 1) if text == "in" else text == "t" and key_at(tokens, at + 1) != "-"):
        named = TOUCHING[text], at + 1
    return named and amounts.Unit(named[0], numeral.first, named[1] + _stopped(tokens, named[1]))


def _stopped(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at an index belongs to a short unit and does not end a sentence: "14 in. of snow".

    After "m" it may belong to "million".
    """
    stop = key_at(tokens, at) == "." and touches(tokens, at) and len(tokens[at - 1].key) < _LONG
    return stop and tokens[at - 1].key != "m" and key_at(tokens, at + 1) in {"of", ","}


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two measures are the same, or each rounds to the other at its printed precision."""
    one, other = approved.value, found.value
    if not (isinstance(one, Amount) and isinstance(other, Amount)):
        return False
    if one.unit == other.unit:
        return amounts.agree(approved, found)
    if len(one.numbers) != len(other.numbers) or SCALES[one.unit].dimension != SCALES[other.unit].dimension:
        return False
    pairs = zip(one.numbers, other.numbers, strict=True)
    return all(_converts(left, one.unit, right, other.unit) for left, right in pairs)


def difference(approved: Fact, found: Fact) -> str:
    """A difference in the unit alone is that of a unit: "5 km", "5 miles"."""
    one, other = approved.value, found.value
    return "unit" if isinstance(one, Amount) and isinstance(other, Amount) and one.numbers == other.numbers else ""


def _converts(one: Printed, unit: str, other: Printed, into: str) -> bool:
    if isinstance(one.value, str) or isinstance(other.value, str):
        return False
    there, back = _converted(one.value, unit, into), _converted(other.value, into, unit)
    if there == other.value:
        return True
    if one.value == other.value:
        return False
    is_close = bool(SCALES[unit].offset) or abs(Fraction(there - other.value)) * 20 <= abs(Fraction(other.value))
    return (
        is_close
        and agrees_at_precision(other, there, approximate=False)
        and agrees_at_precision(one, back, approximate=False)
    )


def _converted(value: Exact, unit: str, into: str) -> Exact:
    scale, target = SCALES[unit], SCALES[into]
    return (value * scale.factor + scale.offset - target.offset) / target.factor
