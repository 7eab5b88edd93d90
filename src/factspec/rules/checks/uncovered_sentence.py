"""Words of a sentence are not covered by a claim, a checked quotation or a waiver.

Every word of paragraphs, list items, quotations and notes counts, except the few that state nothing: "a", "an", "the",
"and", "but", "also" and "in addition". In a strict spec quotation marks around part of a sentence count too. A claim
with `facts` covers the words of its facts and none between them. A waiver of `uncited` covers its sentence too.

Example: "The lock reopened on Friday, where the minister signed a loan." and only the first half is approved.
Fix: approve the rest as a claim, or waive `uncovered-sentence` there with a reason.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.coverage import left_over, wholly_uncovered
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True
_KINDS = frozenset({"paragraph", "list-item", "quotation", "note"})
SETTLES = _KINDS


def applies(_subject: Subject) -> bool:
    """Every article has sentences to account for."""
    return True


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each sentence with words that nothing accounts for, except those that `uncited` reports."""
    uncited = wholly_uncovered(case)
    for one in left_over(case, "uncovered-sentence", _KINDS, "sentence"):
        if case.sentence_at(one.start) not in uncited:
            yield one
