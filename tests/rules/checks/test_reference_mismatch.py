"""reference-mismatch: the address of a reference or of a linked marker is its source's."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report


def test_references_are_held_against_the_sources(hold: Callable[..., Report]) -> None:
    article = "It is deep [1]. It is old [2].\n\nReferences\n[1] https://www.wire.example/a/?utm_source=x#top\n[2] {}\n"
    spec = (
        "sources:\n  - {id: 1, URL: http://wire.example/a}\n  - {id: 2, URL: https://daily.example/b, DOI: 10.1000/x}\n"
        "forbidden: [{id: f, says: zeppelin}]\n"
    )
    assert not hold(article.format("https://daily.example/b"), spec).findings
    assert not hold(article.format("https://doi.org/10.1000/X"), spec).findings
    [finding] = hold(article.format("https://daily.example/c"), spec).findings
    assert (finding.rule, finding.line, finding.expected) == ("reference-mismatch", 5, "https://daily.example/b")


@pytest.mark.parametrize(
    ("article", "found"),
    [
        pytest.param("It is deep [[1]](http://www.wire.example/a/?utm_source=x#:~:text=deep).", [], id="the source's"),
        pytest.param("It is deep [1](#ref-1).", [], id="a place in the page"),
        pytest.param("It is deep [1](notes.html).", [], id="a file beside it"),
        pytest.param("It is deep [1](https://lock.example/story#cite_note-1).", [], id="a place in a page"),
        pytest.param("It is deep [3](https://daily.example/c).", [], id="a source without address"),
        pytest.param("It is deep [1, 2](https://daily.example/b).", [], id="of a group the one that is meant"),
        pytest.param("It is deep [the wire](https://daily.example/c).", [], id="words"),
        pytest.param(
            "It is deep [1](https://daily.example/b).", ["[1](https://daily.example/b)"], id="another source's"
        ),
        pytest.param("It is deep [[1]](https://daily.example/c).", ["[[1]](https://daily.example/c)"], id="nobody's"),
        pytest.param(
            "It is deep<sup>[1](http://daily.example/c)</sup>.", ["<sup>[1](http://daily.example/c)</sup>"], id="raised"
        ),
    ],
)
def test_linked_markers_are_held_against_the_sources(
    hold: Callable[..., Report], article: str, found: list[str]
) -> None:
    spec = (
        "sources:\n  - {id: 1, URL: http://wire.example/a}\n  - {id: 2, URL: https://daily.example/b}\n  - 3\n"
        "forbidden: [{id: f, says: zeppelin}]\n"
    )
    report = hold(article, spec, format="markdown")
    assert [one.found for one in report.findings if one.rule == "reference-mismatch"] == found


LIST = "It is deep [1]. It is old [2].\n\nReferences\n[1] https://wire.example/a\n[2] https://daily.example/b\n"
SPEC = """\
sources:
  - {id: 1, URL: https://wire.example/a}
  - {id: 2, URL: https://daily.example/b}
claims:
  - {id: deep, says: It is deep, cites: [1]}
  - {id: old, says: It is old, cites: [2]}
"""


def exchanged(text: str) -> str:
    return text.replace("[1]", "[*]").replace("[2]", "[1]").replace("[*]", "[2]")


def test_a_consistent_renumbering_is_one_finding(hold: Callable[..., Report]) -> None:
    assert not hold(LIST, SPEC).findings
    [finding] = hold(exchanged(LIST), SPEC).errors
    assert (finding.rule, finding.message) == ("reference-mismatch", "references renumbered: 1 → 2, 2 → 1")


def test_a_renumbered_list_whose_markers_were_kept(hold: Callable[..., Report]) -> None:
    prose, references = LIST.split("References")
    errors = hold(f"{prose}References{exchanged(references)}", SPEC).errors
    assert [one.rule for one in errors] == ["citation-mismatch", "citation-mismatch", "reference-mismatch"]


def test_a_renumbering_that_loses_a_reference(hold: Callable[..., Report]) -> None:
    text = exchanged(LIST).replace("https://wire.example/a", "https://daily.example/b")
    assert not any("renumbered" in one.message for one in hold(text, SPEC).errors)


def test_in_a_strict_spec_each_entry_is_a_declared_source(hold: Callable[..., Report]) -> None:
    text = f"{LIST}[3] None of the above is true.\n"
    assert not hold(text, SPEC).errors
    [finding] = hold(text, f"strict: true\n{SPEC}").errors
    assert (finding.rule, finding.message) == ("reference-mismatch", "reference 3 is not declared in `sources`")
