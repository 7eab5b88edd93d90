"""weekday-mismatch: a weekday beside a date that falls on another one."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report, Severity

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"
PUBLISHED = f"published: 2026-05-20\n{CLAIM}"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It left on Wednesday, May 20, 2026.", id="month first"),
        pytest.param("It left on Tuesday, 19 May 2026.", id="day first"),
        pytest.param("It left on Tuesday (19 May 2026).", id="brackets"),
        pytest.param("It left on Tuesday the 19th of May 2026.", id="ordinal"),
        pytest.param("On 19 May 2026, a Tuesday, it left.", id="date first"),
        pytest.param("It left on Tue 19 May 2026.", id="abbreviation"),
        pytest.param("It left on Tuesday, 2026-05-19.", id="digits"),
        pytest.param("It left on Tuesday, 19 May.", id="no year, nearest to the day of writing"),
        pytest.param("It left on Sunday, 21 December.", id="no year, the year before"),
        pytest.param("It left on Saturday, 21 December.", id="no year, far from the day of writing, fits another"),
        pytest.param("In 2001 it left on Monday, 16 July.", id="the sentence names another year"),
        pytest.param("The year 2001 was dry. It left on Monday, 16 July.", id="the block names another year"),
        pytest.param("It left on Sunday, 9 January 1905.", id="Julian calendar"),
        pytest.param("It left on Monday and Tuesday, May 18 and 19, 2026.", id="two days of two weekdays"),
        pytest.param("It sails Monday to Thursday, 18-21 May 2026.", id="range"),
        pytest.param("It left on Monday. On 19 May 2026 it was back.", id="next sentence"),
        pytest.param("It left on Monday, and 19 May 2026 was dry.", id="date of another clause"),
        pytest.param("It sails on Mondays from 19 May 2026.", id="plural"),
        pytest.param("The Sun rose on 20 May 2026.", id="the Sun"),
        pytest.param("Sunday, 31 June 2026 does not exist.", id="no such day"),
        pytest.param("It left on Tuesday 19 times.", id="number"),
        pytest.param("It left on Tuesday at 19:05.", id="time"),
        pytest.param("It left on Friday, 04/05/2026.", id="date that could be two days"),
        pytest.param("It left on Tuesday, May 2026.", id="month"),
    ],
)
def test_silent(hold: Callable[..., Report], sentence: str) -> None:
    report = hold(f"The harbour is open. {sentence}\n", PUBLISHED)
    assert [str(one) for one in report.findings if one.rule == "weekday-mismatch"] == []


@pytest.mark.parametrize(
    ("sentence", "found", "day"),
    [
        pytest.param("It left on Tuesday, May 20, 2026.", "Tuesday, May 20, 2026", "Wednesday", id="month first"),
        pytest.param("It left on Monday, 19 May 2026.", "Monday, 19 May 2026", "Tuesday", id="day first"),
        pytest.param("It left on Wednesday (19 May).", "Wednesday (19 May", "Tuesday", id="brackets, no year"),
        pytest.param("On 19 May 2026, a Friday, it left.", "19 May 2026, a Friday", "Tuesday", id="date first"),
        pytest.param("It left on Mon, 19 May 2026.", "Mon, 19 May 2026", "Tuesday", id="abbreviation"),
        pytest.param("It left on Sunday, 2026-05-19.", "Sunday, 2026-05-19", "Tuesday", id="digits"),
        pytest.param("From Monday to Thursday, 19 May.", "Thursday, 19 May", "Tuesday", id="end of a range"),
    ],
)
def test_reported(hold: Callable[..., Report], sentence: str, found: str, day: str) -> None:
    report = hold(f"The harbour is open. {sentence}\n", PUBLISHED)
    [finding] = [one for one in report.findings if one.rule == "weekday-mismatch"]
    assert finding.severity is Severity.WARNING
    assert finding.found == found
    assert f"is a {day}" in finding.message


def test_a_day_without_a_year_needs_the_day_of_writing(hold: Callable[..., Report]) -> None:
    report = hold("The harbour is open. It left on Monday, 19 May.\n", CLAIM)
    assert not [one for one in report.findings if one.rule == "weekday-mismatch"]


def test_its_item_exists_where_a_weekday_does(families_of: Callable[..., tuple[str, ...]]) -> None:
    with_day, without = (families_of(f"the harbour is open{when}.\n", CLAIM) for when in (" on Monday", ""))
    assert "consistency" in with_day
    assert "consistency" not in without
