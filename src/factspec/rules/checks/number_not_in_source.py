"""The numbers, dates and names of a claim are compared with its evidence and the stored texts of the sources it cites.

They must agree at the article's precision: "about 3 million" agrees with 2,968,000. Judged where every source that
the claim cites has a stored text.

Example: the claim has "21 million crowns [3]", and source 3 speaks of 12 million.
Fix: correct the number, cite the source that has it, or add it to `evidence`.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(_subject: Subject) -> bool:
    """Only claims are judged, never the article as a whole."""
    return False


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a fact that no source has."""
    from factspec.rules.messages import fact_lacking

    lacking = (stated for stated in case.holding.facts if stated.outcome is Outcome.LACKING)
    for number, stated in enumerate(lacking):
        yield fact_lacking(case, stated, number)
