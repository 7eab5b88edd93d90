"""citation-duplicate: one source named twice in a marker or in the references."""

from collections.abc import Callable

import pytest

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


LISTED = "It is deep [1].\n\nSources\n\n[1] Pilots. {}\n\nMore sources\n\nSources\n\n[1] Wardens. {}\n"


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        pytest.param("https://a.example", "https://b.example", 11, id="the source comes first"),
        pytest.param("https://b.example", "http://www.a.example/", 5, id="the source comes second"),
        pytest.param("", "", 11, id="neither is the source"),
    ],
)
def test_of_two_references_the_one_that_is_not_the_source_is_reported(
    hold: Callable[..., Report], first: str, second: str, line: int
) -> None:
    spec = "sources: [{id: 1, URL: https://a.example}]\nforbidden: [{id: f, says: zeppelin}]\n"
    article = LISTED.format(first, second)
    for strict, severity in (("", "warning"), ("strict: true\n", "error")):
        found = [one for one in hold(article, strict + spec).findings if one.rule == "citation-duplicate"]
        assert [(one.severity, one.line) for one in found] == [(severity, line)]


NOTES_AND_SOURCES = {
    "html": """<article><p>It is deep<sup><a href="#n1">1</a></sup>, say pilots <a href="#s1">[1]</a>.</p>
<h2>Notes</h2><ol class=footnotes><li id=n1>At high tide.</ol>
<h2>Sources</h2><ol class=references><li id=s1>Pilots, https://a.example</ol></article>""",
    "markdown": "It is deep[^1], say pilots [1].\n\n[^1]: At high tide.\n\n## Sources\n\n1. Pilots, https://a.example\n",
}


@pytest.mark.parametrize("format_", ["html", "markdown"])
def test_notes_and_sources_each_count_from_1(hold: Callable[..., Report], format_: str) -> None:
    claim = "{id: c, says: 'It is deep, say pilots.', cites: [1]}"
    spec = f"sources: [{{id: 1, URL: https://a.example}}]\nclaims: [{claim}]\n"

    assert [str(one) for one in hold(NOTES_AND_SOURCES[format_], spec, format=format_).findings] == []
