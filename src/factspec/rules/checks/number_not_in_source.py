"""A number, date or name of a claim is not in the sources that it cites.

Values must agree at the article's precision: "about 3 million" agrees with 2,968,000. A claim is checked only if every
source that it cites has a stored text.

Example: the claim says "21 million crowns [3]", and source 3 says 12 million.
Fix: correct the number, cite the source that contains it, or add it to `evidence`.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "sources"
SEVERITY = Severity.WARNING
WAIVABLE = True
BY_SENTENCE = True


def applies(_subject: Subject) -> bool:
    """The rule checks claims, never the article as a whole."""
    return False


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each fact that is in no source."""
    absent = (stated for stated in case.source_checks.facts if stated.outcome is Outcome.ABSENT)
    for number, stated in enumerate(absent):
        from factspec.rules.missing_messages import fact_missing

        yield fact_missing(case, stated, number)
