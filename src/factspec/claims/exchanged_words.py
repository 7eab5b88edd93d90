"""Words in which no fact is recognised, but which change what is stated: "cider" for "wine", a clause more or less."""

from factspec.language.function_words import FUNCTION_WORDS, LIGHT_WORDS
from factspec.language.inflection import inflections
from factspec.language.spelling import american
from factspec.language.tokens import keys, tokenize
from factspec.language.verbs import BEFORE_NO_VERB, FINITE_VERBS, is_past

# Endings of adverbs and of forms of a verb, which often say the same in another way.
_OTHERWISE = ("ly", "ing")
# What a sentence begins after.
_OPENING = frozenset(["", ".", "?", "!"])


def states_otherwise(old: str, new: str, before: str, after: str) -> bool:
    """Whether one noun replaced another, or several words with a meaning of their own were added or removed.

    `before` and `after` are the words around them, by which a noun is known; two forms of one word are no exchange.
    """
    one, other = ([american(key) for key in keys(tokenize(text)) if _is_content(key)] for text in (old, new))
    if not (old and new):
        return len(one) + len(other) > 1
    if len(one) != 1 or len(other) != 1 or other[0] in {*inflections(one[0]), *one}:
        return False
    return not _may_be_noun(after, "") and all(_may_be_noun(key, before) for key in (*one, *other))


def _is_content(key: str) -> bool:
    return key[0].isalnum() and key not in LIGHT_WORDS


def _may_be_noun(key: str, before: str) -> bool:
    if not key.islower() or key in FUNCTION_WORDS | FINITE_VERBS or is_past(key) or key.endswith(_OTHERWISE):
        return False
    if before in FUNCTION_WORDS:
        return before in BEFORE_NO_VERB and before != "to"
    # "the council supports it"
    return not key.endswith("s") or before in _OPENING or before[0].isdigit() or before.endswith("'s")
