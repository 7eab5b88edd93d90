import re

import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He [sic] said so.", id="sic"),
        pytest.param("He […] said so.", id="gap"),
        pytest.param("He [10 people] said so.", id="words"),
        pytest.param("He [2019–2021] said so.", id="a range of years"),
        pytest.param("He [ ] said so.", id="an empty box"),
        pytest.param("He [x] said so.", id="a ticked box"),
        pytest.param("He [-5] said so.", id="a negative number"),
        pytest.param("He [20260520] said so.", id="a date in digits"),
        pytest.param("He [1.5] said so.", id="a decimal"),
        pytest.param("He [citation needed] said so.", id="citation needed"),
        pytest.param("He 【10人】 said so.", id="full-width brackets around words"),
        pytest.param("He [^1] and [@key] said so.", id="other styles"),
        pytest.param("He 1] said so.", id="a closing bracket"),
        pytest.param("He [10 to 20] said so.", id="numbers joined by a word"),
        pytest.param("He [1, people] said so.", id="a number and a word"),
        pytest.param("He [2019 figures] said [3, he said] so.", id="a year and words"),
        pytest.param("He [1 and 2] said so.", id="numbers joined by a word, cited nowhere"),
        pytest.param("He [3:5] won [3: 5] so.", id="a score"),
        pytest.param("He [1, part of it] said [2, page by page] so.", id="a word for a place without a number"),
        pytest.param("He [1, part 2 of it] said so.", id="a place with words behind it"),
    ],
)
def test_what_only_looks_like_a_marker_is_text(text: str) -> None:
    article = parse_article(text.encode(), "text")

    assert article.text == text
    assert article.markers == ()


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("[1]", "1", id="one"),
        pytest.param("[123456]", "123456", id="six digits"),
        pytest.param("[01]", "01", id="a leading zero stays"),
        pytest.param("[2019]", "2019", id="a year"),
        pytest.param("[1, 3]", "1 3", id="comma"),
        pytest.param("[1; 3]", "1 3", id="semicolon"),
        pytest.param("[1,2]", "1 2", id="no space"),
        pytest.param("[1 , 2]", "1 2", id="space before the comma"),
        pytest.param("[1,\u00a02]", "1 2", id="no-break space"),
        pytest.param("[ 1 ]", "1", id="spaces inside"),
        pytest.param("[1-3]", "1 2 3", id="range"),
        pytest.param("[1–3]", "1 2 3", id="range with an en dash"),
        pytest.param("[1\u20113]", "1 2 3", id="range with a no-break hyphen"),
        pytest.param("[1\u20123]", "1 2 3", id="range with a figure dash"),
        pytest.param("[1\u22123]", "1 2 3", id="range with a minus sign"),
        pytest.param("[1-3, 7; 9–10]", "1 2 3 7 9 10", id="ranges and numbers"),
        pytest.param("[1]–[3]", "1 2 3", id="range between two markers"),
        pytest.param("[1]-[3]", "1 2 3", id="range between two markers, hyphen"),
        pytest.param("[[1]]", "1", id="two pairs of brackets"),
    ],
)
@pytest.mark.parametrize(
    "before, after, rest",
    [
        pytest.param("He left ", ". She stayed.", "He left. She stayed.", id="before the stop"),
        pytest.param("He left", ". She stayed.", "He left. She stayed.", id="before the stop, no space"),
        pytest.param("He left.", " She stayed.", "He left. She stayed.", id="after the stop"),
        pytest.param("He left. ", " She stayed.", "He left. She stayed.", id="after the stop and a space"),
        pytest.param("He left. ", "She stayed.", "He left. She stayed.", id="glued to the next sentence"),
        pytest.param("He left.", "She stayed.", "He left. She stayed.", id="glued to both"),
        pytest.param('He "left ', '". She stayed.', 'He "left". She stayed.', id="before a quotation mark"),
        pytest.param('He "left." ', ' "She" stayed.', 'He "left." "She" stayed.', id="before a quotation"),
        pytest.param("He ", ", she said, left.", "He, she said, left.", id="before a comma"),
        pytest.param("", " He left.", "He left.", id="at the start"),
        pytest.param("He left ", "", "He left", id="at the end"),
    ],
)
def test_markers(written: str, ids: str, before: str, after: str, rest: str) -> None:
    article = parse_article(f"{before}{written}{after}".encode(), "text")
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert marker.problem == ""
    assert article.text == rest
    assert article.source[marker.source_start : marker.source_end] == written
    assert article.text[: marker.at] == before.rstrip()


