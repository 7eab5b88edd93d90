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


# -- facts in a strict spec: in the order in which they are listed

TRADE = "[exports to the north, 14.2 million, exports to the south, 9 million]"
TRADED = "Exports to the north rose to {}, and exports to the south to {}."


def ordered(facts: str, extra: str = "") -> str:
    return f"strict: true\npublished: 2026-05-20\nclaims:\n  - id: c\n    facts: {facts}\n{extra}"


@pytest.mark.parametrize(
    ("facts", "article"),
    [
        pytest.param(TRADE, TRADED.format("14.2 million", "9 million"), id="as listed"),
        pytest.param(TRADE, TRADED.format("14,200,000", "nine million"), id="values in another form"),
        pytest.param("[Ada Lind, sued, Bo Ek]", "Ada Lind sued Bo Ek; Bo Ek had sued nobody.", id="one occurs twice"),
        pytest.param("[Bo Ek, sued, Ada Lind]", "Ada Lind was ill when Bo Ek sued Ada Lind.", id="a later place"),
        pytest.param("[14 ships, ships, 14]", "The port has 14 ships.", id="inside another one"),
        pytest.param("['14', 14 ships, 9 cranes]", "The port has 14 ships and 9 cranes.", id="inside the next one"),
        pytest.param("['3', wins, '3', losses]", "The club has 3 wins and 3 losses.", id="one value listed twice"),
        pytest.param("[{date: 2026-05-19}, Tuesday, mill]", "On Tuesday the mill shut.", id="two facts in one place"),
        pytest.param("[{date: 2026-05-19}, mill]", "On Tuesday, 19 May, the mill shut.", id="a day in two forms"),
        pytest.param(
            "[{value: 14 million, tolerance: 5%}, {value: 14.5 million, tolerance: 5%}]",
            "It rose from 14.4 million to 14.6 million.",
            id="tolerances that overlap",
        ),
        pytest.param(
            "[{name: Bo Ek, aliases: [Ek]}, {any_of: [sued, accused]}, {name: Ada Lind, aliases: [Lind]}]",
            "Ek accused Lind in May.",
            id="aliases and one of several",
        ),
    ],
)
def test_facts_in_the_listed_order(hold: Callable[..., Report], facts: str, article: str) -> None:
    report = hold(f"{article}\n", ordered(facts))
    assert [claim.verdict for claim in report.claims] == ["passed"]


@pytest.mark.parametrize(
    ("facts", "article", "news"),
    [
        pytest.param(
            TRADE,
            TRADED.format("9 million", "14.2 million"),
            "'9 million' and '14.2 million' have changed places",
            id="two values",
        ),
        pytest.param("[mill, 40, 30]", "In May the mill cut 30, then 40.", "'30' and '40' have", id="two numbers"),
        pytest.param("[Holm, Lund, Vik]", "Lund, Vik and Holm met.", "the facts are in another order", id="three"),
        pytest.param(
            "[{name: Ada, aliases: [Lind]}, {any_of: [wrote, read]}, {value: 3 plays, tolerance: 1}]",
            "The 2 plays were read by Lind.",
            "'2 plays' and 'Lind' have changed places",
            id="names, values and phrases",
        ),
    ],
)
def test_facts_in_another_order(hold: Callable[..., Report], facts: str, article: str, news: str) -> None:
    [finding] = [one for one in hold(f"{article}\n", ordered(facts)).errors if one.claim]
    assert (finding.rule, finding.message.startswith(news)) == ("claim-changed", True)
    assert {one.kind for one in finding.differences} == {"order"}
    for one in finding.differences:
        assert finding.found[one.start : one.end] == one.found
        assert finding.expected[one.approved_start : one.approved_end] == one.approved
    assert "factspec review specs/a.factspec.yaml::c" in finding.advice


def test_the_order_of_facts_is_free_without_strict_and_once_their_sentence_is_approved(
    hold: Callable[..., Report],
) -> None:
    article = f"{TRADED.format('9 million', '14.2 million')}\n"
    assert not hold(article, FACTS.format(TRADE[1:-1])).errors
    assert not [one for one in hold(article, ordered(TRADE), approved=article).findings if one.claim]


def test_facts_are_in_order_across_sentences_and_blocks(hold: Callable[..., Report]) -> None:
    within = ordered("[{value: 30 jobs}, {value: 40 cranes}]", "    within: paragraph\n")
    heading = "Mill cuts 30 jobs and 40 cranes\n\n"
    assert not [one for one in hold("It cut 30 jobs. It sold 40 cranes.\n", within).errors if one.claim]
    for title in ("", heading):  # the body says otherwise than a heading
        [finding] = [one for one in hold(f"{title}It sold 40 cranes. It cut 30 jobs.\n", within).errors if one.claim]
        assert finding.message.startswith("'40 cranes' and '30 jobs' have changed places")
    again = "Before, it sold 40 cranes and cut 30 jobs.\n\nIt cut 30 jobs and sold 40 cranes.\n"
    assert hold(again, within).claims[0].line == 3


def test_in_a_partial_rendition_a_claim_whose_facts_mostly_stand_is_changed() -> None:
    article = "factspec: 1\narticle: [../b.txt, {file: ../articles/a.txt, partial: true}]\n"
    spec = parse_spec((article + FACTS.format("ferry, Port Lund, Tuesday")).encode(), "specs/a.factspec.yaml")
    report = run.check(spec, parse_article(ARTICLE.encode(), "text", path="articles/a.txt"))
    assert [claim.verdict for claim in report.claims] == ["changed"]
