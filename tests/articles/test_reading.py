import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.growth import SQUARE, growth

from factspec import parse_article
from factspec.articles.article import Article, ArticleError
from factspec.articles.draft import Kind
from factspec.articles.reading import unusual_styles
from factspec.claims.index import index_of

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_b2a12e75be1fa79e.txt"


@pytest.mark.parametrize(
    "name, data, message",
    [
        pytest.param("a.txt", b"", "no visible text", id="empty"),
        pytest.param("a.txt", b" \n\xc2\xa0\n", "no visible text", id="white space"),
        pytest.param("a.txt", b"[1]\n", "no visible text", id="a marker alone"),
        pytest.param("a.html", b"<p hidden>a</p>", "no visible text", id="hidden text"),
        pytest.param("a.txt", b"a\0b", "binary", id="binary"),
        pytest.param(
            "a.pdf", b"a", r"'\.pdf' is not the suffix of a format; use one of .*\.md.*\.txt", id="unknown suffix"
        ),
        pytest.param("a", b"a", "has no suffix", id="no suffix"),
        pytest.param("a.txt", b"a" * 10_000_001, "the limit is 10,000,000", id="over the limit"),
    ],
)
def test_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ArticleError, match=message) as caught:
        parse_article(path)
    assert caught.value.path == str(path)


