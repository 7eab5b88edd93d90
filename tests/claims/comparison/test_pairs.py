"""The project's own edit pairs of news language: no change passes, an honest edit does."""

import json
from pathlib import Path
from typing import Any

import pytest

from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare

ROWS = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "pairs").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
# What the rules are known to name otherwise, with the reason.
KNOWN = {"clock-3": "an hour without minutes before a zone reads as a number"}
KINDS = {
    "year": {"date", "number"},
    "magnitude": {"number"},
    "number": {"number"},
    "number_word": {"number"},
    "currency": {"money"},
    "money": {"money"},
    "percentage": {"percentage", "number"},
    "unit": {"unit", "measure", "duration"},
    "clock": {"time"},
    "duration": {"duration"},
    "date": {"date"},
    "month": {"month", "date"},
    "weekday": {"weekday"},
    "name": {"name"},
    "names_exchanged": {"name"},
    "word_order": {"order"},
    "negation_added": {"negation", "opposite"},
    "negation_removed": {"negation"},
    "hedge_added": {"hedge"},
    "hedge_removed": {"hedge"},
    "hedge_changed": {"hedge"},
    "quantifier": {"quantifier"},
    "direction": {"opposite", "order"},
    "attribution": {"attribution"},
}


def rows(label: str, *, reworded: bool = False) -> list[Any]:
    return [
        pytest.param(row["base_text"], row["edited_text"], row["kind"], id=row["id"])
        for row in ROWS
        if row["label"] == label and (row["kind"] == "rewording") == reworded
    ]


@pytest.mark.parametrize("base, edited, kind", rows("benign"))
def test_an_honest_edit_passes(base: str, edited: str, kind: str) -> None:
    assert compare(base, edited).outcome is Outcome.SAME, kind


@pytest.mark.parametrize("base, edited, kind", rows("benign", reworded=True))
def test_a_rewording_is_no_change(base: str, edited: str, kind: str) -> None:
    assert compare(base, edited).outcome is Outcome.REWORDED, kind


@pytest.mark.parametrize("base, edited, kind", rows("factual"))
def test_a_changed_fact_never_passes(base: str, edited: str, kind: str, request: pytest.FixtureRequest) -> None:
    comparison = compare(base, edited)
    assert comparison.outcome is not Outcome.SAME
    if kind in KINDS and not any(known in request.node.name for known in KNOWN):
        assert KINDS[kind] & {difference.kind for difference in comparison.differences}


def test_there_are_at_least_three_hundred_pairs_almost_half_of_them_benign() -> None:
    benign = sum(row["label"] == "benign" for row in ROWS)
    assert len(ROWS) >= 300
    assert benign * 2 >= len(ROWS) * 0.9
