"""Frames around approved words: rows on which nothing must happen first, as the file has them."""

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
    ("article", "expected"),
    [
        pytest.param("These are the news:\n\n- The council met.\n- The pool closed in May.\n", "", id="a list"),
        pytest.param("It was wrong of him:\n\nThe pool closed in May.\n", "", id="no list behind a colon"),
        pytest.param("The following is true. The pool closed in May.\n", "", id="what is true"),
        pytest.param("That is false. The pool closed in May.\n", "", id="what was said before"),
        pytest.param("The following is false. The pool closed in May.\n", "denial", id="the following"),
        pytest.param("None of the following is true. The pool closed in May.\n", "denial", id="none of the following"),
        pytest.param(
            "These claims are false:\n\n- The council met.\n- The pool closed in May.\n", "denial", id="claims"
        ),
        pytest.param("Three myths:\n\n- The pool closed in May.\n", "denial", id="myths"),
    ],
)
def test_what_announces_it(article: str, expected: str) -> None:
    index = index_of(parse_article(article.encode(), "markdown"))
    [anchor] = places(index, "The pool closed in May")
    frame = frame_of(index, anchor)
    assert (frame.does if frame else "") == expected


def test_a_next_sentence_without_a_word() -> None:
    index = index_of(parse_article(b"The pool closed in May. \xe2\x80\x9c\xe2\x80\xa6! In fact. So.", "text"))
    [anchor] = places(index, "The pool closed in May")
    assert frame_of(index, anchor) is None


@pytest.mark.parametrize(
    ("above", "framed"),
    [
        ("What happened this week:", False),
        ("The minutes show that:", False),
        ("We know that:", False),
        ("The council took three steps:", False),
        ("The council confirmed the following:", False),
        ("Nobody denies that:", False),
        ("The mayor was wrong, and the town paid.", False),
        ("If you missed the news:", False),
        ("The mayor denied fraud. What we know:", False),
        ("What is not in doubt:", False),
        ("Why the rumours matter:", False),
        ("The report found:", False),
        ("Key facts, not all of them new:", False),
        ("Four things you may not know:", False),
        ("What the new rule says:", False),
        ("The union says the following:", False),
        ("Police said:", False),
        ("In the report:", False),
        ("Fears allayed:", False),
        ("Three claims to fame:", False),
        ("Provided in each room:", False),
        ("Facts, not myths:", False),
        ("\u0301", False),
        ("It is not true that", True),
        ("The council denies the following:", True),
        ("There is no evidence that:", True),
        ("Rumours that we could not confirm:", True),
        ("Three lies that went round:", True),
        ("True or false?", True),
        ("If the vote goes well:", True),
        ("Proposals that were rejected:", True),
        ("In the novel:", True),
        ("The council has not done the following:", True),
    ],
)
def test_what_stands_above_its_list(above: str, framed: bool) -> None:
    article = f"{above}\n\n- It met in May.\n- The council sold the mill.\n"
    index = index_of(parse_article(article.encode(), "markdown"))
    [anchor] = places(index, "The council sold the mill")
    assert (frame_of(index, anchor) is not None) == framed
