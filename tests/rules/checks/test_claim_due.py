"""claim-due: the day has come to look at a claim again."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.rules.finding import Report

SPEC = "claims:\n  - {id: mayor, says: Ada Lind is the mayor., recheck: 2026-12-31}\n"


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        pytest.param(None, [], id="no day is known"),
        pytest.param(date(2026, 12, 30), [], id="the day before"),
        pytest.param(date(2026, 12, 31), ["claim-due"], id="the day"),
        pytest.param(date(2027, 2, 1), ["claim-due"], id="later"),
    ],
)
def test_it_is_a_warning_from_that_day(hold: Callable[..., Report], today: date | None, rules: list[str]) -> None:
    report = hold("Ada Lind is the mayor.\n", SPEC, today=today)
    assert [one.rule for one in report.findings] == rules
    assert report.passed
    assert all("2026-12-31" in one.message for one in report.findings)
