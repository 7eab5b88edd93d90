"""waiver-expired: a waiver's last day is past."""

from collections.abc import Callable
from datetime import date

from factspec.rules.finding import Report

ARTICLE = "It is wide [1]. It is old. It is deep.\n\nIt is old. A trout lives there [1].\n"
SPEC = "sources: [1]\nwaivers:\n  - {{rule: {rule}, at: {at}, reason: known{more}}}\n"


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule != "uncited"]


def test_without_a_day_no_waiver_expires(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at="It is deep", more=", until: 1999-01-01"))
    assert rules(report) == []


def test_on_the_day_after_its_last_it_waives_no_more(hold: Callable[..., Report]) -> None:
    spec = SPEC.format(rule="uncited", at="It is deep", more=", until: 2026-05-19")
    report = hold(ARTICLE, spec, today=date(2026, 5, 20))
    [finding] = [one for one in report.findings if one.rule != "uncited"]
    assert finding.rule == "waiver-expired"
    assert "2026-05-19" in finding.message
    assert len([one for one in report.findings if one.rule == "uncited"]) == 3
