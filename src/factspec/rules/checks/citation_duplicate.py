"""One id appears twice in a group of markers, or two references have the same id.

Example: "[1, 2, 1]".
Example: two entries of the reference list are both numbered 3.
Fix: delete the duplicate, or correct its number.
"""

from collections import Counter
from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has markers or references."""
    return bool(subject.article.markers or subject.article.references)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each id that appears twice in a group or in the reference list."""
    source = case.article.source
    for group in case.citing.groups:
        for label in _repeated(group.labels):
            yield Mismatch(
                message=f"[{label}] is cited twice in one group of markers",
                start=group.at,
                end=group.at,
                source_start=group.source_start,
                source_end=group.source_end,
                found=source[group.source_start : group.source_end],
                advice="delete one of them",
            )
    seen: set[str] = set()
    for reference in case.article.references:
        if reference.id and reference.id in seen:
            yield Mismatch(
                message=f"two references have the id {reference.id}",
                source_start=reference.source_start,
                source_end=reference.source_end,
                found=source[reference.source_start : reference.source_end],
                advice="give each reference its own number",
            )
        seen.add(reference.id)


def _repeated(labels: tuple[str, ...]) -> list[str]:
    if len(set(labels)) == len(labels):
        return []
    return [label for label, count in Counter(labels).items() if count > 1]
