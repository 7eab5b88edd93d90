import pytest

from factspec import parse_article
from factspec.articles.article import Article, ArticleError


def read(source: str) -> Article:
    return parse_article(source.encode(), "text")


def shape(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("One.\nTwo.", [("paragraph", "One. Two.")], id="a soft line break parts nothing"),
        pytest.param(
            "It ended.\n- a dash opens a line.", [("paragraph", "It ended. - a dash opens a line.")], id="dash"
        ),
        pytest.param(
            "It began in\n2019. It ended.", [("paragraph", "It began in 2019. It ended.")], id="year at start"
        ),
        pytest.param("Who won?", [("paragraph", "Who won?")], id="closed by a question mark"),
        pytest.param("“It is over”", [("heading", "“It is over”")], id="a pull-quote without a stop is a heading"),
        pytest.param("“It is over.”", [("paragraph", "“It is over.”")], id="a stop inside the closing mark"),
        pytest.param("They came first:", [("paragraph", "They came first:")], id="closed by a colon"),
        pytest.param("Ties hold [1]", [("paragraph", "Ties hold")], id="a cited line is no heading"),
        pytest.param("word " * 40, [("paragraph", ("word " * 40).strip())], id="a fragment of 40 words is no heading"),
        pytest.param(
            "Ties are firm\n\nBoth said so.",
            [("heading", "Ties are firm"), ("paragraph", "Both said so.")],
            id="heading",
        ),
        pytest.param("Title\n=====\nIt is so.", [("heading", "Title"), ("paragraph", "It is so.")], id="an underline"),
        pytest.param("One.\n\n* * *\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")], id="a rule is no text"),
        pytest.param(
            "Two things:\n- one is here\n  and goes on\n- two",
            [("paragraph", "Two things:"), ("list-item", "one is here and goes on"), ("list-item", "two")],
            id="list after a colon",
        ),
        pytest.param("1. One.\n2. Two.", [("list-item", "One."), ("list-item", "Two.")], id="a numbered list is prose"),
        pytest.param("– One\n– Two", [("list-item", "One"), ("list-item", "Two")], id="dashes"),
        pytest.param(
            "It rained.¹\n\nIt snowed.¹,²", [("paragraph", "It rained.¹"), ("paragraph", "It snowed.¹,²")], id="raised"
        ),
        pytest.param("• One\n• Two", [("list-item", "One"), ("list-item", "Two")], id="bullets"),
        pytest.param("A  b\t c.", [("paragraph", "A b c.")], id="white space"),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert shape(read(source)) == expected


BODY = "The minister came [1]. She left [2].\n\n"


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Steps follow:\n\n1. Boil.\n2. Serve.", id="a closing numbered list without addresses"),
        pytest.param("Sources\n\nTwo officials said so.", id="a title without entries"),
        pytest.param("[1] says so.", id="a paragraph that begins with a marker, then one more\n"),
        pytest.param("References to the war were cut.\n\nIt ended.", id="a title's word in a sentence"),
    ],
)
def test_prose_that_looks_like_references_stays(tail: str) -> None:
    article = read(BODY + tail + "\n\nThat is all.")

    assert article.references == ()
    assert article.text.endswith("That is all.")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("1. Take the bus, see https://a.example/1 for its times.", id="a step with an address"),
        pytest.param(
            "Three steps\n\n1. https://a.example\n3. https://b.example\n4. https://c.example",
            id="under another heading",
        ),
        pytest.param("3. https://a.example\n4. https://b.example", id="numbers that nothing cites"),
    ],
)
def test_a_closing_list_that_is_prose_stays(tail: str) -> None:
    assert read(BODY + tail).references == ()


