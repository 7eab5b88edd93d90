"""The last day of a waiver (`until`) is compared with today.

The day itself still counts. Without a known today no waiver expires.

Example: `until: 2026-05-31`, checked on the first of June.
Fix: settle what was waived, or renew the waiver with a reason that still holds.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether the spec has waivers that end."""
    return any(waiver.until for waiver in subject.spec.waivers)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a waiver whose last day is over."""
    for waiver in case.spec.waivers:
        if waiver.until and case.today and waiver.until < case.today:
            yield Mismatch(
                message=f"waiver of {waiver.rule} expired on {waiver.until.isoformat()}",
                spec_line=waiver.line,
                found=waiver.at,
                advice="settle what it waived, or renew `until` with a reason that still holds",
            )
