"""Lists of sources wherever they stand; rows that are no list come first."""

import pytest

from factspec import parse_article
from factspec.articles.article import Article
from factspec.articles.references import same_page

_BODY = "Rents rose 6 per cent [1]. Fuel fell by a third [2].\n\n"
_TWO = "[1] City, https://c.example\n[2] Fuel, https://f.example"
_HTML = "<article><p>Rents rose 6 per cent [1]. Fuel fell [2].</p>{}</article>"


def _text(source: str) -> Article:
    return parse_article(source.encode(), "text")


def _urls(article: Article) -> dict[str, str]:
    return {one.id: one.url for one in article.references}


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("[1] City, https://c.example\n\nIt rained [2].", id="one entry before prose that cites"),
        pytest.param(f"{_TWO}\n\nIt rained [1].", id="prose behind it cites"),
        pytest.param("[1] The city says so.\n\n[2] Fuel is cheap.\n\nIt rained.", id="paragraphs begin with them"),
        pytest.param("He wrote down two things.\n[1] Boil it.\n\nIt rained.", id="a sentence before one entry"),
        pytest.param("[7] a, https://a.example\n[8] b, https://b.example\n\nIt rained.", id="nothing cites them"),
        pytest.param("1. Lind was sold.\n2. Holt has lost.\n\nIt rained.", id="numbered news before prose"),
        pytest.param("¹ Lind was sold.\n\nIt rained.", id="a raised number before prose"),
        pytest.param("Links\n\n1. Lind lied\n2. Fuel https://f.example", id="half of them with an address"),
        pytest.param("[1] https://a.example\nLind lied.\n\nIt rained.", id="one entry with prose"),
        pytest.param("Lee wrote that rents\n[1] and that fuel\n[2] as an audit showed.", id="wrapped markers"),
        pytest.param("Lind left,\n[1] and he lied.\n[2] He went.", id="wrapped behind a comma"),
        pytest.param("He did not name his\nsources.\n1. Lind lied.\n2. He must go.", id="a wrapped word of titles"),
        pytest.param("He did not name his\nsources\nof gas.", id="a title's word in a line of its own"),
        pytest.param("He did not name the\nSources\n1. Lind lied.\n2. He must go.", id="a wrapped word in capitals"),
        pytest.param("He named them.\nsources\n1. Lind lied.\n2. He must go.", id="a title's word in small letters"),
        pytest.param("It rained.\n[2] a, https://a.example\n[1] b, https://b.example", id="numbers that count down"),
        pytest.param("[1] a, https://a.example\n[1] b, https://b.example", id="one number twice"),
        pytest.param(
            "Lee wrote that the rents in the city rose, as\n[1] https://a.example and\n[2] https://b.example told.",
            id="wrapped addresses",
        ),
    ],
)
def test_no_list(tail: str) -> None:
    assert _text(_BODY + tail).references == ()


def test_notes_that_are_news_are_judged() -> None:
    notes = "Notes\n\n1. Lind was sold.\n2. Holt has lost its licence."
    source = f"Holt won [1]. It rained [2].\n\n{notes}\n\nWhat next\n\nHolt play [1].\n"

    assert "Holt has lost its licence." in _text(source).text
    assert _text(source).references == ()


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(f"{_TWO}\n\nJo Pell is a reporter in Holt.", id="a biography behind it"),
        pytest.param(f"---\n\n{_TWO}\n\n---\n\nUpdated on 4 May.", id="between rules"),
        pytest.param(f"Footnotes and credits\n{_TWO}", id="a line that is no known title"),
        pytest.param(f"Quellen:\n{_TWO}\n\nDer Autor lebt in Lund.", id="a title in German"),
        pytest.param(f"Источники\n\n{_TWO}\n\nJo Pell is a reporter.", id="a title in Russian"),
        pytest.param(f"参考资料\n\n{_TWO}\n\nJo Pell is a reporter.", id="a title in Chinese"),
        pytest.param(f"Sources consulted\n\n{_TWO}", id="another English title"),
        pytest.param(f"Sources:\n{_TWO}", id="a title with a colon right above"),
        pytest.param("¹ City, https://c.example\n² Fuel, https://f.example", id="raised labels"),
    ],
)
def test_list(tail: str) -> None:
    references = _urls(_text(_BODY + tail))

    assert list(references) == ["1", "2"]
    assert references["2"] == "https://f.example"


_SHARED = "[1] [3] https://c.example\nhttps://c.example\n[2] https://f.example\nhttps://f.example"


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(_SHARED, id="lines"),
        pytest.param(_SHARED.replace("\n", "\n\n"), id="paragraphs"),
        pytest.param(f"Sources\n\n{_SHARED}", id="under a title"),
        pytest.param("[1][3] City, https://c.example\n[2] Fuel, https://f.example", id="labels without a space, words"),
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_an_entry_with_several_labels(tail: str, format_: str) -> None:
    article = parse_article(f"{_BODY.strip()} It rained [3].\n\n{tail}\n".encode(), format_)

    assert article.text == "Rents rose 6 per cent. Fuel fell by a third. It rained."
    assert _urls(article) == {"1": "https://c.example", "3": "https://c.example", "2": "https://f.example"}


