"""Whole sentences: approved wording that ends in a closing mark, and what was added to its sentence."""

from functools import lru_cache

from factspec.claims.index import Index
from factspec.language.free_words import FREE_PHRASES, FREE_SIGNS, OPENING_WORDS
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize

_CLOSING = frozenset(".?!")
# What may follow a closing mark in its sentence.
_AFTER = frozenset({'"', "'", ")", "]"})
_GAP = "..."


@lru_cache(maxsize=1024)
def is_whole(says: str) -> bool:
    """Whether approved wording is a whole sentence, or several: it ends in a closing mark and opens with no gap.

    The stop of an abbreviation ("in the U.S.") is part of its word and closes nothing.
    """
    found = keys(tokenize(says))
    last = len(found)
    while last and found[last - 1] in _AFTER:
        last -= 1
    return bool(last) and found[last - 1] in _CLOSING and found[0] != _GAP


def sentences_around(index: Index, tokens: Span) -> Span:
    """The token range of the sentences that a token range reaches into."""
    first = index.sentence_tokens[index.sentence_of(tokens.start)].start
    return Span(first, index.sentence_tokens[index.sentence_of(tokens.end - 1)].end)


def added(index: Index, tokens: Span) -> tuple[Span, ...]:
    """The token ranges, before and after approved words, of what else their sentence says.

    Signs, and words that may open a sentence, say nothing.
    """
    around = sentences_around(index, tokens)
    before, after = Span(around.start, tokens.start), Span(tokens.end, around.end)
    opened = _opens(index.keys(before))
    return tuple(part for part in (() if opened else (before,)) if _says(index, part)) + tuple(
        part for part in (after,) if _says(index, part)
    )


def trimmed(index: Index, tokens: Span) -> Span:
    """A token range without free signs at its ends."""
    first, last = tokens
    while first < last and index.token_keys[first] in FREE_SIGNS:
        first += 1
    while first < last and index.token_keys[last - 1] in FREE_SIGNS:
        last -= 1
    return Span(first, last)


def _says(index: Index, part: Span) -> bool:
    return any(key not in FREE_SIGNS for key in index.keys(part))


def _opens(keys: tuple[str, ...]) -> bool:
    words = tuple(key for key in keys if key not in FREE_SIGNS)
    return words in FREE_PHRASES or (len(words) == 1 and words[0] in OPENING_WORDS)
