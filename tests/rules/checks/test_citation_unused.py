"""citation-unused: a declared source that the article cites nowhere."""

from collections.abc import Callable

from factspec.rules.finding import Report


def test_sources_that_are_cited(hold: Callable[..., Report]) -> None:
    assert not hold(
        "It is deep [1]. It is old [2].", "sources: [1, 2]\nforbidden: [{id: f, says: zeppelin}]\n"
    ).findings


def test_unused(hold: Callable[..., Report]) -> None:
    report = hold("It is deep [1]. It is old [2].", "sources: [1, 2, 3, 4]\nforbidden: [{id: f, says: zeppelin}]\n")
    assert [(one.rule, one.message) for one in report.findings] == [
        ("citation-unused", "2 sources are cited nowhere: 3, 4"),
    ]
    [finding] = hold("It is deep [1].", "sources: [1, 2]\nforbidden: [{id: f, says: zeppelin}]\n").findings
    assert (finding.message, finding.spec_line) == ("source 2 is cited nowhere", 3)
