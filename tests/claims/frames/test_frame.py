"""Frames around approved words; rows without a frame come first."""

from pathlib import Path

import pytest
import yaml

from factspec.claims.frames.around import frame_of
from factspec.claims.index import index_of
from factspec.claims.wording import places
from factspec.projects.loading import parse_article

ROWS = yaml.safe_load((Path(__file__).parents[2] / "pairs" / "frames.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_frame(row: dict[str, str]) -> None:
    index = index_of(parse_article(row["article"].encode(), "text"))
    [anchor] = places(index, row["approved"])
    frame = frame_of(index, anchor)
    assert (frame is not None) == (row["outcome"] == "reframed"), frame


@pytest.mark.parametrize(
    "article",
    [
        pytest.param("These are the news:\n\n- The council met.\n- The pool closed in May.\n", id="a list"),
        pytest.param("It was wrong of him:\n\nThe pool closed in May.\n", id="no list after a colon"),
        pytest.param("The following is true. The pool closed in May.\n", id="what is true"),
        pytest.param("That is false. The pool closed in May.\n", id="what was said before"),
        pytest.param("The pool closed in May. “…! In fact. So.", id="a next sentence without a word"),
    ],
)
def test_what_is_said_in_another_sentence(article: str) -> None:
    index = index_of(parse_article(article.encode(), "markdown"))
    [anchor] = places(index, "The pool closed in May")
    assert frame_of(index, anchor) is None
