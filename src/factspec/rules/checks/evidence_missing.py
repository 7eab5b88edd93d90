"""The evidence of a claim is compared with its source's stored text, in which it must stand word for word.

Typography may differ, `…` stands for words left out, and line ends, hyphens there and soft hyphens are crossed. The
passage that comes nearest is shown: DRIFTED where most of the words stand there, ABSENT where they do not.

Example: the evidence has "the line was closed in March", the stored text now reads "in May".
Fix: restore the quote word for word, or check the claim against the source again.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.ERROR


def applies(_subject: Subject) -> bool:
    """Evidence is a claim's, never the article's as a whole."""
    return False


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a piece of evidence that its source lacks."""
    for tested in case.holding.evidence:
        if tested.outcome is Outcome.LACKING:
            from factspec.rules.missing_messages import evidence_lacking

            yield evidence_lacking(case, tested)
