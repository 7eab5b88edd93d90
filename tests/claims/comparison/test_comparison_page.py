"""The page on comparison has every class of harmless differences and every kind of fact; `make keys` writes them."""

import re
from pathlib import Path

from factspec.claims.comparison.compare import harmless_classes
from factspec.facts.found import kinds

PAGE = (Path(__file__).parents[3] / "docs" / "comparison.md").read_text(encoding="utf-8")


def test_the_classes_on_the_page() -> None:
    rows = re.findall(r"^\| (.+?) \| .+ \| .+ \| `.+` = `.+` \|$", PAGE, re.MULTILINE)
    assert rows == [one.name for one in harmless_classes()]


def test_the_kinds_of_fact_on_the_page() -> None:
    assert re.findall(r"^\* \*\*(\w+)\*\*: .+\.$", PAGE, re.MULTILINE) == sorted(kinds())
