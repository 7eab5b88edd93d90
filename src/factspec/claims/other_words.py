"""A claim that is part of a sentence: the other words of that sentence may deny it, doubt it or attribute it.

They are not read for what they mean: a negation, a hedge or an attribution among them is enough. A sentence that a
person has approved is compared with the approved one instead, and a strict spec accounts for each word.
"""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Framing
from factspec.claims.index import Index
from factspec.facts.fact import Fact
from factspec.facts.found import Role, kinds
from factspec.language.places import Span
from factspec.language.reporting import CONTESTING
from factspec.specs.model import Claim

# What ends the reach of a word between the same marks.
_ENDS = frozenset('.!?;:"')


def other_words(claim: Claim, index: Index, places: Sequence[Span]) -> Framing | None:
    """The first fact that may turn a claim at these token ranges, among the other words of their sentences.

    Listed facts leave open who says so, and what is said after the last of them.
    """
    if claim.pinned or claim.strict:
        return None
    last = max(place.end for place in places)
    for number in dict.fromkeys(index.sentence_of(at) for place in places for at in (place.start, place.end - 1)):
        for fact, tokens in _turning(index, number):
            counts = claim.says or (tokens.start < last and not _says_so(fact))
            if counts and not any(_overlap(tokens, one) for one in places):
                return Framing(fact.kind, index.span(tokens))
    return None


def around_quotation(claim: Claim, index: Index, words: Span) -> Framing | None:
    """The first fact that may turn the quoted words at a range of `Article.text`: before them or outside their marks.

    What follows the verb that attributes the words is another statement: '"…", said Ada Holm, who did not sign'.
    """
    if claim.pinned or claim.strict:
        return None
    quoted = index.tokens_in(words)
    for fact, tokens in _turning(index, index.sentence_of(quoted.start)):
        span = index.span(tokens)
        inside = index.quotation_around(span)
        if inside:
            governs = inside == index.quotation_around(words) and span.start < words.start
            if governs and _ENDS.isdisjoint(index.keys(Span(tokens.end, quoted.start))) and not _says_so(fact):
                return Framing(fact.kind, span)
        elif claim.speaker:
            continue  # whether the speaker said it is judged by the attribution
        elif not _says_so(fact):
            return Framing(fact.kind, span)
        elif span.start > words.start:
            return None
    return None


def _turning(index: Index, number: int) -> Iterator[tuple[Fact, Span]]:
    """Yield the facts of a sentence that may turn what else it says, each with its token range."""
    start = index.sentence_tokens[number].start
    for fact in index.facts_of(number):
        if kinds()[fact.kind].turns(fact):
            yield fact, Span(start + fact.first, start + fact.last)


def _says_so(fact: Fact) -> bool:
    """Whether a fact only says whose words these are."""
    return kinds()[fact.kind].ROLE is Role.SAYING and fact.value not in CONTESTING


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
