"""citation-malformed: a marker whose brackets hold something else than labels."""

from collections.abc import Callable

from factspec.rules.finding import Report

SPEC = 'sources: [1, 2]\nforbidden: [{id: f, says: "zeppelin"}]\n'


def test_well_formed(hold: Callable[..., Report]) -> None:
    report = hold("It is deep [1]. It is old [1, 2].", SPEC)
    assert "citation-malformed" not in [one.rule for one in report.findings]


def test_malformed(hold: Callable[..., Report]) -> None:
    report = hold("It is deep [1, ]. It is old [2].", SPEC)
    assert [(one.rule, one.severity, one.line) for one in report.findings if one.rule != "citation-unused"] == [
        ("citation-malformed", "error", 1)
    ]
