"""A source was issued after the article was published.

A source dated with a month counts from the month before, because issues appear early.

Example: `published: 2026-05-20`, and a source has `issued: 2026-05-21` or `issued: 2027`.
Fix: correct `issued` or `published`, or remove the source.
"""

from collections.abc import Iterator

from factspec.language.printing import printable
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.WARNING


def applies(subject: Subject) -> bool:
    """Whether the article and a source have dates."""
    return subject.spec.published is not None and any(source.issued_from for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each source issued after the article was published."""
    published = case.spec.published
    for source in case.spec.sources:
        if published and source.issued_from and source.issued_from > published:
            when = f"on {source.issued}" if source.issued else f"in {printable(source.csl.get('issued', ''), 60)}"
            yield Mismatch(
                message=f"source {source.id} was issued {when}, after the article, on {published}",
                spec_line=source.line,
                expected=f"{published} or before",
                found=when.partition(" ")[2],
                advice="correct `issued` or `published`, or remove the source",
            )
