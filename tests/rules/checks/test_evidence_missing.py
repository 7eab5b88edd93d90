"""evidence-missing: evidence stands word for word in its source's stored text."""

from collections.abc import Callable

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.projects.loading import parse_article
from factspec.rules import run
from factspec.rules.finding import Report
from factspec.specs.parsing import parse_spec

STORED = "Report. The line was closed in March 2025 after divers found cracks under the north land-\ning. It was cold."


def held(hold: Callable[..., Report], quote: str, stored: StoredText | None = None) -> Report:
    head = "sources:\n  - id: 1\nclaims:\n  - id: c\n    says: The line is closed\n    evidence:\n"
    spec = f"{head}      - {{source: 1, quote: '{quote}'}}\n"
    return hold("The line is closed [1].\n", spec, sources={"1": stored or StoredText(text=STORED)})


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("The line was closed in March 2025", id="as it stands"),
        pytest.param("the line was closed in March 2025.", id="letter and stop"),
        pytest.param("The line was closed … after divers found cracks", id="gap"),
        pytest.param("under the north landing", id="over a hyphen at a line's end"),
    ],
)
def test_found(hold: Callable[..., Report], quote: str) -> None:
    report = held(hold, quote)
    assert not report.findings
    assert (report.article.evidence_found, report.article.evidence_unchecked) == (1, 0)


def test_a_source_without_a_text_leaves_it_unchecked(hold: Callable[..., Report]) -> None:
    report = held(hold, "anything else", StoredText(problem="does not exist"))
    assert (report.article.evidence_found, report.article.evidence_unchecked) == (0, 1)
    assert "evidence-missing" not in [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    ("quote", "standing", "found"),
    [
        pytest.param("The line was closed in May 2025", "DRIFTED", "The line was closed in March 2025", id="a word"),
        pytest.param("The line was not closed in March 2025", "DRIFTED", "The line was closed in March 2025", id="not"),
        pytest.param("Ticket prices rise again this winter", "ABSENT", "", id="nothing like it"),
    ],
)
def test_missing(hold: Callable[..., Report], quote: str, standing: str, found: str) -> None:
    [finding] = held(hold, quote).findings
    assert (finding.rule, finding.claim, finding.path, finding.line) == (
        "evidence-missing",
        "c",
        "specs/a.factspec.yaml",
        9,
    )
    assert f"({standing})" in finding.message
    assert (finding.expected, finding.found) == (quote, found)
    assert bool(finding.differences) == (standing == "DRIFTED")


def test_a_source_that_only_evidence_names_is_used(hold: Callable[..., Report]) -> None:
    spec = (
        "sources: [1, 2]\nclaims:\n  - {id: c, says: The line is closed, evidence: [{source: 2, quote: It was cold}]}\n"
    )
    assert not hold("The line is closed [1].\n", spec, sources={"2": StoredText(text=STORED)}).findings


def test_evidence_of_a_claim_that_a_partial_rendition_leaves_out_is_not_judged() -> None:
    text = (
        "factspec: 1\narticle: [b.txt, {file: a.txt, partial: true}]\nsources: [1]\nclaims:\n  - id: c\n"
        "    says: The quay is open\n    evidence: [{source: 1, quote: nothing of the kind}]\n"
    )
    article = parse_article(b"The line is closed [1].\n", "text", path="a.txt")
    report = run.check(parse_spec(text.encode(), "a.factspec.yaml"), article, sources={"1": StoredText(text=STORED)})
    assert not report.errors
    assert not report.claims
