"""How precise a number is: "a ballpark 300", "an even 300"."""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, word_fact
from factspec.facts.found import Role
from factspec.language.tokens import Token, places

KIND = "precision"
RANK = 50
STATES = True
ROLE = Role.BOUND
TRIGGERS = frozenset({"ballpark", "even"})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words before a number that say how precise it is."""
    for at in places(tokens, TRIGGERS):
        if at + 1 < len(tokens) and tokens[at + 1].key[0].isdigit():
            yield word_fact(tokens, at, KIND)


agree = equal_values
