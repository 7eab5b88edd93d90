"""A fact in the article differs from the approved claim.

The differing words are underlined and named, with both values. For a claim that lists `facts`, the message shows the
sentence that contains most of them and says which are missing. In a strict spec they must occur in the listed order,
unless the claim is approved: then its sentence is compared.

Example: the spec has `says: The bridge reopened on Monday`, and the article says "The bridge reopened on Tuesday".
Fix: restore the wording, or change the claim if the new wording was checked.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored, Verdict
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import differing, headline, or_review

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each claim whose facts differ."""
    for anchored in case.anchored:
        if anchored.verdict is Verdict.CHANGED:
            yield _changed(case, anchored)


def _changed(case: Case, anchored: Anchored) -> Mismatch:
    if anchored.facts_found and anchored.comparison:
        return _reordered(case, anchored)
    if anchored.facts_found:
        from factspec.rules.missing_messages import facts_missing

        return facts_missing(case, anchored)
    return differing(case, anchored, "changed", or_review(case, "restore the wording", anchored.claim.id))


def _reordered(case: Case, anchored: Anchored) -> Mismatch:
    """Facts in another order than the listed one."""
    claim = anchored.claim.id
    advice = (
        "list the facts in the article's order, or approve the sentence, which is then compared instead: factspec "
        f"review {case.spec.path}::{claim}"
    )
    return differing(case, anchored, "changed", advice)._replace(message=headline(claim, "changed", anchored.reason))
