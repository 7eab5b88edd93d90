"""Frames that announce approved words: "The following is false.", "Three myths:" above a list."""

from collections.abc import Iterator, Sequence

from factspec.draft import Kind, Span
from factspec.lexicon import framing
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index

_MYTHS = frozenset("myth myths falsehood falsehoods hoax hoaxes rumours rumors misconceptions lies".split())


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
    announces = "following" in keys or index.tokens[tokens.end - 1].key == ":"
    if announces and _calls_false(keys):
        yield Frame("denial", tokens)


def _above_list(index: Index, number: int, block: int) -> int:
    """The sentence that ends above the list in which an item stands; -1 where it stands in none."""
    blocks, sentences = index.article.blocks, index.article.sentences
    if blocks[block].kind is not Kind.LIST_ITEM:
        return -1
    first = block
    while first > 0 and blocks[first - 1].kind is Kind.LIST_ITEM:
        first -= 1
    while number >= 0 and sentences[number].block >= first:
        number -= 1
    return number


def _calls_false(keys: Sequence[str]) -> bool:
    denied = any(map(negates, keys)) and not framing.TRUTH.isdisjoint(keys)
    return denied or not framing.UNTRUE.isdisjoint(keys) or not _MYTHS.isdisjoint(keys)
