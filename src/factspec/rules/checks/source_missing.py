"""The stored text of a source is missing or cannot be read.

Example: `text: sources/letter.pdf`, and the PDF is a scan without text.
Fix: store the text there, or delete `text`; what the source was to settle is then counted as unchecked.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether a source has a stored text."""
    return any(source.text for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each source whose stored text cannot be used."""
    for source in case.spec.sources:
        stored = case.source_checks.stored.get(source.id)
        if stored is not None and stored.problem:
            yield Mismatch(
                message=f"source {source.id}: the stored text `{source.text}` {stored.problem}",
                spec_line=source.spec_line(source.text),
                file=source.file,
                file_line=source.text.line,
                advice="store the source's text there, or delete `text`",
            )
