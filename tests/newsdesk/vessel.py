"""Ships of the navy: "HMS Rook"."""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.language.number_words import key_at
from factspec.language.tokens import Token

KIND = "vessel"
RANK = 60
STATES = True
NAMES = True


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The ships of a text, each with its name."""
    for at, token in enumerate(tokens):
        if token.text == "HMS" and key_at(tokens, at + 1).isalpha():
            yield fact_at(tokens, at, at + 2, KIND, tokens[at + 1].key)


agree = equal_values


def forms(fact: Fact) -> tuple[str, ...]:
    """A source may leave out the prefix."""
    return fact.shown, fact.shown.removeprefix("HMS ")
