"""Wording that the spec forbids is compared with the whole article, headings and captions too, and stands in it.

Example: `forbidden: [{id: no-alliance, says: military alliance}]`, and the article says "a military alliance".
Fix: take the words out of the article, or the entry out of the spec if it no longer holds.
"""

from collections.abc import Iterator

from factspec.case import Case
from factspec.finding import Mismatch, Severity

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a place in which forbidden wording stands."""
    for entry, span in case.forbidden:
        reason = f" ({entry.reason})" if entry.reason else ""
        yield Mismatch(
            message=f"forbidden wording '{entry.id}' stands in the article{reason}",
            start=span.start,
            end=span.end,
            spec_line=entry.text_line,
            claim=entry.id,
            expected="these words nowhere",
            found=case.text_of(span),
            found_start=span.start,
            advice="take the words out, or delete the entry from `forbidden` if it no longer holds",
        )
