"""A frame, and what an "or" or a negation does."""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.language import framing_words
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.number_words import WORDS
from factspec.language.places import Span
from factspec.language.tokens import Token

SIGHT = 60
"""How far from an anchor its sentence and the next are read, in tokens, so that one without an end costs no more."""


class Frame(NamedTuple):
    """A frame around an anchor: what it does (`denial`, `doubt`, …) and the token range of the words that do it."""

    does: str
    tokens: Span


# What lets one thing or the other be, and so both.
_EITHER = frozenset("can may could whether".split())


def offers_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "or" offers something else for what stands before it: no clause behind a value ("by 2035 or lose")."""
    return not _is_valued(tokens, at - 1) or _is_valued(tokens, at + 1)


def _is_valued(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and (tokens[at].text[0].isdigit() or tokens[at].key in _VALUES)


_VALUES = MONTHS.keys() | WEEKDAYS.keys() | (WORDS - {"a", "an"})


def lets_either(key: str) -> bool:
    """Whether behind a word "or" leaves no choice open: "not … or" denies both, "can … or" allows both."""
    return key in framing_words.NEGATION or key in _EITHER or key.endswith("n't")


def negates(key: str) -> bool:
    """Whether a word negates what follows it."""
    return key in framing_words.NEGATION or key.endswith("n't")
