"""source-after-publication: a source that was issued after the article."""

from collections.abc import Callable

import pytest

from factspec.report import Report

ARTICLE = "The lock is old [1].\n"


def spec(published: str, issued: str) -> str:
    return f"{published}sources: [{{id: 1, issued: {issued}}}]\nclaims: [{{id: c, says: The lock is old}}]\n"


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        pytest.param("", "2026-05-21", id="no day of publication"),
        pytest.param("published: 2026-05-20\n", "2026-05-20", id="on the day"),
        pytest.param("published: 2026-05-20\n", "2026-06", id="a month alone"),
        pytest.param("published: 2026-05-20\n", "2025-05-21", id="before"),
    ],
)
def test_nothing_is_wrong(hold: Callable[..., Report], published: str, issued: str) -> None:
    assert not hold(ARTICLE, spec(published, issued)).findings


def test_issued_after(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, spec("published: 2026-05-20\n", "2026-05-21")).findings
    assert (finding.rule, finding.severity, finding.line) == ("source-after-publication", "warning", 4)
    assert finding.message == "source 1 was issued on 2026-05-21, after the article, on 2026-05-20"
