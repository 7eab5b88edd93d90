"""Waivers: the sentence that each names, and the mismatches that it takes."""

from collections.abc import Iterable, Sequence

from factspec.claims.index import Index
from factspec.claims.wording import places
from factspec.rules.case import Case, WaiverUse
from factspec.rules.finding import Mismatch
from factspec.specs.model import Spec, Waiver


def located(spec: Spec, index: Index) -> tuple[WaiverUse, ...]:
    """The sentence that each waiver of a spec names, before any rule has run."""
    return tuple(_located(index, waiver) for waiver in spec.waivers)


def _located(index: Index, waiver: Waiver) -> WaiverUse:
    found = (index.sentence_of(tokens.start) for tokens in places(index, waiver.at))
    sentences = tuple(dict.fromkeys(found))
    return WaiverUse(waiver, _named(waiver, sentences), len(sentences))


def waive(
    case: Case, found: Iterable[tuple[str, Mismatch]]
) -> tuple[tuple[WaiverUse, ...], tuple[tuple[str, Mismatch], ...]]:
    """What each waiver took of the mismatches, given as rule and mismatch, and those that are left."""
    left = list(found)
    uses = []
    for use in case.waiver_uses:
        taken = {id(one) for code, one in left if code == use.waiver.rule and _in(case, one, use.sentences)}
        if not use.expired(case.today):
            left = [pair for pair in left if id(pair[1]) not in taken]
        uses.append(use._replace(taken=len(taken)))
    return tuple(uses), tuple(left)


def _named(waiver: Waiver, sentences: Sequence[int]) -> tuple[int, ...]:
    if waiver.occurrence < 0 or (len(sentences) == 1 and waiver.occurrence <= 1):
        return tuple(sentences)
    return tuple(sentences[waiver.occurrence - 1 : waiver.occurrence]) if waiver.occurrence else ()


def _in(case: Case, mismatch: Mismatch, sentences: Sequence[int]) -> bool:
    if mismatch.start < 0:
        return False
    at = mismatch.start if mismatch.end == mismatch.start else mismatch.start + 1
    return case.citing.sentence_at(at) in sentences


def depends_on_day(spec: Spec) -> bool:
    """Whether the same article may be judged otherwise on another day: a waiver has a last one."""
    return any(waiver.until for waiver in spec.waivers)
