import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text, rest",
    [
        pytest.param("It is [so](u).", "It is so.", id="words"),
        pytest.param("It is [2026](u).", "It is 2026.", id="four digits"),
        pytest.param("It is [1 of 3](u).", "It is 1 of 3.", id="a number and words"),
    ],
)
def test_a_link_with_words_is_text(text: str, rest: str) -> None:
    article = parse_article(text.encode(), "markdown")

    assert article.text == rest
    assert len(article.links) == 1
    assert article.markers == ()


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("[1](u)", "1", id="a number"),
        pytest.param("[[1]](u)", "1", id="brackets"),
        pytest.param("[1, 3](u)", "1 3", id="a list"),
        pytest.param("[[1-3]](u)", "1 2 3", id="a range"),
    ],
)
def test_markers(written: str, ids: str) -> None:
    article = parse_article(f"He left {written}. She stayed.".encode(), "markdown")
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert article.source[marker.source_start : marker.source_end] == written
    assert article.text == "He left. She stayed."
    assert article.links == ()


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("[1](u), [3](v)", ["1", "3"], id="a list is no range"),
        pytest.param("[1](u) – [3](v)", ["1", "3"], id="a dash in the sentence is no range"),
        pytest.param("[1](u)–[3](v)", ["1 2 3"], id="a range"),
        pytest.param("[1, 4](u)-[6](v)", ["1 4 5 6"], id="a range behind a number"),
    ],
)
def test_two_links_and_a_dash(written: str, ids: list[str]) -> None:
    article = parse_article(f"He left {written} at noon.".encode(), "markdown")

    assert [marker.ids for marker in article.markers] == [tuple(one.split()) for one in ids]


def test_a_range_that_counts_down_is_broken() -> None:
    (marker,) = parse_article(b"He left [3](u)-[1](v).", "markdown").markers

    assert "does not count up" in marker.problem
