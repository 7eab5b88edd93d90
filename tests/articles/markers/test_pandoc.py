import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text, styles",
    [
        pytest.param("He left [@key].", None, id="not declared"),
        pytest.param("He [press@wire.example] left.", ("pandoc",), id="an address"),
        pytest.param("He @key left.", ("pandoc",), id="a handle in the text"),
    ],
)
def test_no_marker(text: str, styles: tuple[str, ...] | None) -> None:
    assert parse_article(text.encode(), "markdown", styles=styles).text == text


@pytest.mark.parametrize(
    "written, ids, advice",
    [
        pytest.param("[@key]", "key", "", id="one"),
        pytest.param("[@a; @b, p. 3]", "a b", "", id="two and a page"),
        pytest.param("[see -@a:x_1, pp. 3-5]", "a:x_1", "", id="prefix and suppressed author"),
        pytest.param("[@a.]", "a", "", id="a stop is no part of the key"),
        pytest.param("[@]", "", "names no key", id="no key"),
        pytest.param("[@a; ]", "a", "write [@a]", id="an empty place"),
        pytest.param("[@a", "a", "no closing bracket", id="unclosed"),
    ],
)
def test_markers(written: str, ids: str, advice: str) -> None:
    article = parse_article(f"He left {written}. She stayed.".encode(), "markdown", styles=("pandoc",))
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert advice in marker.problem
    assert bool(marker.problem) == bool(advice)
    assert article.text == "He left. She stayed."
