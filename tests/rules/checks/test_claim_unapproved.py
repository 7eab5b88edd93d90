"""claim-unapproved: a claim that nobody approved."""

from collections.abc import Callable

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

ARTICLE = "The pier closed on Monday. The ferry sailed on Tuesday.\n"
SPEC = (
    "claims:\n  - {id: pier, says: The pier closed on Monday.}\n  - {id: ferry, says: The ferry sailed on Tuesday.}\n"
)


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(one.rule, one.severity.value, one.claim) for one in report.findings]


def test_without_a_lock_nothing_needs_an_approval(hold: Callable[..., Report]) -> None:
    assert found(hold(ARTICLE, SPEC)) == []


def test_with_an_approval_of_each_claim_nothing_is_reported(hold: Callable[..., Report]) -> None:
    assert found(hold(ARTICLE, SPEC, approved=ARTICLE)) == []


def test_in_a_spec_with_a_lock_it_is_a_warning(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC, approved="The pier closed on Monday.\n")
    assert found(report) == [("claim-unapproved", "warning", "ferry")]
    assert (report.findings[0].line, report.findings[0].column) == (1, 28)


def test_with_approvals_in_the_policy_it_is_an_error_without_a_lock_too(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC, policy=Policy(approvals=True))
    assert found(report) == [("claim-unapproved", "error", "pier"), ("claim-unapproved", "error", "ferry")]


def test_a_spec_may_not_relax_it(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC, policy=Policy(approvals=True), approved="The ferry sailed on Tuesday.\n")
    assert found(report) == [("claim-unapproved", "error", "pier")]
