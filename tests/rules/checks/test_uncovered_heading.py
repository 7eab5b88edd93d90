"""Headings, titles, captions and alternative texts that nothing accounts for."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

STRICT = "strict: true\n"


def left(report: Report) -> list[tuple[str, int, str]]:
    return [(one.rule, one.line, one.found) for one in report.errors]


@pytest.mark.parametrize(
    ("article", "claims"),
    [
        pytest.param("# Lock reopens\n\nIt is open.\n", "Lock reopens", id="a claim"),
        pytest.param("# It is open\n\nIt is open.\n", "", id="a claim of the body, word for word"),
        pytest.param("# It *is* open\n\nIt is open.\n", "", id="with emphasis"),
        pytest.param("# But it is open!\n\nIt is open.\n", "But it is open!", id="a sign that is approved"),
    ],
)
def test_all_is_covered(hold: Callable[..., Report], article: str, claims: str) -> None:
    more = f"  - {{id: head, says: {claims}}}\n" if claims else ""
    assert left(hold(article, f"{STRICT}claims:\n  - {{id: open, says: It is open.}}\n{more}", format="markdown")) == []


@pytest.mark.parametrize(
    ("article", "line", "found"),
    [
        pytest.param("# Lock reopens\n\nIt is open.\n", 1, "Lock reopens", id="nobody approved it"),
        pytest.param("# It is open, for now\n\nIt is open.\n", 1, "It is open, for now", id="it says more"),
        pytest.param("# It is open?\n\nIt is open.\n", 1, "It is open?", id="it asks"),
        pytest.param("It is open.\n\n## False\n", 3, "False", id="a label"),
    ],
)
def test_left_over(hold: Callable[..., Report], article: str, line: int, found: str) -> None:
    report = hold(article, f"{STRICT}claims:\n  - {{id: open, says: It is open.}}\n", format="markdown")
    assert left(report) == [("uncovered-heading", line, found)]


def test_a_waiver_names_the_whole_heading(hold: Callable[..., Report]) -> None:
    spec = (
        STRICT + "claims:\n  - {id: open, says: It is open.}\n"
        "waivers:\n  - {rule: uncovered-heading, at: Lock reopens, reason: a headline}\n"
    )
    assert left(hold("# Lock reopens\n\nIt is open.\n", spec, format="markdown")) == []
    grown = hold("# Lock reopens, for now\n\nIt is open.\n", spec, format="markdown")
    assert {one.rule for one in grown.errors} == {"uncovered-heading", "waiver-unmatched"}


def test_a_section_is_waived(hold: Callable[..., Report]) -> None:
    spec = (
        STRICT + "claims:\n  - {id: open, says: It is open.}\n  - {id: head, says: Analysis}\n"
        "waivers:\n  - {rule: uncovered-sentence, at: {section: Analysis}, reason: opinion}\n"
    )
    article = "It is open.\n\n## Analysis\n\nWe like it. So do you.\n"
    assert left(hold(article, spec, format="markdown")) == []
    assert left(hold(article + "\n## End\n\nBye.\n", spec, format="markdown")) == [
        ("uncovered-heading", 7, "End"),
        ("uncovered-sentence", 9, "Bye."),
    ]


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param("It is open.\n", "names no heading of the article", id="no such heading"),
        pytest.param(
            "# Analysis\n\n## End\n\nIt is open.\n", "names a heading without a sentence", id="nothing under it"
        ),
        pytest.param("# Analysis\n\nIt is open.\n\n# Analysis\n\nYes.\n", "matches 2 headings", id="two of them"),
    ],
)
def test_a_section_that_is_not_there(hold: Callable[..., Report], article: str, words: str) -> None:
    spec = "waivers:\n  - {rule: uncovered-sentence, at: {section: Analysis}, reason: opinion}\n"
    [finding] = hold(article, spec, format="markdown").errors
    assert finding.rule == "waiver-unmatched"
    assert words in finding.message
