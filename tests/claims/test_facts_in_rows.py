"""Facts of one table row (`within: row`), with the headings of its columns; rows that say the same come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

TABLE = """\
The probes were launched in 1977.

| Probe | Past Jupiter | Past Saturn |
|---|---|---|
| Voyager 1 | 5 March 1979 | 12 November 1980 |
| Voyager 2 | 9 July 1979 | 26 August 1981 |
"""
FIRST = "[{name: Voyager 1}, Past Jupiter, {date: 1979-03-05}]"


def spec(facts: str) -> str:
    return f"claims:\n  - {{id: c, facts: {facts}, within: row}}\n"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("[Voyager 1, 5 March 1979]", id="two cells"),
        pytest.param("[{date: 1979-07-09}, Voyager 2]", id="in another order"),
        pytest.param(FIRST, id="the heading of a column"),
        pytest.param("[Probe, Voyager 2, Past Saturn, 26 August 1981]", id="two headings"),
    ],
)
def test_found_in_one_row(hold: Callable[..., Report], facts: str) -> None:
    report = hold(TABLE, spec(facts), format="markdown")
    assert [one.verdict for one in report.claims] == ["passed"]
    assert report.errors == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            ("5 March", "6 March"),
            "no '1979-03-05' in the row with 'Voyager 1', 'Past Jupiter'; it has '6 March 1979', '12 November 1980'",
            id="another day",
        ),
        pytest.param(
            ("5 March", "9 July", "9 July", "5 March"),
            "no '1979-03-05' in the row with 'Voyager 1', 'Past Jupiter'; it has '9 July 1979', '12 November 1980'",
            id="days of two rows exchanged",
        ),
        pytest.param(
            ("Voyager 1", "Pioneer 11"), "no 'Voyager 1' in the row with 'Past Jupiter', '1979-03-05'", id="renamed"
        ),
        pytest.param(
            ("Jupiter", "Saturn", "Saturn", "Jupiter"),
            "no 'Past Jupiter' in the row with 'Voyager 1', '1979-03-05'",
            id="headings exchanged",
        ),
    ],
)
def test_another_row(hold: Callable[..., Report], change: tuple[str, ...], message: str) -> None:
    one, other, *back = change
    text = TABLE.replace(one, "*")
    text = text.replace(back[0], back[1]) if back else text
    [finding] = hold(text.replace("*", other), spec(FIRST), format="markdown").errors
    assert finding.rule == "claim-changed"
    assert finding.message.startswith(message)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Voyager 1 passed Jupiter on 5 March 1979.", "the article has no table", id="no table"),
        pytest.param(
            "Voyager 1.\n\n| a | b |\n|---|---|\n| c | d |\n", "no table row has any of these", id="elsewhere"
        ),
    ],
)
def test_no_row(hold: Callable[..., Report], text: str, reason: str) -> None:
    [finding] = hold(text, spec("[Voyager 1, 5 March 1979]"), format="markdown").errors
    assert (finding.rule, reason in finding.message) == ("claim-missing", True)


def test_each_heading_belongs_to_the_value_listed_after_it(hold: Callable[..., Report]) -> None:
    table = "| Vehicle | Toll | Before |\n|---|---|---|\n| Lorries | {} | {} |\n"
    facts = spec("[Lorries, Toll, {value: 11 euros}, Before, {value: 9 euros}]")
    assert not hold(table.format("11 euros", "9 euros"), facts, format="markdown").errors
    [finding] = hold(table.format("9 euros", "11 euros"), facts, format="markdown").errors
    assert finding.message.startswith("no 'Toll', 'Before' in the row with 'Lorries'")


def test_the_cells_of_a_strict_row_are_in_order_unless_each_follows_its_heading(hold: Callable[..., Report]) -> None:
    table = "| Vehicle | Toll | Before |\n|---|---|---|\n| Lorries | {} | {} |\n"
    turned = "| Vehicle | Before | Toll |\n|---|---|---|\n| Lorries | 9 euros | 11 euros |\n"
    bare = "strict: true\n" + spec("[Lorries, {value: 11 euros}, {value: 9 euros}]")
    headed = "strict: true\n" + spec("[Lorries, Toll, {value: 11 euros}, Before, {value: 9 euros}]")

    def news(text: str, facts: str) -> list[str]:
        return [one.message for one in hold(text, facts, format="markdown").errors if one.claim]

    assert news(table.format("11 euros", "9 euros"), bare) == news(table.format("11 euros", "9 euros"), headed) == []
    assert news(turned, headed) == []
    assert news(turned, bare) == ["'9 euros' and '11 euros' have changed places (claim 'c')"]
    assert news(table.format("9 euros", "11 euros"), bare) == news(turned, bare)
    assert news(table.format("9 euros", "11 euros"), headed)


def test_a_table_without_headings(hold: Callable[..., Report]) -> None:
    page = "<article><table><tr><td>Lind</td><td>27</td></tr><tr><td>Ek</td><td>72</td></tr></table></article>"
    assert not hold(page, spec("[Lind, 27]"), format="html").errors
    assert hold(page, spec("[Lind, 72]"), format="html").errors
