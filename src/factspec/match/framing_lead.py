"""Frames that announce approved words: "The following is false.", "Three myths:" above a list."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factspec.draft import Kind, Span
from factspec.lexicon import framing
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index

_MYTHS = frozenset("myth myths falsehood falsehoods hoax hoaxes misconceptions".split())
_FALSE = frozenset("false untrue incorrect fake".split())
_BE = frozenset({"is", "are"})
# How many items of a list above an item are looked over.
_LONGEST_LIST = 200


def frames_leading(index: Index, anchor: Span) -> Iterator[Frame]:
    """What the sentence before an anchor's, or the one above its list, announces of what follows."""
    number = index.sentence_of(anchor.start)
    block = index.article.sentences[number].block
    lead = number - 1
    if lead >= 0 and index.article.sentences[lead].block != block:
        lead = _above_list(index, number, block)
    if lead < 0:
        return
    tokens = index.sentence_tokens[lead]
    keys = index.keys(Span(tokens.start, min(tokens.end, tokens.start + SIGHT)))
    if (_follows(keys) or index.tokens[tokens.end - 1].key == ":") and _calls_false(keys):
        yield Frame("denial", tokens)


def _above_list(index: Index, number: int, block: int) -> int:
    """The sentence that ends above the list in which an item stands; -1 where it stands in none."""
    blocks, sentences = index.article.blocks, index.article.sentences
    if blocks[block].kind is not Kind.LIST_ITEM:
        return -1
    first = block
    while first > max(block - _LONGEST_LIST, 0) and blocks[first - 1].kind is Kind.LIST_ITEM:
        first -= 1
    return bisect_left(sentences, first, hi=number, key=attrgetter("block")) - 1


def _follows(keys: Sequence[str]) -> bool:
    """Whether a sentence says something of the following: "The following claims are", "None of the following is"."""
    at = next((place for place in (0, 2) if keys[place : place + 2] == ("the", "following")), -1)
    return at >= 0 and not _BE.isdisjoint(keys[at + 2 : at + 4])


def _calls_false(keys: Sequence[str]) -> bool:
    denied = any(map(negates, keys)) and not framing.TRUTH.isdisjoint(keys)
    false = not _FALSE.isdisjoint(keys) and not _BE.isdisjoint(keys)
    return denied or false or not _MYTHS.isdisjoint(keys)
