"""Waivers: one rule, in one sentence, for a reason, until a day."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.rules.report import Report

ARTICLE = "It is wide [1]. It is old. It is deep.\n\nIt is old. A trout lives there [1].\n"
SPEC = "sources: [1]\nwaivers:\n  - {{rule: {rule}, at: {at}, reason: known{more}}}\n"


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule != "uncited"]


def waived(report: Report) -> int:
    return sum(waiver.taken for waiver in report.waivers)


@pytest.mark.parametrize(
    ("rule", "at", "more", "taken"),
    [
        pytest.param("uncited", "It is deep", "", 1, id="one sentence"),
        pytest.param("uncited", "it is DEEP", "", 1, id="case"),
        pytest.param("uncited", "It is old", ", occurrence: 2", 1, id="the second of two"),
        pytest.param("uncited", "It is old", ", occurrence: all", 2, id="both"),
        pytest.param("uncited", "It is deep", ", until: 2026-05-20", 1, id="on its last day"),
    ],
)
def test_waives(hold: Callable[..., Report], rule: str, at: str, more: str, taken: int) -> None:
    report = hold(ARTICLE, SPEC.format(rule=rule, at=at, more=more), today=date(2026, 5, 20))
    assert (rules(report), waived(report)) == ([], taken)
    assert len([one for one in report.findings if one.rule == "uncited"]) == 3 - taken


@pytest.mark.parametrize(
    ("at", "more", "taken"),
    [
        pytest.param("It is deep", "", 1, id="a sentence"),
        pytest.param("It is old", ", occurrence: all", 2, id="several"),
    ],
)
def test_waives_what_no_claim_covers(hold: Callable[..., Report], at: str, more: str, taken: int) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncovered-sentence", at=at, more=more))
    assert "waiver-unmatched" not in rules(report)
    assert waived(report) == taken


@pytest.mark.parametrize(
    ("at", "more", "rule", "words"),
    [
        pytest.param("It is green", "", "waiver-unmatched", "stands in no sentence", id="nowhere"),
        pytest.param("It is old", "", "waiver-unmatched", "stands in 2 sentences", id="in two"),
        pytest.param("It is old", ", occurrence: 3", "waiver-unmatched", "stands in 2 sentences", id="beyond the last"),
        pytest.param("A trout lives there", "", "waiver-unmatched", "reports nothing there", id="nothing to waive"),
        pytest.param("It is deep", ", until: 2026-05-19", "waiver-expired", "2026-05-19", id="the day after"),
    ],
)
def test_does_not_waive(hold: Callable[..., Report], at: str, more: str, rule: str, words: str) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at=at, more=more), today=date(2026, 5, 20))
    [finding] = [one for one in report.findings if one.rule != "uncited"]
    assert finding.rule == rule
    assert words in finding.message
    assert len([one for one in report.findings if one.rule == "uncited"]) == 3


def test_without_a_day_no_waiver_expires(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at="It is deep", more=", until: 1999-01-01"))
    assert rules(report) == []


def test_a_marker_is_waived_in_its_sentence(hold: Callable[..., Report]) -> None:
    article = "It is wide [1]. In [2019] it was dry [1]. In [2020] it was full [1].\n"
    report = hold(article, SPEC.format(rule="citation-undefined", at="it was dry", more=""))
    assert [finding.found for finding in report.errors] == ["[2020]"]


def test_the_nearest_sentence_is_shown(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at="A trout lived here", more=""))
    [finding] = [one for one in report.findings if one.rule == "waiver-unmatched"]
    assert (finding.line, finding.found) == (3, "A trout lives there.")


@pytest.mark.parametrize(
    ("partial", "expected"),
    [pytest.param("true", [], id="partial"), pytest.param("false", ["waiver-unmatched"], id="whole")],
)
def test_a_sentence_that_a_rendition_leaves_out(hold: Callable[..., Report], partial: str, expected: list[str]) -> None:
    spec = SPEC.format(rule="uncovered-sentence", at="It is green", more="")
    head = f"article: [{{file: ../articles/a.txt, partial: {partial}}}, ../articles/b.txt]\n"
    report = hold(ARTICLE, spec, head=head)
    assert [one.rule for one in report.findings if one.rule == "waiver-unmatched"] == expected