@pytest.mark.parametrize(
    "tail, expected",
    [
        pytest.param(
            "Sources\n\n[1] One Wire, https://a.example/x.\n[2] Two Wire",
            [("1", "https://a.example/x", "One Wire, https://a.example/x."), ("2", "", "Two Wire")],
            id="titled, numbers in brackets",
        ),
        pytest.param(
            "References:\n1. One Wire\n2. Two Wire\n   https://b.example/(x)",
            [("1", "", "One Wire"), ("2", "https://b.example/(x)", "Two Wire https://b.example/(x)")],
            id="titled, numbered, an entry goes on",
        ),
        pytest.param(
            "[1] https://a.example\n[2] https://b.example",
            [("1", "https://a.example", "https://a.example"), ("2", "https://b.example", "https://b.example")],
            id="no title",
        ),
        pytest.param(
            "WORKS CITED\n[1] https://a.example [2] https://b.example\n[3] C",
            [
                ("1", "https://a.example", "https://a.example"),
                ("2", "https://b.example", "https://b.example"),
                ("3", "", "C"),
            ],
            id="several on a line",
        ),
        pytest.param(
            "1. One https://a.example\n2. Two https://b.example",
            [("1", "https://a.example", "One https://a.example"), ("2", "https://b.example", "Two https://b.example")],
            id="no title, numbered, each with an address",
        ),
        pytest.param("References (2):\n\n1. One\n2. Two", [("1", "", "One"), ("2", "", "Two")], id="an adorned title"),
        pytest.param(
            "Reference list\n[1]One\n[2]. Two", [("1", "", "One"), ("2", "", "Two")], id="labels as they come"
        ),
        pytest.param(
            "Source: [1] One; [2] Two.", [("1", "", "One;"), ("2", "", "Two.")], id="on the line of the title"
        ),
        pytest.param("[1] One", [("1", "", "One")], id="one that the text cites"),
        pytest.param("[1]\n\nOne.\n\n[2]\n\nTwo.", [("1", "", "One."), ("2", "", "Two.")], id="labels alone"),
        pytest.param("Sources\n\n[1] One\n\n[2] Two", [("1", "", "One"), ("2", "", "Two")], id="blank lines between"),
    ],
)
def test_references(tail: str, expected: list[tuple[str, str, str]]) -> None:
    article = read(BODY + tail + "\n")

    assert [(one.id, one.url, one.text) for one in article.references] == expected
    assert article.text == "The minister came. She left."
    assert [marker.ids for marker in article.markers] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "source, count",
    [
        pytest.param("It rained.\n\n[1] Boil it.\n[2] Serve it.", 0, id="without addresses"),
        pytest.param("It rained.\n\n[1] https://a.example", 1, id="with an address"),
    ],
)
def test_a_closing_list_that_nothing_cites(source: str, count: int) -> None:
    assert len(read(source).references) == count


def test_prose_after_a_titled_list_stays() -> None:
    article = read(BODY + "Sources\n[1] One\n[2] Two\n\nThe author lives in Oslo.")

    assert article.text == "The minister came. She left.\nThe author lives in Oslo."
    assert len(article.references) == 2


def test_a_reference_has_its_place() -> None:
    article = read("It rained [1].\n\nSources\n[1] One  Wire\n")
    (reference,) = article.references

    assert article.source[reference.source_start : reference.source_end] == "[1] One  Wire"
    assert article.lines.place(reference.source_start) == (4, 1)


def test_select_is_refused() -> None:
    with pytest.raises(ArticleError, match="HTML"):
        parse_article(b"It rained.", "text", select="article")


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_before_a_marker(sign: str) -> None:
    article = read(f"It rained.{sign}[1] It snowed.")

    assert [article.text[one.start : one.end] for one in article.sentences] == ["It rained.", "It snowed."]
    assert article.markers[0].at == len("It rained.")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(
            "1. One, https://a.example, accessed 4 May 2026.\n2. Two, https://b.example.", id="when it was read"
        ),
        pytest.param("Links\n\n1. https://a.example\n2. https://b.example", id="under another title"),
        pytest.param("1. https://a.example\n2. https://b.example\n9. https://c.example", id="one that nothing cites"),
        pytest.param("".join(f"{n}. https://{n}.example\n" for n in (1, 2, 8, 9)), id="half that nothing cites"),
    ],
)
def test_a_numbered_list_that_the_text_cites(tail: str) -> None:
    assert len(read(BODY + tail).references) == tail.count("https")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Medals\n\n1 Norway won.\n2 Peru did not.", id="under another title"),
        pytest.param("Sources\n\n2019 was wet.\n2020 was dry.", id="years"),
        pytest.param("Sources\n\n1 official said so.", id="one line"),
        pytest.param("Sources\n\n3 officials and\n2 others said so.", id="numbers that do not count up"),
        pytest.param("1 official left.\n2 stayed.", id="no title"),
        pytest.param("It was agreed:\n(1) They leave.\n(2) We stay.", id="points of a story"),
    ],
)
def test_lines_with_numbers_that_are_no_list_of_sources(text: str) -> None:
    article = read(f"It rained [1]. It snowed [2].\n\n{text}\n")

    assert article.references == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 Moss, A.\n2 Lee, B. of\n12 May 2020", id="a number and a space, over several lines"),
        pytest.param("1 – Moss, A.\n2 – Lee, B. of\n12 May 2020", id="a dash"),
        pytest.param("(1) Moss, A.\n(2) Lee, B. of\n12 May 2020", id="round brackets"),
        pytest.param("1: Moss, A.\n2: Lee, B. of\n12 May 2020", id="a colon"),
    ],
)
def test_how_entries_are_numbered(text: str) -> None:
    article = read(f"It rained [1]. It snowed [2].\n\nSources\n\n{text}\n")

    assert [(one.id, one.text) for one in article.references] == [("1", "Moss, A."), ("2", "Lee, B. of 12 May 2020")]
    assert article.text == "It rained. It snowed."
