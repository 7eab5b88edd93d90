import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They cite turn 0 of the search.", id="words"),
        pytest.param("See [web] and [web: a] and [page 3].", id="brackets without a number"),
        pytest.param("The [cite] and [citation] and [span_1].", id="words of it"),
        pytest.param("A citeturn is no word, a recite is.", id="a part of it"),
    ],
)
def test_what_only_looks_like_a_leftover_is_text(text: str) -> None:
    article = parse_article(text.encode(), "text")

    assert article.text == text
    assert article.markers == ()


@pytest.mark.parametrize(
    "written, ids, program",
    [
        pytest.param("citeturn0search0", "", "ChatGPT", id="cite and turn"),
        pytest.param("citeturn0search0turn12news1", "", "ChatGPT", id="several turns"),
        pytest.param("\ue200cite\ue202turn0search0\ue201", "", "ChatGPT", id="between private signs"),
        pytest.param(":contentReference[oaicite:0]{index=0}", "", "ChatGPT", id="a content reference"),
        pytest.param("[oai_citation:1‡a.example](https://a.example/b)", "", "ChatGPT", id="a link"),
        pytest.param('({"attribution":{"attributableIndex":"1-1"}})', "", "ChatGPT", id="an attribution"),
        pytest.param("[web:1]", "1", "Perplexity", id="web"),
        pytest.param("[attached_file:2]", "2", "Perplexity", id="a file"),
        pytest.param("[cite_start]", "", "Gemini", id="the start of a citation"),
        pytest.param("[cite: 1, 2]", "1 2", "Gemini", id="a citation"),
        pytest.param("[span_3](start_span)", "", "Gemini", id="a span"),
        pytest.param("[[citation:3]]", "3", "DeepSeek", id="two pairs of brackets"),
        pytest.param("[citation:3]", "3", "DeepSeek", id="a numbered citation"),
    ],
)
@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_leftovers(written: str, ids: str, program: str, kind: str) -> None:
    article = parse_article(f"He left {written}. She stayed.".encode(), kind)
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert f"was left by {program}" in marker.problem
    assert article.source[marker.source_start : marker.source_end].startswith(written.partition("{index")[0])
    assert article.text == "He left. She stayed."


def test_in_code_they_are_text() -> None:
    article = parse_article(b"It writes `[cite_start]` here.", "markdown")

    assert article.text == "It writes [cite_start] here."
    assert article.markers == ()


def test_without_styles_they_are_text() -> None:
    assert parse_article(b"He left [web:1].", "text", styles=()).text == "He left [web:1]."
