"""Approvals: what a lock records of claims as an article has them now."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from factspec.claims.anchored import ADDED, Anchored, Verdict
from factspec.claims.citing import cited
from factspec.claims.evidence.model import Stored
from factspec.claims.pinned import context_of
from factspec.rules.case import Case, Subject
from factspec.rules.messages import citation_faults
from factspec.rules.run import anchored_in, case_of
from factspec.specs.lock import EMPTY, Approval, Context, Key, Lock, digest_of, section_key, with_approvals
from factspec.specs.model import Claim

_NO_SOURCES: Mapping[str, Stored] = MappingProxyType({})


def approved_now(
    subject: Subject, claims: Collection[str], *, by: str, on: date, sources: Mapping[str, Stored] = _NO_SOURCES
) -> dict[Key, Approval]:
    """The approvals of those of these claims that an article contains as the spec has them, whatever is around them.

    `by` is who approves them, `on` the day.
    """
    file = subject.rendition.file
    digests = {one.id: digest_of(one) for one in subject.spec.claims if one.id in claims}
    # What is around a claim is judged by a person here, not by the rows of frames: it counts as approved already.
    made = {(one, file): Approval(by, on, digest, ()) for one, digest in digests.items()}
    lock = with_approvals(subject.lock or EMPTY, made, {})
    case = case_of(subject._replace(lock=lock), sources=sources, today=None)
    return {
        (anchored.claim.id, file): Approval(by, on, digests[anchored.claim.id], _contexts(case, places))
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if anchored.claim.id in digests and anchored.verdict is Verdict.PASSED
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
        places = (case.sentences_of(span) for span in anchored.spans)
        made[claim.id, case.rendition.file] = Approval(by, on, digest_of(claim), _contexts(case, places))
    return made


def _faults(case: Case, anchored: Anchored) -> Iterator[str]:
    cites = anchored.claim.cites
    if cites is None:
        return
    for span in anchored.spans:
        yield from citation_faults(cites, cited(case.citing.of(span)))


def _contexts(case: Case, places: Iterable[range]) -> tuple[Context, ...]:
    return tuple(context_of(case.index, place) for place in places)


def renewed(case: Case, claims: Collection[str], earlier: Lock) -> dict[Key, Approval]:
    """The approvals of edited claims in an article whose sentences are still those that were approved there."""
    found = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        key = (anchored.claim.id, case.rendition.file)
        old = earlier.approvals.get(key)
        is_there = anchored.claim.id in claims and anchored.verdict is Verdict.PASSED
        if old and is_there and _is_same(_contexts(case, places), old.contexts):
            found[key] = old._replace(digest=digest_of(anchored.claim))
    return found


def _is_same(now: Sequence[Context], old: Sequence[Context]) -> bool:
    """Whether contexts are the approved ones, as far as an older lock has them."""
    return len(now) == len(old) and all(
        (one if other.under is not None else one._replace(under=None)) == other
        for one, other in zip(now, old, strict=True)
    )


def sections(case: Case) -> dict[Key, tuple[str, ...]]:
    """The sentences under each heading that a waiver names, by its key in a lock."""
    text, sentences = case.article.text, case.article.sentences
    return {
        (section_key(place.waiver), case.rendition.file): tuple(
            " ".join(text[slice(*sentences[number][:2])].split()) for number in place.sentences
        )
        for place in case.waivers
        if place.waiver.section
    }


def frame_over(case: Case, anchored: Anchored) -> str:
    """The words that a claim is under, such as "denial: denied", if a checker should look twice; empty if none."""
    framing = anchored.framing
    if anchored.verdict is not Verdict.REFRAMED or framing is None or framing.does == ADDED:
        return ""
    return f"{framing.does}: {case.text_of(framing.span)}"
