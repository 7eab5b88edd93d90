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
