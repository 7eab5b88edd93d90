"""The rules about citations: which markers are a claim's, and what they must cite."""

from collections.abc import Callable

import pytest

from factspec.rules.report import Report

SOURCES = "sources: [1, 2, 3, 4]\n"
OFF = "rules: {citation-unused: warning}\n"


def claim(cites: str, says: str = "the lock reopened on Friday", more: str = "") -> str:
    return f"{more}{SOURCES}claims:\n  - id: c\n    says: {says}\n    cites: {cites}\n"


def errors(report: Report) -> list[str]:
    return [finding.rule for finding in report.errors]


@pytest.mark.parametrize(
    ("article", "cites"),
    [
        pytest.param("In May the lock reopened on Friday [1].", "[1]", id="before the stop"),
        pytest.param("In May the lock reopened on Friday.[1]", "[1]", id="after the stop"),
        pytest.param(
            "In May the lock reopened on Friday. [1] It is deep [2].", "[1]", id="after the stop, with a space"
        ),
        pytest.param("In May the lock reopened on Friday [1], and barges passed [2].", "[1]", id="first that follows"),
        pytest.param("In May the lock reopened on Friday, and barges passed [2].", "[2]", id="further on"),
        pytest.param("As Reuters noted [1], the lock reopened on Friday.", "[1]", id="before it, where none follows"),
        pytest.param("In May [3] the lock [1] reopened on Friday [2].", "[1, 2]", id="inside and after, not before"),
        pytest.param("In May the lock reopened on Friday [1][2].", "[1, 2]", id="adjacent"),
        pytest.param("In May the lock reopened on Friday [1], [2].", "[2, 1]", id="adjacent with a comma"),
        pytest.param("In May the lock reopened on Friday [1] and [2].", "[1, 2]", id="adjacent with a word"),
        pytest.param("In May the lock reopened on Friday [1-3].", "[1, 2, 3]", id="range"),
        pytest.param("In May the lock reopened on Friday. It is deep [1].", "[]", id="no marker"),
        pytest.param("In May the lock reopened on Friday [1, 3].", "{all_of: [1], any_of: [2, 3]}", id="mapping"),
        pytest.param(
            "In May the lock reopened on Friday [1, 3].", "{at_least: 2, none_of: [4]}", id="at least, none of"
        ),
    ],
)
def test_cited_as_required(hold: Callable[..., Report], article: str, cites: str) -> None:
    assert "citation-mismatch" not in errors(hold(article, claim(cites)))


@pytest.mark.parametrize(
    ("article", "cites", "words"),
    [
        pytest.param("In May the lock reopened on Friday [2].", "[1]", "lacks [1]; cites [2]", id="another"),
        pytest.param("In May the lock reopened on Friday [1, 2].", "[1]", "cites [2], which", id="one too many"),
        pytest.param("In May the lock reopened on Friday [1]; [2].", "[1]", "cites [2], which", id="two, apart"),
        pytest.param("In May the lock reopened on Friday [1].[2] It", "[1]", "cites [2], which", id="around the stop"),
        pytest.param("In May the lock reopened on Friday [1]. [2]", "[1]", "cites [2], which", id="behind the stop"),
        pytest.param(
            "In May the lock reopened on Friday. It is deep [1].", "[1]", "lacks [1]", id="in the next sentence"
        ),
        pytest.param("In May the lock reopened on Friday [1].", "[]", "cites [1]", id="none is allowed"),
        pytest.param("In May the lock reopened on Friday [2].", "{all_of: [1]}", "lacks [1]", id="all of"),
        pytest.param("In May the lock reopened on Friday [4].", "{any_of: [1, 2]}", "none of [1, 2]", id="any of"),
        pytest.param("In May the lock reopened on Friday [4].", "{none_of: [4]}", "must not", id="none of"),
        pytest.param("In May the lock reopened on Friday [4].", "{at_least: 2}", "1 of at least 2", id="at least"),
    ],
)
def test_not_cited_as_required(hold: Callable[..., Report], article: str, cites: str, words: str) -> None:
    found = [one for one in hold(article, claim(cites)).findings if one.rule == "citation-mismatch"]
    assert [one.claim for one in found] == ["c"]
    assert words in found[0].message


