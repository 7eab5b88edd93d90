"""The share of sentences that are covered or waived is compared with the policy's `coverage`, and is smaller.

Example: `[tool.factspec] coverage = 90`, and 17 of 20 sentences are covered.
Fix: approve more sentences as claims, or waive them; `factspec check --coverage` lists those that are left.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Status, Subject, percentage
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether the policy asks for a share."""
    return subject.policy.coverage > 0


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch an article of which too few sentences are covered, at the first that is not."""
    wanted = case.subject.policy.coverage
    if not wanted or case.rendition.partial:
        return
    covered = case.covered
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
