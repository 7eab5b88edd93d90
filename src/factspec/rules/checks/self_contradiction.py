"""Two sentences of the article give different values for the same thing.

This is a heuristic, and therefore a warning. It compares sentences that use the same words with two numbers, sums,
shares, measures or durations. It ignores sentences about another time, bounds and doubts, and three or more values,
which are a series. Contradictions of a claim are reported as claim-contradicted.

Example: "the bridge is 340 metres long" in the first paragraph, "the bridge is 430 metres long" in the last.
Fix: correct the wrong sentence, or say how the two differ.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Verdict
from factspec.claims.clauses import Clause, alike, without_series
from factspec.facts.difference import Difference
from factspec.language.number_words import has_amount, has_two_amounts
from factspec.language.places import Span
from factspec.rules.case import Case, Subject
from factspec.rules.consistency.contradiction import Conflict, Statements, comparable, conflict
from factspec.rules.finding import Mismatch, Severity

FAMILY = "consistency"
SEVERITY = Severity.WARNING
WAIVABLE = True
# Three values in the same words are a series, such as the steps of a list.
_SERIES = 2


def applies(subject: Subject) -> bool:
    """Whether the article contains two amounts."""
    return has_two_amounts(subject.article.text)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at the second sentence, for each pair."""
    index, claimed = case.index, _claimed(case)
    numbered = [
        number
        for number, tokens in enumerate(index.sentence_tokens)
        if number not in claimed and has_amount(" ".join(index.keys(tokens)))
    ]
    if len(numbered) < 2:
        return
    read = Statements(index)
    found = [clause for number in numbered for clause in index.clauses_of(number)]
    groups = comparable(index, without_series(found, _SERIES))
    clashes = [clash for group in groups for clash in _among(read, group)]
    times = Counter(place for clash in clashes for place in (clash.one, clash.other))
    for clash in clashes:
        if times[clash.one] == times[clash.other] == 1:
            yield _mismatch(case, clash)


def _among(read: Statements, group: Sequence[Clause]) -> Iterator[Conflict]:
    """Yield the conflicts among clauses that can be compared."""
    for one, other in alike(group):
        first, second = sorted((one, other), key=lambda clause: clause.sentence)
        clash = conflict(read, first, second, amounts_only=True)
        if clash:
            yield clash


def _claimed(case: Case) -> set[int]:
    return {
        place.start
        for anchored, places in zip(case.anchored, case.places, strict=True)
        if anchored.claim.says and anchored.verdict is Verdict.PASSED
        for place in places
    }


def _mismatch(case: Case, clash: Conflict) -> Mismatch:
    article = case.article
    before, here = case.index.span(clash.one), case.index.span(clash.other)
    first, second = (article.sentences[case.sentence_at(span.start)] for span in (before, here))
    lines = article.place(before.start).line, article.place(here.start).line
    places = (before.start - first.start, before.end - first.start, here.start - second.start, here.end - second.start)
    return Mismatch(
        message=f"two values of one thing: {clash.shown} on line {lines[0]}, {clash.other_shown} on line {lines[1]}",
        start=here.start,
        end=here.end,
        expected=case.text_of(Span(first.start, first.end)),
        found=case.text_of(Span(second.start, second.end)),
        found_start=second.start,
        label="earlier",
        differences=(Difference(clash.kind, clash.shown, clash.other_shown, *places),),
        advice="correct the sentence that is wrong, or say how the two differ",
    )
