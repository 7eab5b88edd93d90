"""A marker's id is compared with the sources that the spec declares and with the article's own reference list.

A spec that declares no source leaves the ids to the article's list; an article without a list leaves them to the
spec.

Example: the article says "[7]", and `sources` of the spec has no 7.
Fix: declare the source, correct the marker, or waive it where it is no citation.
"""

from collections.abc import Iterator

from factspec.articles.article import Marker
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has markers, and something to hold them against."""
    return bool(subject.article.markers and (subject.spec.sources or subject.article.references))


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch an id that has no source, at its marker."""
    declared = {label for source in case.spec.sources for label in source.cited_as or (source.id,)}
    renamed = {source.id: ", ".join(source.cited_as) for source in case.spec.sources if source.cited_as}
    listed = {reference.id for reference in case.article.references}
    known = declared & listed if declared and listed else declared | listed
    for marker in case.article.markers:
        if known.issuperset(marker.ids):
            continue
        for label in dict.fromkeys(marker.ids):
            if case.spec.sources and label not in declared:
                labels = renamed.get(label)
                reason = (
                    f"source {label} has the labels {labels} here" if labels else "the spec declares no such source"
                )
                where = "its `cited_as`" if labels else "`sources`"
                yield _undefined(case, marker, label, reason, where)
            elif listed and label not in listed:
                yield _undefined(case, marker, label, "the article's references do not have it", "the references")


def _undefined(case: Case, marker: Marker, label: str, reason: str, where: str) -> Mismatch:
    return Mismatch(
        message=f"[{label}] is undefined: {reason}",
        start=marker.at,
        end=marker.at,
        source_start=marker.source_start,
        source_end=marker.source_end,
        found=case.article.source[marker.source_start : marker.source_end],
        advice=f"add {label} to {where}, correct the marker, or waive it if it is no citation",
    )
