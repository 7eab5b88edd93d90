"""Coverage: which words of each sentence no claim, checked quotation or waiver accounts for.

Every word counts, except the few of `language.free_words`. A claim of wording accounts for its words, a claim of
quotation for the quoted words and for who says them, and a claim of facts for the words of its facts alone. The words
in a gap (`…`) are open. Sentences of paragraphs, list items and quotations are counted.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from factspec.claims.anchored import Verdict
from factspec.claims.index import Index
from factspec.claims.quotation.model import Attribution
from factspec.claims.wording import pieces
from factspec.language.function_words import FREE_PHRASES, FREE_SIGNS, FREE_WORDS
from factspec.language.people import PRONOUNS
from factspec.language.places import Span
from factspec.rules.case import Case, Covered, Status
from factspec.rules.registry import all_rules

# Marks that come in pairs, and are shown so.
_PAIRS = (("(", ")"), ("[", "]"), ('"', '"'), ("'", "'"))


def coverage(case: Case) -> tuple[Covered, ...]:
    """The sentences of the body in order, each with the words that are left over."""
    free = _accounted(case)
    waived = case.waived(*(rule.code for rule in all_rules() if rule.settles))
    return tuple([_covered(case, number, free, waived) for number in case.body])


def _accounted(case: Case) -> bytearray:
    """One byte for each token of the article: 1 if it is accounted for."""
    index = case.index
    accounted = bytearray(len(index.tokens))
    for first, last in chain(_by_claims(case), map(index.tokens_in, case.checked_quotations)):
        accounted[first:last] = b"\x01" * (last - first)
    return accounted


def _by_claims(case: Case) -> Iterator[Span]:
    """The token ranges that claims account for."""
    index = case.index
    for anchored in case.anchored:
        if anchored.verdict is Verdict.MISSING:
            continue
        for span in anchored.words or anchored.spans:
            tokens = index.tokens_in(span)
            passed = anchored.claim.says and anchored.verdict is Verdict.PASSED
            yield from pieces(index, anchored.claim.says, tokens) if passed else (tokens,)
        for span, attributions in zip(anchored.spans, anchored.attributions, strict=False):
            for one in attributions:
                yield from _attribution(index, index.tokens_in(span), one)


def _attribution(index: Index, quoted: Span, one: Attribution) -> Iterator[Span]:
    """The tokens of a speaker's name, and those of the verb of saying, or a pronoun, next to each other."""
    name = index.tokens_in(Span(one.start, one.end))
    yield name
    sentence = index.sentence_tokens[index.sentence_of(quoted.end - 1)]
    first = index.sentence_tokens[index.sentence_of(quoted.start)].start
    keys = index.token_keys
    for at in (*range(first, quoted.start), *range(quoted.end, sentence.end)):
        if keys[at] != one.verb:
            continue
        yield Span(at, at + 1)
        for beside in (at - 1, at + 1):
            if first <= beside < sentence.end and keys[beside] in PRONOUNS:
                yield Span(beside, beside + 1)


def _covered(case: Case, number: int, accounted: bytearray, waived: frozenset[int]) -> Covered:
    index, tokens = case.index, case.index.sentence_tokens[number]
    left = tuple([index.span(_shown(index, run)) for run in _runs(accounted, tokens) if _states(index, run)])
    if number in waived:
        return Covered(number, Status.WAIVED, left)
    if accounted.find(1, tokens.start, tokens.end) < 0 and left:
        sentence = case.article.sentences[number]
        return Covered(number, Status.UNCOVERED, (Span(sentence.start, sentence.end),))
    return Covered(number, Status.PARTLY if left else Status.COVERED, left)


def _runs(accounted: bytearray, tokens: Span) -> Iterator[Span]:
    """The token ranges of a sentence in which nothing is accounted for."""
    first = tokens.start
    while (first := accounted.find(0, first, tokens.end)) >= 0:
        last = accounted.find(1, first, tokens.end)
        last = tokens.end if last < 0 else last
        yield Span(first, last)
        first = last


def _states(index: Index, run: Span) -> bool:
    """Whether left-over tokens say anything: a word or a sign that is not free."""
    words = tuple([key for key in index.keys(run) if key not in FREE_SIGNS])
    return words not in FREE_PHRASES and not FREE_WORDS.issuperset(words)


def _shown(index: Index, run: Span) -> Span:
    """A run without the free signs at its ends; brackets and quotation marks are shown in pairs."""
    first, last = run
    keys = index.token_keys
    while keys[first] in FREE_SIGNS:
        first += 1
    while keys[last - 1] in FREE_SIGNS:
        last -= 1
    for opening, closing in _PAIRS:
        inside = keys[first:last]
        opened, closed = inside.count(opening), inside.count(closing)
        odd = opened % 2 if opening == closing else opened - closed
        if odd > 0 and closing in keys[last : run.end]:
            last = keys.index(closing, last) + 1
        elif odd and opening in keys[run.start : first]:
            first = run.start + _last(keys[run.start : first], opening)
        elif first > run.start and last < run.end and (keys[first - 1], keys[last]) == (opening, closing):
            first, last = first - 1, last + 1
    return Span(first, last)


def _last(keys: Sequence[str], key: str) -> int:
    return len(keys) - 1 - list(reversed(keys)).index(key)
