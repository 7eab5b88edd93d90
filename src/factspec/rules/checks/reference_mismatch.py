"""A reference or a linked marker leads to another page than the source that the spec declares.

Addresses are compared by URL and DOI, without scheme, `www.`, fragment, `utm_*` parameters and a trailing slash. One of
the addresses of an entry must be that of its source. A marker that links into the page must lead to its own entry. If
the whole list was renumbered consistently, that is one finding. In a strict spec, each entry must be a declared source,
and give the address that the spec has.

Example: the spec's source 2 is https://wire.example/a, and the article's list says "[2] https://daily.example/b".
Fix: correct the article's list and markers, or the source's `URL`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from factspec.articles.article import Marker, Reference
from factspec.articles.references import is_page, same_page
from factspec.rules.case import Case, Subject, renumbered
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Source

FAMILY = "citations"
SEVERITY = Severity.ERROR
WAIVABLE = True


# Signs that would make an address another one.
_LONGER = r"[\w/?#=&%:~-]"


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
    for reference in case.citing.entries:
        if reference.urls:
            yield from _checked(case, (reference.id,), reference, reference.urls, by_label)
    entries = {name: one for one in case.citing.entries for name in one.anchors}
    for marker in case.article.markers:
        entry = _entry(entries, marker.url)
        if entry and entry.id and entry.id not in marker.ids:
            yield _astray(case, marker, entry)
        elif is_page(marker.url):
            yield from _checked(case, marker.ids, marker, (marker.url,), by_label)
    if by_label and (case.spec.strict or case.subject.policy.strict):
        yield from _undeclared_or_bare(case, by_label)


def _entry(entries: Mapping[str, Reference], url: str) -> Reference | None:
    """The entry that a link into the page leads to, by the ids of the entries."""
    if not entries or not url.startswith("#"):
        return None
    from urllib.parse import unquote

    return entries.get(url[1:]) or entries.get(unquote(url[1:]))


def _undeclared_or_bare(case: Case, by_label: Mapping[str, Source]) -> Iterator[Mismatch]:
    """Yield the entries that the spec does not know, and those without the address that it has for them."""
    with_address = {one.id for one in case.citing.entries if one.urls}
    for reference in case.citing.entries:
        if reference.id not in by_label:
            yield _undeclared(case, reference)
            continue
        wanted = _addresses(by_label[reference.id])
        if wanted and reference.id not in with_address and not any(_is_written(one, reference.text) for one in wanted):
            yield _bare(case, reference, by_label[reference.id], wanted[0])


def _is_written(address: str, text: str) -> bool:
    """Whether a text has an address without its scheme, as print does; an altered scheme is another address."""
    written = re.escape(same_page(address).removeprefix("doi.org/"))
    return re.search(rf"(?i)(?<![\w/.-])(?:www\.)?{written}/?(?!{_LONGER})", text) is not None


def _bare(case: Case, reference: Reference, source: Source, wanted: str) -> Mismatch:
    return Mismatch(
        message=f"reference {reference.id} has no address, and its source has one",
        source_start=reference.source_start,
        source_end=reference.source_end,
        spec_line=source.line,
        expected=wanted,
        found=case.article.source[reference.source_start : reference.source_end],
        advice="write the address in the article's list, or delete `URL` and `DOI` of the source",
    )


def _astray(case: Case, marker: Marker, entry: Reference) -> Mismatch:
    return Mismatch(
        message=f"the link of marker {', '.join(marker.ids)} leads to reference {entry.id}",
        source_start=marker.source_start,
        source_end=marker.source_end,
        found=case.article.source[marker.source_start : marker.source_end],
        advice=f"link to the entry of {', '.join(marker.ids)}, or correct the marker",
    )


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
    moved = [one for one in case.citing.entries if new[one.id] != one.id]
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
    case: Case, ids: Sequence[str], where: Reference | Marker, urls: Sequence[str], by_label: Mapping[str, Source]
) -> Iterator[Mismatch]:
    """Yield a mismatch if no address belongs to one of the sources that the reference or marker names."""
    named = [by_label[label] for label in ids if label in by_label]
    wanted = [address for source in named for address in _addresses(source)]
    if not wanted or not all(map(_addresses, named)):
        return
    if {*map(same_page, urls)}.isdisjoint(map(same_page, wanted)):
        kind = "reference" if isinstance(where, Reference) else "the link of marker"
        yield Mismatch(
            message=f"{kind} {', '.join(ids)} is not the source that the spec declares",
            source_start=where.source_start,
            source_end=where.source_end,
            spec_line=named[0].line,
            expected=wanted[0],
            found=case.article.source[where.source_start : where.source_end],
            advice="correct the article's references and markers, or `URL` of the source if the article is right",
        )


def _addresses(source: Source) -> tuple[str, ...]:
    return tuple(address for address in (source.url, f"doi:{source.doi}" if source.doi else "") if address)
