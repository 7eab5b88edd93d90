"""A citation marker is broken.

Example: `[1, ]`, `[3-1]`, `[1,, 2]`, an unclosed `[1`, full-width `【1】`.
Fix: write the marker as the message shows.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has markers."""
    return bool(subject.article.markers)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each broken marker."""
    for marker in case.article.markers:
        if marker.problem:
            yield Mismatch(
                message=f"broken marker: {marker.problem}",
                start=marker.at,
                end=marker.at,
                source_start=marker.source_start,
                source_end=marker.source_end,
                found=case.article.source[marker.source_start : marker.source_end],
                advice="write the marker as `[1]` or `[1, 2]`",
            )
