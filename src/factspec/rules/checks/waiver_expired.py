"""A waiver has passed its last day (`until`).

The day itself still counts.

Example: `until: 2026-05-31`, checked on 1 June.
Fix: settle what was waived, or renew `until` with a reason that still applies.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether the spec has waivers with a last day."""
    return any(waiver.until for waiver in subject.spec.waivers)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each waiver that has passed its last day."""
    for waiver in case.spec.waivers:
        if waiver.until and case.today and waiver.until < case.today:
            yield Mismatch(
                message=f"waiver of {waiver.rule} expired on {waiver.until.isoformat()}",
                spec_line=waiver.line,
                found=waiver.place,
                advice="settle what it waived, or renew `until` with a reason that still applies",
            )
