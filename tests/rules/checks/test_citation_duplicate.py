"""citation-duplicate: one source named twice in a marker or in the references."""

from collections.abc import Callable

from factspec.rules.finding import Report


def test_one_source_twice_in_a_marker(hold: Callable[..., Report]) -> None:
    report = hold("It is deep [1]. It is old [2, 2].", "sources: [1, 2]\nforbidden: [{id: f, says: zeppelin}]\n")
    assert [(one.rule, one.severity, one.line) for one in report.findings] == [("citation-duplicate", "warning", 1)]


def test_sources_without_a_number_are_no_duplicates(hold: Callable[..., Report]) -> None:
    listed = "## Sources\n\n- [A](https://a.example)\n- [B](https://b.example)\n"
    report = hold(
        f"It rained [1].\n\n{listed}", "sources: [1]\nclaims: [{id: c, says: It rained}]\n", format="markdown"
    )
    assert [one.rule for one in report.findings if one.rule == "citation-duplicate"] == []
