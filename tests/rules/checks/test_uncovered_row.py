"""Table rows that nothing accounts for."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

TABLE = "| name | votes |\n|---|---|\n| Lind | 27 |\n"
CLAIMS = "strict: true\nclaims:\n" + "".join(
    f"  - {{id: c{number}, says: {words}}}\n" for number, words in enumerate(["name", "votes", "Lind", "'27'"])
)


def test_every_cell_is_covered(hold: Callable[..., Report]) -> None:
    assert hold(TABLE, CLAIMS, format="markdown").errors == ()


@pytest.mark.parametrize(
    ("table", "line"),
    [
        pytest.param(TABLE + "| Ek | 72 |\n", 4, id="a row more"),
        pytest.param(TABLE.replace("| Lind |", "| Lind, a thief |"), 3, id="a word more"),
        pytest.param(TABLE.replace("votes", "stolen votes"), 1, id="a heading"),
    ],
)
def test_left_over(hold: Callable[..., Report], table: str, line: int) -> None:
    errors = hold(table, CLAIMS, format="markdown").errors
    assert errors
    assert {(one.rule, one.line) for one in errors if one.rule == "uncovered-row"} == {("uncovered-row", line)}


def test_a_row_is_one_finding(hold: Callable[..., Report]) -> None:
    [finding] = hold(TABLE + "| Ek | 72 |\n", CLAIMS, format="markdown").errors
    assert (finding.message, finding.line, finding.column) == ("no claim covers this table row", 4, 3)
    errors = hold(
        TABLE.replace("name", "name in full").replace("votes", "votes in June"), CLAIMS, format="markdown"
    ).errors
    [finding] = [one for one in errors if one.rule == "uncovered-row"]
    assert finding.message == "table row partly covered: 'in full'; 'in June' left over"


def test_a_waiver_takes_its_cell_alone(hold: Callable[..., Report]) -> None:
    waiver = "waivers:\n  - {rule: uncovered-row, at: Ek, reason: a name}\n"
    [finding] = hold(TABLE + "| Ek | 72 |\n", CLAIMS + waiver, format="markdown").errors
    assert (finding.message, finding.column) == ("table row partly covered: '72' left over", 8)
