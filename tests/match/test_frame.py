"""Frames around approved words: rows on which nothing must happen first, as the file has them."""

from pathlib import Path

import pytest
import yaml

from factspec.match.frame import frame_of
from factspec.match.index import index_of
from factspec.match.wording import places
from factspec.reading import parse_article

ROWS = yaml.safe_load((Path(__file__).parents[1] / "pairs" / "frames.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_frame(row: dict[str, str]) -> None:
    index = index_of(parse_article(row["article"].encode(), "text"))
    [anchor] = places(index, row["approved"])
    frame = frame_of(index, anchor)
    assert (frame is not None) == (row["outcome"] == "reframed"), frame
