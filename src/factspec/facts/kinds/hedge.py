"""Hedges and modality: may, could, allegedly, reportedly, expected to, plan to; former, acting, deputy.

Two hedges agree if they express the same doubt or plan: "may" and "might", "plans to" and "intends to". The month May
is not a hedge, nor is "will".
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Role
from factspec.language.function_words import FINITE
from factspec.language.number_words import key_at
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import PhraseMatch, Token, index_of, phrase_table, phrases_in

KIND = "hedge"
RANK = 40
STATES = True
ROLE = Role.DOUBT
MOVES = True
# Phrases are the keys of tokens in order; the longest that fits is read.
_PHRASES = phrase_table(
    {
        "possible": "may|might|could|possibly|perhaps|maybe|potentially|conceivably",
        "would": "would",
        "obligation": "should|ought to",
        "likely": "likely|probably|presumably|in all likelihood|likely to",
        "unlikely": "unlikely|unlikely to|improbable",
        "reported": "reportedly|allegedly|alleged|supposedly|supposed|purportedly|purported|said to|rumoured|rumored|"
        "reported to|is said to|are said to|were said to|was said to|ostensibly",
        "apparent": "apparently|seemingly|seems to|seem to|seemed to|appears to|appear to|appeared to|evidently",
        "believed": "suspected|believed to|thought to|considered to|presumed|suspected of|assumed to|feared to",
        "expected": "expected to|anticipated to|forecast to|projected to|expects to|expect to|anticipates to|"
        "predicted to",
        "planned": "plan to|plans to|planned to|planning to|plans for|intend to|intends to|intended to|intending to|"
        "scheduled to|set to|due to be|slated to|aims to|aim to|aimed to|designed to",
        "hoped": "hope to|hopes to|hoped to|hoping to|wants to|want to|wanted to|seek to|seeks to|sought to|try to|"
        "tries to|tried to|trying to|attempt to|attempts to|attempted to",
        "former": "former|ex|erstwhile|onetime|one-time",
        "acting": "acting|interim|caretaker",
        "deputy": "deputy|vice",
        "incoming": "incoming",
    }
)
# The classes of what is still to come: "plans to", "is expected to".
_PLANS = frozenset({"would", "expected", "planned", "hoped"})
# Words for an office that somebody has no longer, not yet or not fully; they count only before a noun.
_STATUS = frozenset("former ex erstwhile onetime acting interim caretaker deputy vice incoming".split())
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "this", "that"})
# Verbs before a clause with "that", hedges before a noun.
_VERBS = frozenset({"alleged", "suspected", "supposed"})
_BEFORE_STATUS = _ARTICLES | frozenset(
    "and or of by for with to from as was is were are another one two three my our your than".split()
)
_IN_OFFICE = frozenset("current present incumbent sitting latter".split())
# What follows a word of status that is itself the noun: "her deputy said".
_AFTER_NO_STATUS = FINITE | SAYINGS.keys() | frozenset("and or of on in as had to versa who whose".split())
_INDEX = index_of(_PHRASES)
TRIGGERS = frozenset(_INDEX)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The hedges of a text, each with its class."""
    for found in phrases_in(tokens, _INDEX):
        key = tokens[found.first].key
        is_noun = key == "plan" and key_at(tokens, found.first - 1) in _ARTICLES
        is_verb = key in _VERBS and key_at(tokens, found.last) == "that"
        if not (is_noun or is_verb or (key in _STATUS and not _before_office(tokens, found))):
            yield fact_at(tokens, found.first, found.last, KIND, found.name)


def _before_office(tokens: Sequence[Token], found: PhraseMatch) -> bool:
    """Whether a word of status, in small letters, is before a noun and after an article or at the start of a clause.

    With a capital it is part of a title: "Deputy Prime Minister". After other words "acting" is a verb.
    """
    before = tokens[found.first - 1] if found.first else None
    opens = before is None or not before.key[0].isalnum() or before.key in _BEFORE_STATUS or before.text[0].isupper()
    small = tokens[found.first].text.islower() or (not found.first and tokens[found.first].text.istitle())
    following = tokens[found.last].text if found.last < len(tokens) else "."
    return small and opens and (following[0].isalpha() or following == "-") and following not in _AFTER_NO_STATUS


agree = equal_values


def turns(fact: Fact) -> bool:
    """Whether it doubts what its sentence says; plans do not, nor does a word for an office."""
    return fact.value not in _PLANS and fact.shown.lower() not in _STATUS


def alone(fact: Fact, inside: Sequence[str], _around: Sequence[str]) -> bool:
    """Whether a hedge is a change by itself; "former" is not if the other side has its contrary ("current")."""
    return not (fact.value == "former" and any(key in _IN_OFFICE for key in inside))
