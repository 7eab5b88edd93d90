"""An anchor's edge never cuts a fact; rows without a finding come first."""

from pathlib import Path

import pytest
import yaml

from factspec.claims.edges import uncut
from factspec.claims.index import index_of
from factspec.claims.wording import places
from factspec.projects.loading import parse_article

ROWS = yaml.safe_load((Path(__file__).parents[1] / "pairs" / "edges.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_edge(row: dict[str, str]) -> None:
    index = index_of(parse_article(row["article"].encode(), "text"))
    [anchor] = places(index, row["approved"])
    assert (uncut(index, anchor) != anchor) == (row["outcome"] == "changed"), index.keys(uncut(index, anchor))
