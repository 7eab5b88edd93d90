"""Anchor an approved quotation (`quotes`): whether it is between marks, word for word, and who says it."""

from datetime import date

from factspec.claims.anchored import Anchored, Verdict, chosen
from factspec.claims.index import Index
from factspec.claims.other_words import around_quotation
from factspec.claims.quotation.model import QuoteMatch
from factspec.claims.quotation.speakers import attributed_to
from factspec.claims.quotation.words import find_quoted
from factspec.language.places import Span
from factspec.specs.model import Claim


def anchor(claim: Claim, index: Index, _published: date | None) -> Anchored:
    """Find an approved quotation in an article, and its speaker if the claim names one."""
    article = index.article
    quoted = find_quoted(claim.quotes, index.quotable)
    if quoted.match is QuoteMatch.MISSING:
        return Anchored(claim, Verdict.MISSING, quoted=quoted)
    if quoted.match is not QuoteMatch.SAME:
        return Anchored(claim, Verdict.FAILED, quoted.places[:1], quoted=quoted)
    named = chosen(claim, quoted.places)
    passed = named.spans if named.verdict is Verdict.PASSED else ()
    framing = next(filter(None, (around_quotation(claim, index, span) for span in passed)), None)
    if framing:
        return Anchored(claim, Verdict.REFRAMED, named.spans[:1], framing=framing, quoted=quoted)
    attributions = tuple(
        attributed_to(*_around(index, span), article.sentences, article.text, index.quotations)
        for span in passed
        if claim.speaker
    )
    return Anchored(claim, named.verdict, named.spans, quoted=quoted, attributions=attributions, reason=named.reason)


def _around(index: Index, span: Span) -> Span:
    """The range of the outermost quotation that contains quoted words, with its marks."""
    outer = index.quotation_around(span)
    return Span(outer.start, outer.end) if outer else span
