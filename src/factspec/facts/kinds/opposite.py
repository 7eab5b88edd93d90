"""Opposites and direction: rose and fell, won and lost, import and export.

A word counts only if the other side has its contrary; "grew" for "rose" keeps the direction.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, word_fact
from factspec.language.opposites import forms, opposed
from factspec.language.tokens import Token

KIND = "opposite"
RANK = 5
# Without its contrary a word says nothing, so one text alone is not searched.
ACROSS_ALONE = True


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words of a text that have a contrary; the value is the key."""
    for place, token in enumerate(tokens):
        if token.key in forms():
            yield word_fact(tokens, place, KIND)


def agree(approved: Fact, found: Fact) -> bool:
    """Whether the two are not contraries of each other."""
    return not opposed(str(approved.value), str(found.value))


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of contraries from two differing spans, without the words that both spans have."""
    if not mine or not theirs:
        return
    known = forms()
    one = {approved[place].key: place for place in mine if approved[place].key in known}
    other = {found[place].key: place for place in theirs if found[place].key in known} if one else {}
    for key, place in one.items():
        for contrary, there in other.items():
            if key not in other and contrary not in one and opposed(key, contrary):
                yield word_fact(approved, place, KIND), word_fact(found, there, KIND)


def alone(_fact: Fact, _inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Never: without its contrary, a word says nothing."""
    return False
