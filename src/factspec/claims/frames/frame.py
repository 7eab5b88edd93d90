"""A frame, and what an "or" or a negation does."""

from collections.abc import Iterator
from typing import NamedTuple

from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.number_words import WORDS
from factspec.language.places import Span

SIGHT = 60
"""How far from an anchor its sentence is read, in tokens, so that one without an end costs no more."""


class Frame(NamedTuple):
    """A frame around an anchor: what it does (`denial`, `doubt`, …) and the token range of the words that do it."""

    does: str
    tokens: Span


# What lets one thing or the other be, and so both.
_EITHER = frozenset("can may could whether".split())


def alternatives(index: Index, anchor: Span) -> Iterator[Frame]:
    """An "or" right beside an anchor, which makes it one of two, but where either holds: "not … or", "can … or"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    for at in (anchor.start - 1, anchor.end):
        if sentence.start <= at < sentence.end and index.token_keys[at] == "or" and _offers_another(index, at):
            before = index.keys(Span(max(sentence.start, at - SIGHT), at))
            if not any(negates(key) or key in _EITHER for key in before):
                yield Frame("alternative", Span(at, at + 1))


def _offers_another(index: Index, at: int) -> bool:
    """Whether an "or" offers something other than what is before it: no clause after a value ("by 2035 or lose")."""
    return not _is_valued(index, at - 1) or _is_valued(index, at + 1)


def _is_valued(index: Index, at: int) -> bool:
    return 0 <= at < len(index.tokens) and (index.tokens.texts[at][0].isdigit() or index.token_keys[at] in _VALUES)


_VALUES = MONTHS.keys() | WEEKDAYS.keys() | (WORDS - {"a", "an"})


def negates(key: str) -> bool:
    """Whether a word negates what follows it."""
    return key in framing_words.NEGATION or key.endswith("n't")
