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


def other_words(claim: Claim, index: Index, places: Sequence[Span]) -> Framing | None:
    """The first fact that may turn a claim at these token ranges, among the other words of their sentences.

    Only denying and doubting count for listed facts, which leave open who says so.
    """
    if claim.pinned or claim.strict:
        return None
    numbers = dict.fromkeys(index.sentence_of(at) for place in places for at in (place.start, place.end - 1))
    found = (
        Framing(fact.kind, index.span(tokens))
        for number in numbers
        for fact, tokens in _turning(index, number)
        if (claim.says or not _says_so(fact)) and not any(_overlap(tokens, one) for one in places)
    )
    return next(found, None)


def around_quotation(claim: Claim, index: Index, words: Span) -> Framing | None:
    """The first fact that may turn the quoted words at a range of `Article.text`: in the same marks, or around them.

    What follows the verb that attributes the words is another statement: '"…", said Ada Holm, who did not sign'.
    """
    if claim.pinned or claim.strict:
        return None
    outer = index.quotation_around(words)
    same = [Span(*part) for part in outer.parts if _overlap(Span(*part), words)] if outer else []
    for fact, tokens in _turning(index, index.sentence_of(index.tokens_in(words).start)):
        span = index.span(tokens)
        if _overlap(span, words) or (index.quotation_around(span) and not any(_overlap(span, part) for part in same)):
            continue
        if not _says_so(fact):
            return Framing(fact.kind, span)
        if span.start > words.start and not any(_overlap(span, part) for part in same):
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
