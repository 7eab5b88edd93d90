import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factspec import parse_article
from factspec.articles.article import Article, ArticleError

FORMATS = ["html", "markdown", "text"]

# Signs that make structure in some format, so that random text has it.
# fmt: off
SIGNS = (
    "[1]", "[1, 2]", "[2-4]", " [1][2]", "[1", "]", "[]", "【1】", "[^a]", "[@k]", "(u)", "[1](u)", "[a](u)",
    "\n", "\n\n", "\r\n", "\r", "\n- ", "\n1. ", "\n> ", "\n    ", "# ", "**", "_", "`", "|a|b|\n|-|-|\n",
    "-->", "\\", "¹", "é", "你好。", "😀", "\u2028", "\xa0", ". ", "! ", '"', "U.S. ", "Sources\n", "[1]: u\n",
    "[^a]: n\n", "---\n", "~~", "![", "---\ntitle: a\n---\n", "+++\ntitle = 'a'\n+++\n", "![a](u)", "Notes\n", "```\n",
)
TAGS = (
    "<p>", "</p>", "<b>", "</b>", "<sup>", "</sup>", "<a href='u'>", "</a>", "<li>", "<ol>", "</ol>", "<td>",
    "<table>", "</table>", "<div hidden>", "</div>", "<!--", "<br>", "<", "&amp;", "&#32;", "&nbsp;", "&",
    "<q>", "</q>", "<code>", "<pre>", "<h2>", "<script>", "</script>", "<article>", "</article>",
    "<title>", "</title>", "<meta name=description content='a &amp; b'>", "<img alt='a b'>", "<img>", "</code>",
    "</pre>", "<tr>", "<th>", "<td colspan=2>", "<td rowspan=2>", "<thead>", "</thead>", "<li id=fn1>",
    "<div class=footnote>",
)
# fmt: on
SNIPPETS = st.sampled_from(SIGNS + TAGS)
DOCUMENTS = st.lists(SNIPPETS | st.text(max_size=8), max_size=30).map("".join)


def read(data: bytes, name: str, styles: tuple[str, ...] | None = None) -> Article | None:
    try:
        return parse_article(data, name, styles=styles)
    except ArticleError:
        return None


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_an_article_or_an_article_error(name: str, data: bytes) -> None:
    read(data, name)


@pytest.mark.parametrize("name", FORMATS)
@given(source=DOCUMENTS)
@example(source="a [1]\n\n[1]\n\nb")
@example(source="[1] a [2]b")
def test_every_character_and_marker_has_its_place(name: str, source: str) -> None:
    styles = ("numbered", "footnote", "superscript", "pandoc", "links")
    article = read(source.encode("utf-8", "surrogatepass"), name, styles)
    if article is None:
        return
    end = 0
    for piece in article.map.pieces:
        assert end <= piece.start < piece.end
        assert 0 <= piece.source_start <= piece.source_end <= len(article.source)
        if piece.verbatim:
            written = article.source[piece.source_start : piece.source_end]
            assert written == article.text[piece.start : piece.end]
        assert article.text[end : piece.start].strip("\n") == ""
        end = piece.end
    assert "\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert article.text[sentence.start : sentence.end].strip()
        start, stop = article.source_span(sentence.start, sentence.end)
        assert article.place(sentence.start) == article.lines.place(start)
        assert start < stop
    for marker in article.markers:
        assert 0 <= marker.at <= len(article.text)
        written = article.source[marker.source_start : marker.source_end]
        digits = "".join(re.findall(r"\w", written.translate(SUPERSCRIPTS)))
        assert marker.problem or all(label in digits or "-" in written or "–" in written for label in marker.ids)


@pytest.mark.parametrize("name", ["html", "markdown"])
@given(source=DOCUMENTS)
@example(source="<table><thead><tr><th>a<th>[1]<tbody><tr><td>b<td>c</table>")
def test_a_cell_is_a_block_and_its_heading_is_another(name: str, source: str) -> None:
    article = read(source.encode("utf-8", "surrogatepass"), name)
    if article is None:
        return
    places = {(block.start, block.end): number for number, block in enumerate(article.blocks)}
    rows = {cell.block: cell.row for cell in article.cells}
    assert len(rows) == len(article.cells)
    for cell in article.cells:
        assert cell.heading is None or rows[places[cell.heading]] < cell.row


SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

WORDS = st.lists(
    st.sampled_from(["Oslo", "talks", "were", "held", "on", "1,200", "Tuesday", "café", "U.S.", "“fine”"]),
    min_size=3,
    max_size=25,
)
MARKERS = st.sampled_from(["", "", " [1]", " [1, 3]", " [2][4]", "[5]"])
SENTENCES = st.builds(lambda words, marker: f"The {' '.join(words)} ended{marker}.", WORDS, MARKERS)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=5)


def judged(article: Article) -> object:
    sentences = [article.text[one.start : one.end] for one in article.sentences]
    markers = [(one.at, one.ids, one.group, one.problem) for one in article.markers]
    return article.text, sentences, markers, [block.kind for block in article.blocks]


MARKER, RAISED = r"\[([^]]*)\]", r"<sup>[<a href=#s>\1</a>]</sup>"


@given(paragraphs=PARAGRAPHS)
def test_every_format_gives_the_same_sentences_and_markers(paragraphs: list[list[str]]) -> None:
    bodies = [" ".join(sentences) for sentences in paragraphs]
    text = parse_article("\n\n".join(bodies).encode(), "text")
    raised = "".join(f"<p>{re.sub(MARKER, RAISED, body)}</p>\n" for body in bodies)

    assert judged(parse_article("\n\n".join(bodies).encode(), "markdown")) == judged(text)
    assert judged(parse_article(raised.encode(), "html")) == judged(text)
    assert len(text.sentences) == sum(map(len, paragraphs))


@pytest.mark.parametrize("name", FORMATS)
@given(
    paragraphs=PARAGRAPHS, breaks=st.lists(st.sampled_from([" ", "\n", "\r\n", "\r", " \n"]), min_size=1, max_size=9)
)
def test_rewrapping_changes_nothing(name: str, paragraphs: list[list[str]], breaks: list[str]) -> None:
    bodies = [" ".join(sentences) for sentences in paragraphs]
    rewrapped = []
    for body in bodies:
        words = body.split(" ")
        rewrapped.append("".join(word + breaks[index % len(breaks)] for index, word in enumerate(words)).strip())
    opening = "<p>" if name == "html" else ""
    plain = parse_article("\n\n".join(opening + body for body in bodies).encode(), name)
    wrapped = parse_article("\r\n\r\n".join(opening + body for body in rewrapped).encode(), name)

    assert judged(wrapped) == judged(plain)
