"""Anchor an approved quotation (`quotes`): whether it stands between marks, word for word, and who says it."""

from bisect import bisect_left
from datetime import date
from operator import attrgetter

from factspec.draft import Span
from factspec.match.anchored import Anchored, Framing, Verdict, chosen
from factspec.match.frame import frames
from factspec.match.index import Index
from factspec.quotation.attributed import Attribution, Standing
from factspec.quotation.attribution import attributed_to
from factspec.quotation.quoted import find_quoted
from factspec.spec.model import Claim

# By what a speaker's own words around a stretch of them turn it; that something is hoped or thought is their own.
_TURNING = frozenset({"denial", "negation", "condition", "question"})


def anchor(claim: Claim, index: Index, _published: date | None) -> Anchored:
    """Find an approved quotation in an article, and its speaker where the claim names one."""
    article = index.article
    quoted = find_quoted(claim.quotes, article.text, index.quotations, index.block_ranges)
    if quoted.standing is Standing.MISSING:
        return Anchored(claim, Verdict.MISSING, quoted=quoted)
    if quoted.standing is not Standing.SAME:
        return Anchored(claim, Verdict.FAILED, quoted.places[:1], quoted=quoted)
    named = chosen(claim, quoted.places)
    framings = (_turned(index, span) for span in named.spans if named.verdict is Verdict.PASSED)
    framing = next(filter(None, framings), None)
    if framing:
        return Anchored(claim, Verdict.REFRAMED, named.spans[:1], framing=framing, quoted=quoted)
    attributed: tuple[Attribution, ...] = ()
    if claim.speaker and named.verdict is Verdict.PASSED:
        around = _around(index, named.spans[0])
        attributed = attributed_to(*around, article.sentences, article.text, index.quotations)
    return Anchored(claim, named.verdict, named.spans, quoted=quoted, attributed=attributed, reason=named.reason)


def _turned(index: Index, span: Span) -> Framing | None:
    """What inside the same quotation turns the quoted words into another statement: "It is not true that | we won"."""
    marks = _around(index, span)
    starts = [bisect_left(index.tokens, at, key=attrgetter("start")) for at in (*span, *marks)]
    tokens, inside = Span(*starts[:2]), Span(*starts[2:])
    turning = (one for one in frames(index, tokens) if one.does in _TURNING)
    within = (one for one in turning if inside.start <= one.tokens.start < inside.end)
    return next((Framing(one.does, index.span(one.tokens)) for one in within), None)


def _around(index: Index, span: Span) -> Span:
    """The range of the outermost quotation that holds a stretch of quoted words, with its marks."""
    holding = (one for one in index.quotations if one.start <= span.start and span.end <= one.end)
    return next((Span(one.start, one.end) for one in holding), span)