@pytest.mark.parametrize(
    "written, ids, advice",
    [
        pytest.param("[1, ]", "1", "write [1]", id="an empty place"),
        pytest.param("[, 1]", "1", "write [1]", id="an empty first place"),
        pytest.param("[1,, 2]", "1 2", "write [1, 2]", id="two commas"),
        pytest.param("[1 2]", "1 2", "write [1, 2]", id="no comma"),
        pytest.param("[1-]", "1", "write [1]", id="half a range"),
        pytest.param("[3-1]", "3 1", "[1-3]", id="backwards"),
        pytest.param("[1-999]", "1 999", "200 sources", id="an endless range"),
        pytest.param("[1.]", "1", "write [1]", id="a stop inside"),
        pytest.param("[1, p. 3]", "1", "write [1]", id="a page"),
        pytest.param("[1, 2, pp. 3–4]", "1 2", "write [1, 2]", id="pages"),
        pytest.param("[1, § 4]", "1", "write [1]", id="a section"),
        pytest.param("[1, S. 4]", "1", "write [1]", id="a page in German"),
        pytest.param("[1, para. 4–6]", "1", "write [1]", id="paragraphs"),
        pytest.param("[1; Table 2]", "1", "write [1]", id="a table"),
        pytest.param("[1: Fig. 2]", "1", "write [1]", id="a figure"),
        pytest.param("[1, pp. 3, 12 f.]", "1", "write [1]", id="pages and the next"),
        pytest.param("[1、2]", "1 2", "write [1, 2]", id="a Chinese comma"),
        pytest.param("[1，2]", "1 2", "write [1, 2]", id="a wide comma"),
        pytest.param("[1، 2]", "1 2", "write [1, 2]", id="an Arabic comma"),
        pytest.param("[]", "", "take it out", id="empty"),
        pytest.param("【1】", "1", "write [1]", id="full width"),
        pytest.param("［1, 2］", "1 2", "write [1, 2]", id="full-width square"),
        pytest.param("[1†source]", "1", "write [n]", id="a tool's"),
        pytest.param("【4:2†source】", "4", "write [n]", id="a tool's with a colon"),
        pytest.param("【12†L3-L5】", "12", "write [n]", id="a tool's with lines"),
    ],
)
def test_broken_markers(written: str, ids: str, advice: str) -> None:
    article = parse_article(f"He left {written}. She stayed.".encode(), "text")
    (marker,) = article.markers

    assert marker.ids == tuple(ids.split())
    assert written in marker.problem
    assert advice in marker.problem
    assert article.text == "He left. She stayed."


@pytest.mark.parametrize(
    "text, rest",
    [
        pytest.param("He left [1. She stayed.", "He left. She stayed.", id="alone"),
        pytest.param("He left [1. She stayed [2].", "He left. She stayed.", id="another follows"),
        pytest.param("He left [1\n\nShe stayed.]", "He left\nShe stayed.]", id="closed in another block"),
    ],
)
def test_an_unclosed_marker(text: str, rest: str) -> None:
    article = parse_article(text.encode(), "text")

    assert article.text == rest
    assert article.markers[0].ids == ("1",)
    assert "write [1]" in article.markers[0].problem


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("* [] Call the port.", id="an open task"),
        pytest.param("He said “in [2014] we sailed”[^1].\n\n[^1]: Moss", id="a year that no reference has"),
        pytest.param("He left[^1].\n\n[^1]: Moss v Lee, [114] and [115].", id="paragraphs of a judgment in a note"),
    ],
)
def test_brackets_that_are_text(text: str) -> None:
    article = parse_article(text.encode(), "markdown")

    assert {label for marker in article.markers for label in marker.ids} <= {"1"}
    assert all(one in article.text for one in re.findall(r"\[\d*\]", text))


@pytest.mark.parametrize(
    "text, ids",
    [
        pytest.param("He left [2014].\n\nSources\n\n[1] Moss\n[2014] Lee", "2014", id="a year that a reference has"),
        pytest.param("He left [2014].", "2014", id="no references"),
        pytest.param("He left [7].\n\nSources\n\n[1] Moss\n[2] Lee", "7", id="an undefined number in the text"),
    ],
)
def test_brackets_that_are_markers(text: str, ids: str) -> None:
    (marker,) = parse_article(text.encode(), "text").markers

    assert marker.ids == (ids,)


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("[1 or 2]", None, id="a choice"),
        pytest.param("[3 and 4]", None, id="numbers that are cited nowhere"),
        pytest.param("[1, 2 of 5]", None, id="another word"),
        pytest.param("[1:2]", None, id="a score"),
        pytest.param("[1 and 2]", "1 2", id="and"),
        pytest.param("[1 & 2]", "1 2", id="a sign for and"),
        pytest.param("[1, see also 2]", "1 2", id="see also"),
        pytest.param("[1 und 2]", "1 2", id="and in German"),
        pytest.param("[1: 12]", "1", id="a page behind a colon"),
    ],
)
def test_numbers_behind_one_that_is_cited_elsewhere(written: str, ids: str | None) -> None:
    article = parse_article(f"She came [1]. He left {written}.".encode(), "text")
    broken = [marker for marker in article.markers if marker.problem]

    assert [marker.ids for marker in broken] == ([tuple(ids.split())] if ids else [])
    assert all(f"write [{', '.join(marker.ids)}]" in marker.problem for marker in broken)
    assert article.text == ("She came. He left." if ids else f"She came. He left {written}.")
