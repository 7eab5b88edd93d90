"""The lines of an article, how they correspond to approved ones, and which lines a lock then has."""

from collections.abc import Collection
from datetime import date

import pytest

from factspec.approved.lock import Cite, Line, Signature
from factspec.articles.draft import Kind
from factspec.claims.article_lines import FoundLine, correspondence, found_lines, lines_of_sentences, with_lines
from factspec.projects.loading import parse_article
from factspec.rules.run import case_of, subject_of
from factspec.specs.parsing import parse_spec

ADA, BO = (Signature(name, date(2026, 5, 20)) for name in ("Ada", "Bo"))
SPEC = parse_spec(b"factspec: 1\narticle: a.md\nstrict: true\nsources: [1, 2]\n", "a.factspec.yaml")


def lines_of(text: str) -> tuple[FoundLine, ...]:
    read = parse_article(text.encode(), "markdown", path="a.md")
    case = case_of(subject_of(SPEC, read), sources={}, today=None)
    return found_lines(case.index, case.citing, {})


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("It\nrained.\n", [Line(Kind.PARAGRAPH, "It rained.")], id="one space for a line break"),
        pytest.param(
            "It rained. It froze.\n",
            [Line(Kind.PARAGRAPH, "It rained."), Line(Kind.PARAGRAPH, "It froze.", begins=False)],
            id="sentences of one block",
        ),
        pytest.param(
            "# Rain\n\nIt fell.\n",
            [Line(Kind.HEADING, "Rain"), Line(Kind.PARAGRAPH, "It fell.", under=("Rain",))],
            id="below a heading",
        ),
        pytest.param("- Rain\n", [Line(Kind.LIST_ITEM, "Rain")], id="a list item"),
        pytest.param("> It rained.\n", [Line(Kind.QUOTATION, "It rained.")], id="a block quotation"),
        pytest.param(
            "It rained [1] in May [1, 2].\n",
            [Line(Kind.PARAGRAPH, "It rained in May.", cites=(Cite(9, ("1",)), Cite(16, ("1", "2"))))],
            id="markers where they are",
        ),
        pytest.param(
            "| Pier | Cost |\n|---|---|\n| North | 3 [1] |\n",
            [Line(Kind.CELL, "Pier | Cost"), Line(Kind.CELL, "Pier: North | Cost: 3", cites=(Cite(21, ("1",)),))],
            id="a row is one line, with its markers at the end",
        ),
    ],
)
def test_the_lines_of_an_article(text: str, lines: list[Line]) -> None:
    assert [one.line for one in lines_of(text)] == lines


def test_each_sentence_is_in_one_line() -> None:
    found = lines_of("It rained. It froze.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")
    assert lines_of_sentences(found) == {0: 0, 1: 1, 2: 2, 3: 2, 4: 3, 5: 3}


BEFORE = "## Rain\n\nIt rained on 7 days in May. The harbour was shut.\n\nNobody was hurt at all.\n"


@pytest.mark.parametrize(
    ("old", "new", "same", "changed", "removed", "added"),
    [
        pytest.param("", "", {0: 0, 1: 1, 2: 2, 3: 3}, {}, (), (), id="nothing"),
        pytest.param("7 days", "seven days", {0: 0, 1: 1, 2: 2, 3: 3}, {}, (), (), id="house style"),
        pytest.param("7 days", "8 days", {0: 0, 2: 2, 3: 3}, {1: 1}, (), (), id="a number"),
        pytest.param(" The harbour was shut.", "", {0: 0, 1: 1, 2: 3}, {}, (2,), (), id="gone"),
        pytest.param("May. ", "May. Boats came. ", {0: 0, 1: 1, 3: 2, 4: 3}, {}, (), (2,), id="new"),
        pytest.param("## Rain", "## Snow", {1: 1, 2: 2, 3: 3}, {0: 0}, (), (), id="a heading"),
        pytest.param("Nobody", "> Nobody", {0: 0, 1: 1, 2: 2}, {3: 3}, (), (), id="a block quotation"),
        pytest.param("It rained", "> It rained", {0: 0, 3: 3}, {1: 1, 2: 2}, (), (), id="two sentences in one"),
    ],
)
def test_how_lines_correspond(
    old: str, new: str, same: dict[int, int], changed: dict[int, int], removed: tuple[int, ...], added: tuple[int, ...]
) -> None:
    approved = [one.line for one in lines_of(BEFORE)]
    found = [one.line for one in lines_of(BEFORE.replace(old, new, 1))]
    pairs = correspondence(approved, found)
    assert (dict(pairs.same), dict(pairs.changed), pairs.removed, pairs.added) == (same, changed, removed, added)


