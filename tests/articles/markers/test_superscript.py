import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text, styles",
    [
        pytest.param("He left¹.", None, id="not declared"),
        pytest.param("It has 4 km².", ("superscript",), id="a unit"),
        pytest.param("It has 5 m² of 10⁶.", ("superscript",), id="a power"),
    ],
)
def test_no_marker(text: str, styles: tuple[str, ...] | None) -> None:
    assert parse_article(text.encode(), "text", styles=styles).text == text


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("¹", "1", id="one"),
        pytest.param("¹²", "12", id="two digits"),
        pytest.param("¹,³", "1 3", id="list"),
        pytest.param("¹⁻³", "1 2 3", id="range"),
    ],
)
@pytest.mark.parametrize("before", ["He left.", "It fell in 2010", "It fell in 2010."])
def test_markers(before: str, written: str, ids: str) -> None:
    article = parse_article(f"{before}{written} She stayed.".encode(), "text", styles=("superscript",))

    assert [marker.ids for marker in article.markers] == [tuple(ids.split())]
    assert article.text == f"{before} She stayed."
