"""The stored text of a source has changed since its `sha256` was written.

Example: somebody saved the page again, and the quoted passage is gone from it.
Fix: restore the file, or check the claims against the new text and write its hash into `sha256`.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether a stored text is pinned."""
    return any(source.sha256 for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each stored text whose bytes are not those that were pinned."""
    for source in case.spec.sources:
        stored = case.source_checks.stored.get(source.id)
        if stored is not None and source.sha256 and stored.sha256 and stored.sha256 != source.sha256:
            yield Mismatch(
                message=f"source {source.id}: the stored text `{source.text}` has changed",
                spec_line=source.spec_line(source.sha256),
                file=source.file,
                file_line=source.sha256.line,
                expected=source.sha256,
                found=stored.sha256,
                advice="restore the file; or check the claims against it and write the found hash into `sha256`",
            )
