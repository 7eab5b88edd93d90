"""source-missing: a declared stored text that cannot be used."""

from collections.abc import Callable

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Report

SPEC = "sources:\n  - {id: 1, text: a.txt}\nclaims: [{id: c, says: The lock is old, cites: [1]}]\n"
ARTICLE = "The lock is old [1].\n"


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param(None, id="no stored text is given"),
        pytest.param({}, id="not among those given"),
        pytest.param({"1": StoredText(text="The lock is old")}, id="there"),
    ],
)
def test_nothing_is_wrong(hold: Callable[..., Report], sources: dict[str, StoredText] | None) -> None:
    assert not hold(ARTICLE, SPEC, sources=sources).findings


def test_it_says_what_is_wrong_at_the_line_of_the_path(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, SPEC, sources={"1": StoredText(problem="is empty")}).findings
    assert (finding.rule, finding.severity, finding.path, finding.line) == (
        "source-missing",
        "error",
        "specs/a.factspec.yaml",
        4,
    )
    assert finding.message == "source 1: the stored text `a.txt` is empty"


def test_what_it_was_to_settle_is_unchecked(hold: Callable[..., Report]) -> None:
    article = '"The lock is very old," Ada Holm said [1]. The lock is old [1].'
    report = hold(article, SPEC, sources={"1": StoredText(problem="is empty")})
    assert [finding.rule for finding in report.findings] == ["source-missing"]
    assert (report.article.quotations_found, report.article.quotations_unchecked) == (0, 1)
