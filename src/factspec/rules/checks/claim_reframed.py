"""The other words of its sentence may turn an approved claim into another statement.

To a whole sentence nothing may be added, not even quotation marks. Part of a sentence, a quotation or a list of `facts`
may have other words around it; if nobody has approved the sentence and the spec is not strict, no negation, hedge or
attribution may be among them. For quotations and facts only attribution that denies or doubts counts.

Example: the spec has `says: the bridge is safe`, and the article says "The builder claims that the bridge is safe."
Fix: restore the sentence, claim the whole of it, or approve it with `factspec review`.
"""

from collections.abc import Iterator

from factspec.claims.anchored import ADDED, QUOTED, Anchored, Framing, Verdict
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import cited_line, differing, headline, or_review, phrase
from factspec.specs.model import Claim

FAMILY = "claims"
SEVERITY = Severity.ERROR
_WHOLE = (
    "restore the sentence, or approve the whole of it; to approve part of a sentence, leave out the closing mark of "
    "`says`, or write `…` for the rest"
)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at the words that turn it, for each reframed claim."""
    for anchored in case.anchored:
        framing = anchored.framing
        if anchored.verdict is not Verdict.REFRAMED or framing is None:
            continue
        if framing.does == ADDED:
            yield _added_to_sentence(case, anchored)
            continue
        claim, span = anchored.claim, framing.span
        news = anchored.reason or f"its sentence has the {framing.does} {case.text_of(span)}"
        whole = Span(min(span.start, anchored.spans[0].start), max(span.end, anchored.spans[0].end))
        yield Mismatch(
            message=headline(claim.id, "reframed", news),
            start=span.start,
            end=span.end,
            spec_line=claim.text.line,
            claim=claim.id,
            expected=claim.text,
            found=case.text_of(whole),
            found_start=whole.start,
            cited=cited_line(case, anchored),
            differences=_differences(case, anchored, framing, whole.start),
            advice=_advice(case, claim, framing),
        )


def _added_to_sentence(case: Case, anchored: Anchored) -> Mismatch:
    """Words that were added to a whole sentence."""
    found = anchored.comparison.differences if anchored.comparison else ()
    named = [phrase(one) for one in found if one.kind != "wording"] or [f"words added: {one.found}" for one in found]
    mismatch = differing(case, anchored, "reframed", _WHOLE)
    return mismatch._replace(message=headline(anchored.claim.id, "reframed", "; ".join(named)))


def _advice(case: Case, claim: Claim, framing: Framing) -> str:
    restore = "restore the sentence, claim the whole of it"
    if framing.does == QUOTED:
        restore = "remove the marks, or write them in `says` too if these are somebody's words, or use `quotes`"
    return or_review(case, restore, claim.id)


def _differences(case: Case, anchored: Anchored, framing: Framing, start: int) -> tuple[Difference, ...]:
    """What a framing adds; their places count from the start of what is shown as found."""
    words, span = case.text_of(framing.span), framing.span
    named = Difference(framing.does, "", words, 0, 0, span.start, span.end)
    found = anchored.comparison.differences if anchored.comparison and framing.does == QUOTED else (named,)
    return tuple(one._replace(start=one.start - start, end=one.end - start) for one in found)
