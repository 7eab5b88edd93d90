"""Wording that the spec forbids is compared with the whole article, headings, captions and notes too, and stands in it.

Example: `forbidden: [{id: no-alliance, says: military alliance}]`, and the article says "a military alliance".
Fix: take the words out of the article, or the entry out of the spec if it no longer holds.
"""

from collections.abc import Iterator

from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Forbidden

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a place in which forbidden wording stands, be it an entry of the article's list of sources."""
    from factspec.claims.forbidden import forbidden_in_references

    for entry, span in case.forbidden:
        found = case.text_of(span)
        yield _mismatch(entry)._replace(start=span.start, end=span.end, found=found, found_start=span.start)
    references = case.article.references
    if not (case.spec.forbidden and references):
        return
    for entry, one in forbidden_in_references(references, case.spec.forbidden):
        start, end = one.source_start, one.source_end
        found = case.article.source[start:end]
        yield _mismatch(entry)._replace(source_start=start, source_end=end, found=found)


def _mismatch(entry: Forbidden) -> Mismatch:
    reason = f" ({entry.reason})" if entry.reason else ""
    return Mismatch(
        message=f"forbidden wording '{entry.id}' stands in the article{reason}",
        spec_line=entry.says.line,
        claim=entry.id,
        expected="these words nowhere",
        advice="take the words out, or delete the entry from `forbidden` if it no longer holds",
    )