@pytest.mark.parametrize(
    "data, place",
    [
        pytest.param(b"a\xff", (1, 2), id="first line"),
        pytest.param("é\r\né\rü".encode() + b"\xe9 x", (3, 2), id="third line"),
        pytest.param(b"\xef\xbb\xbfa\xff", (1, 2), id="after a byte-order mark"),
    ],
)
def test_bad_encoding_is_refused_with_its_place(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(ArticleError, match="UTF-8") as caught:
        parse_article(data, "text", path="a.txt")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.txt", *place)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="the file does not exist; check the path, or write the file first"):
        parse_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="folder"):
        parse_article(tmp_path)
    with pytest.raises(ArticleError, match="cannot be read"):
        parse_article(f"{tmp_path}/a\0.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)

    with pytest.raises(ArticleError, match="is a named pipe, not a file; name a regular file"):
        parse_article(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained.")
    path.chmod(0)

    with pytest.raises(ArticleError, match="permission denied; give yourself the right to read it"):
        parse_article(path)


@pytest.mark.parametrize(
    "name, styles, message",
    [
        pytest.param("docx", None, "'docx' is not a format; the formats are html, markdown, text", id="format"),
        pytest.param("text", ("foot",), "'foot' is not a citation style", id="style"),
    ],
)
def test_a_wrong_option_is_refused(name: str, styles: tuple[str, ...] | None, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        parse_article(b"It rained.", name, styles=styles)


@pytest.mark.parametrize(
    "name, format, expected",
    [
        pytest.param("a.txt", "", "text", id="txt"),
        pytest.param("a.MD", "", "markdown", id="capitals"),
        pytest.param("a.htm", "", "html", id="htm"),
        pytest.param("a.txt", "html", "html", id="given"),
    ],
)
def test_format(tmp_path: Path, name: str, format: str, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"It rained.")

    article = parse_article(path, format)

    assert (article.format, article.path) == (expected, str(path))


@pytest.mark.parametrize(
    "data, name, words, place",
    [
        pytest.param("\ufeffIt rained.", "text", "It", (1, 1), id="byte-order mark"),
        pytest.param("Eins\r\nzwei\rdrei ü vier", "text", "vier", (3, 8), id="CRLF and CR"),
        pytest.param("😀 é 你好 rain", "text", "rain", (1, 8), id="multi-byte characters"),
        pytest.param("---\na: b\n---\n\n> *It* &amp; [x](u) rained", "markdown", "rained", (5, 21), id="Markdown"),
        pytest.param("---\r\na: ü\r\n---\r\nEs *ü* regnet", "markdown", "regnet", (4, 8), id="front matter in CRLF"),
        pytest.param("<p>a &eacute;\n<b>b</b> rain", "html", "rain", (2, 10), id="HTML"),
        pytest.param("a [1] rained", "text", "rained", (1, 7), id="after a marker"),
        pytest.param("a\n\nb.[1]The", "text", "The", (3, 6), id="glued to a marker"),
    ],
)
def test_places(data: str, name: str, words: str, place: tuple[int, int]) -> None:
    article = parse_article(data.encode(), name)
    at = article.text.index(words)
    start, end = article.source_span(at, at + len(words))

    assert article.place(at) == place
    assert article.source[start:end] == words


HOSTILE = {
    "deep elements": lambda count: "<div>" * count + "a" + "</div>" * count,
    "deep elements, one a line": lambda count: "<div>\n" * count + "\na",
    "deep quotations": lambda count: "> " * count + "a",
    "unclosed tags": lambda count: "a " + "<a " * count,
    "unclosed values": lambda count: "a " + "<a b='" * count,
    "unclosed comments": lambda count: "a " + "<!--" * count,
    "unclosed markers": lambda count: "a " + "[1" * count,
    "brackets": lambda count: "a " + "[" * count,
    "an endless marker": lambda count: "a [" + "1," * count + "]",
    "unclosed full-width brackets": lambda count: "a " + "【1†" * count,
    "unclosed raised text": lambda count: "a " + "<sup>1" * count,
    "white space": lambda count: "a" + " \n" * count + "b",
    "entities": lambda count: "a " + "&#1" * count,
    "stops and quotation marks": lambda count: "a" + ".'\"" * count + "b",
}


def read(build: Callable[[int], str], name: str, count: int) -> Callable[[], Article]:
    """The call that reads a hostile text in a format."""
    styles = ("numbered", "footnote", "superscript", "pandoc", "links")
    return partial(parse_article, build(count).encode(), name, styles=styles)


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in ("text", "markdown", "html")])
@pytest.mark.parametrize("build", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_a_hostile_text(build: Callable[[int], str], name: str) -> None:
    assert read(build, name, 2000)().sentences
    assert growth(partial(read, build, name), 200) < SQUARE


UNDER = {
    "text": [
        ("It rained.", []),
        ("Rain\n\nIt rained.\n\nSnow\n\nIt snowed.", [["Rain"], ["Snow"]]),
        ("These fell:\n\n- Rain.\n  - Hail.\n- Snow.\n\nIt cleared.", [["These fell:", "Rain."], ["These fell:"]]),
        ("- Rain.\n- Snow.\n\n- Hail.", []),
        ("He said:\n\nIt rained.\n\nIt snowed.", [["He said:"]]),
        ("He came. He said [1]:\n\nIt rained.", [["He said:"]]),
    ],
    "markdown": [
        (
            "# A\n\n## B\n\nIt rained.\n\n### C\n\nIt snowed.\n\n## D\n\nIt froze.",
            [["A"], ["A", "B"], ["A", "B", "C"], ["A", "D"]],
        ),
        ("A\n===\n\n#### B\n\nIt rained.\n\n## C\n\nIt froze.", [["A"], ["A", "B"], ["A", "C"]]),
        ("These:\n\n- Rain.\n\n  It fell.\n\n  > Heavily.\n- Snow.", [["These:", "Rain."], ["These:"]]),
        ("# A\n\nIt rained.[^1]\n\n[^1]: In May.\n\n# B", [["A"]]),
        ("# A\n\n- One:\n\n```\ncode\n```\n\n- Two.", [["A"], ["A", "One:"]]),
        ("![A boat](a.png)\n\n|a|b|\n|-|-|\n|c|d|", []),
    ],
    "html": [
        (
            "<h1>A</h1><section><h3>B</h3><p>It rained.</p></section><h2>C</h2><p>It froze.",
            [["A"], ["A", "B"], ["A", "C"]],
        ),
        ("<table><caption>A</caption><tr><td>b<td>c<tr><td>d<td>e</table><p>It froze.", [["A"]]),
        ("<ul><li>A<ul><li>B<ol><li>C</ol></ul><li>D</ul>", [["A"], ["A", "B"]]),
        ("<p>These:</p><blockquote><p>It rained.</p><p>It snowed.</p></blockquote>", [["These:"]]),
        ("<h2>A</h2><aside>B:</aside><p>It rained.</p>", [["A"]]),
    ],
}


@pytest.mark.parametrize(("format", "source", "paths"), [(name, *row) for name, rows in UNDER.items() for row in rows])
def test_what_the_blocks_are_under(format: str, source: str, paths: list[list[str]]) -> None:
    article = parse_article(source.encode(), format)
    index = index_of(article)
    found = {index.path(number) for number in range(len(article.blocks))}
    assert sorted(found - {()}) == sorted(map(tuple, paths))


def test_deep_nesting_is_read_in_time() -> None:
    depth = 3000
    article = parse_article(("<ul><li>a" * depth).encode(), "html")
    index = index_of(article)
    assert max(len(index.path(number)) for number in range(len(article.blocks))) < 20


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED.name} is not there")
def test_a_real_article() -> None:
    article = parse_article(SEED)
    kinds = [block.kind for block in article.blocks]
    cites = [(article.lines.place(one.source_start), one.ids) for one in article.markers]

    assert kinds == [Kind.PARAGRAPH] * 6 + [Kind.HEADING, Kind.PARAGRAPH]
    assert [sum(one.block == index for one in article.sentences) for index in range(8)] == [1, 2, 2, 2, 2, 2, 1, 2]
    assert cites == [
        ((1, 119), ("1",)),
        ((3, 333), ("1", "2", "3")),
        ((5, 153), ("2", "3")),
        ((5, 342), ("1", "2")),
        ((7, 104), ("1",)),
        ((9, 145), ("1", "2", "3")),
        ((9, 311), ("2", "3")),
        ((11, 144), ("1",)),
        ((11, 304), ("2", "3")),
    ]
    assert len({one.group for one in article.markers}) == 9
    assert "[" not in article.text
    assert " ." not in article.text


LISTED = "\n\nSources\n\n1. https://a.example/x\n2. https://b.example/y\n"


@pytest.mark.parametrize(
    "text, styles",
    [
        pytest.param("It rained.", (), id="no marker"),
        pytest.param(f"It rained [1]. It poured.²{LISTED}", (), id="a usual marker"),
        pytest.param("It rained on 5 m².", (), id="a power"),
        pytest.param("It rained.²", (), id="a number and no references"),
        pytest.param(f"It rained.³{LISTED}", (), id="a number that no reference has"),
        pytest.param(f"It rained.²{LISTED}", ("superscript",), id="a number of a reference"),
        pytest.param("It rained [@smhi].", ("pandoc",), id="a name and no references"),
    ],
)
def test_styles_that_a_format_does_not_usually_have(text: str, styles: tuple[str, ...]) -> None:
    assert unusual_styles(text.encode(), "a.txt") == styles


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_the_numbers_of_a_list_are_recorded(format_: str) -> None:
    article = parse_article(b"Steps:\n\n3. Go.\n4. Stay.\n\n* Rest.\n", format_)

    assert [(one.kind, one.line, one.text) for one in article.unread] == [
        ("list number", 3, "3"),
        ("list number", 4, "4"),
    ]
