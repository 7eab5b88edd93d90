"""claim-contradicted: another sentence says the same as an approved claim, with another fact."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from factspec.rules.finding import Report, Severity

_PAIRS = yaml.safe_load((Path(__file__).parents[2] / "pairs" / "contradictions.yaml").read_text("utf-8"))
# A final is one final whatever minute it is won in; to the rule, "in the last minute" may make it another.
_NOT_REACHED = {"contradictions-contradicted-7"}


def _contradicted(report: Report) -> list[str]:
    return [one.found for one in report.findings if one.rule == "claim-contradicted"]


def _claim(words: str) -> str:
    return f'claims:\n  - id: c\n    says: "{words}"\n'


@pytest.mark.parametrize(
    ("approved", "other"),
    [
        pytest.param("The fire killed nine people.", "The fire killed 9 people on the quay.", id="same value"),
        pytest.param("The fire killed nine people.", "A fire killed ten people.", id="another one"),
        pytest.param(
            "The cup holds 2 eggs.", "The cup holds 3 eggs. The cup holds 4 eggs. The cup holds 5 eggs.", id="series"
        ),
        pytest.param("The fire killed nine people.", "The second fire killed ten people.", id="second"),
        pytest.param("The fire killed nine people.", "The fire was said to have killed ten people.", id="said to"),
        pytest.param("The fire killed nine people.", "The mayor denied that the fire killed ten people.", id="denied"),
        pytest.param("The fire killed nine people.", "Rumours that the fire killed ten people spread.", id="rumour"),
        pytest.param("The fire killed nine people.", "If the fire killed ten people, all is lost.", id="condition"),
        pytest.param("The fire killed nine people.", "The fire killed ten people?", id="question"),
        pytest.param("The fire killed nine people.", "The fire killed at least eight people.", id="bound"),
        pytest.param("The fire killed nine people.", "In 1963 the fire killed ten people.", id="another year"),
        pytest.param("The ship arrived on Tuesday.", "The ship arrives on Thursdays.", id="habit"),
        pytest.param("The ship arrived on Tuesday.", "The ship left on Thursday.", id="another event"),
        pytest.param("Shares in Havn fell on Tuesday.", "Shares in Havn fell on Thursday.", id="can happen twice"),
        pytest.param("Shares in Havn fell on Tuesday.", "Shares in Havn rose on Thursday.", id="another day"),
        pytest.param("Police said 300 people came.", "The union said 400 people came.", id="two speakers"),
        pytest.param("Karvia taxed steel.", "Estland taxed steel.", id="two can do it"),
        pytest.param("Karvia met Estland on Saturday.", "Estland met Karvia on Saturday.", id="either order"),
        pytest.param("The council approved the plan.", "The council did not approve the budget.", id="another thing"),
        pytest.param("The council approved the plan.", "The court did not approve the plan.", id="another body"),
        pytest.param("All passengers survived.", "All of the passengers survived.", id="same quantifier"),
        pytest.param("Many passengers survived.", "Some passengers survived.", id="both may hold"),
        pytest.param("The shop opened at 9 a.m.", "The shop closed at 9 a.m.", id="both may hold of one hour"),
        pytest.param("The prize went to Amara Osei.", "The prize went to Tomas Reyl and Amara Osei.", id="both"),
    ],
)
def test_silent(hold: Callable[..., Report], approved: str, other: str) -> None:
    assert _contradicted(hold(f"{approved}\n\n{other} It rained.\n", _claim(approved))) == []


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in _PAIRS if not row["contradicted"]])
def test_pairs_that_agree(hold: Callable[..., Report], row: dict[str, str]) -> None:
    assert _contradicted(hold(row["article"], _claim(row["approved"]))) == []


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in _PAIRS if row["contradicted"]])
def test_pairs_that_contradict(hold: Callable[..., Report], row: dict[str, str]) -> None:
    found = _contradicted(hold(row["article"], _claim(row["approved"])))
    assert len(found) == (row["id"] not in _NOT_REACHED)


def test_both_places_are_told(hold: Callable[..., Report]) -> None:
    text = "The ship arrived in Havn on Tuesday.\n\nAfter the ship landed in Havn on Thursday, it was met by him.\n"
    report = hold(text, _claim("The ship arrived in Havn on Tuesday"))
    [finding] = [one for one in report.findings if one.rule == "claim-contradicted"]
    assert finding.severity is Severity.WARNING
    assert (finding.claim, finding.line, finding.column, finding.spec_line) == ("c", 3, 34, 5)
    assert finding.message == "weekday Tuesday → Thursday: line 3 contradicts claim 'c' on line 1"


def test_what_was_not_approved_is_no_claim(hold: Callable[..., Report]) -> None:
    text = "The ship arrived in Havn on Tuesday.\n\nThe ship arrived in Havn on Thursday.\n"
    report = hold(text, 'claims:\n  - {id: c, says: "The ship arrived in Havn", occurrence: 1}\n')
    assert _contradicted(report) == []
