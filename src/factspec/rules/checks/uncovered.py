"""Words of the article are not covered by a claim, a checked quotation or a waiver.

Every word of sentences, headings, titles, captions, alternative texts, notes, table rows and lines of code counts,
except the few that state nothing: "a", "an", "the", "and", "but", "also" and "in addition". In a strict spec quotation
marks around part of a sentence count too. A claim with `facts` covers the words of its facts and none between them. A
heading that repeats an approved claim word for word, and says nothing else, is covered by that claim. A waiver of
`uncited` covers its sentence too.

If a strict spec covers less than half of an article that nobody approved, that is one finding.

Example: "The lock reopened on Friday, where the minister signed a loan." and only the first half is approved.
Fix: approve the rest as a claim, or waive `uncovered` there with a reason.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factspec.articles.draft import Kind
from factspec.language.places import Span
from factspec.rules.case import BODY, Case, Covered, Status, Subject, is_strict
from factspec.rules.coverage import is_open, is_unapproved, named, wholly_uncovered
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
SETTLED = "line"
WAIVABLE = True
STRICT = True
SETTLES = frozenset(Kind)
# What a place in a block of each kind is called; all others are sentences.
_NAMES = {
    Kind.HEADING: "heading",
    Kind.TITLE: "title",
    Kind.CAPTION: "caption",
    Kind.CODE: "line of code",
    Kind.CELL: "table cell",
}


def applies(_subject: Subject) -> bool:
    """Every article has words to account for."""
    return True


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place with words that nothing accounts for, except those that `uncited` reports.

    The cells of a table row are one place. A place in which this rule is waived is among them, so that the waiver has
    something to take.
    """
    if case.rendition.partial or (case.text is not None and is_strict(case.subject)):
        return  # text-changed compares the article with the approved one
    waived, uncited = case.waived("uncovered"), wholly_uncovered(case)
    left = [one for one in case.covered if one.left and (one.status is not Status.WAIVED or one.sentence in waived)]
    if is_unapproved(case):
        yield _unapproved(case)
        left = [one for one in left if one.sentence in named(case, "uncovered")]
    open_cells = []
    for one in left:
        kind = case.kind_of(one.sentence)
        if kind is Kind.CELL and one.sentence not in waived:
            open_cells.append(one)
        elif one.sentence not in uncited:
            whole = one.left == (case.article.sentences[one.sentence][:2],)
            yield _mismatch(case, _NAMES.get(kind, "sentence"), one.left, whole=whole)
    yield from _rows(case, open_cells)


def _unapproved(case: Case) -> Mismatch:
    """The mismatch for an article that nobody approved."""
    covered = list(case.covered_in(BODY))
    left = sum(map(is_open, covered))
    return Mismatch(
        message=f"nobody approved this article: no claim covers {left} of its {len(covered)} sentences",
        advice=f"read it and approve it: factspec approve {case.spec.path}",
    )


def _rows(case: Case, cells: Sequence[Covered]) -> Iterator[Mismatch]:
    """Yield a mismatch for each table row that has some of these cells."""
    if not cells:
        return
    rows = {cell.block: cell.row for cell in case.article.cells}
    in_cells = list(case.covered_in({Kind.CELL}))
    row_of = {one.sentence: rows.get(case.article.sentences[one.sentence].block) for one in in_cells}
    with_claim = {row_of[one.sentence] for one in in_cells if one.status is not Status.UNCOVERED}
    for row, some in groupby(cells, key=lambda one: row_of[one.sentence]):
        spans = [span for one in some for span in one.left]
        yield _mismatch(case, "table row", spans, whole=row not in with_claim)


def _mismatch(case: Case, what: str, left: Sequence[Span], *, whole: bool) -> Mismatch:
    """The mismatch for words left over, at the first of them; `whole` if nothing of `what` is covered."""
    start, end = left[0]
    words = "; ".join([f"'{case.text_of(span)}'" for span in left])
    return Mismatch(
        message=f"no claim covers this {what}" if whole else f"{what} partly covered: {words} left over",
        start=start,
        end=end,
        found=case.text_of(left[0]),
        found_start=start,
        advice="approve it as a claim, or waive `uncovered` here with a reason",
    )
