"""A claim's approved wording or facts are compared with the place in the article nearest to them, and a fact differs.

The differing words are underlined, and each is named with both values. Of a claim that lists `facts`, the sentence
that holds most of them is shown with those that it lacks.

Example: the spec has `says: The bridge reopened on Monday`, the article "The bridge reopened on Tuesday".
Fix: restore the wording, or change `says` if the new wording was checked.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored, Verdict
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import differing

FAMILY = "claims"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a claim whose facts differ where it stands."""
    for anchored in case.anchored:
        if anchored.verdict is Verdict.CHANGED:
            yield _changed(case, anchored)


def _changed(case: Case, anchored: Anchored) -> Mismatch:
    if anchored.holds:
        from factspec.rules.missing_messages import lacking

        told: Mismatch = lacking(case, anchored)
        return told
    return differing(
        case,
        anchored,
        "changed",
        f"restore the wording, or change `{anchored.claim.key}` if the new wording was checked",
    )
