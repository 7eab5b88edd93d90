"""The article no longer makes an approved claim.

The most similar sentence is shown, if there is one. A sentence that differs from the approved one in four places or
more, and shares few of its words, counts as another sentence, so the claim is missing rather than changed.

Example: the spec has `says: The bridge reopened on Monday`, and the article no longer mentions the bridge.
Fix: put the sentence back, or delete the claim if the article should no longer make it.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored, Verdict
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim that was not found, except in a partial rendition."""
    if case.rendition.partial:
        return
    for anchored in case.anchored:
        if anchored.verdict is Verdict.MISSING:
            yield _missing(case, anchored)


def _missing(case: Case, anchored: Anchored) -> Mismatch:
    claim = anchored.claim
    near = anchored.near or Span(-1, -1)
    reason = f": {anchored.reason}" if anchored.reason else ""
    return Mismatch(
        message=f"claim '{claim.id}' is not in the article{reason}",
        start=near.start,
        end=near.end,
        spec_line=claim.text_line,
        claim=claim.id,
        expected=claim.text,
        found=case.text_of(near) if anchored.near else "",
        found_start=near.start,
        advice=f"put it back, or delete the claim or change its `{claim.key}` if the article no longer makes it",
    )
