"""The rules about claims: what stands, what is changed, missing, ambiguous, forbidden."""

from collections.abc import Callable

import pytest

from factspec.projects.loading import parse_article
from factspec.rules import run
from factspec.rules.report import Report
from factspec.specs.parsing import parse_spec

ARTICLE = """\
Ferry service resumes

The ferry "Aurora" returned to Port Lund on Monday after twelve days in dock [1]. It carried 340 passengers [2].

Officials said the repair cost 2.4 million crowns, half of it paid by the insurer [1, 2]. The captain, who isn't
named, praised the crew. The crossing takes forty minutes.

The crossing takes forty minutes. A U.S. engine was fitted.
"""


def says(words: str, extra: str = "") -> str:
    return f'claims:\n  - id: c\n    says: "{words}"\n{extra}'


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("returned to Port Lund on Monday", id="part of a sentence"),
        pytest.param("It carried 340 passengers.", id="whole sentence with its stop"),
        pytest.param("It carried 340 passengers", id="without its stop"),
        pytest.param("it CARRIED 340 passengers", id="case"),
        pytest.param("The ferry “Aurora” returned", id="quotation marks"),
        pytest.param("who isn’t named", id="apostrophe, over a line end"),
        pytest.param("The ferry … returned to Port Lund", id="gap"),
        pytest.param("A US engine was fitted", id="points of an acronym"),
        pytest.param("after twelve days in dock. It carried 340 passengers", id="over a sentence's end"),
    ],
)
def test_stands(hold: Callable[..., Report], words: str) -> None:
    report = hold(ARTICLE, says(words))
    assert [claim.verdict for claim in report.claims] == ["passed"]
    assert not report.findings


@pytest.mark.parametrize(
    ("words", "rule", "place"),
    [
        pytest.param("returned to Port Lund on Tuesday", "claim-changed", (3, 45), id="weekday"),
        pytest.param("It carried 34 passengers", "claim-changed", (3, 94), id="number"),
        pytest.param("repair cost 2.4 billion crowns", "claim-changed", (5, 32), id="magnitude"),
        pytest.param("A Swedish orchestra played on the quay until midnight", "claim-missing", None, id="nothing near"),
        pytest.param("The crossing takes forty minutes", "claim-ambiguous", (8, 1), id="two places"),
        pytest.param("The ferry … passengers", "claim-reworded", None, id="gap over a sentence's end"),
    ],
)
def test_does_not_stand(hold: Callable[..., Report], words: str, rule: str, place: tuple[int, int] | None) -> None:
    report = hold(ARTICLE, says(words))
    [finding] = report.findings
    assert finding.rule == rule
    assert finding.claim == "c"
    if place:
        assert (finding.path, (finding.line, finding.column)) == ("articles/a.txt", place)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        pytest.param("returned to Port Lund … after twelve days", "passed", id="gap within the sentence"),
        pytest.param("The captain … praised the crew", "claim-changed", id="gap that hides a negation"),
        pytest.param("repair cost 2.4", "claim-changed", id="edge that cuts a number"),
        pytest.param("the repair cost 2.4 million crowns", "claim-reframed", id="someone says so"),
        pytest.param("Officials said the repair cost 2.4 million crowns", "passed", id="who says so is approved too"),
    ],
)
def test_gaps_edges_and_frames(hold: Callable[..., Report], words: str, verdict: str) -> None:
    report = hold(ARTICLE, says(words))
    assert [finding.rule for finding in report.findings] == ([] if verdict == "passed" else [verdict])


@pytest.mark.parametrize(
    ("occurrence", "line"),
    [pytest.param("1", 6, id="first"), pytest.param("2", 8, id="second"), pytest.param("all", 6, id="all")],
)
def test_occurrence(hold: Callable[..., Report], occurrence: str, line: int) -> None:
    report = hold(ARTICLE, says("The crossing takes forty minutes", f"    occurrence: {occurrence}\n"))
    assert [(claim.verdict, claim.line) for claim in report.claims] == [("passed", line)]


def test_occurrence_beyond_the_last(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, says("The crossing takes forty minutes", "    occurrence: 3\n"))
    [finding] = report.findings
    assert finding.rule == "claim-missing"
    assert "2 times" in finding.message


def test_exact_wording_allows_typography_alone(hold: Callable[..., Report]) -> None:
    exact = "    wording: exact\n"
    assert not hold(ARTICLE, says("who isn’t named", exact)).findings
    assert not hold("The cafe\u0301 on the quay is old.", says("The caf\u00e9 on the quay", exact)).findings
    assert [one.rule for one in hold(ARTICLE, says("A US engine was fitted", exact)).findings] == ["claim-reworded"]


def test_forbidden_wording_is_found_in_headings_too(hold: Callable[..., Report]) -> None:
    spec = "forbidden:\n  - {id: f, says: ferry service, reason: house style}\n  - {id: g, says: free of charge}\n"
    report = hold(ARTICLE, spec)
    [finding] = report.findings
    assert (finding.rule, finding.claim, finding.line, finding.found) == ("forbidden-claim", "f", 1, "Ferry service")
    assert [claim.verdict for claim in report.claims] == ["failed", "passed"]


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        pytest.param("The boat left. Then the boat left.\n\nIn May the boat left.", "lines 1, 3", id="each line once"),
        pytest.param("The boat left. Then the boat left.", "line 1", id="one line"),
        pytest.param("Then the boat left.\n\n" * 30, "lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 …", id="many"),
    ],
)
def test_the_lines_of_ambiguous_wording(hold: Callable[..., Report], article: str, lines: str) -> None:
    [finding] = hold(article, "claims:\n  - {id: c, says: the boat left}\n").errors
    assert finding.message.endswith(f"({lines})")


