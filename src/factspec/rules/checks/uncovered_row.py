"""Words of a table row are not covered by a claim or a waiver.

Example: the row "Lind | 27 votes" is approved, and somebody adds the row "Ek | 72 votes".
Fix: approve it as a claim, or waive `uncovered-row` there with a reason.
"""

from collections.abc import Iterator
from itertools import groupby

from factspec.rules.case import Case, Status, Subject
from factspec.rules.coverage import mismatch, with_words_left
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True
_KINDS = frozenset({"table-cell"})
SETTLES = _KINDS
_RULE = "uncovered-row"


def applies(subject: Subject) -> bool:
    """Whether the article has tables."""
    return any(block.kind in _KINDS for block in subject.article.blocks)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each table row with words that nothing accounts for, and for each waived cell."""
    waived = case.waived(_RULE)
    found = list(with_words_left(case, _RULE, _KINDS))
    for one in found:
        if one.sentence in waived:
            yield mismatch(case, _RULE, "table cell", one.left, whole=False)
    rows = {cell.block: cell.row for cell in case.article.cells}
    row_of = {one.sentence: rows.get(case.article.sentences[one.sentence].block) for one in case.covered_in(_KINDS)}
    with_claim = {row_of[one.sentence] for one in case.covered_in(_KINDS) if one.status is not Status.UNCOVERED}
    left = (one for one in found if one.sentence not in waived)
    for row, cells in groupby(left, key=lambda one: row_of[one.sentence]):
        spans = [span for one in cells for span in one.left]
        yield mismatch(case, _RULE, "table row", spans, whole=row not in with_claim)
