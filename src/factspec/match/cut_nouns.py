"""Nouns that an anchor's edge cuts: from what narrows them, or from the noun that they make a compound with.

"Imported | coal costs" speaks of less than "coal costs", "approved the library | closure" of something else than
"approved the library". Which word is a noun is told by where it stands.
"""

from factspec.lexicon.after_nouns import ADJECTIVAL, AFTER_NOUNS
from factspec.lexicon.function_words import FINITE
from factspec.lexicon.gazetteer import PEOPLES
from factspec.lexicon.narrowing import NARROWING, OPENING
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.lexicon.sayings import SAYINGS
from factspec.match.edge_words import HYPHENS, is_noun
from factspec.match.index import Index
from factspec.match.verbs import has_verb
from factspec.text.places import Span

_CLAUSE_OPENERS = frozenset({",", ";", ":", "that"})
_NO_NOUNS = FINITE | PASTS | AUXILIARIES | SAYINGS.keys()


def narrowed_start(index: Index, start: int, first: int) -> int:
    """The token at which what narrows the noun that begins at `start` does: "operating | profit".

    `first` is the first token of its sentence.
    """
    noun, before = index.tokens[start], index.token_keys[start - 1].lower()
    if not is_noun(noun.key) or noun.key.endswith("ed"):
        return start
    following = index.tokens.texts[start + 1] if start + 1 < len(index.tokens) else ""
    alone = noun.text[0].isupper() and not following[:1].isupper()  # no person: "Norway's | Parliament"
    of_place = alone and (before in PEOPLES or before.endswith("'s"))
    if (
        start > 2
        and index.tokens.texts[start - 2] in HYPHENS
        and f"{index.token_keys[start - 3]}-{before}" in NARROWING
    ):
        return start - 3
    narrowed = before in NARROWING or of_place or _is_cut_subject(index, start, first)
    return start - 1 if narrowed else start


def _is_cut_subject(index: Index, start: int, first: int) -> bool:
    """Whether a noun before its verb is cut from the one word that a clause opens with: "Imported | coal costs"."""
    noun = index.tokens.texts[start]
    before_verb = start + 1 < len(index.tokens) and _is_finite(index, start + 1)
    if not (noun.islower() and before_verb) or _is_finite(index, start):
        return False
    before = index.token_keys[start - 1].lower()
    if not is_noun(before) or before.endswith("ly") or before in OPENING:
        return False
    if start - 1 == first:
        return True
    return index.token_keys[start - 2] in _CLAUSE_OPENERS and not before.endswith(("ed", "ing"))


def _is_finite(index: Index, at: int) -> bool:
    return index.token_keys[at] in FINITE or index.is_verb(at)


def headed_end(index: Index, anchor: Span) -> int:
    """The token behind the noun that the last word of a clause makes a compound with: "approved the library | closure".

    Only behind a verb and its object is a bare word known to be such a noun.
    """
    last, following = index.tokens[anchor.end - 1 : anchor.end + 1]
    if not _may_be_noun(last.text):
        return anchor.end
    owned = _owning(index, anchor.end)
    noun = following.text.removesuffix("'s").removesuffix("\u2019s")
    if not owned and (not _may_be_noun(noun) or following.text in AFTER_NOUNS):
        return anchor.end
    goes_on = index.is_english and has_verb(index.tokens[anchor.start : anchor.end])
    return anchor.end + goes_on * (1 + owned)


def _owning(index: Index, at: int) -> bool:
    """Whether a token is the apostrophe behind a plural that something belongs to, and no quotation mark."""
    before, sign = index.tokens[at - 1 : at + 1]
    sentence = index.sentence_tokens[index.sentence_of(at)]
    if not (sign.key == "'" and before.key.endswith("s") and before.end == sign.start and at + 1 < sentence.end):
        return False
    return _may_be_noun(index.tokens.texts[at + 1]) and "'" not in index.keys(Span(sentence.start, at))


def _may_be_noun(word: str) -> bool:
    return word.islower() and is_noun(word) and not (word.endswith(ADJECTIVAL) or word in _NO_NOUNS)
