"""The article is searched for the word zeppelin, which the house style forbids.

Example: "The zeppelin landed."
Fix: write airship.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(_subject: Subject) -> bool:
    """Every article is searched."""
    return True


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch at the first zeppelin."""
    at = case.article.text.find("zeppelin")
    if at >= 0:
        yield Mismatch(message="a zeppelin", start=at, end=at + 8, found="zeppelin", found_start=at)
