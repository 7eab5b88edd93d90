"""What factspec does not read in an article is not what it was when somebody approved it.

The words and addresses in the list of sources, the targets of links, code, images, buttons and all else that a run
counts as not read are recorded in the lock, as text. The order does not count, nor does typography. Of scripts and
styles only the number is recorded. It is an error in a strict spec and with `approvals = true`. Otherwise it is a
warning, because sentences may be added there too.

Example: "Port Wire, https://wire.example/bridge" in the list of sources became "The mayor lied, says Port Wire,
https://wire.example/bridge".
Fix: restore it, or approve it as it is with `factspec review`.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from urllib.parse import unquote

from factspec.approved.lock import Unseen, folded
from factspec.articles.article import Unread
from factspec.articles.draft import RECORDED, Kind
from factspec.articles.references import is_page, same_page
from factspec.language.places import Place
from factspec.rules.case import Case, Subject, renumbered, unread_links
from factspec.rules.finding import Mismatch, Severity, plural
from factspec.specs.model import Source

FAMILY = "text"
SEVERITY = Severity.WARNING
STRICT = True
APPROVALS = True

_SOURCE = "source description"
# Before each address of an entry.
_LEADS = " → "
# Kinds whose text is an address; what only tracks a reader in it does not count.
_ADDRESSES = frozenset({"link target"})
# What is recorded with the labels of the references and markers that it belongs to.
_WITH_MORE = frozenset({_SOURCE, "marker target"})
# A longer text is recorded as its beginning and a digest of the whole.
_LONGEST = 1000
_KEPT = 900
_DIGITS = 16
# So many of the texts that came or went are shown.
_SHOWN = 20


def applies(subject: Subject) -> bool:
    """Whether the lock has what is not read of this article."""
    return subject.lock is not None and subject.rendition.file in subject.lock.unread


def check(case: Case) -> Iterator[Mismatch]:
    """Yield one mismatch if what is not read is not what the lock has."""
    recorded = case.lock.unread.get(case.rendition.file) if case.lock else None
    if recorded is None:
        return
    with_text = case.lock is not None and case.rendition.file in case.lock.articles
    if unseen_in(unread_parts(case, {}, with_text=with_text)) == recorded:  # most are letter for letter as they were
        return
    now = tuple(unread_parts(case, renumbered(case), with_text=with_text))
    before = [Unread(kind, 0, text) for kind, texts in recorded.items() for text in texts]
    key = partial(_key, _pages(case))
    gone, come = _beyond(before, now, key), _beyond(now, before, key)
    if gone or come:
        yield _mismatch(case, gone, come)


def unseen_in(parts: Iterable[Unread]) -> Unseen:
    """What a lock records of these parts of an article."""
    found: dict[str, list[str]] = {}
    for one in parts:
        found.setdefault(one.kind, []).append(one.text)
    return {kind: tuple(texts) for kind, texts in found.items()}


def redirected(unread: Unseen, source: str, old: str, new: str) -> Unseen:
    """What a lock records, with a new address of a source, given by its id, in entries whose first is the old one."""
    texts = unread.get(_SOURCE, ())
    if not new or same_page(old) == same_page(new) or not texts:
        return unread
    return {
        **unread,
        _SOURCE: tuple(_redirected(one, old, new) if one.startswith(f"[{source}] ") else one for one in texts),
    }


def _redirected(text: str, old: str, new: str) -> str:
    words, *addresses = text.split(_LEADS)
    is_old = bool(addresses) and same_page(addresses[0]) == same_page(old)
    return _LEADS.join([words, new, *addresses[1:]]) if is_old else text


def unread_now(case: Case) -> Unseen:
    """What is not read of an article, as a lock records it."""
    return unseen_in(unread_parts(case, renumbered(case), with_text=True))


def unread_parts(case: Case, new: Mapping[str, str], *, with_text: bool) -> Iterator[Unread]:
    """Yield what is not read of an article, with the text that a lock records; parts without text are one, a number.

    `new` are the labels of a list of references that was renumbered, each with the one that it had. `with_text` are the
    parts that belong to the text too, such as numbers of lists; a lock of version 1 has none of them.
    """
    article = case.article
    parts = [one for one in article.unread if one.kind not in _WITH_MORE and (with_text or one.kind not in RECORDED)]
    yield from (one._replace(text=_cut(one.text)) for one in parts if one.text)
    wordless = [one for one in parts if not one.text]
    for kind, count in Counter(one.kind for one in wordless).items():
        line = next(one.line for one in wordless if one.kind == kind)
        yield Unread(kind, line, f"{count} of them")
    yield from _references(case, new)
    for link in unread_links(case):
        yield Unread("link target", article.lines.place(link.source_start).line, _cut(link.url))
    yield from _marker_links(case)
    for kind, start, end in article.blocks:
        if kind is Kind.CODE:
            yield Unread("code block", article.place(start).line, _cut(article.text[start:end]))


def _references(case: Case, new: Mapping[str, str]) -> Iterator[Unread]:
    """Yield the entries of the list of sources, each with the id of the source that it is, its words and its addresses.

    Notes are read as text.
    """
    declared = _by_label(case)
    for one in (each for each in case.article.references if each.id not in case.citing.notes):
        words = one.text
        for url in one.urls:
            words = words.replace(url, "")
        label = new.get(one.id, one.id)
        name = declared[label].id if label in declared else label
        text = _LEADS.join([f"[{name}] {words}", *one.urls])
        yield Unread(_SOURCE, case.article.lines.place(one.source_start).line, _cut(text))


def _by_label(case: Case) -> dict[str, Source]:
    return {label: source for source in case.spec.sources for label in source.cited_as or (source.id,)}


def _marker_links(case: Case) -> Iterator[Unread]:
    """Yield where markers lead, unless that is an entry of the list of sources or the page of a source that they name.

    Each address is there once: a further marker that leads to it changes nothing.
    """
    declared = _by_label(case)
    read = {""} | {f"#{name}" for one in case.article.references for name in one.anchors}
    links = {(one.ids, one.url): one for one in reversed(case.article.markers) if unquote(one.url) not in read}
    for (ids, url), first in reversed(links.items()):
        pages = {same_page(declared[label].url) for label in ids if label in declared and declared[label].url}
        if same_page(url) not in pages:
            line = case.article.lines.place(first.source_start).line
            yield Unread("marker target", line, _cut(f"[{', '.join(ids)}] {url}"))


def _is_off(subject: Subject, rule: str, default: Severity) -> bool:
    """Whether a rule with this default severity does not run."""
    chosen = dict(subject.policy.rules) | {one.rule: one.severity for one in subject.spec.rules}
    return chosen.get(rule, default) == Severity.OFF


def _cut(text: str) -> str:
    """A text on one line; a long one is its beginning and a digest."""
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST:
        return flat
    digest = sha256(flat.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{flat[:_KEPT]}… ({len(flat)} characters, sha256 {digest}…)"


def _pages(case: Case) -> dict[str, set[str]]:
    """The pages of each declared source, by its id: what the spec says, and what it said when it was approved.

    There are none if no other rule compares them.
    """
    if _is_off(case.subject, "reference-mismatch", Severity.ERROR):
        return {}
    known = case.lock.sources if case.lock else {}
    pages = {}
    for source in case.spec.sources:
        was = [known[source.id].url] if source.id in known else []
        now = (source.url, f"doi:{source.doi}" if source.doi else "")
        pages[source.id] = {same_page(url) for url in (*now, *was) if url}
    return pages


def _key(pages: Mapping[str, set[str]], one: Unread) -> tuple[Hashable, ...]:
    """What two parts that are the same have in common.

    Which address the first one of an entry is does not count if it is its source's or, because no address of the entry
    is, if reference-mismatch says so; approval-stale compares those of sources.
    """
    if one.kind in _ADDRESSES and is_page(one.text):
        return one.kind, same_page(one.text)
    words, *addresses = one.text.split(_LEADS)
    name = re.match(r"\[(.*?)\]", words)
    if one.kind == _SOURCE and name and addresses and (its := pages.get(name[1])):
        found = [*map(same_page, addresses)]
        if found[0] in its or its.isdisjoint(found):
            addresses[0] = ""
    return one.kind, folded(words), *map(folded, addresses)


def _beyond(
    these: Sequence[Unread], those: Sequence[Unread], key: Callable[[Unread], tuple[Hashable, ...]]
) -> list[Unread]:
    """The parts that are not among others, wherever these are; a part that is there twice must be there twice."""
    left = Counter(map(key, those))
    beyond = []
    for one in these:
        name = key(one)
        if left[name]:
            left[name] -= 1
        else:
            beyond.append(one)
    return beyond


def _mismatch(case: Case, gone: Sequence[Unread], come: Sequence[Unread]) -> Mismatch:
    before, now = (Counter(one.kind for one in parts) for parts in (gone, come))
    kinds = sorted(before | now)
    counts = ", ".join(f"{(before | now)[kind]} {plural(kind, (before | now)[kind])}" for kind in kinds)
    start = case.article.lines.offset(Place(come[0].line if come else 1, 1))
    return Mismatch(
        message=f"what factspec does not read has changed: {counts}",
        source_start=start,
        source_end=start,
        expected=_listed(gone) or "nothing",
        found=_listed(come) or "nothing",
        advice=f"restore it, or approve it as it is: factspec review {case.spec.path}",
    )


def _listed(parts: Sequence[Unread]) -> str:
    further = len(parts) - _SHOWN
    shown = [f"{one.kind}: {one.text}" for one in parts[:_SHOWN]]
    return "; ".join([*shown, f"and {further} more"] if further > 0 else shown)
