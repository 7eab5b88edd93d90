"""Listed facts in one sentence that belong to different subjects; rows that pass come first."""

import re
from collections.abc import Callable

import pytest

from factspec.rules.finding import Report, Severity

SPEC = "published: 2026-05-20\nclaims:\n  - id: c\n    facts: {}\n"
PAID = "Ada Lind paid 6 million and Bo Ek 5 million."
WON = "Ada Lind won 61 votes and Bo Ek 38."
TRADE = "Exports rose 5 per cent and imports fell 3 per cent."
AGES = "Ada Lind, 45, won 61 votes, and Bo Ek, 52, won 38."
LEFT = "On Monday Ada Lind resigned and Bo Ek took over."


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        pytest.param("[Ada Lind, paid, 6 million]", PAID, id="the first subject's"),
        pytest.param("[Bo Ek, paid, 5 million]", PAID, id="the second's, whose verb is left out"),
        pytest.param("[Ada Lind, Bo Ek, {value: 61}, {value: 38}]", WON, id="both"),
        pytest.param("[Ada Lind, 61 votes]", AGES, id="another number after the name"),
        pytest.param("[Bo Ek, {value: 38}]", AGES, id="another number after the second name"),
        pytest.param("[imports, 3 per cent]", TRADE, id="no name"),
        pytest.param("[Ada Lind, {value: 38}]", "Ada Lind won 61 votes in Lund and 38 in Oslo.", id="places"),
        pytest.param("[Acme, 6 million]", "Acme gave Lund 5 million and Oslo 6 million.", id="a giver of both"),
        pytest.param(
            "[council, 6 million]", "The council gave Lund 5 million and Oslo 6 million.", id="giver, no name"
        ),
        pytest.param("[Saab, 200 lorries]", "Saab sold 300 cars to Volvo and 200 lorries to Scania.", id="seller"),
        pytest.param("[Bo Ek, {value: 38}]", "61 votes went to Ada Lind and 38 to Bo Ek.", id="given to"),
        pytest.param("[firm, {value: 200}]", "The firm cut 300 jobs in May and then 200 in June.", id="one subject"),
        pytest.param(
            "[mill, rejected, 3 plans]", "The mill approved 5 plans and rejected 3 plans.", id="shared subject"
        ),
        pytest.param("[voted, Oslo, {value: 38}]", "In Lund 61 people voted and in Oslo 38.", id="shared verb"),
        pytest.param("[Monday, Bo Ek, took over]", LEFT, id="shared day"),
        pytest.param("[Ada Lind, resigned]", LEFT, id="verb"),
        pytest.param("[Ada Lind, 61 votes]", "Ada Lind beat Bo Ek by 61 votes to 38.", id="object"),
        pytest.param("[Bo Ek, 300 jobs]", "When Ada Lind resigned, Bo Ek said 300 jobs were lost.", id="subordinate"),
        pytest.param(
            "[plan, 2 million]", "The plan saved 5 million and costs 2 million.", id="verb that could be a noun"
        ),
        pytest.param("[fire, {value: 12}]", "The fire killed 5 and hurt 12, the mayor, Bo Ek, said.", id="who says so"),
        pytest.param(
            "[Lund, {value: 800}]", "Lund, the third town after Ystad and Malmö, has 800 shops.", id="ordinal before it"
        ),
        pytest.param(
            "[Lund, 2 May 2026]",
            "Filmed in Lund, beginning on 3 May 2025, The Lock opened in Oslo on 2 May 2026.",
            id="participle",
        ),
    ],
)
def test_a_fact_of_a_listed_subject_is_found(hold: Callable[..., Report], facts: str, text: str) -> None:
    assert hold(text, SPEC.format(facts)).claims[0].verdict == "passed"


@pytest.mark.parametrize(
    ("facts", "text", "owner"),
    [
        pytest.param("[Ada Lind, paid, 5 million]", PAID, "Bo Ek", id="verb left out"),
        pytest.param("[Ada Lind, {value: 38}]", WON, "Bo Ek", id="value"),
        pytest.param("[Ada, 5 million]", "Ada paid 6 million and Bo 5 million.", "Bo", id="one word at a head"),
        pytest.param("[Bo Ek, 61 votes]", WON, "Ada Lind", id="the first subject's"),
        pytest.param("[Ada Lind, {value: 38}]", AGES, "Bo Ek", id="ages between"),
        pytest.param("[exports, 3 per cent]", TRADE, "imports", id="nouns"),
        pytest.param("[imports, 5 per cent]", TRADE, "Exports", id="the first noun's"),
        pytest.param(
            "[profit, 5 million]", "Revenue was 5 million and profit was 2 million.", "Revenue", id="noun at a head"
        ),
        pytest.param("[Ada Lind, {value: 38}]", "61 votes went to Ada Lind and 38 to Bo Ek.", "Bo Ek", id="given to"),
        pytest.param(
            "[Volvo, 200 lorries]", "Saab sold 300 cars to Volvo and 200 lorries to Scania.", "Scania", id="sold"
        ),
        pytest.param("[Lund, {value: 38}]", "In Lund 61 people voted and in Oslo 38.", "Oslo", id="places"),
        pytest.param(
            "[Norway, 2 million]", "Norway pays 5 million, Sweden 7 million and Chile 2 million.", "Chile", id="three"
        ),
        pytest.param("[Ada Lind, Tuesday]", "Ada Lind came on Monday and Bo Ek on Tuesday.", "Bo Ek", id="days"),
        pytest.param("[Ada Lind, hired]", "Ada Lind was fired and Bo Ek was hired.", "Bo Ek", id="verbs"),
        pytest.param("[Ada Lind, hired]", "Bo Ek was hired, while Ada Lind was fired.", "Bo Ek", id="while"),
    ],
)
def test_a_fact_of_another_subject_is_named(hold: Callable[..., Report], facts: str, text: str, owner: str) -> None:
    report = hold(text, SPEC.format(facts))
    [finding] = [one for one in report.findings if one.severity is Severity.ERROR]
    assert (report.claims[0].verdict, finding.rule) == ("reframed", "claim-reframed")
    assert re.fullmatch(rf"the words '{owner}.*' come (before|after) your facts \(claim 'c'\)", finding.message)


def test_the_message_has_the_words_before_the_facts(hold: Callable[..., Report]) -> None:
    text = "Republicans hold 53 seats and Democrats have 47 seats."
    [finding] = hold(text, SPEC.format("[Republicans, 47]")).findings
    assert finding.message == "the words 'Democrats have' come before your facts (claim 'c')"


def test_the_message_has_the_whole_subject(hold: Callable[..., Report]) -> None:
    text = "Ada Lind's lawyer left on Monday."
    [finding] = hold(text, SPEC.format("[Ada Lind, left, Monday]")).findings
    assert finding.message == "a listed fact is only part of the subject 'Ada Lind's lawyer' (claim 'c')"
