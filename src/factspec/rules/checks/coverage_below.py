"""Fewer sentences are covered than the policy demands.

Example: `[tool.factspec] coverage = 90`, and 17 of 20 sentences are covered by claims, quotations or waivers.
Fix: approve more sentences as claims, or waive them. `factspec check --coverage` lists those that are left.
"""

from collections.abc import Iterator

from factspec.rules.case import BODY, Case, Status, Subject, percentage
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether the policy demands a share of covered sentences."""
    return subject.policy.coverage > 0


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at the first sentence that is not covered, if too few are."""
    wanted = case.subject.policy.coverage
    if not wanted or case.rendition.partial:
        return
    covered = tuple(case.covered_in(BODY))
    share = percentage(covered)
    if share >= wanted:
        return
    left = [one for one in covered if one.status in {Status.PARTLY, Status.UNCOVERED}]
    span = left[0].left[0]
    settled = len(covered) - len(left)
    yield Mismatch(
        message=f"{share} % of the sentences are covered ({settled} of {len(covered)}), not {wanted} %",
        start=span.start,
        end=span.end,
        expected=f"coverage of {wanted} %",
        found=case.text_of(span),
        found_start=span.start,
        advice="approve more sentences as claims, or waive them; `factspec check --coverage` lists those that are left",
    )
