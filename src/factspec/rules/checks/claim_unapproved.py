"""A claim was never approved.

Once a spec has a lock, each of its claims must have an entry there: what a draft proposes is no approval. It is a
warning, and an error if the policy has `approvals = true`.

Example: `factspec init articles/ferry.txt` wrote the spec, and nobody has looked at its claims.
Fix: run `factspec review`, which shows each claim beside its sentence.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Verdict
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import about_claim

FAMILY = "claims"
SEVERITY = Severity.WARNING
APPROVALS = True


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim without an entry in the lock; without a lock only if the policy asks for one."""
    if case.lock is None and not case.subject.policy.approvals:
        return
    for anchored in case.anchored:
        claim = anchored.claim
        is_left_out = case.rendition.partial and anchored.verdict is Verdict.MISSING
        if is_left_out or case.approval(claim):
            continue
        advice = f"approve it: factspec review {case.spec.path}::{claim.id}"
        yield about_claim(case, anchored, f"claim '{claim.id}' is not approved", advice)
