"""A fact: a typed value inside a text, and the words it was written in."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from factspec.language.number_words import Printed
from factspec.language.tokens import Token


class Fact(NamedTuple):
    """A typed value in tokens.

    `first` and `last` are a half-open range of token indexes; `value` is what is compared; `shown` the words as
    written.
    """

    kind: str
    value: Hashable
    shown: str
    first: int
    last: int


def shown(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a half-open range of tokens as written, with one space where the text has anything between two."""
    if last - first == 1:
        return tokens[first].text
    words: list[str] = []
    for index in range(first, last):
        if index > first and tokens[index - 1].end != tokens[index].start:
            words.append(" ")
        words.append(tokens[index].text)
    return "".join(words)


# An amount: the value of facts that say how much or how many.


class Amount(NamedTuple):
    """One number, or the two ends of a range, in one unit.

    `form` is the numeral's; `unit` is empty for a bare number; `about` where an approximation stands before it.
    """

    numbers: tuple[Printed, ...]
    form: str
    unit: str
    about: bool
