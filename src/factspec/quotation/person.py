"""Whether a name can be that of a person whom the article calls "he" or "she"."""

import re
from collections.abc import Sequence

from factspec.lexicon.gazetteer import ALONE
from factspec.lexicon.persons import BODIES, ONLY_PERSONS, TITLES
from factspec.quotation.names import is_name
from factspec.quotation.phrase import Phrase
from factspec.text.tokens import Token

# Forms of address and kin, by whom they are said of.
_OF_HER = frozenset(
    "mrs ms miss lady dame queen princess duchess baroness madame wife mother daughter sister widow aunt niece "
    "grandmother girlfriend chairwoman spokeswoman actress".split()
)
_OF_HIM = frozenset(
    "mr sir lord king prince duke baron monsieur husband father son brother widower uncle nephew grandfather boyfriend "
    "chairman spokesman actor".split()
)
_OTHERS = {"she": _OF_HIM, "he": _OF_HER}
# Endings of words that begin a sentence as participles and adverbs do: "Elected in May, she …", "Unusually, he …".
_NO_NAME_ENDINGS = ("ed", "ing", "ly")
_NO_NAMES = frozenset("born aged jan feb mar apr jun jul aug sep sept oct nov dec".split())
_KIN = 3


# What stands between a name and the age behind it, or a clause of its bearer's: "Bo Ek, 43,", "Bo Ek, who".
_BEHIND = (",", "(")
_OLDEST = 120
# How far, in characters, the first word of a next sentence is looked for.
_NEXT = 8
# How far before a family name the full name may stand, in characters.
_WITHIN = 20_000


def is_person(tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a name among tokens of a text looks like a person's: two words or more, a title, a longer name elsewhere.

    A name with an article, one of a body, of a country or in capitals is none.
    """
    words = tokens[name.start : name.end]
    last = words[-1].key.removesuffix("'s")
    if not name.is_name or last in BODIES or last in ALONE or (words[-1].text.isupper() and len(last) > 1):
        return False
    if name.start and tokens[name.start - 1].key == "the":
        return False
    titled = any(token.key.lower() in TITLES for token in (*tokens[max(name.start - 1, 0) : name.start], *words[:-1]))
    longer = rf"(?<![.!?:] )\b[A-Z][a-z]{{1,30}} {re.escape(words[-1].text)}\b"
    start = tokens[name.start].start
    return len(words) > 1 or titled or re.search(longer, text[max(start - _WITHIN, 0) : start]) is not None


def _is_certainly(tokens: Sequence[Token], name: Phrase) -> bool:
    """Whether what stands beside a name is said of persons alone: a title, an age, "who", "resigned"."""
    before = tokens[max(name.start - 1, 0) : name.end]
    behind = tokens[name.end : name.end + 2]
    if any(token.key.lower() in TITLES for token in before[:-1]) or any(one.key in ONLY_PERSONS for one in behind[:1]):
        return True
    if len(behind) < len(_BEHIND) or behind[0].text not in _BEHIND:
        return False
    age = behind[1].key
    return age in ("who", "aged") or (age.isdecimal() and int(age) <= _OLDEST)


def may_be(pronoun: str, tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a pronoun can stand for a name among tokens of a text.

    No person is a name with an article that is no title ("the Queen"), a country or people, an abbreviation in
    capitals, or a word that stands once in the text and has its capital, by its look, from the sentence it begins.
    """
    words = tokens[name.start : name.end]
    before = {token.key.lower() for token in tokens[max(name.start - _KIN, 0) : name.end]}
    if pronoun == "it" and (_is_certainly(tokens, name) or _goes_on_as_person(tokens, name, text)):
        return False
    if not _OTHERS.get(pronoun, frozenset()).isdisjoint(before):
        return False
    if name.start and tokens[name.start - 1].key == "the":
        return words[-1].key.lower() in TITLES
    if len(words) > 1:
        return True
    key, shown = words[0].key.lower(), words[0].text
    if key in ALONE or key in _NO_NAMES or (shown.isupper() and len(shown) > 1):
        return False
    looks = key.endswith(_NO_NAME_ENDINGS) or (key.endswith("s") and not key.endswith("ss"))
    return not (name.start == 0 and looks and text.count(shown) == 1)


def _goes_on_as_person(tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether the next sentence goes on with "he" or "she", and nobody else is named in that of the name."""
    others = any(is_name(token) for token in tokens[name.end :])
    following = text[tokens[-1].end : tokens[-1].end + _NEXT].split()
    return not others and following[:1] != [] and following[0] in ("He", "She")
