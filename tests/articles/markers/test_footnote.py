import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He [1] said.", id="a number"),
        pytest.param("He ^1 said.", id="a caret"),
        pytest.param("He [a^b] said.", id="a caret inside"),
    ],
)
def test_no_footnote(text: str) -> None:
    assert parse_article(text.encode(), "text", styles=("footnote",)).text == text


@pytest.mark.parametrize(
    "written, ids, advice",
    [
        pytest.param("[^1]", "1", "", id="number"),
        pytest.param("[^long-name]", "long-name", "", id="name"),
        pytest.param("[^]", "", "names no footnote", id="empty"),
        pytest.param("[^1, 2]", "1 2", "[^1][^2]", id="a list"),
        pytest.param("[^1", "1", "no closing bracket", id="unclosed"),
    ],
)
def test_footnotes(written: str, ids: str, advice: str) -> None:
    article = parse_article(f"He left {written}. She stayed.".encode(), "text", styles=("footnote",))
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert advice in marker.problem
    assert bool(marker.problem) == bool(advice)
    assert article.text == "He left. She stayed."
