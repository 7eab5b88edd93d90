"""A passage quoted as evidence is not in the stored text of its source.

Typography may differ, `…` marks omitted words, and words may be broken at the end of a line. The nearest passage is
shown: DRIFTED if most of the words are there, ABSENT if they are not.

Example: the evidence is "the line was closed in March", and the stored text now says "in May".
Fix: quote the source word for word, or check the claim against it again.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.ERROR


def applies(_subject: Subject) -> bool:
    """Evidence belongs to claims, never to the article as a whole."""
    return False


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each piece of evidence that is not in its source."""
    for tested in case.source_checks.evidence:
        if tested.outcome is Outcome.ABSENT:
            from factspec.rules.missing_messages import evidence_missing

            yield evidence_missing(case, tested)
