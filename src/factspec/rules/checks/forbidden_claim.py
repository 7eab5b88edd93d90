"""Forbidden wording is in the article.

Headings, captions, notes and the reference list are searched too. The last word may be in the plural or a possessive.

Example: `forbidden: [{id: no-alliance, says: military alliance}]`, and the article says "a military alliance".
Fix: remove the words from the article, or delete the entry from the spec if it no longer applies. What the policy
forbids is forbidden in every article.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Forbidden

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place of forbidden wording, the reference list included."""
    for entry, span in case.forbidden:
        found = case.text_of(span)
        yield _mismatch(entry)._replace(start=span.start, end=span.end, found=found, found_start=span.start)
    references, entries = case.article.references, case.subject.forbidden
    if not (entries and references):
        return
    from factspec.claims.forbidden import forbidden_in_references

    for entry, one in forbidden_in_references(references, entries):
        start, end = one.source_start, one.source_end
        found = case.article.source[start:end]
        yield _mismatch(entry)._replace(source_start=start, source_end=end, found=found)


def applies(subject: Subject) -> bool:
    """What the policy forbids belongs to no item of the spec."""
    return bool(subject.policy.forbidden)


def _mismatch(entry: Forbidden) -> Mismatch:
    reason = f" ({entry.reason})" if entry.reason else ""
    return Mismatch(
        message=f"forbidden wording '{entry.id}' is in the article{reason}",
        spec_line=entry.says.line,
        claim="" if entry.file else entry.id,
        expected="this wording nowhere",
        advice="take the words out, or delete the entry from `forbidden` if it no longer applies",
        file=entry.file,
        file_line=entry.says.line,
    )
