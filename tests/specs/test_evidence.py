"""Evidence in a spec: passages of sources that a claim cites."""

from collections.abc import Callable

import pytest

from factspec.specs.model import Evidence, Located, Spec

MistakeLines = Callable[[str], list[str]]


def spec(evidence: str, cites: str = "") -> str:
    return f"sources: [1, 2, 3]\nclaims:\n  - id: a\n    says: it is old\n{cites}    evidence: {evidence}\n"


def test_evidence_as_written(load: Callable[[str], Spec]) -> None:
    [claim] = load(spec("\n      - source: 1\n        quote: It was old … indeed")).claims
    assert claim.evidence == (Evidence("1", Located("It was old … indeed", 9)),)
    assert claim.evidence[0].quote.line == 9


@pytest.mark.parametrize(
    ("evidence", "cites"),
    [
        pytest.param("[{source: 1, quote: a}]", "", id="citations are not judged"),
        pytest.param("[{source: 1, quote: a}]", "    cites: [1, 2]\n", id="one of the cited"),
        pytest.param("[{source: 3, quote: a}]", "    cites: {all_of: [1], any_of: [2, 3]}\n", id="one that may be"),
        pytest.param("[{source: 3, quote: a}]", "    cites: {all_of: [1], at_least: 2}\n", id="one that is left open"),
        pytest.param("[{source: 3, quote: a}]", "    cites: {none_of: [1]}\n", id="one that is not forbidden"),
        pytest.param("[{source: 1, quote: a}, {source: 1, quote: b}]", "    cites: [1]\n", id="two of one source"),
    ],
)
def test_evidence_of_a_source_that_may_be_cited(mistake_lines: MistakeLines, evidence: str, cites: str) -> None:
    assert mistake_lines(f"+{spec(evidence, cites)}") == []


@pytest.mark.parametrize(
    ("evidence", "cites", "expected"),
    [
        pytest.param(
            "[{source: 4, quote: a}]", "", "7:25: the evidence is from source `4`, which is not", id="undeclared"
        ),
        pytest.param(
            "[{source: 3, quote: a}]", "    cites: [1]\n", "8:25: the evidence is from source `3`", id="not cited"
        ),
        pytest.param(
            "[{source: 1, quote: a}]", "    cites: []\n", "8:25: the evidence is from source `1`", id="none cited"
        ),
        pytest.param(
            "[{source: 3, quote: a}]", "    cites: {all_of: [1]}\n", "8:25: the evidence is from", id="not named"
        ),
        pytest.param(
            "[{source: 1, quote: a}]", "    cites: {none_of: [1]}\n", "8:25: the evidence is from", id="banned"
        ),
        pytest.param("[{source: 1, quote: '…'}]", "", "7:35: `quote` is `…`: only gaps", id="a gap alone"),
        pytest.param("[{source: 1, quote: }]", "", "7:28: `quote` is nothing, but should be text", id="no quote"),
    ],
)
def test_evidence_that_cannot_be(mistake_lines: MistakeLines, evidence: str, cites: str, expected: str) -> None:
    [only] = mistake_lines(f"+{spec(evidence, cites)}")
    assert only.startswith(expected)
    assert not only.endswith("| ")
