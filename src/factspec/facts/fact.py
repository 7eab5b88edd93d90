"""A fact: a typed value inside a text, with the words that it is written in; and amounts, the commonest values."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from factspec.language.number_words import Printed
from factspec.language.tokens import Token


class Fact(NamedTuple):
    """A typed value in tokens.

    `value` is what is compared, `shown` the words as written; `first` and `last` are a half-open range of token
    indexes.
    """

    kind: str
    value: Hashable
    shown: str
    first: int
    last: int


def fact_at(tokens: Sequence[Token], first: int, last: int, kind: str, value: Hashable) -> Fact:
    """The fact that a half-open range of tokens says."""
    return Fact(kind, value, shown(tokens, first, last), first, last)


def word_fact(tokens: Sequence[Token], place: int, kind: str) -> Fact:
    """The fact of one token, whose value is its key."""
    return Fact(kind, tokens[place].key, tokens[place].text, place, place + 1)


def equal_values(approved: Fact, found: Fact) -> bool:
    """Whether two facts have equal values: `agree` of kinds that need no more."""
    return approved.value == found.value


def shown(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a half-open range of tokens as written; one space replaces anything between two words."""
    if last - first == 1:
        return tokens[first].text
    words: list[str] = []
    for index in range(first, last):
        if index > first and tokens[index - 1].end != tokens[index].start:
            words.append(" ")
        words.append(tokens[index].text)
    return "".join(words)


class Amount(NamedTuple):
    """One number, or the two ends of a range, in one unit: the value of facts that say how much or how many.

    `form` is that of the numeral; `unit` is empty for a bare number; `about` is true after a word such as "about".
    """

    numbers: tuple[Printed, ...]
    form: str
    unit: str
    about: bool


def is_bare(fact: Fact) -> bool:
    """Whether a fact is a number without a unit."""
    return isinstance(fact.value, Amount) and not fact.value.unit
