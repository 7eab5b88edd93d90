"""Hedges and modality: may, could, allegedly, reportedly, expected to, plan to; former, acting, deputy.

Two hedges agree where they hold back in one way: "may" and "might", "plans to" and "intends to". The month May and the
verb of a planned "will" are no hedges.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, shown
from factspec.language.framing_words import PHRASES, STATUS
from factspec.language.function_words import FINITE
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Found, Token, index_of, phrases_in

KIND = "hedge"
RANK = 40
STATES = True
MOVES = True
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "this", "that"})
# Verbs before a clause, hedges before a noun.
_VERBS = frozenset({"alleged", "suspected", "supposed"})
_BEFORE_STATUS = _ARTICLES | frozenset(
    "and or of by for with to from as was is were are another one two three my our your than".split()
)
_HELD = frozenset("current present incumbent sitting latter".split())
# What stands behind such a word where it is the noun itself: "her deputy said".
_AFTER_NO_STATUS = FINITE | SAYINGS.keys() | frozenset("and or of on in as had to versa who whose".split())
_INDEX = index_of(PHRASES)
TRIGGERS = frozenset(_INDEX)
"""The keys without which a text has no fact of the kind."""


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The hedges of a text, each with the way in which it holds back."""
    for found in phrases_in(tokens, _INDEX):
        if tokens[found.first].key == "plan" and found.first and tokens[found.first - 1].key in _ARTICLES:
            continue
        if tokens[found.first].key in _VERBS and found.last < len(tokens) and tokens[found.last].key == "that":
            continue
        if tokens[found.first].key in STATUS and not _before_office(tokens, found):
            continue
        yield Fact(KIND, found.name, shown(tokens, found.first, found.last), found.first, found.last)


def _before_office(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a word of status stands before a noun in small letters, after an article or at a clause's beginning.

    In capitals it is part of a title: "Deputy Prime Minister"; after a verb "acting" is one too.
    """
    before = tokens[found.first - 1] if found.first else None
    opens = before is None or not before.key[0].isalnum() or before.key in _BEFORE_STATUS or before.text[0].isupper()
    small = tokens[found.first].text.islower() or (not found.first and tokens[found.first].text.istitle())
    following = tokens[found.last].text if found.last < len(tokens) else "."
    return small and opens and (following[0].isalpha() or following == "-") and following not in _AFTER_NO_STATUS


def agree(approved: Fact, found: Fact) -> bool:
    """Whether both hold back in one way."""
    return approved.value == found.value


def alone(fact: Fact, inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Whether a hedge is a change where the other side has none: not where its contrary stands there ("current")."""
    return not (fact.value == "former" and any(key in _HELD for key in inside))
