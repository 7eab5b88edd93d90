"""claim-changed: a claim whose sentence has another fact; claims that stand come first."""

from collections.abc import Callable

import pytest

from factspec.projects.loading import parse_article
from factspec.rules import run
from factspec.rules.finding import Report
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


def test_a_heading_holds_a_claim_only_where_the_body_does_not(hold: Callable[..., Report]) -> None:
    article = "The lock reopens\n\nOn Friday the lock reopens for barges. It is old.\n"
    report = hold(article, says("the lock reopens"))
    assert [(claim.verdict, claim.line) for claim in report.claims] == [("passed", 3)]
    alone = hold("The lock reopens\n\nIt is old and it is deep, says the keeper.\n", says("the lock reopens"))
    assert [(claim.verdict, claim.line) for claim in alone.claims] == [("passed", 1)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("returned to Port Lund on Tuesday", (3, 45), id="weekday"),
        pytest.param("It carried 34 passengers", (3, 94), id="number"),
        pytest.param("repair cost 2.4 billion crowns", (5, 32), id="magnitude"),
    ],
)
def test_changed(hold: Callable[..., Report], words: str, place: tuple[int, int]) -> None:
    [finding] = hold(ARTICLE, says(words)).findings
    assert (finding.rule, finding.claim) == ("claim-changed", "c")
    assert (finding.path, (finding.line, finding.column)) == ("articles/a.txt", place)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        pytest.param("returned to Port Lund … after twelve days", "passed", id="gap within the sentence"),
        pytest.param("The captain … praised the crew", "claim-changed", id="gap that hides a negation"),
        pytest.param("repair cost 2.4", "claim-changed", id="edge that cuts a number"),
        pytest.param("Officials said the repair cost 2.4 million crowns", "passed", id="who says so is approved too"),
    ],
)
def test_gaps_and_edges(hold: Callable[..., Report], words: str, verdict: str) -> None:
    report = hold(ARTICLE, says(words))
    assert [finding.rule for finding in report.findings] == ([] if verdict == "passed" else [verdict])


FACTS = "claims:\n  - id: c\n    facts: [{}]\n"


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        pytest.param("ferry, Port Lund, Monday", "", id="any wording"),
        pytest.param("Monday, Port Lund", "", id="any order"),
        pytest.param("insurer, 2.4 million", "", id="number in a phrase"),
        pytest.param("ferry, Port Lund, Tuesday", "claim-changed", id="one does not hold"),
        pytest.param("ferry, 340 passengers", "claim-changed", id="in two sentences"),
    ],
)
def test_facts(hold: Callable[..., Report], facts: str, rule: str) -> None:
    report = hold(ARTICLE, FACTS.format(facts))
    assert [finding.rule for finding in report.findings] == ([rule] if rule else [])


def test_facts_within_a_paragraph(hold: Callable[..., Report]) -> None:
    assert not hold(ARTICLE, FACTS.format("ferry, 340 passengers") + "    within: paragraph\n").findings


def test_in_a_partial_rendition_a_claim_whose_facts_mostly_stand_is_changed() -> None:
    article = "factspec: 1\narticle: [../b.txt, {file: ../articles/a.txt, partial: true}]\n"
    spec = parse_spec((article + FACTS.format("ferry, Port Lund, Tuesday")).encode(), "specs/a.factspec.yaml")
    report = run.check(spec, parse_article(ARTICLE.encode(), "text", path="articles/a.txt"))
    assert [claim.verdict for claim in report.claims] == ["changed"]
