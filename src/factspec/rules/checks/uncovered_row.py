"""Words of a table row are not covered by a claim or a waiver.

Example: the row "Lind | 27 votes" is approved, and somebody adds the row "Ek | 72 votes".
Fix: approve it as a claim, or waive `uncovered-row` there with a reason.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.coverage import left_over
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True
SETTLES = True
_KINDS = frozenset({"table-cell"})


def applies(subject: Subject) -> bool:
    """Whether the article has tables."""
    return any(block.kind in _KINDS for block in subject.article.blocks)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each table cell with words that nothing accounts for."""
    yield from left_over(case, "uncovered-row", _KINDS, "table cell")
