"""The ends of approved words never cut a fact; rows that they leave whole come first."""

import pytest

from factspec.claims.cut_facts import uncut
from factspec.claims.index import index_of
from factspec.claims.wording import places
from factspec.projects.loading import parse_article


def widened(approved: str, article: str, *, names: bool = True) -> str:
    """The approved words in an article, with the rest of the facts that their ends cut."""
    index = index_of(parse_article(article.encode(), "text"))
    [anchor] = places(index, approved)
    start, end = index.span(uncut(index, anchor, names=names))
    return index.article.text[start:end]


@pytest.mark.parametrize(
    ("approved", "article"),
    [
        pytest.param("It opens on Friday", "It opens on Friday in the hall.", id="no more of the day"),
        pytest.param("Shares fell 3 per cent", "Shares fell 3 per cent to 14 euros.", id="another amount"),
        pytest.param("will buy 400", "Lind will buy 400. Million-euro deals are rare.", id="another sentence"),
        pytest.param("at least 5 died", "Rescuers said at least 5 died in the mine.", id="a bound inside"),
        pytest.param("Schools will close", "Almost all day it rained. Schools will close.", id="a bound elsewhere"),
        pytest.param("Ada Holm spoke", "On Friday Ada Holm spoke.", id="the whole name"),
    ],
)
def test_nothing_is_cut(approved: str, article: str) -> None:
    assert widened(approved, article) == approved


@pytest.mark.parametrize(
    ("approved", "article", "whole"),
    [
        pytest.param("will buy 400", "Lind will buy 400 million shares.", "will buy 400 million", id="a magnitude"),
        pytest.param("Holm spoke", "On Friday Ada Holm spoke.", "Ada Holm spoke", id="a name before"),
        pytest.param("we met Ada", "On Friday we met Ada Holm.", "we met Ada Holm", id="a name after"),
        pytest.param("5 died", "Rescuers said at least 5 died.", "at least 5 died", id="a bound"),
        pytest.param("guilty of fraud", "She is not guilty of fraud.", "not guilty of fraud", id="a negation"),
        pytest.param(
            "president of the club",
            "The former president of the club left.",
            "former president of the club",
            id="a hedge",
        ),
        pytest.param("It opens on 12", "It opens on 12 May.", "It opens on 12 May", id="a date"),
    ],
)
def test_the_rest_of_a_fact_is_read(approved: str, article: str, whole: str) -> None:
    assert widened(approved, article) == whole


def test_part_of_a_name_may_be_listed() -> None:
    assert widened("Holm", "On Friday Ada Holm spoke.", names=False) == "Holm"
