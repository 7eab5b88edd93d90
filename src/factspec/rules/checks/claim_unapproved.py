"""A claim or a waiver was never approved.

Once a spec has a lock, each of its claims and waivers must have an entry there: what a draft proposes is no approval.
The entry of a waiver is its rule and what it names; if these are changed, it is another waiver. Its reason and its last
day may change. It is a warning, and an error if the policy has `approvals = true`.

Example: `factspec init articles/ferry.txt` wrote the spec, and nobody has looked at its claims. Or somebody added a
sentence to the article and waived it.
Fix: run `factspec review`, which shows each claim beside its sentence, and each waiver with its reason.
"""

from collections import Counter
from collections.abc import Iterator

from factspec.approved.lock import EMPTY, Lock, folded, signatures, waiver_key
from factspec.claims.anchored import Verdict
from factspec.rules.case import Case, Subject, WaiverPlace
from factspec.rules.checks.approval_stale import is_first
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import about_claim
from factspec.specs.model import Waiver

FAMILY = "claims"
SEVERITY = Severity.WARNING
APPROVALS = True


def applies(subject: Subject) -> bool:
    """Whether waivers are approved here; they are judged with the first article of a spec."""
    return bool(subject.spec.waivers) and is_asked(subject) and is_first(subject)


def is_asked(subject: Subject) -> bool:
    """Whether approvals are asked for: there is a lock, or the policy wants one."""
    return subject.lock is not None or bool(subject.policy.approvals)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim and waiver without an entry in the lock, if approvals are asked for."""
    if not is_asked(case.subject):
        return
    for anchored in case.anchored:
        claim = anchored.claim
        is_left_out = case.rendition.partial and anchored.verdict is Verdict.MISSING
        if is_left_out or case.approval(claim):
            continue
        advice = f"approve it: factspec review {case.spec.path}::{claim.id}"
        yield about_claim(case, anchored, f"claim '{claim.id}' is not approved", advice)
    if is_first(case.subject):
        yield from (one for _, one in unapproved_waivers(case))


def unsigned(spec_waivers: tuple[Waiver, ...], lock: Lock | None) -> tuple[int, ...]:
    """The indexes of the waivers that nobody approved; none if an older factspec wrote the lock."""
    known = lock or EMPTY
    if known.waivers is None:
        return ()
    return tuple(at for at, one in enumerate(signatures(known, spec_waivers)) if one is None)


def unapproved_waivers(case: Case) -> Iterator[tuple[int, Mismatch]]:
    """Yield the index of each waiver that nobody approved, with the mismatch about it."""
    waivers = case.spec.waivers
    open_ones = unsigned(waivers, case.lock)
    replaced = _replaced(waivers, [waivers[at] for at in open_ones], case.lock) if open_ones and case.lock else {}
    places = {one.waiver: one for one in reversed(case.waivers)} if open_ones else {}
    for at in open_ones:
        what, _ = waiver_key(waivers[at])
        yield at, _unapproved(case, places[waivers[at]], replaced.get(what, ""))


def _replaced(waivers: tuple[Waiver, ...], unapproved: list[Waiver], lock: Lock) -> dict[str, str]:
    """What a waiver was before it was changed, if it is the only one of its rule that was."""
    now = Counter(what for what, _ in map(waiver_key, unapproved))
    there = {(what, folded(where)) for what, where in map(waiver_key, waivers)}
    gone = [(what, where) for what, where in lock.waivers or {} if (what, folded(where)) not in there]
    before = Counter(what for what, _ in gone)
    return {what: where for what, where in gone if now[what] == before[what] == 1}


def _unapproved(case: Case, place: WaiverPlace, before: str) -> Mismatch:
    """The mismatch about a waiver; `before` is what it named when it was approved.

    It is in the article if the waiver has the words of a sentence there, and in the spec if it is cut or for a section.
    """
    waiver = place.waiver
    start, end, _ = case.article.sentences[place.sentences[0]] if place.sentences else (-1, -1, 0)
    is_one = bool(place.sentences) and len(waiver.at) == 1
    is_whole = is_one and folded(case.article.text[start:end]) == folded(place.at)
    if not is_whole:
        start = end = -1
    return Mismatch(
        message=f"this waiver of {waiver.rule} {'was changed after it was' if before else 'is not'} approved",
        start=start,
        end=end,
        spec_line=waiver.line,
        expected=before,
        found=case.article.text[start:end] if is_whole else waiver.place,
        found_start=start,
        advice=f"look at it and approve it: factspec review {case.spec.path}",
    )
