"""number-not-in-source: numbers, dates and names of claims, at the article's precision."""

from collections.abc import Callable

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Report


def held(hold: Callable[..., Report], says: str, stored: str, evidence: str = "") -> Report:
    spec = (
        "sources: [1, 2]\nrules: {citation-unused: off}\n"
        f'claims:\n  - id: c\n    says: "{says}"\n    cites: [1]\n{evidence}'
    )
    return hold(f"{says} [1].\n", spec, sources={"1": StoredText(text=stored)})


@pytest.mark.parametrize(
    ("says", "stored"),
    [
        pytest.param("The lock is old", "nothing of the kind", id="no fact"),
        pytest.param("About 3 million people came", "2,968,000 people came.", id="about"),
        pytest.param("Some 3 million came", "It was 2.9 million.", id="less precise"),
        pytest.param("It cost 18.6 million crowns", "costs of 18.6 million crowns", id="money"),
        pytest.param("It closed in March 2025", "It closed on 3 March 2025.", id="month of a day"),
        pytest.param("It closed on 3 March", "It closed on 3 March 2025.", id="day without a year"),
        pytest.param("It closed in 2025", "It closed on 3 March 2025.", id="year of a day"),
        pytest.param("It closed in June", "It closed on 3 June 2025.", id="a month alone"),
        pytest.param("It closed in September", "Sept 2025", id="a month cut"),
        pytest.param("It took twelve boats", "They sent 12 boats.", id="words and digits"),
        pytest.param("President Vladimir Putin came", "Putin came.", id="family name"),
        pytest.param("The UN came", "The United Nations came.", id="initials"),
        pytest.param("The Chinese side came", "China's side came.", id="people"),
        pytest.param("It was the first of two boats", "It was a boat.", id="first and two"),
        pytest.param("It was closed for Ada Lind's team", "the team of Ada Lind", id="possessive"),
    ],
)
def test_in_the_source(hold: Callable[..., Report], says: str, stored: str) -> None:
    assert not held(hold, says, stored).findings


@pytest.mark.parametrize(
    ("says", "stored", "found"),
    [
        pytest.param("It was 3.0 million", "It was 2.9 million.", "3.0 million", id="more precise"),
        pytest.param("It cost 21 million crowns", "It cost 12 million crowns.", "21 million", id="exchanged"),
        pytest.param("It took 3 boats", "It took 3.5 million boats.", "3", id="inside a number"),
        pytest.param("It closed on 3 March 2025", "It closed in March 2025.", "3 March 2025", id="a day of a month"),
        pytest.param("It closed on 3 March 2025", "It closed on 3 March 2024.", "3 March 2025", id="year"),
        pytest.param("It closed in May 2025", "It closed on 3 March 2025.", "May 2025", id="month"),
        pytest.param("It took boats in June", "It took boats in May.", "June", id="a month alone"),
        pytest.param("It took 30 per cent", "It took 30 boats.", "30 per cent", id="a share of what is a number"),
        pytest.param("They met Vladimir Putin", "They met the president.", "Vladimir Putin", id="name"),
    ],
)
def test_not_in_the_source(hold: Callable[..., Report], says: str, stored: str, found: str) -> None:
    [finding] = held(hold, says, stored).findings
    assert (finding.rule, finding.severity, finding.claim, finding.found) == (
        "number-not-in-source",
        "warning",
        "c",
        found,
    )
    assert "is not in [1]" in finding.message


def test_the_nearest_passage_is_shown(hold: Callable[..., Report]) -> None:
    [finding] = held(hold, "Repairs cost 21 million crowns", "Repairs cost 18.6 million crowns. The end.").findings
    assert finding.expected.startswith("Repairs cost 18.6 million")
    assert finding.label == "nearest"


def test_evidence_bears_a_number_out(hold: Callable[..., Report]) -> None:
    evidence = "    evidence: [{source: 1, quote: It cost 21 million crowns}]\n"
    report = hold(
        "It cost 21 million crowns [1].\n",
        f"sources: [1]\nclaims:\n  - id: c\n    says: It cost 21 million crowns\n    cites: [1]\n{evidence}",
        sources={},
    )
    assert not report.findings


def test_a_cited_source_without_a_text_leaves_it_unchecked(hold: Callable[..., Report]) -> None:
    spec = "sources: [1, 2]\nclaims: [{id: c, says: It cost 21 million crowns, cites: [1, 2]}]\n"
    stored = {"1": StoredText(text="It cost a lot.")}
    report = hold("It cost 21 million crowns [1, 2].\n", spec, sources=stored)
    assert not report.findings
    assert (report.article.facts_found, report.article.facts_unchecked) == (0, 1)