@pytest.mark.parametrize(
    ("says", "article", "found"),
    [
        pytest.param("military alliance", "A paramilitary alliance.", [], id="part of a word"),
        pytest.param("military alliance", "The military, alliance and all.", [], id="a comma between"),
        pytest.param("military alliance", "The military - alliance and all.", [], id="a dash between"),
        pytest.param("military alliance", "Of the military\n\nalliance of two.", [], id="in two blocks"),
        pytest.param("not able", "There is no table.", [], id="the same letters in other words"),
        pytest.param("cover-up", "They cover up and cover-ups follow.", ["cover up"], id="a hyphen less"),
        pytest.param("cover-up", "It is a coverup.", ["coverup"], id="in one word"),
        pytest.param("coverup", "It is a cover-up.", ["cover-up"], id="a hyphen more"),
        pytest.param("military alliance", "A military-alliance.", ["military-alliance"], id="a compound"),
        pytest.param("military alliance", "A “military” alliance.", ["military” alliance"], id="quotation marks"),
        pytest.param("red colour", "The Red Color, a red colour.", ["Red Color", "red colour"], id="spelling"),
        pytest.param("red … colour", "A red and bright colour.", ["red and bright colour"], id="a gap"),
    ],
)
def test_forbidden_wording_does_not_hide(
    hold: Callable[..., Report], says: str, article: str, found: list[str]
) -> None:
    report = hold(article, f"forbidden:\n  - {{id: f, says: {says}}}\n")
    assert [one.found for one in report.findings if one.rule == "forbidden-claim"] == found


def test_a_heading_holds_a_claim_only_where_the_body_does_not(hold: Callable[..., Report]) -> None:
    article = "The lock reopens\n\nOn Friday the lock reopens for barges. It is old.\n"
    report = hold(article, says("the lock reopens"))
    assert [(claim.verdict, claim.line) for claim in report.claims] == [("passed", 3)]
    alone = hold("The lock reopens\n\nIt is old and it is deep, says the keeper.\n", says("the lock reopens"))
    assert [(claim.verdict, claim.line) for claim in alone.claims] == [("passed", 1)]


FACTS = "claims:\n  - id: c\n    facts: [{}]\n"


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        pytest.param("ferry, Port Lund, Monday", "", id="any wording"),
        pytest.param("Monday, Port Lund", "", id="any order"),
        pytest.param("insurer, 2.4 million", "", id="number in a phrase"),
        pytest.param("ferry, Port Lund, Tuesday", "claim-changed", id="one does not hold"),
        pytest.param("zeppelin, airfield", "claim-missing", id="none holds"),
        pytest.param("ferry, 340 passengers", "claim-changed", id="in two sentences"),
    ],
)
def test_facts(hold: Callable[..., Report], facts: str, rule: str) -> None:
    report = hold(ARTICLE, FACTS.format(facts))
    assert [finding.rule for finding in report.findings] == ([rule] if rule else [])


def test_facts_within_a_paragraph(hold: Callable[..., Report]) -> None:
    assert not hold(ARTICLE, FACTS.format("ferry, 340 passengers") + "    within: paragraph\n").findings


@pytest.mark.parametrize(
    ("facts", "verdicts"),
    [
        pytest.param("ferry, Port Lund, Tuesday", ["changed"], id="most of them stand"),
        pytest.param("ferry, zeppelin", [], id="half of them stand"),
        pytest.param("zeppelin, airfield", [], id="none stands"),
    ],
)
def test_a_partial_rendition_may_leave_a_claim_out(facts: str, verdicts: list[str]) -> None:
    article = "factspec: 1\narticle: [../b.txt, {file: ../articles/a.txt, partial: true}]\n"
    spec = parse_spec((article + FACTS.format(facts)).encode(), "specs/a.factspec.yaml")
    report = run.check(spec, parse_article(ARTICLE.encode(), "text", path="articles/a.txt"))
    assert [claim.verdict for claim in report.claims] == verdicts


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param("Sources\n\n[1] Holt keeps its licence, https://a.example", [], id="another title"),
        pytest.param("Sources\n\n[1] Holt has lost. Its licence, https://a.example", [], id="a stop between"),
        pytest.param("Sources\n\n[1] Holt has lost its licence, https://a.example", [5], id="a title"),
        pytest.param("Sources\n\n[1] Wire, https://a.example\n[2] Holt lost its li\u200bcence", [6], id="in disguise"),
    ],
)
def test_forbidden_wording_in_the_list_of_sources(hold: Callable[..., Report], source: str, lines: list[int]) -> None:
    spec = "forbidden:\n  - {id: f, says: lost its licence}\n"
    report = hold(f"It rained [1].\n\n{source}\n", spec)
    assert [one.line for one in report.findings if one.rule == "forbidden-claim"] == lines
    assert [claim.verdict for claim in report.claims] == ["failed" if lines else "passed"]


@pytest.mark.parametrize(
    ("article", "advice"),
    [
        pytest.param("It is false that the boat left.", "restore the sentence, or change `says`", id="in its sentence"),
    ],
)
def test_what_to_do_about_a_frame(hold: Callable[..., Report], article: str, advice: str) -> None:
    [finding] = hold(article, "claims:\n  - {id: c, says: the boat left}\n").errors
    assert (finding.rule, finding.advice.startswith(advice)) == ("claim-reframed", True)
