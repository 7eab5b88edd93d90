"""A sentence cites no source.

The rule applies if the spec declares sources and `citations` is not `none`. Headings, captions and table cells need no
marker, nor does a sentence that contains a claim with `cites: []`. With `citations: {scope: claims}` only sentences
with a claim need one.

In a strict spec a sentence that no claim covers either is reported once, by this rule; by `uncovered` if that reports
the whole article.

Example: "The ferry sank within minutes." has no marker.
Fix: cite a source, approve the sentence as a claim with `cites: []`, or waive it with a reason.
"""

from collections.abc import Iterator

from factspec.language.places import Span
from factspec.rules.case import BODY, Case, Subject
from factspec.rules.coverage import must_cite, of_unapproved, wholly_uncovered, without_citation
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR
SETTLED = "line"
WAIVABLE = True
SETTLES = BODY

_CLAIMED = "cite a source, approve it as a claim with `cites: []`, or waive `uncited` here with a reason"
_UNCOVERED = "cite a source and approve it as a claim, or waive `uncited` here with a reason, which settles both"


def applies(subject: Subject) -> bool:
    """Whether the article must cite at all."""
    return must_cite(subject)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each sentence without a marker."""
    if not applies(case.subject):
        return
    uncovered = wholly_uncovered(case)
    elsewhere = of_unapproved(case)
    for number in without_citation(case):
        if number in elsewhere:
            continue
        sentence = case.article.sentences[number]
        span = Span(sentence.start, sentence.end)
        both = number in uncovered
        yield Mismatch(
            message=f"sentence without a citation{' that no claim covers' if both else ''}",
            start=span.start,
            end=span.end,
            found=case.text_of(span),
            found_start=span.start,
            advice=_UNCOVERED if both else _CLAIMED,
        )
