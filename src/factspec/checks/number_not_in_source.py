"""The numbers, dates and names of a claim are compared with its evidence and the stored texts of the sources it cites.

They must agree at the article's precision: "about 3 million" agrees with 2,968,000. Judged where every source that
the claim cites has a stored text.

Example: the claim has "21 million crowns [3]", and source 3 speaks of 12 million.
Fix: correct the number, cite the source that has it, or add it to `evidence`.
"""

from collections.abc import Iterator

from factspec.case import Case, Subject
from factspec.finding import Mismatch, Severity
from factspec.match.citing import bracketed
from factspec.match.nearest import MOST, Near, nearest
from factspec.match.sourced import Outcome
from factspec.match.stated import Stated

FAMILY = "sources"
SEVERITY = Severity.WARNING


def applies(_subject: Subject) -> bool:
    """Only claims are judged, never the article as a whole."""
    return False


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a fact that no source has."""
    lacking = (stated for stated in case.holding.facts if stated.outcome is Outcome.LACKING)
    for number, stated in enumerate(lacking):
        words = case.text_of(stated.anchored.spans[0])
        yield _lacking(case, stated, nearest(words, case.holding.usable(stated.sources)) if number < MOST else None)


def _lacking(case: Case, stated: Stated, near: Near | None) -> Mismatch:
    claim = stated.anchored.claim
    return Mismatch(
        message=f"claim '{claim.id}': {stated.fact.kind} '{stated.fact.shown}' is not in {bracketed(stated.sources)}",
        start=stated.span.start,
        end=stated.span.end,
        spec_line=claim.text_line,
        claim=claim.id,
        expected=f"nearest in {near.source}: {near.text}" if near else "",
        found=case.text_of(stated.span),
        found_start=stated.span.start,
        advice="correct it, cite the source that has it, or add the passage to `evidence`",
    )
