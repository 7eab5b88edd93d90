"""The day, month or year a source was issued is compared with `published`, and lies after it.

A month counts from the month before, in which its issues come out.

Example: `published: 2026-05-20`, and a source has `issued: 2026-05-21`, or `issued: 2027`.
Fix: correct `issued` or `published`, or take the source out.
"""

from collections.abc import Iterator

from factspec.language.printing import printable
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.WARNING


def applies(subject: Subject) -> bool:
    """Whether the article has a day of publication and a source one of issue."""
    return subject.spec.published is not None and any(source.issued_from for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a source that did not exist when the article was published."""
    published = case.spec.published
    for source in case.spec.sources:
        if published and source.issued_from and source.issued_from > published:
            when = f"on {source.issued}" if source.issued else f"in {printable(source.csl.get('issued', ''), 60)}"
            yield Mismatch(
                message=f"source {source.id} was issued {when}, after the article, on {published}",
                spec_line=source.line,
                expected=f"{published} or before",
                found=when.partition(" ")[2],
                advice="correct `issued` or `published`, or take the source out",
            )
