"""A claim's approved wording is compared with the place nearest to it: words differ, and no fact that the rules know.

The rules cannot tell a fair rewording from an unfair one, so a person decides.

Example: the spec has `says: The bridge reopened on Monday`, the article "The crossing reopened on Monday".
Fix: restore the wording, or change `says` if the new wording says the same.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Verdict
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import differing

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a claim that stands in other words."""
    for anchored in case.anchored:
        if anchored.verdict is Verdict.REWORDED:
            key = anchored.claim.key
            yield differing(case, anchored, "reworded", f"restore the wording, or change `{key}` if it says the same")
