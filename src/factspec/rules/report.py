"""The result of holding one article against one spec."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import cited
from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Status, WaiverUse, percentage
from factspec.rules.finding import Finding, Severity


class ClaimResult(NamedTuple):
    """What became of a claim or a forbidden wording: its verdict, where it stands, and the sources cited there.

    `line` and `column` count from 1 and are 0 where it stands nowhere. `note` is the claim's, in the checker's words.
    """

    id: str
    spec: str
    verdict: str
    path: str
    line: int
    column: int
    cites: tuple[str, ...] = ()
    note: str = ""


class ArticleResult(NamedTuple):
    """An article in figures.

    `sentences` counts those of the body, `with_claim` those that hold a claim, `cited` those with a marker in reach.
    Each sentence is one of `covered`, `partly` covered, `waived` or `uncovered`; `coverage` is the percentage of the
    first and the third. Of quotations, pieces of evidence and facts of claims those are counted that stand in a
    source (`…_found`) and those that no stored text could settle (`…_unchecked`).
    """

    path: str
    sha256: str
    sentences: int
    with_claim: int
    cited: int
    markers: int
    covered: int = 0
    partly: int = 0
    waived: int = 0
    uncovered: int = 0
    coverage: int = 100
    quotations_found: int = 0
    quotations_unchecked: int = 0
    evidence_found: int = 0
    evidence_unchecked: int = 0
    facts_found: int = 0
    facts_unchecked: int = 0


class WaiverResult(NamedTuple):
    """A waiver and how many findings it took; `line` and `column` are its sentence's, 0 where it names none."""

    rule: str
    at: str
    reason: str
    until: str
    spec: str
    spec_line: int
    taken: int
    line: int = 0
    column: int = 0


class Report(NamedTuple):
    """All that is known after a check of one article against one spec.

    `findings` are in the order of their places, waived and switched-off ones left out. `rules_off` are the
    codes of rules that were switched off.
    `stored` has the sources whose stored texts could be read, by id, each with the SHA-256 of its bytes.
    """

    spec: str
    article: ArticleResult
    findings: tuple[Finding, ...]
    claims: tuple[ClaimResult, ...]
    waivers: tuple[WaiverResult, ...]
    rules_off: tuple[str, ...]
    stored: tuple[tuple[str, str], ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the run."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def passed(self) -> bool:
        """Whether no finding is an error."""
        return not self.errors


# The figures of a report: what became of each claim and waiver, and how much of the article was judged.


def article_result(case: Case) -> ArticleResult:
    """The sentences of the body, those that hold a claim, and those that are cited."""
    article = case.article
    claimed = {number for places in case.stands for place in places for number in place}
    statuses = [one.status for one in case.covered]
    return ArticleResult(
        path=article.path,
        sha256=article.sha256,
        sentences=len(case.body),
        with_claim=sum(map(claimed.__contains__, case.body)),
        cited=sum([bool(case.citing.reaching(number)) for number in case.body]),
        markers=len(article.markers),
        covered=statuses.count(Status.COVERED),
        partly=statuses.count(Status.PARTLY),
        waived=statuses.count(Status.WAIVED),
        uncovered=statuses.count(Status.UNCOVERED),
        coverage=percentage(case.covered),
        **_held(case),
    )


def _held(case: Case) -> dict[str, int]:
    """How many quotations, pieces of evidence and facts stand in a source, and how many could not be checked."""
    outcomes = {
        "quotations": [one.outcome for one in case.holding.quotations],
        "evidence": [one.outcome for one in case.holding.evidence],
        "facts": [one.outcome for one in case.holding.facts],
    }
    return {
        f"{what}_{outcome.value}": came.count(outcome)
        for what, came in outcomes.items()
        for outcome in (Outcome.FOUND, Outcome.UNCHECKED)
    }


def claim_results(case: Case, findings: Sequence[Finding]) -> tuple[ClaimResult, ...]:
    """The verdict and place of each claim and each forbidden wording, in the spec's order."""
    failed = {finding.claim for finding in findings if finding.severity is Severity.ERROR and finding.claim}
    return (*_claims(case, failed), *_forbidden(case, failed))


def _claims(case: Case, failed: set[str]) -> Iterator[ClaimResult]:
    article, spec, partial = case.article, case.spec.path, case.rendition.partial
    for anchored in case.anchored:
        if partial and anchored.verdict is Verdict.MISSING:
            continue
        span = anchored.spans[0] if anchored.spans else None
        line, column = article.place(span.start) if span else (0, 0)
        yield ClaimResult(
            id=anchored.claim.id,
            spec=spec,
            verdict=_verdict(anchored, failed),
            path=article.path,
            line=line,
            column=column,
            cites=cited(case.citing.of(span)) if span else (),
            note=anchored.claim.note,
        )


def _verdict(anchored: Anchored, failed: set[str]) -> str:
    if anchored.verdict is Verdict.PASSED and anchored.claim.id in failed:
        return Verdict.FAILED.value
    return anchored.verdict.value


def _forbidden(case: Case, failed: set[str]) -> Iterator[ClaimResult]:
    first = {entry.id: span for entry, span in reversed(case.forbidden)}
    for entry in case.spec.forbidden:
        span = first.get(entry.id)
        line, column = case.article.place(span.start) if span else (0, 0)
        verdict = Verdict.FAILED if entry.id in failed else Verdict.PASSED
        yield ClaimResult(entry.id, case.spec.path, verdict.value, case.article.path, line, column)


def waiver_result(case: Case, use: WaiverUse) -> WaiverResult:
    """What a waiver took, and where its sentence stands."""
    waiver = use.waiver
    at = case.article.sentences[use.sentences[0]].start if use.sentences else -1
    line, column = case.article.place(at) if at >= 0 else (0, 0)
    return WaiverResult(
        rule=waiver.rule,
        at=waiver.place,
        reason=waiver.reason,
        until=waiver.until.isoformat() if waiver.until else "",
        spec=case.spec.path,
        spec_line=waiver.line,
        taken=use.taken,
        line=line,
        column=column,
    )
