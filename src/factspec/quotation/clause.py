"""The likely subject of a clause, as far as it is a name, a pronoun of a person or an office."""

from collections.abc import Sequence
from itertools import takewhile

from factspec.lexicon.function_words import FINITE, FUNCTION_WORDS
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.lexicon.persons import TITLES
from factspec.lexicon.sayings import SAYING
from factspec.quotation.names import BEFORE_OBJECTS, DETERMINERS, OPENERS, is_name, run_end
from factspec.quotation.phrase import Phrase
from factspec.text.tokens import Token

_VERBS = FINITE | PASTS | AUXILIARIES | SAYING.keys()
_OFFICES = TITLES | frozenset(
    """ministry government office department embassy agency kremlin leader official officials aide aides adviser
    report statement company court commission bank party source sources woman man""".split()
)


# How many tokens a noun has at most that a name between commas explains, and what stands behind that name.
_LONGEST_NOUN = 10
_CLOSING = frozenset([",", "of", "from", "(", "-"])


def clause_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The likely subject of the clause of which `tokens[:end]` is the beginning; the first name, else none.

    What an opening preposition governs is no subject, nor is a possessive or what follows a preposition.
    """
    at = _main_clause(tokens, end)
    office = _apposed(tokens, at, end) or _office(tokens, at, end)
    if office:
        return office
    while at < end:
        token = tokens[at]
        if token.key.lower() in ("he", "she", "they"):
            return Phrase(at, at + 1, is_name=False)
        if not is_name(token):
            at += 1
            continue
        last = run_end(tokens, at, end)
        if at == 0 and last == 1 and (token.key.lower() in FUNCTION_WORDS or _titled(tokens, end)):
            at = 1  # "Local resident Ada Lind": the capital is that of the sentence
            continue
        before = tokens[at - 1].key if at else ""
        if before == "the" and at > 1:
            before = tokens[at - 2].key
        if before.lower() not in BEFORE_OBJECTS and not tokens[last - 1].key.endswith("'s"):
            return Phrase(at, last, is_name=True)
        at = last
    return None


def is_finite(token: Token) -> bool:
    """Whether a token, by its form, is the verb of a clause and inside no name or noun."""
    return token.key in _VERBS and token.text.islower() and not token.key.endswith("ing")


def _titled(tokens: Sequence[Token], end: int) -> bool:
    """Whether a word in small letters, and then a name, follow the first: "Chief executive Ada Lind"."""
    following = tokens[1 : min(end, 4)]
    small = list(takewhile(lambda token: token.text.islower() and token.text.isalpha(), following))
    led = 0 < len(small) < len(following) and is_name(following[len(small)])
    return led and small[0].key not in _VERBS and not small[0].key.endswith("ed")


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    if end and (tokens[0].key.lower() in OPENERS or tokens[0].key.lower().endswith("ing")):
        return next((at + 1 for at in range(end) if tokens[at].key == ","), 0)
    return 0


def _apposed(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The name between commas that says who the noun before it is: "Its chief executive, Ada Lind, was late"."""
    if at >= end or tokens[at].key not in DETERMINERS:
        return None
    comma = next((place for place in range(at + 1, min(at + _LONGEST_NOUN, end)) if tokens[place].key == ","), 0)
    if not comma or comma + 1 >= end or not is_name(tokens[comma + 1]) or not tokens[comma - 1].text.islower():
        return None
    inside = tokens[at + 1 : comma]
    if any((is_finite(one) and one.key not in _OFFICES) or one.key in ("and", "or") for one in inside):
        return None
    last = run_end(tokens, comma + 1, end)
    closed = last < end and tokens[last].key in _CLOSING and not tokens[last - 1].key.endswith("'s")
    return Phrase(comma + 1, last, is_name=True) if closed and last > comma + 2 else None


def _office(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The office that a clause begins with ("the Chinese leader"), unless a name follows it."""
    if at >= end or tokens[at].key not in DETERMINERS:
        return None
    for last in range(at + 1, min(at + 5, end)):
        following = tokens[last + 1].text if last + 1 < end else ""
        goes_on = following.islower() and following.isalpha() and following not in _VERBS | FUNCTION_WORDS
        if tokens[last].key.lower() in _OFFICES and not (goes_on and following in _OFFICES | {"executive"}):
            behind = last + 1 + (last + 1 < end and tokens[last + 1].key == ",")
            named = behind < end and is_name(tokens[behind])  # "the minister, Ada Lind,"
            return None if named else Phrase(at, last + 1, is_name=False)
    return None
