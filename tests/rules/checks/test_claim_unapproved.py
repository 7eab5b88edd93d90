"""claim-unapproved: a claim that nobody approved."""

from collections.abc import Callable

import pytest

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


WAIVED = """\
sources: [1]
claims:
  - {id: pier, says: The pier closed on Monday.}
waivers:
  - {rule: uncited, at: It is a “pity”., reason: ours}
"""
PITY = 'The pier closed on Monday [1]. It is a "pity".\n'


def waived(hold: Callable[..., Report], spec: str, *, article: str = PITY, whole: bool = True) -> list[str]:
    report = hold(article, spec, approved=PITY, was=WAIVED, whole=whole)
    return [f"{one.line}: {one.message}" for one in report.findings if one.rule == "claim-unapproved"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("ours", "ours", id="nothing"),
        pytest.param("ours", "the writer's", id="another reason"),
        pytest.param("ours", "ours, until: 2030-01-01", id="a last day"),
        pytest.param("“pity”", '"pity"', id="typography"),
        pytest.param("waivers:", "# seen\nwaivers:", id="another line"),
    ],
)
def test_a_waiver_that_is_as_approved(hold: Callable[..., Report], old: str, new: str) -> None:
    assert waived(hold, WAIVED.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("It is a “pity”.", "It is a “pity”…", id="cut"),
        pytest.param("It is a", "It is not a", id="words"),
        pytest.param("rule: uncited", "rule: uncovered", id="rule"),
        pytest.param("reason: ours", "occurrence: all, reason: ours", id="occurrence"),
        pytest.param("at: It is a “pity”.", "at: {section: It is a “pity”.}", id="section"),
    ],
)
def test_a_waiver_that_was_changed(hold: Callable[..., Report], old: str, new: str) -> None:
    assert old in WAIVED
    [message] = waived(hold, WAIVED.replace(old, new))
    assert "this waiver of unc" in message
    assert waived(hold, WAIVED.replace(old, new), whole=False) == []  # the lock of an older factspec


def test_a_changed_waiver_is_shown_as_it_was_approved(hold: Callable[..., Report]) -> None:
    denied = PITY.replace("It is", "It is not")
    report = hold(denied, WAIVED.replace("It is", "It is not"), approved=PITY, was=WAIVED, whole=True)
    [finding] = report.findings
    assert (finding.line, finding.column) == (1, 32)
    assert finding.message == "this waiver of uncited was changed after it was approved"
    assert (finding.expected, finding.found) == ("It is a “pity”.", 'It is not a "pity".')
    assert [one.approved_by for one in report.waivers] == [""]


def test_the_report_says_who_approved_a_waiver(hold: Callable[..., Report]) -> None:
    [waiver] = hold(PITY, WAIVED, approved=PITY, whole=True).waivers
    assert (waiver.approved_by, waiver.approved_on) == ("Ada Lind", "2026-05-20")


def test_a_new_waiver_beside_an_approved_one(hold: Callable[..., Report]) -> None:
    spec = f"{WAIVED}  - {{rule: uncited, at: He lied., reason: ours}}\n"
    assert waived(hold, spec, article=f"{PITY}\nHe lied.\n") == ["3: this waiver of uncited is not approved"]


def test_waivers_in_a_spec_without_a_lock(hold: Callable[..., Report]) -> None:
    assert hold(PITY, WAIVED).findings == ()
    report = hold(PITY, WAIVED, policy=Policy(approvals=True))
    assert [one.severity.value for one in report.findings if "waiver" in one.message] == ["error"]
