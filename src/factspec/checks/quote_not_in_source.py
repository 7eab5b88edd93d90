"""A quotation is compared with the stored texts of the sources that its sentence cites, and stands in none of them.

Judged are quotations of three words or more, and shorter ones that somebody says, claimed or not. Typography may
differ, `…` stands for words left out and `[word]` for words replaced. Where one of the cited sources has no stored
text and the others lack the words, the quotation is counted as unchecked and not reported.

Example: '"We are very old friends," Xi said [1].', and source 1 has "We are old friends".
Fix: restore the speaker's words, or cite the source that has them.
"""

from collections.abc import Iterator

from factspec.case import Case, Subject
from factspec.finding import Mismatch, Severity
from factspec.match.citing import bracketed
from factspec.match.nearest import MOST, Near, Standing, nearest
from factspec.match.quoted import word_differences
from factspec.match.sourced import Outcome, Sourced

FAMILY = "quotations"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether a source has a stored text."""
    return any(source.text for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a quotation that no cited source has."""
    lacking = (one for one in case.holding.quotations if one.outcome is Outcome.LACKING)
    for number, one in enumerate(lacking):
        words = case.text_of(one.words)
        yield _lacking(case, one, nearest(words, case.holding.usable(one.sources)) if number < MOST else None)


def _lacking(case: Case, one: Sourced, near: Near | None) -> Mismatch:
    words = case.text_of(one.words)
    claim = next(
        (
            anchored.claim
            for anchored in case.anchored
            for span in anchored.spans
            if anchored.claim.quotes and span.start < one.words.end and one.words.start < span.end
        ),
        None,
    )
    drifted = near is not None and near.standing is Standing.DRIFTED and len(one.quotation.parts) == 1
    return Mismatch(
        message=f"the quotation does not stand in {bracketed(one.sources)}, which its sentence cites",
        start=one.words.start,
        end=one.words.end,
        spec_line=claim.text_line if claim else 0,
        claim=claim.id if claim else "",
        expected=near.text if near else "",
        found=words,
        found_start=one.words.start,
        differences=word_differences(near.text, words) if near and drifted else (),
        advice="restore the words of the source, or cite the source that has them",
    )
