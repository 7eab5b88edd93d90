"""A claim is to be looked at again.

Offices, prices and versions age. The day in `recheck` is the first on which this is reported.

Example: `recheck: 2026-12-31`, checked on 31 December or later.
Fix: look the claim up again, and set `recheck` to a later day or remove it.
"""

from collections.abc import Iterator

from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity

FAMILY = "claims"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim whose day has come; without a day, none has."""
    for anchored in case.anchored:
        claim = anchored.claim
        if claim.recheck is None or case.today is None or case.today < claim.recheck:
            continue
        span = anchored.spans[0] if anchored.spans else None
        yield Mismatch(
            message=f"claim '{claim.id}' was to be looked at again on {claim.recheck.isoformat()}",
            start=span.start if span else -1,
            end=span.end if span else -1,
            spec_line=claim.line,
            claim=claim.id,
            found=case.text_of(span) if span else "",
            found_start=span.start if span else -1,
            advice="look it up, and set `recheck` to a later day or remove it",
        )
