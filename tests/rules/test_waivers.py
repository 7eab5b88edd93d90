"""Waivers: one rule, in one sentence, for a reason, until a day."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.approved.lock import EMPTY, section_key
from factspec.projects.loading import parse_article
from factspec.rules.finding import Report
from factspec.rules.run import check
from factspec.specs.parsing import parse_spec

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
        pytest.param("uncited", "[It is deep]", "", 1, id="a list of one"),
        pytest.param("uncited", "[It is deep, It is old]", ", occurrence: all", 3, id="a list"),
        pytest.param("uncited", "article", "", 3, id="the article"),
    ],
)
def test_waives(hold: Callable[..., Report], rule: str, at: str, more: str, taken: int) -> None:
    report = hold(ARTICLE, SPEC.format(rule=rule, at=at, more=more), today=date(2026, 5, 20))
    assert (rules(report), waived(report)) == ([], taken)
    assert len([one for one in report.findings if one.rule == "uncited"]) == 3 - taken


@pytest.mark.parametrize(
    ("at", "matches"),
    [
        pytest.param("Mr Lind ran seven metres.", False, id="another number"),
        pytest.param("Mr Lind did not run six metres.", False, id="a denial"),
        pytest.param("Mr Lind ran six.", False, id="a word less"),
        pytest.param("Mr Lind ran 6 meters.", True, id="house style"),
        pytest.param("Mr. Lind ran six metres.", True, id="a stop"),
        pytest.param("Mr. Lind ran …", True, id="a part in house style"),
    ],
)
def test_a_waiver_is_compared_as_a_claim_is(hold: Callable[..., Report], at: str, matches: bool) -> None:
    report = hold("The mill closed. Mr Lind ran six metres.\n", SPEC.format(rule="uncited", at=at, more=""))
    assert (waived(report), "waiver-unmatched" in rules(report)) == ((1, False) if matches else (0, True))


def test_the_heading_of_a_waived_section_may_be_in_capitals(hold: Callable[..., Report]) -> None:
    spec = "sources: [1]\nwaivers:\n  - {rule: uncited, at: {section: What it means}, reason: own}\n"
    assert waived(hold("# WHAT IT MEANS\n\nThe mill closed.\n", spec, format="markdown")) == 1


@pytest.mark.parametrize(
    ("words", "uncited"),
    [
        pytest.param("We would pay 50,000 crowns for it.", 0, id="as approved"),
        pytest.param("We would pay 50000 crowns for it.", 0, id="a number in another style"),
        pytest.param("We would pay 50\u202f000 crowns for it.", 0, id="a thin space"),
        pytest.param("We would pay 51,000 crowns for it.", 1, id="another number"),
        pytest.param("We would never pay 50,000 crowns for it.", 1, id="a denial"),
        pytest.param("We would pay 50,000 crowns for it. He fled.", 1, id="a sentence more"),
    ],
)
def test_a_sentence_of_an_approved_section_may_change_its_style(words: str, uncited: int) -> None:
    waiver = "{rule: uncited, at: {section: Our view}, reason: own}"
    spec = parse_spec(f"factspec: 1\narticle: a.md\nsources: [1]\nwaivers: [{waiver}]\n".encode(), "a.factspec.yaml")
    approved = {(section_key(spec.waivers[0]), "a.md"): ("We would pay 50,000 crowns for it.", "Pay now.")}
    article = parse_article(f"# Our view\n\nPay now. {words}\n".encode(), "markdown", path="a.md")
    report = check(spec, article, lock=EMPTY._replace(sections=approved))
    assert [one.rule for one in report.findings].count("uncited") == uncited


@pytest.mark.parametrize(
    ("at", "more", "taken"),
    [
        pytest.param("It is deep", "", 1, id="a sentence"),
        pytest.param("It is old", ", occurrence: all", 2, id="several"),
    ],
)
def test_waives_what_no_claim_covers(hold: Callable[..., Report], at: str, more: str, taken: int) -> None:
    report = hold(ARTICLE, SPEC.format(rule="uncovered", at=at, more=more))
    assert "waiver-unmatched" not in rules(report)
    assert waived(report) == taken


def test_a_marker_is_waived_in_its_sentence(hold: Callable[..., Report]) -> None:
    article = "It is wide [1]. In [2019] it was dry [1]. In [2020] it was full [1].\n"
    report = hold(article, SPEC.format(rule="citation-undefined", at="… it was dry", more=""))
    assert [finding.found for finding in report.errors] == ["[2020]"]


def test_each_sentence_of_a_list_is_a_place(hold: Callable[..., Report]) -> None:
    report = hold(
        "It is wide [1]. It is old. It is deep.\n", SPEC.format(rule="uncited", at="[It is deep, It is old]", more="")
    )
    assert [(one.at, one.taken, one.line, one.column) for one in report.waivers] == [
        ("It is deep", 1, 1, 28),
        ("It is old", 1, 1, 17),
    ]


_LIST = "It is wide [1].\n\nReferences\n\n[1] Wire. https://wire.example/a\n\n[1] Daily. https://daily.example/b\n"


@pytest.mark.parametrize(
    ("article", "rule", "form", "left"),
    [
        pytest.param("It is wide [1] [2].\n", "citation-undefined", "text", [], id="a marker"),
        pytest.param("It is wide [1, ].\n", "citation-malformed", "text", [], id="a broken marker"),
        pytest.param("It is wide.\n", "citation-unused", "text", [], id="a source that is not cited"),
        pytest.param(_LIST, "citation-duplicate", "text", ["reference-mismatch"], id="two references with one number"),
        pytest.param(_LIST, "reference-mismatch", "text", ["citation-duplicate"], id="an address"),
        pytest.param("<p hidden>It is false.</p><p>It is wide [1].</p>\n", "hidden-text", "html", [], id="hidden text"),
        pytest.param("<p style='left: 1px'>It is wide [1].</p>\n", "style-unread", "html", [], id="a style"),
        pytest.param("It\u200b is wide [1].\n", "invisible-character", "text", [], id="a character"),
    ],
)
def test_a_waiver_for_the_article_takes_all_that_its_rule_reports(
    hold: Callable[..., Report], article: str, rule: str, form: str, left: list[str]
) -> None:
    sources = "sources: [{id: 1, URL: https://wire.example/c}]\n"
    before = hold(article, sources + "claims: [{id: a, facts: [wide]}]\n", format=form)
    assert rule in rules(before)
    waiver = f"waivers: [{{rule: {rule}, at: article, reason: known}}]\n"
    report = hold(article, sources + "claims: [{id: a, facts: [wide]}]\n" + waiver, format=form)
    assert rules(report) == [one for one in rules(before) if one != rule]
    assert set(left) <= set(rules(report))
    assert [(one.at, one.line) for one in report.waivers] == [("article", 0)]


def test_a_waiver_for_the_article_covers_its_sentences(hold: Callable[..., Report]) -> None:
    spec = "strict: true\nwaivers: [{rule: uncovered, at: article, reason: known}]\n"
    report = hold("# Fees\n\nIt is wide.\n\n| a |\n|---|\n| b |\n", spec, format="markdown")
    assert (rules(report), report.article.waived, report.article.coverage) == ([], 1, 100)


def test_a_waiver_for_the_article_takes_nothing_about_a_claim(hold: Callable[..., Report]) -> None:
    spec = (
        "claims: [{id: a, quotes: It is wide, speaker: Ada Holm}]\n"
        "waivers: [{rule: quote-unattributed, at: article, reason: known}]\n"
    )
    assert rules(hold("\u201cIt is wide\u201d, Bo Ek said.\n", spec)) == ["quote-unattributed", "waiver-unmatched"]
