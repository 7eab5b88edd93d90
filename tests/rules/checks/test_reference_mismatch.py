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


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        pytest.param("Pilots. https://wire.example/a", "", id="its address"),
        pytest.param("Pilots. www.wire.example/a.", "", id="without a scheme"),
        pytest.param("Pilots. https://x.example/1, http://wire.example/a", "", id="one of two"),
        pytest.param("Pilots.", "reference 1 has no address, and its source has one", id="none"),
        pytest.param(
            "Pilots. wire.example/ab", "reference 1 has no address, and its source has one", id="a longer one"
        ),
        pytest.param("Pilots. hxxps://wire.example/a", "reference 1 has no address", id="another scheme"),
        pytest.param("Pilots. https://x.example/1", "reference 1 is not the source that the spec", id="another"),
    ],
)
def test_in_a_strict_spec_an_entry_gives_the_address_of_its_source(
    hold: Callable[..., Report], entry: str, message: str
) -> None:
    article = f"It is deep [1]. It is old [2].\n\nReferences\n[1] {entry}\n[2] https://daily.example/b\n"
    found = [one.message for one in hold(article, f"strict: true\n{SPEC}").errors if one.rule == "reference-mismatch"]
    assert len(found) == bool(message)
    assert all(one.startswith(message) for one in found)
    if "no address" in message:
        assert not hold(article, SPEC).errors


def test_a_source_without_an_address_asks_for_none(hold: Callable[..., Report]) -> None:
    spec = SPEC.replace("{id: 1, URL: https://wire.example/a}", "{id: 1, title: Pilots}")
    assert not hold(LIST.replace("https://wire.example/a", "Pilots"), f"strict: true\n{spec}").errors


@pytest.mark.parametrize(
    ("link", "entry", "astray"),
    [
        pytest.param("#a", "<li id=a>", False, id="its entry"),
        pytest.param("#a%20b", "<li id='a b'>", False, id="an id with a space"),
        pytest.param("#list", "<li>", False, id="the list"),
        pytest.param("#old", "<li>", True, id="the next entry"),
        pytest.param("#back", "<li>", True, id="a place in the next entry"),
    ],
)
def test_a_marker_leads_to_its_own_entry(hold: Callable[..., Report], link: str, entry: str, *, astray: bool) -> None:
    article = (
        f"<p>It is deep <a href='{link}'>[1]</a>. It is old <a href='#old'>[2]</a>.</p>\n<ol id=list class=references>"
        f"{entry}<a href=https://wire.example/a>Pilots</a><li id=old><a href=https://daily.example/b>Wardens</a> "
        "<a id=back href='#top'>^</a></ol>"
    )
    found = [one for one in hold(article, SPEC, format="html").errors if one.rule == "reference-mismatch"]
    assert [(one.message, one.found) for one in found] == (
        [("the link of marker 1 leads to reference 2", f"<a href='{link}'>[1]</a>")] if astray else []
    )
