"""The figures of a report: what became of each claim and waiver, and how much of the article was judged."""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import cited
from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Status, WaiverUse, percentage
from factspec.rules.finding import ArticleResult, ClaimResult, Finding, Severity, WaiverResult


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
