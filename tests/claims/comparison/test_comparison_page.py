"""The page on comparison says what the benign classes and the kinds of fact say of themselves."""

from pathlib import Path

import pytest

from factspec.claims.comparison.compare import harmless_classes
from factspec.claims.comparison.model import Harmless
from factspec.facts.found import kinds

PAGE = (Path(__file__).parents[3] / "docs" / "comparison.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("module", [pytest.param(module, id=module.name) for module in harmless_classes()])
def test_a_benign_class_stands_on_the_page(module: Harmless) -> None:
    assert f"| {module.name} | {module.passes} | {module.never} |" in PAGE


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_kind_of_fact_stands_on_the_page(kind: str) -> None:
    first = (kinds()[kind].__doc__ or "").splitlines()[0]
    assert f"* **{kind}**: {first}" in PAGE


def test_no_class_stands_on_the_page_that_is_none() -> None:
    rows = [line for line in PAGE if line.startswith("| ") and not line.startswith("| class ")]
    assert len(rows) == len(harmless_classes())
