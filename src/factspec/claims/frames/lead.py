"""Frames that announce approved words: "The following is false.", "Three myths:", "The council denies that:" above."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factspec.articles.draft import Kind
from factspec.claims.frames.frame import SIGHT, Frame, negates
from factspec.claims.frames.setting import setting_end
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.framing_words import PLANS, REJECTING
from factspec.language.number_words import WORDS
from factspec.language.places import Span
from factspec.language.verbs import DETERMINERS

_MYTHS = frozenset("myth myths falsehood falsehoods hoax hoaxes misconceptions lies".split())
_FALSE = frozenset("false untrue incorrect fake".split())
_BE = frozenset({"is", "are"})
# Nouns for what nobody vouches for, where they head the lead: "Rumours that went round:", but "Fears allayed:".
_UNVOUCHED = frozenset("rumours rumors allegations accusations suspicions speculation fears".split())
_HEADED_BY = frozenset([":", "that", "which", "by", "from", "of"])
# Without "that" these are no conditions: "Provided in each room:".
_WITH_THAT = frozenset("provided assuming supposing".split())
# Which of two it is, a question leaves open.
_ASKED = frozenset({("true", "or", "false"), ("fact", "or", "fiction"), ("true", "or", "not")})
# What only names the matter: "What the new rule says:", "Why we think so:".
_TOPICS = frozenset("what here how why where who when".split())
# What the reader knows or missed says nothing of the items: "If you missed it:", "What you may not know:".
_READER = frozenset("you your".split())
# How many items of a list above an item are looked over.
_LONGEST_LIST = 200


def frames_leading(index: Index, anchor: Span) -> Iterator[Frame]:
    """What the sentence before an anchor's, or the one above its list, announces of what follows."""
    number = index.sentence_of(anchor.start)
    block = index.article.sentences[number].block
    lead = number - 1
    listed = lead >= 0 and index.article.sentences[lead].block != block
    if listed:
        lead = _above_list(index, number, block)
    if lead < 0:
        return
    tokens = index.sentence_tokens[lead]
    keys = index.keys(Span(tokens.start, min(tokens.end, tokens.start + SIGHT)))
    if not keys:
        return
    colon = index.token_keys[tokens.end - 1] == ":" or (listed and keys[-1] == "that")
    if (_follows(keys) or colon) and _calls_false(keys):
        yield Frame("denial", tokens)
    elif listed and (colon or keys[-1] == "?"):
        yield from _of_list(keys, tokens)


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
    denied = any(map(negates, keys)) and not framing_words.TRUTH.isdisjoint(keys)
    false = not _FALSE.isdisjoint(keys) and not _BE.isdisjoint(keys)
    return denied or false or not (_MYTHS.isdisjoint(keys) or any(map(negates, keys)))


def _of_list(keys: Sequence[str], tokens: Span) -> Iterator[Frame]:
    """What the words above a list do to its items, read as the beginning of each: "The council denies that: | …".

    That somebody says so is none: no claim could have the words of another block.
    """
    from factspec.claims.frames.before import announced

    if keys[0] in _TOPICS or not _READER.isdisjoint(keys):
        return
    head = next((at for at, key in enumerate(keys) if key not in DETERMINERS and key not in WORDS), 0)
    noun, following = keys[head], keys[head + 1] if head + 1 < len(keys) else ""
    if keys[:3] in _ASKED:
        yield Frame("question", tokens)
    elif keys[0] in framing_words.CONDITION and not (keys[0] in _WITH_THAT and following != "that"):
        yield Frame("condition", tokens)
    elif noun in PLANS and not REJECTING.isdisjoint(keys):
        yield Frame("negation", tokens)
    elif noun in _UNVOUCHED and following in _HEADED_BY:
        yield Frame("doubt", tokens)
    elif keys[0] in {"in", "as"} and setting_end(keys, 0):
        yield Frame("setting", tokens)
    elif keys[-3:-2] == () or keys[-3] not in DETERMINERS or keys[-2] == "following":  # no "In the report:"
        yield from (frame for frame in announced(keys, tokens.start) if frame.does != "say-so")
