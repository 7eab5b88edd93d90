from collections.abc import Callable

import pytest

from factspec.specs.model import Rendition, Within
from factspec.specs.names import Vocabulary
from factspec.specs.parsing import parse_spec

MistakeLines = Callable[[str], list[str]]
CLAIM = "claims: [{id: a, says: b}]\n"


@pytest.mark.parametrize(
    ("text", "renditions"),
    [
        pytest.param("article: a.txt\n", (Rendition("a.txt", 2, column=10),), id="a path"),
        pytest.param("article: {file: a.txt}\n", (Rendition("a.txt", 2, column=17),), id="a mapping"),
        pytest.param(
            "article: [a.txt, {file: b.html, format: html, select: main, partial: true}]\n",
            (Rendition("a.txt", 2, column=11), Rendition("b.html", 2, "html", "main", partial=True, column=25)),
            id="two",
        ),
        pytest.param(
            "article: a.txt\ncitations: none\n", (Rendition("a.txt", 2, styles=(), column=10),), id="no citations"
        ),
        pytest.param(
            "article: [a.txt, {file: b.md, citations: [footnote, links]}]\n"
            "citations: {style: numbered, scope: paragraph}\n",
            (
                Rendition("a.txt", 2, "", "", ("numbered",), Within.PARAGRAPH, scope_declared=True, column=11),
                Rendition("b.md", 2, "", "", ("footnote", "links"), Within.PARAGRAPH, scope_declared=True, column=25),
            ),
            id="a rendition's own styles",
        ),
        pytest.param(
            "article: {file: b.md, citations: {scope: sentence}}\ncitations: {style: links, scope: paragraph}\n",
            (Rendition("b.md", 2, styles=("links",), scope_declared=True, column=17),),
            id="a rendition's own scope",
        ),
        pytest.param(
            "article: [{file: a, partial: false}]\n", (Rendition("a", 2, column=18),), id="what is said to be no part"
        ),
    ],
)
def test_renditions_as_written(known: Vocabulary, text: str, renditions: tuple[Rendition, ...]) -> None:
    assert parse_spec(f"factspec: 1\n{text}{CLAIM}".encode(), "a", known=known).renditions == renditions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "article: [a.txt, ./b/../a.txt]\n", "2:18: the article `a.txt` is already on line 2", id="listed twice"
        ),
        pytest.param(
            "article: {file: a, format: txt}\n",
            "2:28: `txt` is not a format that factspec reads | did you mean `text`?",
            id="format",
        ),
        pytest.param(
            "article: a\ncitations: numberd\n",
            "3:12: `numberd` is not a citation style | did you mean `numbered`?",
            id="style",
        ),
        pytest.param(
            "article: a\ncitations: [links, foot]\n", "3:20: `foot` is not a citation style", id="the second style"
        ),
        pytest.param(
            "article: a\ncitations: {style: none}\n",
            "3:20: `none` is not a citation style | write `citations: none`",
            id="none in a mapping",
        ),
        pytest.param(
            "article: a\ncitations: [none, links]\n", "3:13: `none` is not a citation style", id="none beside a style"
        ),
        pytest.param(
            "article: {file: a, citations: x}\n",
            "2:31: `x` is not a citation style | write one of `footnote`",
            id="of a rendition",
        ),
        pytest.param(
            "article: {file: a, partial: true}\n",
            "2:20: every article of the spec is `partial`, so no claim has to be in any of them | remove `partial`",
            id="a part alone",
        ),
        pytest.param(
            "article:\n  - {file: a, partial: true}\n  - file: b\n    partial: true\n",
            "3:15: every article of the spec is `partial`, so no claim has to be in any of them | remove it from",
            id="parts without a whole",
        ),
    ],
)
def test_a_mistake_of_a_rendition(mistake_lines: MistakeLines, text: str, expected: str) -> None:
    (only,) = mistake_lines(f"factspec: 1\n{text}{CLAIM}")
    assert only.startswith(expected)
