"""What was approved is not what the spec says now.

A claim was edited after its approval, or the lock has an approval of a claim, an article or a section that the spec no
longer has. A note, tags and comments may change; the words, facts, citations and evidence of a claim may not.

Example: a claim was approved with `cites: [1]`, and the spec now has `cites: [1, 2]`.
Fix: look at the claim again with `factspec review`, or take back the edit.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.lock import Key, section_key

FAMILY = "claims"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether there is a lock; its entries without a claim are judged with the first article of a spec."""
    return subject.lock is not None and _is_first(subject)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each edited claim, and with the first article for each entry of the lock without a claim."""
    if case.lock is None:
        return
    for claim in (one.claim for one in case.anchored):
        approval = case.approval(claim)
        if approval and not claim.pinned:
            yield Mismatch(
                message=f"claim '{claim.id}' was edited after it was approved",
                spec_line=claim.line,
                claim=claim.id,
                expected=f"the claim that {approval.by or 'somebody'} approved on {approval.on.isoformat()}",
                found=claim.text,
                advice=f"look at it again: factspec review {case.spec.path}::{claim.id}",
            )
    if _is_first(case.subject):
        for name, file in gone(case):
            yield Mismatch(
                message=f"the lock has an approval of '{name}' in {file}, {_why_gone(case, name, file)}",
                spec_line=1,
                found=entry_name(name, file),
                advice=f"remove it with factspec review {case.spec.path}, or take back the change of the spec",
            )


def _why_gone(case: Case, name: str, file: str) -> str:
    if all(one.file != file for one in case.spec.renditions):
        return "but the spec has no such article"
    is_claim = case.lock is not None and (name, file) in case.lock.approvals
    return "but the spec has no such claim" if is_claim else "but the spec waives no such section"


def entry_name(name: str, file: str) -> str:
    """An entry of a lock, as a finding about it has it."""
    return f"{name} in {file}"


def gone(case: Case) -> Iterator[Key]:
    """Yield the entries of the lock for claims, sections and articles that the spec does not have."""
    if case.lock is None:
        return
    files = {one.file for one in case.spec.renditions}
    claims = {one.id for one in case.spec.claims}
    sections = {section_key(one) for one in case.spec.waivers if one.section}
    yield from ((name, file) for name, file in case.lock.approvals if name not in claims or file not in files)
    yield from ((name, file) for name, file in case.lock.sections if name not in sections or file not in files)


def _is_first(subject: Subject) -> bool:
    return subject.rendition == subject.spec.renditions[0]
