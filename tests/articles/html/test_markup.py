import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.html.markup import Tag, Text, attributes, tokens


def written(source: str) -> list[str]:
    return [source[one.start : one.end] for one in tokens(source) if isinstance(one, Tag) or not one.doubt]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("a < b <3 <", ["a < b <3 <"], id="no tag"),
        pytest.param("a<!-- <b> -->c<!doctype x><?php y>d", ["a", "c", "d"], id="comments and declarations"),
        pytest.param("<!--> a", [" a"], id="an empty comment"),
        pytest.param("a<!-- b", ["a"], id="an unclosed comment"),
        pytest.param("<a b='>' c=\">\">d</a>", ["<a b='>' c=\">\">", "d", "</a>"], id="quoted angles"),
        pytest.param("<a b='c>d", ["<a b='c>", "d"], id="an unclosed value"),
        pytest.param("<script>a<b></script>c", ["<script>", "a<b>", "</script>", "c"], id="raw text"),
        pytest.param("<title>a", ["<title>", "a"], id="unclosed raw text"),
    ],
)
def test_tokens(source: str, expected: list[str]) -> None:
    assert written(source) == expected


@pytest.mark.parametrize("source", ["<a b='c>d", '<a b="', "a <b", "a <!b", "</b"])
def test_from_an_unfinished_tag_on_the_page_is_in_doubt(source: str) -> None:
    assert [source[one.start] for one in tokens(source) if isinstance(one, Text) and one.doubt] == ["<"]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<a>", {}, id="none"),
        pytest.param("<a/>", {}, id="self-closing"),
        pytest.param("<A Href='x' hidden>", {"href": "x", "hidden": ""}, id="case and no value"),
        pytest.param('<a href = "a&amp;b" href=c>', {"href": "a&b"}, id="an entity; the first of two"),
        pytest.param("<a href=it's/x>", {"href": "it's/x"}, id="a bare value"),
        pytest.param("<a b'c='d' \"e>", {"b'c": "d", '"e': ""}, id="quotes in names"),
        pytest.param("<a =b c=>", {"=b": "", "c": ""}, id="a sign in a name, a value that is not there"),
    ],
)
def test_attributes(source: str, expected: dict[str, str]) -> None:
    (tag,) = [token for token in tokens(source) if isinstance(token, Tag)]

    assert attributes(source, tag) == expected


@given(source=st.text("<>/!-ab'\"= &\n") | st.text())
def test_tokens_are_in_order_and_lose_no_text_outside_angles(source: str) -> None:
    end = 0
    for token in tokens(source):
        if isinstance(token, Text) and token.doubt:
            assert source[token.start] == "<"
            continue
        assert end <= token.start < token.end
        assert token.start == end or source[end] == "<"
        assert isinstance(token, Text) or source[token.start] == "<"
        end = token.end
