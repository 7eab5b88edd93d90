"""Another sentence of the article contradicts an approved claim.

This is a heuristic, and therefore a warning. It compares sentences that use the same words but differ in one fact: a
number, a day, the name of a winner, a negation, a direction, or "all" and "most". It ignores sentences about another
time, bounds and doubts, and four or more values in the same words, which are a series.

Example: "arrived in Beijing on Tuesday" is approved, and another sentence says "landed in Beijing on Thursday".
Fix: correct the wrong sentence, or say how the two differ.
"""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.clauses import Clause, alike, without_series
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case
from factspec.rules.consistency.contradiction import Conflict, Statements, comparable, conflict
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import phrase

FAMILY = "claims"
SEVERITY = Severity.WARNING
WAIVABLE = True
# So many numbers in the same words are the steps of a list or a template; fewer may contradict one another.
_SERIES = 3


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each sentence that contradicts an approved claim."""
    anchors = _anchors(case)
    if not anchors:
        return
    index, read = case.index, Statements(case.index)
    found = [clause for number in range(len(index.sentence_tokens)) for clause in index.clauses_of(number)]
    for group in comparable(index, without_series(found, _SERIES)):
        yield from _among(case, read, group, anchors)


def _among(
    case: Case, read: Statements, group: Sequence[Clause], anchors: dict[int, list[tuple[Span, Anchored]]]
) -> Iterator[Mismatch]:
    """Yield what contradicts a claim among clauses that can be compared."""
    claimed = {number: anchored for number, clause in enumerate(group) if (anchored := _holding(case, clause, anchors))}
    if not claimed:
        return
    approved = {id(group[number]): anchored for number, anchored in claimed.items()}
    for one, other in alike(group, claimed):
        clash = conflict(read, one, other)
        if clash and _within(case, clash.one, approved[id(one)]):
            yield _mismatch(case, approved[id(one)], clash, other)


def _anchors(case: Case) -> dict[int, list[tuple[Span, Anchored]]]:
    """The claims of wording that were found as approved, with the range of each, by sentence."""
    found: dict[int, list[tuple[Span, Anchored]]] = {}
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.claim.says and anchored.verdict is Verdict.PASSED:
            for span, place in zip(anchored.spans, places, strict=True):
                found.setdefault(place.start, []).append((span, anchored))
    return found


def _holding(case: Case, clause: Clause, anchors: dict[int, list[tuple[Span, Anchored]]]) -> Anchored | None:
    near = anchors.get(clause.sentence)
    if not near:
        return None
    own = case.index.span(clause.own)
    return next((anchored for span, anchored in near if span.start < own.end and own.start < span.end), None)


def _within(case: Case, tokens: Span, anchored: Anchored) -> bool:
    """Whether the fact of the claim's clause is part of the approved words."""
    place = case.index.span(tokens)
    return any(span.start <= place.start and place.end <= span.end for span in anchored.spans)


def _mismatch(case: Case, anchored: Anchored, clash: Conflict, other: Clause) -> Mismatch:
    article, claim = case.article, anchored.claim
    there, sentence = case.index.span(clash.other), article.sentences[other.sentence]
    lines = [article.place(span.start).line for span in (case.index.span(clash.one), there)]
    at = max(claim.text.find(clash.shown), 0)
    places = (at, at + len(clash.shown), there.start - sentence.start, there.end - sentence.start)
    difference = Difference(clash.kind, clash.shown, clash.other_shown, *places)
    return Mismatch(
        message=f"{phrase(difference)}: line {lines[1]} contradicts claim '{claim.id}' on line {lines[0]}",
        start=there.start,
        end=there.end,
        spec_line=claim.text.line,
        claim=claim.id,
        expected=claim.text,
        found=case.text_of(Span(sentence.start, sentence.end)),
        found_start=sentence.start,
        differences=(difference,),
        advice="correct the sentence that is wrong, or say how the two differ",
    )
