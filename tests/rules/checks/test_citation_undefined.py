"""citation-undefined: a marker that no declared source, or no entry of the references, has."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

UNDEFINED = 'sources: [1]\nforbidden: [{id: f, says: "zeppelin"}]\n'


@pytest.mark.parametrize(
    ("article", "found"),
    [
        pytest.param("It is deep [1].", [], id="declared"),
        pytest.param("It is deep [1] [sic].", [], id="no marker"),
        pytest.param("It is deep [1]. In [2019–2021] it was dry [1].", [], id="range of years"),
        pytest.param("It is deep [7].", ["[7]"], id="not declared"),
        pytest.param("It is deep [1, 7].", ["[1, 7]"], id="in a group"),
        pytest.param("It is deep [2019].", ["[2019]"], id="year"),
        pytest.param("It is deep [1][2].\n\nReferences\n[1] Lock book", ["[2]"], id="not in the references either"),
    ],
)
def test_undefined(hold: Callable[..., Report], article: str, found: list[str]) -> None:
    report = hold(article, UNDEFINED)
    assert [one.found for one in report.findings if one.rule == "citation-undefined"] == found


def test_undefined_where_only_the_references_lack_it(hold: Callable[..., Report]) -> None:
    article = "It is deep [1, 2].\n\nReferences\n[1] Lock book\n"
    found = hold(article, UNDEFINED.replace("[1]", "[1, 2]")).errors
    assert [(one.rule, "references" in one.message) for one in found] == [("citation-undefined", True)]


def test_an_id_is_no_label_where_the_article_has_another_for_it(hold: Callable[..., Report]) -> None:
    spec = "sources: [{id: 3, cited_as: [1, 5]}, 2]\nclaims:\n  - {id: c, says: It is deep, cites: [3]}\n"
    assert not hold("It is deep [5]. It is old [2].", spec).findings
    found = hold("It is deep [3]. It is old [2].", spec).errors
    assert [one.rule for one in found] == ["citation-mismatch", "citation-undefined"]
    assert "source 3 has the labels 1, 5 here" in found[1].message


def test_a_note_that_explains_cites_nothing_beside_declared_sources(hold: Callable[..., Report]) -> None:
    text = "It is long.[^n] It is old [1].\n\n[^n]: Measured between the towers.\n"
    spec = "citations: [numbered, footnote]\nsources: [1]\nclaims: [{id: c, says: It is long, cites: []}]\n"
    assert not hold(text, spec, format="markdown").errors
