"""Approvals: what a lock records of claims as an article has them now."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from types import MappingProxyType

from factspec.approved.lock import (
    EMPTY,
    Approval,
    Context,
    Key,
    KnownSource,
    Line,
    Lock,
    Signature,
    Unseen,
    digest_of,
    signatures,
    waiver_key,
    with_approvals,
    with_signatures,
)
from factspec.approved.lock_text import place_of, places_of, unplaced
from factspec.articles.draft import RECORDED, Kind
from factspec.claims.anchored import ADDED, Anchored, Verdict
from factspec.claims.article_lines import FoundLine, found_lines, lines_of_sentences, with_lines
from factspec.claims.citing import cited
from factspec.claims.evidence.model import Stored
from factspec.claims.index import LONGEST_LABEL
from factspec.claims.pinned import context_of
from factspec.rules.case import Case, Subject, renumbered
from factspec.rules.checks.approval_stale import source_now
from factspec.rules.checks.unread_changed import redirected, unread_now
from factspec.rules.messages import citation_faults
from factspec.rules.run import anchored_in, case_of, notes_now
from factspec.specs.model import Claim, Spec

_NO_SOURCES: Mapping[str, Stored] = MappingProxyType({})


def approved_now(
    subject: Subject, claims: Collection[str], *, by: str, on: date, sources: Mapping[str, Stored] = _NO_SOURCES
) -> dict[Key, Approval]:
    """The approvals of those of these claims that an article contains as the spec has them, whatever is around them.

    `by` is who approves them, `on` the day.
    """
    file = subject.rendition.file
    digests = {one.id: digest_of(one) for one in subject.spec.claims if one.id in claims}
    # What is around a claim is judged by a person here, not by `other_words`: it counts as approved already.
    made = {(one, file): Approval(by, on, digest, ()) for one, digest in digests.items()}
    lock = with_approvals(subject.lock or EMPTY, made, {})
    case = case_of(subject._replace(lock=lock), sources=sources, today=None)
    return approved_in(case, claims, Signature(by, on))


def approved_in(case: Case, claims: Collection[str], signature: Signature) -> dict[Key, Approval]:
    """The approvals of those of these claims that were found in a case as the spec has them."""
    by, on = signature
    return {
        (anchored.claim.id, case.rendition.file): Approval(
            by, on, digest_of(anchored.claim), _contexts(case, anchored, places)
        )
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if anchored.claim.id in claims and anchored.verdict is Verdict.PASSED
    }


def pinned_now(case: Case, claims: Iterable[Claim], *, by: str, on: date) -> dict[Key, Approval] | None:
    """`approved_now` for a few claims as the spec has them by now, in a case that was made before they were edited.

    None if a claim is not in the article, or does not cite what it must there; the case itself has then to be made
    again to say why.
    """
    made = {}
    for claim in claims:
        anchored = anchored_in(case.subject, case.index, claim._replace(pinned=True))
        if anchored.verdict is not Verdict.PASSED or any(_faults(case, anchored)):
            return None
        places = [case.sentences_of(span) for span in anchored.spans]
        made[claim.id, case.rendition.file] = Approval(by, on, digest_of(claim), _contexts(case, anchored, places))
    return made


def _faults(case: Case, anchored: Anchored) -> Iterator[str]:
    cites = anchored.claim.cites
    if cites is None:
        return
    for span in anchored.spans:
        yield from citation_faults(cites, cited(case.citing.of(span)))


def _contexts(case: Case, anchored: Anchored, places: Iterable[range]) -> tuple[Context, ...]:
    """What a lock has of each place of a claim; what is cited there only if the claim does not say it."""
    is_open = anchored.claim.cites is None
    return tuple(
        context_of(case.index, place)._replace(cites=cited(case.citing.of(span)) if is_open else None)
        for span, place in zip(anchored.spans, places, strict=True)
    )


def renewed(case: Case, claims: Collection[str], earlier: Lock) -> dict[Key, Approval]:
    """The approvals of edited claims in an article whose sentences are still those that were approved there."""
    found = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        key = (anchored.claim.id, case.rendition.file)
        old = earlier.approvals.get(key)
        is_there = anchored.claim.id in claims and anchored.verdict is Verdict.PASSED
        if old and is_there and _is_same(_contexts(case, anchored, places), old.contexts):
            found[key] = old._replace(digest=digest_of(anchored.claim))
    return found


def _is_same(now: Sequence[Context], old: Sequence[Context]) -> bool:
    """Whether contexts are the approved ones, as far as both have them."""
    return len(now) == len(old) and all(
        all(mine == theirs or mine is None or theirs is None for mine, theirs in zip(one, other, strict=True))
        for one, other in zip(now, old, strict=True)
    )


def completed(lock: Lock, cases: Sequence[Case], signature: Signature) -> Lock:
    """A lock with what nobody recorded yet of a spec, given by the case of each article, and without what is gone.

    These are the sources that the articles cite, what is not read of each article, the sentences of approved sections
    and, if an older factspec wrote the lock, the waivers.
    """
    waivers = cases[0].spec.waivers
    if lock.waivers is None:
        lock = with_signatures(lock._replace(waivers={}), waivers, signature)
    articles = {one.rendition.file: placed(lock, one, signature) for one in cases}
    by_file = {one.rendition.file: one for one in cases}
    signed = dict(zip(waivers, signatures(lock, waivers), strict=True))
    return lock._replace(
        sections={},
        articles={**lock.articles, **{file: lines for file, lines in articles.items() if lines}},
        waivers={waiver_key(waiver): one for waiver, one in signed.items() if one},
        sources=_sources(lock, cases),
        unread=_unread(lock, by_file),
    )


def _unread(lock: Lock, cases: Mapping[str, Case]) -> Mapping[str, Unseen]:
    """What is recorded as not read of each article; one with a new path has what the one that is gone had."""
    gone = [parts for file, parts in lock.unread.items() if file not in cases]
    found = {}
    for file, case in cases.items():
        if file in lock.unread:
            found[file] = lock.unread[file] if case.text else {**_beside_text(case), **lock.unread[file]}
        else:
            found[file] = gone.pop(0) if gone else unread_now(case)
    return found


def _beside_text(case: Case) -> dict[str, tuple[str, ...]]:
    """What is not read and belongs to the text, such as the numbers of lists: it is approved with the text."""
    return {kind: texts for kind, texts in unread_now(case).items() if kind in RECORDED}


def _sources(lock: Lock, cases: Sequence[Case]) -> dict[str, KnownSource]:
    """What is recorded of the sources of a spec, and how those that its articles cite are now if nothing is."""
    spec = cases[0].spec
    evidence = {one.source for claim in spec.claims for one in claim.evidence}
    named = evidence.union(*(group.sources for case in cases for group in case.citing.groups))
    found = {}
    for source in spec.sources:
        if source.id in lock.sources:
            found[source.id] = lock.sources[source.id]
        elif source.id in named:
            now = [source_now(case, source) for case in cases]
            found[source.id] = next((one for one in now if one.sha256), now[0])
    return found


def with_sources(lock: Lock, case: Case, named: Collection[str]) -> Lock:
    """A lock in which these sources, by id, are approved as they are."""
    now = {one.id: source_now(case, one) for one in case.spec.sources if one.id in named}
    unread = lock.unread
    for source, one in now.items():
        old = lock.sources[source].url if source in lock.sources else ""
        unread = {file: redirected(parts, source, old, one.url) for file, parts in unread.items()}
    return lock._replace(sources={**lock.sources, **now}, unread=unread)


def relabelled(lock: Lock, spec: Spec) -> Lock:
    """A lock in which sources have the labels of the spec, after a list of references was renumbered."""
    labels = {one.id: one.cited_as or (one.id,) for one in spec.sources}
    new = {name: one._replace(cited_as=labels.get(name, one.cited_as)) for name, one in lock.sources.items()}
    return lock._replace(sources=new)


# The lines of the article.


def placed(lock: Lock, case: Case, signature: Signature) -> tuple[Line, ...]:
    """The approved lines of an article with those that the approvals of a lock speak of and that it does not have.

    Sentences of sections that a lock of version 1 recorded are approved by whoever approves now.
    """
    file = case.rendition.file
    lines = lock.articles.get(file, ())
    wanted: dict[Signature, list[Context]] = {}
    for (_, where), one in lock.approvals.items():
        if where == file and (missing := [*unplaced(lines, one.contexts)]):
            wanted.setdefault(Signature(one.by, one.on), []).extend(missing)
    texts = [text for (_, where), sentences in lock.sections.items() if where == file for text in sentences]
    wanted.setdefault(signature, []).extend(Context(text) for text in texts)
    for by, contexts in sorted(wanted.items()):
        numbers = frozenset(_numbers_of(case, contexts))
        if numbers:
            lines = with_lines(lines, _found(case), numbers.__contains__, partial(signed, by, _people(case)))
        for context in unplaced(lines, contexts):
            lines = (*lines, *_loose(context, by))
    return lines


def _numbers_of(case: Case, contexts: Sequence[Context]) -> Iterator[int]:
    """Yield the numbers of the lines of an article that have the sentences of contexts."""
    found = _found(case)
    lines = [one.line for one in found]
    places = places_of(lines)
    taken: set[int] = set()
    for one in contexts:
        with suppress(LookupError):
            first, reach = place_of(lines, places, one, taken)
            taken.add(first)
            yield from range(first, first + reach)


def _loose(context: Context, by: Signature) -> Iterator[Line]:
    """Yield the lines of a context that the article does not have any more."""
    kind = Kind.QUOTATION if context.quoted else Kind.PARAGRAPH
    for at, text in enumerate(filter(None, (context.before, context.sentence, context.after))):
        yield Line(kind, text, begins=at == 0, under=context.under or (), signatures=(by,))


def signed(by: Signature, people: int, line: Line) -> Line:
    """A line that somebody approved too, unless they have already, or as many people as must have."""
    known = {one.by for one in line.signatures}
    return (
        line
        if by.by in known or len(known) >= people
        else line._replace(signatures=tuple(sorted({*line.signatures, by})))
    )


def _people(case: Case) -> int:
    """How many people must have approved each line."""
    return max(case.subject.policy.approvals, 1)


def _found(case: Case) -> tuple[FoundLine, ...]:
    return case.text.found if case.text else found_lines(case.index, case.citing, renumbered(case))


def with_text(lock: Lock, case: Case, sentences: Iterable[int], signature: Signature) -> Lock:
    """A lock in which the lines of an article with these sentences, by their indexes, are approved as they are."""
    found, file = _found(case), case.rendition.file
    line_of = lines_of_sentences(found)
    chosen = {line_of[at] for at in sentences}
    lines = with_lines(
        lock.articles.get(file, ()), found, chosen.__contains__, partial(signed, signature, _people(case))
    )
    return lock._replace(articles={**lock.articles, file: lines})


def without_line(lock: Lock, file: str, text: str) -> Lock:
    """A lock without the last line of an article that has this text; no other line is under it any more."""
    label = text[:LONGEST_LABEL]
    lines = [one._replace(under=tuple(each for each in one.under if each != label)) for one in lock.articles[file]]
    at = max(number for number, one in enumerate(lines) if one.text == text)
    return lock._replace(articles={**lock.articles, file: (*lines[:at], *lines[at + 1 :])})


def with_notes(lock: Lock, case: Case, signature: Signature) -> Lock:
    """A lock in which what rules say about the text of an article is known to who approves it, and so is what belongs
    to its text and is not read.
    """
    file = case.rendition.file
    known = lock.notes.get(file, {})
    is_first = _people(case) == 1  # the order in which two people approve makes no difference
    notes = {
        one: known[one] if is_first and one in known else min(known.get(one, signature), signature)
        for one in notes_now(case)
    }
    others = {name: one for name, one in lock.notes.items() if name != file}
    lock = lock._replace(notes={**others, file: notes} if notes else others)
    if file not in lock.unread:
        return lock
    unread = {kind: texts for kind, texts in lock.unread[file].items() if kind not in RECORDED}
    return lock._replace(unread={**lock.unread, file: {**unread, **_beside_text(case)}})


def frame_over(case: Case, anchored: Anchored) -> str:
    """What in its sentence may turn a claim, such as "attribution denied"; empty if nothing does."""
    framing = anchored.framing
    if anchored.verdict is not Verdict.REFRAMED or framing is None or framing.does == ADDED:
        return ""
    return f"{framing.does} {case.text_of(framing.span)}"
