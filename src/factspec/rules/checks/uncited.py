"""A sentence cites no source.

The rule applies if the spec declares sources and `citations` is not `none`. Headings, captions and table cells need no
marker, nor does a sentence that contains a claim with `cites: []`. With `citations: {scope: claims}` only sentences
with a claim need one.

Example: "The ferry sank within minutes." has no marker.
Fix: cite a source, approve the sentence as a claim with `cites: []`, or waive it with a reason.
"""

from collections.abc import Iterator

from factspec.language.places import Span
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Within

FAMILY = "citations"
SEVERITY = Severity.ERROR
WAIVABLE = True
SETTLES = True


def applies(subject: Subject) -> bool:
    """Whether the article must cite at all."""
    return bool(subject.spec.sources) and subject.rendition.styles != ()


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each sentence without a marker."""
    if not applies(case.subject):
        return
    approved_bare = {
        place.start
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if anchored.claim.cites is not None and anchored.claim.cites.exactly == ()
        for place in places
    }
    with_claim = {number for places in case.places for place in places for number in place}
    needed = with_claim if case.rendition.scope is Within.CLAIMS else set(case.body)
    for number in case.body:
        if number not in needed or number in approved_bare or case.citing.reaching(number):
            continue
        sentence = case.article.sentences[number]
        span = Span(sentence.start, sentence.end)
        yield Mismatch(
            message="sentence without a citation",
            start=span.start,
            end=span.end,
            found=case.text_of(span),
            found_start=span.start,
            advice="cite a source, approve it as a claim with `cites: []`, or waive `uncited` here with a reason",
        )
