"""Whether a name can be that of a person whom the article calls "he" or "she"."""

from collections.abc import Sequence

from factspec.lexicon.gazetteer import ALONE
from factspec.lexicon.persons import TITLES
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


def may_be(pronoun: str, tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a pronoun can stand for a name among tokens of a text.

    No person is a name with an article that is no title ("the Queen"), a country or people, an abbreviation in
    capitals, or a word that stands once in the text and has its capital, by its look, from the sentence it begins.
    """
    words = tokens[name.start : name.end]
    before = {token.key.lower() for token in tokens[max(name.start - _KIN, 0) : name.end]}
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