def test_scope_of_a_paragraph(hold: Callable[..., Report]) -> None:
    article = "In May the lock reopened on Friday. It is deep [1].\n\nIt is old [2].\n"
    spec = claim("[1]", more="citations: {scope: paragraph}\n")
    assert not errors(hold(article, spec))
    assert errors(hold(article, claim("[1]"))) == ["uncited", "citation-mismatch"]


def test_origins(hold: Callable[..., Report]) -> None:
    sources = "sources: [{id: 1, origin: wire}, {id: 2, origin: wire}, 3]\n"
    body = "claims:\n  - {id: c, says: the lock reopened on Friday, cites: {origins: 2}}\n"
    assert not errors(hold("In May the lock reopened on Friday [1, 3].", sources + body))
    [finding] = hold("In May the lock reopened on Friday [1, 2].", sources + body).errors
    assert (finding.rule, finding.claim) == ("too-few-origins", "c")
    assert "1 of 2 origins" in finding.message


def test_a_source_has_the_labels_of_the_article(hold: Callable[..., Report]) -> None:
    spec = "sources: [{id: wire, cited_as: [1, 5]}]\nclaims:\n  - {id: c, says: the lock reopened, cites: [wire]}\n"
    assert not errors(hold("In May the lock reopened [5]. It is old [1].", spec))
    assert errors(hold("In May the lock reopened [2].", spec)) == ["citation-mismatch", "citation-undefined"]


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


def test_malformed_duplicate_unused(hold: Callable[..., Report]) -> None:
    report = hold("It is deep [1, ]. It is old [2, 2].", SOURCES + 'forbidden: [{id: f, says: "zeppelin"}]\n')
    assert [(one.rule, one.severity.value, one.line) for one in report.findings if one.rule != "citation-unused"] == [
        ("citation-malformed", "error", 1),
        ("citation-duplicate", "warning", 1),
    ]
    assert [one.message for one in report.findings if one.rule == "citation-unused"] == [
        "source 3 is cited nowhere",
        "source 4 is cited nowhere",
    ]


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


def test_an_id_is_no_label_where_the_article_has_another_for_it(hold: Callable[..., Report]) -> None:
    spec = "sources: [{id: 3, cited_as: [1, 5]}, 2]\nclaims:\n  - {id: c, says: It is deep, cites: [3]}\n"
    assert not hold("It is deep [5]. It is old [2].", spec).findings
    found = hold("It is deep [3]. It is old [2].", spec).errors
    assert [one.rule for one in found] == ["citation-mismatch", "citation-undefined"]
    assert "source 3 has the labels 1, 5 here" in found[1].message


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        pytest.param("forbidden: [{id: f, says: zeppelin}]\n", [], id="no source is declared"),
        pytest.param("citations: none\nsources: [1]\nclaims: [{id: c, says: It is old}]\n", [], id="it cites in words"),
        pytest.param("sources: [1]\nclaims: [{id: c, says: It is old, cites: []}]\n", [], id="approved without"),
        pytest.param("sources: [1]\nwaivers: [{rule: uncited, at: It is old, reason: known}]\n", [], id="waived"),
        pytest.param("sources: [1]\nclaims: [{id: c, says: It is wide}]\n", ["It is old."], id="judged"),
        pytest.param(
            "citations: {scope: paragraph}\nsources: [1]\nclaims: [{id: c, says: It is wide}]\n",
            ["It is old."],
            id="nothing follows it in the paragraph",
        ),
    ],
)
def test_uncited(hold: Callable[..., Report], spec: str, found: list[str]) -> None:
    report = hold("The Lock\n\nIt is wide [1]. It is old.\n", spec)
    assert [one.found for one in report.findings if one.rule == "uncited"] == found


def test_sources_without_a_number_are_no_duplicates(hold: Callable[..., Report]) -> None:
    listed = "## Sources\n\n- [A](https://a.example)\n- [B](https://b.example)\n"
    report = hold(
        f"It rained [1].\n\n{listed}", "sources: [1]\nclaims: [{id: c, says: It rained}]\n", format="markdown"
    )
    assert [one.rule for one in report.findings if one.rule == "citation-duplicate"] == []
