"""source-after-publication: a source that was issued after the article."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

ARTICLE = "The lock is old [1].\n"


def spec(published: str, issued: str) -> str:
    return f"{published}sources: [{{id: 1, issued: {issued}}}]\nclaims: [{{id: c, says: The lock is old}}]\n"


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        pytest.param("", "2026-05-21", id="no day of publication"),
        pytest.param("published: 2026-05-20\n", "2026-05-20", id="on the day"),
        pytest.param("published: 2026-05-20\n", "2026-06", id="the next month"),
        pytest.param("published: 2026-12-20\n", "2027-01", id="the next month of the next year"),
        pytest.param("published: 2026-05-20\n", "2026", id="the same year"),
        pytest.param("published: 2026-05-20\n", "{literal: 2027}", id="words"),
        pytest.param("published: 2026-05-20\n", "2025-05-21", id="before"),
    ],
)
def test_nothing_is_wrong(hold: Callable[..., Report], published: str, issued: str) -> None:
    assert not hold(ARTICLE, spec(published, issued)).findings


def test_issued_after(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, spec("published: 2026-05-20\n", "2026-05-21")).findings
    assert (finding.rule, finding.severity, finding.line) == ("source-after-publication", "warning", 4)
    assert finding.message == "source 1 was issued on 2026-05-21, after the article, on 2026-05-20"


@pytest.mark.parametrize(
    ("issued", "when"),
    [
        pytest.param("2027", "in 2027", id="a year"),
        pytest.param("'2027?'", "in 2027?", id="a doubtful year"),
        pytest.param("{date-parts: [[2027]]}", "in 2027", id="parts of a year"),
        pytest.param("2026-07", "in 2026-07", id="a month"),
        pytest.param("{date-parts: [[2026, 5, 21]]}", "on 2026-05-21", id="parts of a day"),
        pytest.param("{raw: May 2027}", "in May 2027", id="raw"),
    ],
)
def test_issued_in_a_year_or_month_after(hold: Callable[..., Report], issued: str, when: str) -> None:
    [finding] = hold(ARTICLE, spec("published: 2026-05-20\n", issued)).findings
    assert (finding.rule, finding.severity) == ("source-after-publication", "warning")
    assert finding.message == f"source 1 was issued {when}, after the article, on 2026-05-20"
