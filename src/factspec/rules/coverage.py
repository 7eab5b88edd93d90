"""Coverage: what of each sentence no claim, checked quotation or waiver accounts for.

A sentence is covered when nothing that states something lies outside: no number, date, name or negation, and no
clause, which is three words or more that carry meaning. Counted are the sentences of paragraphs, list items and
quotations; headings, captions and table cells are not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.index import Index
from factspec.language.framing_words import NEGATION
from factspec.language.function_words import LIGHT_WORDS
from factspec.language.number_words import WORDS as NUMBER_WORDS
from factspec.language.places import Span
from factspec.rules.case import Case, Covered, Status
from factspec.rules.registry import all_rules

# Words that carry meaning, from which a stretch that is left over is a clause.
_CLAUSE = 3


def coverage(case: Case) -> tuple[Covered, ...]:
    """The sentences of the body in order, each with what is left over of it."""
    spans: dict[int, list[Span]] = {}
    for span, numbers in _accounted(case):
        for number in numbers:
            spans.setdefault(number, []).append(span)
    waived = case.waived(*(rule.code for rule in all_rules() if rule.settles))
    return tuple([_covered(case, number, spans.get(number, ()), waived) for number in case.body])


def _accounted(case: Case) -> Iterator[tuple[Span, range]]:
    """The ranges of `Article.text` that claims stand in, with the words that give a quotation to its speaker, and
    their sentences.
    """
    for anchored, places in zip(case.anchored, case.stands, strict=True):
        if anchored.verdict is not Verdict.MISSING:
            yield from zip(anchored.spans, places, strict=True)
            if anchored.attributions:
                yield from ((span, case.sentences_of(span)) for span in _attributions(anchored))
    yield from ((span, case.sentences_of(span)) for span in case.checked_quotations)


def _attributions(anchored: Anchored) -> Iterator[Span]:
    for span in anchored.spans:
        for one in anchored.attributed:
            yield Span(min(one.start, span.start), max(one.end, span.end))


def _covered(case: Case, number: int, spans: Sequence[Span], waived: frozenset[int]) -> Covered:
    sentence = case.article.sentences[number]
    if not spans:
        status = Status.WAIVED if number in waived else Status.UNCOVERED
        return Covered(number, status, (Span(sentence.start, sentence.end),))
    index, tokens = case.index, case.index.sentence_tokens[number]
    left = tuple(
        [index.span(_trimmed(index, run)) for run in _runs(index, tokens, spans) if _states(index, run, tokens.start)]
    )
    if number in waived:
        return Covered(number, Status.WAIVED, left)
    return Covered(number, Status.PARTLY if left else Status.COVERED, left)


def _runs(index: Index, tokens: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The token ranges of a sentence that lie outside all spans."""
    if _is_whole(index, tokens, spans):
        return
    first = tokens.start
    for span in sorted(spans):
        last = bisect_right(index.tokens.ends, span.start, first, tokens.end)
        following = bisect_left(index.tokens.starts, span.end, last, tokens.end)
        if following > last:
            yield Span(first, last)
            first = following
    yield Span(first, tokens.end)


def _is_whole(index: Index, tokens: Span, spans: Sequence[Span]) -> bool:
    """Whether one span holds a sentence but for a sign at its end; most do that have a claim."""
    ends_with_sign = tokens.end - tokens.start > 1 and not index.tokens.texts[tokens.end - 1][0].isalnum()
    first, last = index.span(Span(tokens.start, tokens.end - ends_with_sign))
    return any(start <= first and last <= end for start, end in spans)


def _trimmed(index: Index, run: Span) -> Span:
    """A run that states something, without the signs at its ends."""
    first, last = run
    while not index.tokens.texts[first][0].isalnum():
        first += 1
    while not index.tokens.texts[last - 1][0].isalnum():
        last -= 1
    return Span(first, last)


def _states(index: Index, run: Span, first: int) -> bool:
    """Whether left-over tokens hold a number, date, name, negation or clause."""
    meaning = 0
    for number in range(run.start, run.end):
        text, key = index.tokens.texts[number], index.token_keys[number]
        if text[0].isdigit() or key in NUMBER_WORDS or key in NEGATION or key.endswith("n't"):
            return True
        if text[0].isupper() and number > first:
            return True
        meaning += text[0].isalpha() and key not in LIGHT_WORDS
    return meaning >= _CLAUSE
