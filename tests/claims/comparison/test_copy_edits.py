"""A newsroom's copy edits: those that change no fact pass both ways, and what looks like one does not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factspec.claims.comparison.compare import compare

PATH = Path(__file__).parents[2] / "pairs" / "copy_edits.yaml"
ROWS = yaml.safe_load(PATH.read_text(encoding="utf-8"))


def rows(*, passes: bool) -> list[Any]:
    return [
        pytest.param(row["approved"], row["found"], row["outcome"], id=row["id"])
        for row in ROWS
        if (row["outcome"] == "same") == passes
    ]


@pytest.mark.parametrize("approved, found, outcome", rows(passes=False))
def test_what_a_copy_edit_must_not_change(approved: str, found: str, outcome: str) -> None:
    wanted = {"changed", "reworded"} if outcome == "not same" else {outcome}
    assert compare(approved, found).outcome.value in wanted
    assert compare(found, approved).outcome.value in wanted


@pytest.mark.parametrize("approved, found, outcome", rows(passes=True))
def test_a_copy_edit_passes(approved: str, found: str, outcome: str) -> None:
    assert compare(approved, found).outcome.value == outcome
    assert compare(found, approved).outcome.value == outcome
