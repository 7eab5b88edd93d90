"""The real article under waivers for what it does not cite: green, and red at the sentence whose waiver is gone.

Its sentences are read where it stands; a waiver takes its sentence from there.
"""

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from factspec.articles.article import Article
from factspec.projects.loading import parse_article
from factspec.rules.finding import Finding, Report, counted_alone
from factspec.rules.run import check
from factspec.specs.parsing import parse_spec

TODAY = date(2026, 6, 1)
# The sentences of the running text without a marker: their index, and where each begins.
UNCITED = {1: (3, 1), 6: (7, 109), 12: (15, 1), 13: (15, 129)}
SPEC = """\
    factspec: 1
    article: ../articles/seed.txt
    published: 2026-05-20
    sources: [1, 2, 3]
    claims:
      - id: arrival
        facts: [{name: Vladimir Putin}, arrived in Beijing, {date: 2026-05-19}, {name: Xi Jinping, aliases: [Xi]}]
        cites: [1]
      - id: after-trump
        facts: [China, {name: Donald Trump, aliases: [Trump]}, Kremlin]
        cites: [1, 2, 3]
      - id: friendship
        quotes: long-time good friend
        cites: [1]
      - id: agenda
        facts: [agenda, {any_of: [talks, meeting]}, not been fully detailed, alliance]
        cites: {at_least: 3}
      - id: counterbalance
        facts: [strategic issues, counterbalance, Western influence]
        cites: {all_of: [2, 3], none_of: [1]}
      - id: third-party
        facts: [officials, Beijing, Moscow, not based on, third party]
        cites: [1]
    waivers:
"""


def judged(seed: Path, waived: set[int]) -> Report:
    """The report on the article under waivers of these sentences."""
    article = parse_article(seed.read_bytes(), "text", path="articles/seed.txt")
    waivers = "".join(_waiver(article, number) for number in sorted(waived))
    return check(parse_spec((dedent(SPEC) + waivers).encode(), "specs/seed.factspec.yaml"), article, today=TODAY)


def _waiver(article: Article, number: int) -> str:
    sentence = article.sentences[number]
    at = json.dumps(article.text[sentence.start : sentence.end], ensure_ascii=False)
    return f"  - rule: uncited\n    at: {at}\n    reason: the writer's own analysis\n"


def told(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if not counted_alone(finding)]


def test_the_uncited_sentences_under_waivers_are_green(seed: Path) -> None:
    report = judged(seed, set(UNCITED))

    assert [str(finding) for finding in told(report)] == []
    assert [waiver.taken for waiver in report.waivers] == [1 for _ in UNCITED]
    assert {claim.verdict for claim in report.claims} == {"passed"}


@pytest.mark.parametrize("number", [pytest.param(number, id=f"sentence {number}") for number in UNCITED])
def test_a_removed_waiver_is_red_at_its_sentence(seed: Path, number: int) -> None:
    report = judged(seed, set(UNCITED) - {number})

    assert [(one.rule, one.severity.value, one.line, one.column) for one in told(report)] == [
        ("uncited", "error", *UNCITED[number])
    ]


@pytest.mark.parametrize("number", [pytest.param(number, id=f"sentence {number}") for number in (0, 5, 10)])
def test_a_waiver_of_a_cited_sentence_is_red_in_the_spec(seed: Path, number: int) -> None:
    report = judged(seed, {*UNCITED, number})

    assert [(one.rule, one.path) for one in told(report)] == [("waiver-unmatched", "specs/seed.factspec.yaml")]
