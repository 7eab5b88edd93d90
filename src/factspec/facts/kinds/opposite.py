"""Opposites and direction: rose and fell, won and lost, import and export.

A word of the table counts only against its contrary on the other side; "grew" for "rose" keeps the direction.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact
from factspec.language.opposites import forms, opposed
from factspec.language.tokens import Token

KIND = "opposite"
RANK = 5
# Such a word is looked for in differences alone, where it stands against its contrary.
ACROSS_ALONE = True


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words of a text that have a contrary, each with its folded word."""
    for place, token in enumerate(tokens):
        if token.key in forms():
            yield _word(tokens, place)


def agree(approved: Fact, found: Fact) -> bool:
    """Whether the two are not contraries of each other."""
    return not opposed(str(approved.value), str(found.value))


def across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Words of two differing spans that are contraries, but for those that both spans have."""
    if not mine or not theirs:
        return
    known = forms()
    one = {approved[place].key: place for place in mine if approved[place].key in known}
    other = {found[place].key: place for place in theirs if found[place].key in known} if one else {}
    for key, place in one.items():
        for contrary, there in other.items():
            if key not in other and contrary not in one and opposed(key, contrary):
                yield _word(approved, place), _word(found, there)


def _word(tokens: Sequence[Token], place: int) -> Fact:
    return Fact(KIND, tokens[place].key, tokens[place].text, place, place + 1)


def alone(_fact: Fact, _inside: Sequence[str], _around: Sequence[str]) -> bool:
    """A word with a contrary says nothing by itself."""
    return False
