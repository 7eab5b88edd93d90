"""too-few-origins: sources of one origin count once."""

from collections.abc import Callable

from factspec.rules.finding import Report


def errors(report: Report) -> list[str]:
    return [finding.rule for finding in report.errors]


def test_origins(hold: Callable[..., Report]) -> None:
    sources = "sources: [{id: 1, origin: wire}, {id: 2, origin: wire}, 3]\n"
    body = "claims:\n  - {id: c, says: the lock reopened on Friday, cites: {origins: 2}}\n"
    assert not errors(hold("In May the lock reopened on Friday [1, 3].", sources + body))
    [finding] = hold("In May the lock reopened on Friday [1, 2].", sources + body).errors
    assert (finding.rule, finding.claim) == ("too-few-origins", "c")
    assert "1 of 2 origins" in finding.message