def test_an_entry_that_begins_with_a_year_has_one_label() -> None:
    (first, second) = _text(f"{_BODY}Sources\n\n[1] [2014] 3 AB 1\n[2] Fuel").references

    assert (first.id, first.text, second.id) == ("1", "[2014] 3 AB 1", "2")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Sources\n\n1\n\nhttps://c.example\n\n2\n\nhttps://f.example", id="an address below its number"),
        pytest.param("Sources\n\n1. City\n\nhttps://c.example\n\n2. Fuel\n\nhttps://f.example", id="below its words"),
        pytest.param("[1] City\n\nhttps://c.example\n\n[2] Fuel\n\nhttps://f.example", id="without a title"),
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_an_address_in_a_paragraph_of_its_own(tail: str, format_: str) -> None:
    article = parse_article(f"{_BODY}{tail}\n".encode(), format_)

    assert article.text == _text(_BODY).text
    assert _urls(article) == {"1": "https://c.example", "2": "https://f.example"}


def test_a_text_that_is_nothing_else_is_no_list() -> None:
    assert _text(_TWO).references == ()


def test_a_long_line_that_ends_no_sentence_is_wrapped() -> None:
    long = "Rents in the city rose by 6 per cent in May, as they had in each of the months before it, " * 2
    assert len(_text(f"{long}and\nfuel fell.").blocks) == 1


def test_windows_line_ends_change_nothing() -> None:
    source = f"Title\n=====\n{_BODY}---\n{_TWO}\n"

    unix, windows = _text(source), _text(source.replace("\n", "\r\n"))

    assert unix.text == windows.text
    assert _urls(unix) == _urls(windows) == {"1": "https://c.example", "2": "https://f.example"}


def test_text_without_blank_lines() -> None:
    long = "Rents in the city rose by 6 per cent in May [1], as they had in each of the months before it. " * 2
    source = f"Rents rise\n{long}\nFuel fell by a third [2].\nSources\n{_TWO}"
    article = _text(source)

    assert [article.text[block.start : block.end] for block in article.blocks][0::2] == [
        "Rents rise",
        "Fuel fell by a third.",
    ]
    assert len(article.references) == 2


def test_entries_below_a_paragraph() -> None:
    article = _text("Rents rose [1]. Fuel\nfell by a third [2].\n" + _TWO)

    assert article.text == "Rents rose. Fuel fell by a third."
    assert len(article.references) == 2


def test_a_short_paragraph_with_a_sentence_end_is_no_heading() -> None:
    kinds = [
        str(block.kind) for block in _text("It cut 40 jobs on Monday. Details: https://c.example/x\n\nSo it is").blocks
    ]

    assert kinds == ["paragraph", "heading"]


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(
            '<h2>Sources</h2><p><sup>1</sup> <a href="https://c.example">City</a></p>'
            '<p><sup>2</sup> <a href="https://f.example">Fuel</a></p>',
            id="raised labels",
        ),
        pytest.param(
            '<p><a href="#a1">1</a> City, https://c.example</p><p><a href="#a2">2</a> Fuel, https://f.example</p>',
            id="labels that link into the page",
        ),
        pytest.param(
            '<hr><ol><li><a href="https://c.example">City</a></li><li><a href="https://f.example">Fuel</a></li></ol>'
            "<footer>Posted in News</footer>",
            id="a list before the footer",
        ),
        pytest.param(
            '<div class="references"><div id="ref-lee2020" class="csl-entry">[1] City, https://c.example</div>'
            '<div id="ref-orr-2021" class="csl-entry">[2] Fuel, https://f.example</div></div>',
            id="keys with years in them",
        ),
    ],
)
def test_list_of_a_page(tail: str) -> None:
    article = parse_article(_HTML.format(tail).encode(), "html")

    assert _urls(article) == {"1": "https://c.example", "2": "https://f.example"}


@pytest.mark.parametrize(
    "written, key",
    [
        ("https://www.google.com/url?q=https://dray.example/waits&sa=D&usg=x", "dray.example/waits"),
        ("https://www.google.co.uk/url?url=https%3A%2F%2Fdray.example%2Fwaits", "dray.example/waits"),
        ("https://www.google.com/search?q=https://dray.example", "google.com/search?q=https://dray.example"),
        ("https://notgoogle.com/url?q=https://dray.example", "notgoogle.com/url?q=https://dray.example"),
        ("https://www.google.com/url?sa=D", "google.com/url?sa=D"),
    ],
)
def test_redirected_address(written: str, key: str) -> None:
    assert same_page(written) == key


@pytest.mark.parametrize(
    "entry, unread",
    [
        pytest.param("https://c.example/a", [], id="an address"),
        pytest.param("<https://c.example/a>, 2026", [], id="a year"),
        pytest.param("City has no figures", [], id="a note, which is read"),
        pytest.param("City, a hoax, https://c.example/a", ["source description"], id="words"),
        pytest.param("[City](https://c.example/a)", ["source description"], id="a link"),
    ],
)
def test_what_a_reference_says_besides_its_address_is_counted(entry: str, unread: list[str]) -> None:
    article = parse_article(f"It is so.[^1]\n\n[^1]: {entry}\n".encode(), "markdown")

    assert [one.kind for one in article.unread] == unread