@pytest.mark.parametrize("one", ["It rained in May.", "Yes."], ids=["a sentence", "a short one"])
def test_paragraphs_that_changed_places_correspond(one: str) -> None:
    other = "Nobody was hurt.\n\nThe harbour was shut."
    approved = [each.line for each in lines_of(f"{one}\n\n{other}\n")]
    found = [each.line for each in lines_of(f"{other}\n\n{one}\n")]
    assert correspondence(approved, found).same == {0: 1, 1: 2, 2: 0}


def approve(
    approved: tuple[Line, ...], text: str, chosen: Collection[int] | None = None, by: Signature = ADA
) -> tuple[Line, ...]:
    found = lines_of(text)
    numbers = range(len(found)) if chosen is None else chosen

    def sign(line: Line) -> Line:
        return line._replace(signatures=tuple(sorted({*line.signatures, by})))

    return with_lines(approved, found, numbers.__contains__, sign)


def shown(lines: tuple[Line, ...]) -> list[str]:
    return [f"{line.text} {'+'.join(one.by for one in line.signatures)}" for line in lines]


ALL = approve((), BEFORE)


def test_everything_is_approved_in_the_order_of_the_article() -> None:
    assert shown(ALL) == [
        "Rain Ada",
        "It rained on 7 days in May. Ada",
        "The harbour was shut. Ada",
        "Nobody was hurt at all. Ada",
    ]
    assert approve(ALL, BEFORE) == ALL


@pytest.mark.parametrize(
    ("edit", "chosen", "lines"),
    [
        pytest.param(("", ""), [], shown(ALL), id="nothing"),
        pytest.param(("7 days", "8 days"), [], shown(ALL), id="a change that nobody approved"),
        pytest.param(("7 days", "seven days"), [], shown(ALL), id="house style keeps the approved words"),
        pytest.param(
            ("7 days", "8 days"), [1], [shown(ALL)[0], "It rained on 8 days in May. Bo", *shown(ALL)[2:]], id="a change"
        ),
        pytest.param(("May. ", "May. Boats came. "), [], shown(ALL), id="a new line that nobody approved"),
        pytest.param(
            ("May. ", "May. Boats came. "), [2], [*shown(ALL)[:2], "Boats came. Bo", *shown(ALL)[2:]], id="a new line"
        ),
        pytest.param((" The harbour was shut.", ""), [], shown(ALL), id="a line that is gone stays"),
        pytest.param(
            (" The harbour was shut.", ""),
            [1, 2],
            [shown(ALL)[0], "It rained on 7 days in May. Ada+Bo", "Nobody was hurt at all. Ada+Bo"],
            id="a line that is gone between two that are approved",
        ),
        pytest.param(("## Rain", "## Snow"), [0], ["Snow Bo", *shown(ALL)[1:]], id="a heading"),
    ],
)
def test_what_bo_approves_after_ada(edit: tuple[str, str], chosen: list[int], lines: list[str]) -> None:
    assert shown(approve(ALL, BEFORE.replace(*edit, 1), chosen, BO)) == lines


def test_the_lines_below_a_heading_are_under_its_new_name() -> None:
    now = BEFORE.replace("## Rain", "## Snow")
    assert [one.under for one in approve(ALL, now, [0], BO)] == [(), ("Snow",), ("Snow",), ("Snow",)]
    assert [one.under for one in approve(ALL, now, [1], BO)] == [(), ("Snow",), ("Rain",), ("Rain",)]


def test_a_line_that_cites_something_else_is_approved_anew() -> None:
    cited = approve((), "It rained [1].\n")
    assert shown(approve(cited, "It rained [1].\n", by=BO)) == ["It rained. Ada+Bo"]
    [line] = approve(cited, "It rained [2].\n", by=BO)
    assert (line.cites, line.signatures) == ((Cite(9, ("2",)),), (BO,))


def test_some_lines_of_an_article_that_nobody_approved_begin_blocks() -> None:
    found = approve((), BEFORE, [2])
    assert found == (Line(Kind.PARAGRAPH, "The harbour was shut.", under=("Rain",), signatures=(ADA,)),)
