"""The sentence of an approved claim is not the one that was approved.

The claim is still there, but words of its sentence came, went or changed. The lock has the sentence that a checker saw.
House style passes, and so does a paragraph that moves as a whole. With `context: paragraph` the sentences before and
after the claim's are compared too.

Example: a claim has `facts: [Ada Lind, resigned]`, and the article says "Ada Lind resigned after a second audit" where
the approved sentence was "Ada Lind resigned after an audit".
Fix: restore the sentence, or approve the new one with `factspec review`.
"""

from collections.abc import Hashable, Iterator, Sequence
from functools import partial

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.pinned import Changed, changed, row_around
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import or_review, phrase

FAMILY = "claims"
SEVERITY = Severity.ERROR


# The verdicts on a claim's own words, and the rules that report them.
_OWN = {
    Verdict.CHANGED: "claim-changed",
    Verdict.REWORDED: "claim-reworded",
    Verdict.REFRAMED: "claim-reframed",
}


def check(case: Case) -> Iterator[Mismatch]:
    """Yield one mismatch for each sentence that is not as approved, however many claims it contains.

    What another claim of the sentence reports as changed in its own words is left out.
    """
    reported = tuple(_reported(case))
    found: dict[Hashable, Mismatch] = {}
    also: dict[Hashable, list[str]] = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        for one in _changed(case, anchored, places):
            left = tuple(each for each in one.differences if not _is_within(each, one, (*reported, *_own(anchored))))
            if left:
                key: Hashable = one.span if one.sentences else (anchored.claim.id, one.approved)
                found.setdefault(key, _mismatch(case, anchored, one, left))
                also.setdefault(key, []).append(anchored.claim.id)
    for place, mismatch in found.items():
        yield mismatch._replace(message=f"{mismatch.message} ({_named(also[place])})")


def _reported(case: Case) -> Iterator[Span]:
    """Yield the ranges of claims whose own words are an error already; in a table, those of their rows."""
    for anchored in case.anchored:
        if anchored.verdict in _OWN and not _is_lowered(case, anchored):
            yield from map(partial(row_around, case.index), anchored.spans)


def _is_lowered(case: Case, anchored: Anchored) -> bool:
    """Whether somebody has chosen how severe it is that a claim's own words are others."""
    chosen = {*case.subject.policy.rules, *(one.rule for one in case.spec.rules)}
    return _OWN.get(anchored.verdict, "") in chosen


def _own(anchored: Anchored) -> tuple[Span, ...]:
    """The ranges of a claim's own words, if another rule reports these."""
    return anchored.spans if anchored.verdict in _OWN else ()


def _is_within(difference: Difference, changed: Changed, reported: Sequence[Span]) -> bool:
    is_there = changed.span.start < difference.end
    return is_there and any(one.start <= difference.start and difference.end <= one.end for one in reported)


def _named(claims: list[str]) -> str:
    names = ", ".join(f"'{one}'" for one in dict.fromkeys(claims))
    return f"the approved sentence of {names}"


def _changed(case: Case, anchored: Anchored, places: tuple[range, ...]) -> Iterator[Changed]:
    """Yield each changed sentence of a claim that is found as approved, or in other words that are no error."""
    approval = case.approval(anchored.claim) if anchored.claim.pinned else None
    if approval and (anchored.verdict is Verdict.PASSED or _is_lowered(case, anchored)):
        yield from changed(case.index, places, approval.contexts, neighbours=anchored.claim.context)


def _mismatch(case: Case, anchored: Anchored, one: Changed, left: Sequence[Difference]) -> Mismatch:
    if not one.sentences:
        return _gone(case, anchored, one)
    span = one.span
    at = next((Span(each.start, each.end) for each in left if each.end > each.start), span)
    facts = [each for each in left if each.kind != "wording"]
    return Mismatch(
        message="; ".join(map(phrase, facts or left)),
        start=at.start,
        end=at.end,
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        expected=one.approved,
        found=case.text_of(span),
        found_start=span.start,
        differences=tuple(
            each._replace(start=max(each.start - span.start, 0), end=max(each.end - span.start, 0)) for each in left
        ),
        advice=or_review(case, "restore the sentence", anchored.claim.id),
    )


def _gone(case: Case, anchored: Anchored, one: Changed) -> Mismatch:
    """A claim is still in other sentences, but not in this one."""
    return Mismatch(
        message="one of several sentences is gone",
        spec_line=anchored.claim.line,
        claim=anchored.claim.id,
        expected=one.approved,
        advice=or_review(case, "put the sentence back", anchored.claim.id),
    )
