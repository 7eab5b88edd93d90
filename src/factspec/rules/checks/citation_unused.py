"""The sources that the spec declares are compared with the article's markers, and one is cited nowhere.

A source of `role: background` need not be cited, nor one of a file that specs share, nor one that gives evidence.

Example: `sources` has a 4, and no marker names it.
Fix: cite it, delete it, or give it `role: background`.
"""

from collections.abc import Iterator

from factspec.claims.citing import cited
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING


def applies(subject: Subject) -> bool:
    """Whether the spec declares sources that this article should cite."""
    return bool(subject.spec.sources) and subject.rendition.styles != () and not subject.rendition.partial


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a source that no marker names."""
    if not applies(case.subject):
        return
    used = {*cited(case.citing.groups), *(piece.source for claim in case.spec.claims for piece in claim.evidence)}
    for source in case.spec.sources:
        if source.id not in used and source.role != "background" and not source.file:
            yield Mismatch(
                message=f"source {source.id} is cited nowhere",
                spec_line=source.line,
                advice="cite it, delete it from `sources`, or give it `role: background`",
            )
