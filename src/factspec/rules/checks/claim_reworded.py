"""The article makes an approved claim in other words.

No known fact differs, but the rules cannot tell a fair rewording from an unfair one, so a person has to decide. If
`says` contains quotation marks around everything, markup or a marker, the message says so: write the words alone.

Example: the spec has `says: The bridge reopened on Monday`, and the article says "The crossing reopened on Monday".
Fix: restore the wording, or change `says` if the new wording says the same.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Verdict
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import differing, or_review

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim that was found in other words."""
    for anchored in case.anchored:
        if anchored.verdict is Verdict.REWORDED:
            yield differing(case, anchored, "reworded", or_review(case, "restore the wording", anchored.claim.id))
