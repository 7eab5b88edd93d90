"""How a finding is told about words that stand in no source: with the passage of the sources that comes nearest."""

from collections.abc import Sequence

from factspec.case import Case
from factspec.finding import Mismatch
from factspec.match.citing import bracketed
from factspec.quotation.quoted import word_differences
from factspec.sources.held import Sourced, Stated, Tested
from factspec.sources.nearest import Near, Standing, nearest

# Of one rule's mismatches in an article so many are shown with the nearest passage: each costs a search.
_MOST = 50


def evidence_lacking(case: Case, tested: Tested) -> Mismatch:
    """A piece of evidence that does not stand in its source."""
    claim, piece = tested.claim, tested.evidence
    near = nearest(piece.quote, case.holding.usable([piece.source]))
    standing = near.standing if near else Standing.ABSENT
    found = near.text if near else ""
    says = "differs there" if standing is Standing.DRIFTED else "stands nowhere in it"
    return Mismatch(
        message=f"claim '{claim.id}': its evidence is {standing.upper()} in source {piece.source}: it {says}",
        spec_line=piece.line,
        claim=claim.id,
        expected=piece.quote,
        found=found,
        differences=word_differences(piece.quote, found) if standing is Standing.DRIFTED else (),
        advice="copy the source's words, or check the claim against the source again",
    )


def quotation_lacking(case: Case, one: Sourced, number: int) -> Mismatch:
    """A quotation that stands in no cited source; `number` counts those told before it."""
    words = case.text_of(one.words)
    near = _near(case, words, one.sources, number)
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


def fact_lacking(case: Case, stated: Stated, number: int) -> Mismatch:
    """A fact of a claim that stands in no source; `number` counts those told before it."""
    claim = stated.anchored.claim
    near = _near(case, case.text_of(stated.anchored.spans[0]), stated.sources, number)
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


def _near(case: Case, words: str, sources: Sequence[str], number: int) -> Near | None:
    return nearest(words, case.holding.usable(sources)) if number < _MOST else None
