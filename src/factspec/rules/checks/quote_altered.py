"""An approved quotation was altered, or has lost its quotation marks.

Only typography may differ. `…` marks omitted words, `[word]` an insertion, and a comma is allowed before the closing
mark.

Example: the spec has `quotes: long-time good friend`, and the article says "long-term good friend".
Fix: restore the quotation word for word, between marks, or change `quotes` if the new words were checked.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored
from factspec.claims.quotation.model import QuoteMatch
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import cited_line, or_review

FAMILY = "quotations"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each altered quotation."""
    for anchored in case.anchored:
        if anchored.quoted and anchored.quoted.match in {QuoteMatch.ALTERED, QuoteMatch.UNMARKED}:
            yield _altered(case, anchored)


def _altered(case: Case, anchored: Anchored) -> Mismatch:
    claim, span, quoted = anchored.claim, anchored.spans[0], anchored.quoted
    differences = quoted.differences if quoted else ()
    place = next((Span(span.start + one.start, span.start + one.end) for one in differences), span)
    unmarked = quoted is not None and quoted.match is QuoteMatch.UNMARKED
    return Mismatch(
        message=f"quotation '{claim.id}' " + ("has no quotation marks" if unmarked else "is altered"),
        start=place.start,
        end=place.end,
        spec_line=claim.text.line,
        claim=claim.id,
        expected=claim.quotes,
        found=case.text_of(span),
        found_start=span.start,
        cited=cited_line(case, anchored),
        differences=differences,
        advice="put it between quotation marks" if unmarked else or_review(case, "restore its words", claim.id),
    )
