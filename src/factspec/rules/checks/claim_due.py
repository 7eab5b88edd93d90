"""A claim is to be looked at again.

Offices, prices and versions age. The day in `recheck` is the first on which this is reported.

Example: `recheck: 2026-12-31`, checked on 31 December or later.
Fix: look the claim up again, and set `recheck` to a later day or remove it.
"""

from collections.abc import Iterator

from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import about_claim

FAMILY = "claims"
SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim whose day has come; without a day, none has."""
    for anchored in case.anchored:
        claim = anchored.claim
        if claim.recheck is None or case.today is None or case.today < claim.recheck:
            continue
        day = claim.recheck.isoformat()
        message = f"claim '{claim.id}' was to be looked at again on {day}"
        yield about_claim(case, anchored, message, "look it up, and set `recheck` to a later day or remove it")
