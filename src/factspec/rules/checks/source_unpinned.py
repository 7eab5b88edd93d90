"""A stored text has no `sha256`, so it can change unnoticed.

This rule is off unless `rules` turns it on.

Example: `text: sources/wire.txt` without `sha256`.
Fix: add the `sha256` that the finding shows.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.OFF


def applies(subject: Subject) -> bool:
    """Whether a source has a stored text."""
    return any(source.text for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each stored text without a hash."""
    for source in case.spec.sources:
        stored = case.source_checks.stored.get(source.id)
        if stored is not None and stored.sha256 and not source.sha256:
            yield Mismatch(
                message=f"source {source.id}: the stored text `{source.text}` is not pinned",
                spec_line=source.spec_line(source.text),
                file=source.file,
                file_line=source.text.line,
                advice=f"add `sha256: {stored.sha256}`",
            )
