"""What is aligned: a text's words one by one, and its values (a date, a sum) each as a whole."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from factspec.fact import Fact
from factspec.facts_found import VALUE_KINDS
from factspec.text.tokens import Token


class Unit(NamedTuple):
    """A word, a sign or a value; `key` is what is aligned, `first` and `last` a half-open range of token indexes.

    `token` is its first token, `fact` its value where it is one. `quoted` says that it stands between quotation marks.
    """

    key: Hashable
    first: int
    last: int
    token: Token
    fact: Fact | None
    quoted: bool


# What stands before the first and after the last unit, so that a neighbour can always be asked for.
_OUTSIDE = Unit("", -1, -1, Token("", "", -2, -2), None, quoted=False)
PADDING = 4
# Half the time of the class itself, in the loop that makes most of them.
_NEW = tuple.__new__


def units_of(tokens: Sequence[Token], facts: Sequence[Fact], quoted: Sequence[bool]) -> list[Unit]:
    """The units of tokens in order, a quoted value word by word.

    Behind them stand `PADDING` empty ones, so that index -1 gives an empty one too.
    """
    units: list[Unit] = []
    place = 0
    for fact in facts:
        if fact.kind in VALUE_KINDS and not any(quoted[fact.first : fact.last]):
            units.extend(_words(tokens, place, fact.first, quoted))
            key = (fact.kind, fact.value)
            units.append(Unit(key, fact.first, fact.last, tokens[fact.first], fact, quoted=False))
            place = fact.last
    units.extend(_words(tokens, place, len(tokens), quoted))
    units.extend([_OUTSIDE] * PADDING)
    return units


def _words(tokens: Sequence[Token], first: int, last: int, quoted: Sequence[bool]) -> list[Unit]:
    return [_NEW(Unit, (tokens[at][1], at, at + 1, tokens[at], None, quoted[at])) for at in range(first, last)]


def word(unit: Unit) -> str:
    """The folded word of a unit, empty where it is a value or a sign."""
    key = unit.token.key
    return key if unit.fact is None and key[:1].isalpha() else ""


def touching(left: Unit, right: Unit) -> bool:
    """Whether nothing stands between two neighbouring units of one word or sign each."""
    return left.token.end == right.token.start
