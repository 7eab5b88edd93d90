"""claim-ambiguous: a claim's wording stands in several places, and no `occurrence` chooses one."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

ARTICLE = """\
The ferry returned on Monday. The captain praised the crew.
The crossing takes forty minutes.

The crossing takes forty minutes. An engine was fitted.
"""
SPEC = "claims:\n  - id: c\n    says: The crossing takes forty minutes\n{}"


@pytest.mark.parametrize(
    ("occurrence", "line"),
    [pytest.param("1", 2, id="first"), pytest.param("2", 4, id="second"), pytest.param("all", 2, id="all")],
)
def test_occurrence(hold: Callable[..., Report], occurrence: str, line: int) -> None:
    report = hold(ARTICLE, SPEC.format(f"    occurrence: {occurrence}\n"))
    assert [(claim.verdict, claim.line) for claim in report.claims] == [("passed", line)]


def test_wording_in_two_places_is_found_at_the_last(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, SPEC.format("")).findings
    assert (finding.rule, finding.claim) == ("claim-ambiguous", "c")
    assert (finding.path, finding.line, finding.column) == ("articles/a.txt", 4, 1)


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        pytest.param("The boat left. Then the boat left.\n\nIn May the boat left.", "lines 1, 3", id="each line once"),
        pytest.param("The boat left. Then the boat left.", "line 1", id="one line"),
        pytest.param("Then the boat left.\n\n" * 30, "lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 …", id="many"),
    ],
)
def test_the_lines_of_ambiguous_wording(hold: Callable[..., Report], article: str, lines: str) -> None:
    [finding] = hold(article, "claims:\n  - {id: c, says: the boat left}\n").errors
    assert finding.message.endswith(f"({lines})")
