"""waiver-unmatched: a waiver whose sentence is not there, or has nothing to waive."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.rules.finding import Report

ARTICLE = "It is wide [1]. It is old. It is deep.\n\nIt is old. A trout lives there [1].\n"
SPEC = "sources: [1]\nwaivers:\n  - {{rule: {rule}, at: {at}, reason: known{more}}}\n"


@pytest.mark.parametrize(
    ("at", "more", "words"),
    [
        pytest.param("It is green", "", "matches no sentence", id="nowhere"),
        pytest.param("It is old", "", "matches 2 sentences", id="in two"),
        pytest.param("It is old", ", occurrence: 3", "matches 2 sentences", id="beyond the last"),
        pytest.param("A trout lives there", "", "reports nothing there", id="nothing to waive"),
        pytest.param("[A trout lives there]", "", "reports nothing there", id="a list of one"),
    ],
)
def test_unmatched(hold: Callable[..., Report], at: str, more: str, words: str) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at=at, more=more), today=date(2026, 5, 20))
    [finding] = [one for one in report.findings if one.rule != "uncited"]
    assert finding.rule == "waiver-unmatched"
    assert words in finding.message
    assert len([one for one in report.findings if one.rule == "uncited"]) == 3


def test_each_sentence_of_a_list_is_looked_for(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at="[It is green, It is deep, A trout lives there]", more=""))
    unmatched = [one for one in report.findings if one.rule == "waiver-unmatched"]
    assert [(one.expected, one.message.partition(":")[0]) for one in unmatched] == [
        ("It is green", "waiver of uncited matches no sentence"),
        ("A trout lives there", "waiver of uncited has nothing to waive"),
    ]
    assert all(one.advice.endswith("delete the sentence from `at`") for one in unmatched)
    assert len([one for one in report.findings if one.rule == "uncited"]) == 2


def test_a_waiver_for_an_article_in_which_nothing_is_to_waive(hold: Callable[..., Report]) -> None:
    report = hold("It is wide [1].\n", SPEC.format(rule="uncited", at="article", more=""))
    assert [one.message for one in report.findings] == [
        "waiver of uncited has nothing to waive: uncited reports nothing there"
    ]


def test_the_nearest_sentence_is_shown(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncited", at="A trout lived here", more=""))
    [finding] = [one for one in report.findings if one.rule == "waiver-unmatched"]
    assert (finding.line, finding.found) == (3, "A trout lives there.")


@pytest.mark.parametrize(
    ("partial", "expected"),
    [pytest.param("true", [], id="partial"), pytest.param("false", ["waiver-unmatched"], id="whole")],
)
def test_a_sentence_that_a_rendition_leaves_out(hold: Callable[..., Report], partial: str, expected: list[str]) -> None:
    spec = SPEC.format(rule="uncovered", at="It is green", more="")
    head = f"article: [{{file: ../articles/a.txt, partial: {partial}}}, ../articles/b.txt]\n"
    report = hold(ARTICLE, spec, head=head)
    assert [one.rule for one in report.findings if one.rule == "waiver-unmatched"] == expected


@pytest.mark.parametrize(
    ("at", "advice"),
    [
        pytest.param("The lock opened", "delete the waiver", id="a sentence"),
        pytest.param("Analysis", "write `at: {section: Analysis}`", id="a heading"),
        pytest.param("{section: Remarks}", "copy the heading into `section`", id="another heading"),
        pytest.param("{section: '## Analysis'}", "write `section: Analysis`, without marks", id="marks of Markdown"),
        pytest.param("{section: '**Analysis**'}", "write `section: Analysis`, without marks", id="bold"),
    ],
)
def test_what_to_write_for_a_section(hold: Callable[..., Report], at: str, advice: str) -> None:
    spec = SPEC.format(rule="uncited", at=at, more="")
    report = hold("# Analysis\n\nThe lock opened [1].\n", spec, format="markdown")
    [finding] = [one for one in report.findings if one.rule == "waiver-unmatched"]
    assert finding.advice.startswith(advice)
