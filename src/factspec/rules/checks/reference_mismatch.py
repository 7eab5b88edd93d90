"""A reference or a linked marker leads to another page than the source that the spec declares.

Addresses are compared by URL and DOI, without scheme, `www.`, fragment, `utm_*` parameters and a trailing slash. If
the whole list was renumbered consistently, that is one finding. In a strict spec, each entry must be a declared source.

Example: the spec's source 2 is https://wire.example/a, and the article's list says "[2] https://daily.example/b".
Fix: correct the article's list and markers, or the source's `URL`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from factspec.articles.article import Marker, Reference
from factspec.articles.references import same_page
from factspec.rules.case import Case, Subject, renumbered
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Source

FAMILY = "citations"
SEVERITY = Severity.ERROR


# A link that names a place in a page leads to a reference list; one that names words in it leads to a source.
_PAGE = r"(?is:https?://[^#]*(?:#:~:.*)?)"


def applies(subject: Subject) -> bool:
    """Whether the article has references or linked markers, and the spec has sources."""
    article = subject.article
    return bool(subject.spec.sources and (article.references or any(marker.url for marker in article.markers)))


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each reference or linked marker whose address is not that of its source."""
    if new := renumbered(case):
        yield _renumbered(case, new)
        return
    by_label = {label: source for source in case.spec.sources for label in source.cited_as or (source.id,)}
    strict = case.spec.strict or case.subject.policy.strict
    for reference in case.article.references:
        if strict and by_label and reference.id not in by_label and reference.id not in case.citing.notes:
            yield _undeclared(case, reference)
        yield from _checked((reference.id,), reference, reference.url, by_label)
    for marker in case.article.markers:
        if marker.url and re.fullmatch(_PAGE, marker.url):
            written = case.article.source[marker.source_start : marker.source_end]
            yield from _checked(marker.ids, marker, written, by_label)


def _undeclared(case: Case, reference: Reference) -> Mismatch:
    """An entry of the list that the spec does not know; only a strict spec has to declare all."""
    return Mismatch(
        message=f"reference {reference.id or 'without a number'} is not declared in `sources`",
        source_start=reference.source_start,
        source_end=reference.source_end,
        found=case.article.source[reference.source_start : reference.source_end],
        advice="declare it in `sources`, or remove it from the list",
    )


def _renumbered(case: Case, new: Mapping[str, str]) -> Mismatch:
    moved = [one for one in case.article.references if new[one.id] != one.id]
    words = ", ".join(sorted([f"{new[one.id]} → {one.id}" for one in moved]))
    first = moved[0]
    return Mismatch(
        message=f"references renumbered: {words}",
        source_start=first.source_start,
        source_end=first.source_end,
        found=case.article.source[first.source_start : first.source_end],
        advice="restore the numbers of the list and of its markers, or take the new ones: factspec accept --renumber",
    )


def _checked(
    ids: Sequence[str], where: Reference | Marker, found: str, by_label: Mapping[str, Source]
) -> Iterator[Mismatch]:
    """Yield a mismatch if the address belongs to none of the sources that the reference or marker names."""
    named = [by_label[label] for label in ids if label in by_label]
    wanted = [address for source in named for address in _addresses(source)]
    if not where.url or not wanted or not all(map(_addresses, named)):
        return
    if same_page(where.url) not in map(same_page, wanted):
        kind = "reference" if isinstance(where, Reference) else "the link of marker"
        yield Mismatch(
            message=f"{kind} {', '.join(ids)} is not the source that the spec declares",
            source_start=where.source_start,
            source_end=where.source_end,
            spec_line=named[0].line,
            expected=wanted[0],
            found=found,
            advice="correct the article's references and markers, or `URL` of the source if the article is right",
        )


def _addresses(source: Source) -> tuple[str, ...]:
    return tuple(address for address in (source.url, f"doi:{source.doi}" if source.doi else "") if address)
