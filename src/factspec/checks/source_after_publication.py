"""The day a source was issued is compared with `published`, and lies after it.

Example: `published: 2026-05-20`, and a source has `issued: 2026-05-21`.
Fix: correct `issued` or `published`, or take the source out.
"""

from collections.abc import Iterator

from factspec.case import Case, Subject
from factspec.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.WARNING


def applies(subject: Subject) -> bool:
    """Whether the article has a day of publication and a source one of issue."""
    return subject.spec.published is not None and any(source.issued for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a source that did not exist when the article was published."""
    published = case.spec.published
    for source in case.spec.sources:
        if published and source.issued and source.issued > published:
            yield Mismatch(
                message=f"source {source.id} was issued on {source.issued}, after the article, on {published}",
                spec_line=source.line,
                expected=f"{published} or before",
                found=source.issued.isoformat(),
                advice="correct `issued` or `published`, or take the source out",
            )
