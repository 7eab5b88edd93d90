"""A marker names a source that the spec does not declare, or that is missing from the article's reference list.

If the spec declares no sources, only the article's list counts. If the article has no list, only the spec counts.

Example: the article says "[7]", and the spec has no source 7.
Fix: declare the source, correct the marker, or waive the rule there if it is not a citation.
"""

from collections.abc import Iterator

from factspec.articles.article import Marker
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has markers, and there are sources or references to compare them with."""
    return bool(subject.article.markers and (subject.spec.sources or subject.article.references))


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at its marker, for each id without a source."""
    declared = {label for source in case.spec.sources for label in source.cited_as or (source.id,)}
    renamed = {source.id: ", ".join(source.cited_as) for source in case.spec.sources if source.cited_as}
    listed = {reference.id for reference in case.article.references} - case.citing.notes
    known = (declared & listed if declared and listed else declared | listed) | case.citing.notes
    for marker in case.article.markers:
        if known.issuperset(marker.ids):
            continue
        for label in dict.fromkeys(one for one in marker.ids if one not in case.citing.notes):
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
