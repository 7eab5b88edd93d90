"""Part of a sentence, or all of it, is not covered by a claim, a checked quotation or a waiver.

Numbers, dates, names, negations and clauses outside all of these are shown. A waiver of `uncited` covers its sentence
too. Headings, captions and table cells are not counted.

Example: "The lock reopened on Friday, where the minister signed a loan." and only the first half is approved.
Fix: approve the rest as a claim, or waive `uncovered-sentence` there with a reason.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Status, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True
SETTLES = True


def applies(_subject: Subject) -> bool:
    """Every article has sentences to account for."""
    return True


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at the first words left over, for each sentence that is not fully covered."""
    if case.rendition.partial:
        return
    # A sentence that a waiver of this rule names is reported, so that the waiver has something to take.
    waived = case.waived("uncovered-sentence")
    text, sentences = case.article.text, case.article.sentences
    for one in case.covered:
        if not one.left or (one.status is Status.WAIVED and one.sentence not in waived):
            continue
        start, end = one.left[0]
        if one.left == (sentences[one.sentence][:2],):
            message = "no claim covers this sentence"
        else:
            left = "; ".join([f"'{text[span.start : span.end]}'" for span in one.left])
            message = f"sentence partly covered: {left} left over"
        yield Mismatch(
            message=message,
            start=start,
            end=end,
            found=text[start:end],
            found_start=start,
            advice="approve it as a claim, or waive `uncovered-sentence` here with a reason",
        )
