"""claim-missing: nothing in the article comes near a claim."""

from collections.abc import Callable

import pytest

from factspec.projects.loading import parse_article
from factspec.rules import run
from factspec.rules.finding import Report
from factspec.specs.parsing import parse_spec

ARTICLE = """\
The ferry "Aurora" returned to Port Lund on Monday after twelve days in dock. The crossing takes forty minutes.

The crossing takes forty minutes.
"""


def says(words: str, extra: str = "") -> str:
    return f'claims:\n  - id: c\n    says: "{words}"\n{extra}'


@pytest.mark.parametrize(
    ("facts", "verdicts"),
    [
        pytest.param("ferry, zeppelin", [], id="half of them stand"),
        pytest.param("zeppelin, airfield", [], id="none stands"),
    ],
)
def test_a_partial_rendition_may_leave_a_claim_out(facts: str, verdicts: list[str]) -> None:
    article = "factspec: 1\narticle: [../b.txt, {file: ../articles/a.txt, partial: true}]\n"
    spec = parse_spec((article + f"claims:\n  - id: c\n    facts: [{facts}]\n").encode(), "specs/a.factspec.yaml")
    report = run.check(spec, parse_article(ARTICLE.encode(), "text", path="articles/a.txt"))
    assert [claim.verdict for claim in report.claims] == verdicts


def test_nothing_is_near_the_wording(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, says("A Swedish orchestra played on the quay until midnight")).findings
    assert (finding.rule, finding.claim) == ("claim-missing", "c")


def test_occurrence_beyond_the_last(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, says("The crossing takes forty minutes", "    occurrence: 3\n"))
    [finding] = report.findings
    assert finding.rule == "claim-missing"
    assert "2 times" in finding.message


def test_no_listed_fact_stands(hold: Callable[..., Report]) -> None:
    report = hold(ARTICLE, "claims:\n  - id: c\n    facts: [zeppelin, airfield]\n")
    assert [finding.rule for finding in report.findings] == ["claim-missing"]


def test_no_quotation_is_near(hold: Callable[..., Report]) -> None:
    spec = "claims:\n  - id: q\n    quotes: a very old lock\n"
    [finding] = hold('Ada Holm called the ship "a floating palace".', spec).findings
    assert (finding.rule, finding.claim) == ("claim-missing", "q")


DELETED = "The bank of Lund raised its rate to 4 per cent on Monday, and the crown fell against the euro"
STRANGER = (
    "The council of Lund raised its tax to 5 per cent in May, and the price of the crown fell in June, said Bo Ek."
)
OWN = "On Friday the bank of Lund cut its rate to 3 per cent, and the crown rose against the euro ."


def test_a_deleted_sentence_is_not_compared_with_another(hold: Callable[..., Report]) -> None:
    [finding] = hold(f"It rained. {STRANGER}", says(DELETED)).findings
    assert finding.rule == "claim-missing"
    assert finding.found == STRANGER


def test_a_sentence_with_several_changes_is_the_approved_one(hold: Callable[..., Report]) -> None:
    [finding] = hold(f"It rained. {OWN}", says(DELETED)).findings
    assert finding.rule == "claim-changed"


@pytest.mark.parametrize(
    ("claim", "named"),
    [
        pytest.param("says: Ferry back", True, id="words of an entry"),
        pytest.param("says: ferry back.", True, id="a sentence"),
        pytest.param("quotes: Ferry back", True, id="a quotation"),
        pytest.param("says: Ferries back", False, id="other words"),
    ],
)
def test_words_in_the_list_of_sources_are_named(hold: Callable[..., Report], claim: str, named: bool) -> None:
    text = "It rained [1].\n\nReferences\n\n[1] Ferry back, Wire, https://a.example/x\n"
    report = hold(text, f"sources: [1]\nclaims: [{{id: c, {claim}}}]\n")
    [message] = [one.message for one in report.findings if one.rule == "claim-missing"]
    assert ("these words are in reference 1, line 5" in message) is named
