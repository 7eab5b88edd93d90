"""One id appears twice in a group of markers, or two references have the same id.

In a strict spec this is an error: of two entries with one number, nobody can know which one is the source. Reported is
the one that does not lead to the source that the spec declares, otherwise the later one.

Example: "[1, 2, 1]".
Example: two entries of the reference list are both numbered 3.
Fix: delete the duplicate, or correct its number.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from factspec.articles.article import Reference
from factspec.articles.references import same_page
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True


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
    yield from map(partial(_doubled, case), _others(case))


def _doubled(case: Case, reference: Reference) -> Mismatch:
    return Mismatch(
        message=f"two references have the id {reference.id}",
        source_start=reference.source_start,
        source_end=reference.source_end,
        found=case.article.source[reference.source_start : reference.source_end],
        advice="give each reference its own number, or remove it",
    )


def _others(case: Case) -> Iterator[Reference]:
    """The references with the id of another one that is the source, or comes first."""
    # A list of notes and a list of sources each count from 1.
    by_id: dict[tuple[str, bool], list[Reference]] = {}
    for reference in case.article.references:
        by_id.setdefault((reference.id, reference.of_notes), []).append(reference)
    urls = {label: source.url for source in case.spec.sources for label in source.cited_as or (source.id,)}
    for (label, _), same in by_id.items():
        if label and len(same) > 1:
            wanted = same_page(urls.get(label, ""))
            own = next((one for one in same if wanted in map(same_page, one.urls)), same[0])
            yield from (one for one in same if one is not own)


def _repeated(labels: tuple[str, ...]) -> list[str]:
    if len(set(labels)) == len(labels):
        return []
    return [label for label, count in Counter(labels).items() if count > 1]
