"""citation-mismatch: a claim's sentence cites what its `cites` asks for."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

SOURCES = "sources: [1, 2, 3, 4]\n"


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
        pytest.param("In May the lock reopened on Friday [2].", "[1]", "does not cite [1]; cites [2]", id="another"),
        pytest.param("In May the lock reopened on Friday [1, 2].", "[1]", "cites [2], which", id="one too many"),
        pytest.param("In May the lock reopened on Friday [1]; [2].", "[1]", "cites [2], which", id="two, apart"),
        pytest.param("In May the lock reopened on Friday [1].[2] It", "[1]", "cites [2], which", id="around the stop"),
        pytest.param("In May the lock reopened on Friday [1]. [2]", "[1]", "cites [2], which", id="behind the stop"),
        pytest.param(
            "In May the lock reopened on Friday. It is deep [1].", "[1]", "does not cite [1]", id="in the next sentence"
        ),
        pytest.param("In May the lock reopened on Friday [1].", "[]", "cites [1]", id="none is allowed"),
        pytest.param("In May the lock reopened on Friday [2].", "{all_of: [1]}", "does not cite [1]", id="all of"),
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


def test_a_source_has_the_labels_of_the_article(hold: Callable[..., Report]) -> None:
    spec = "sources: [{id: wire, cited_as: [1, 5]}]\nclaims:\n  - {id: c, says: the lock reopened, cites: [wire]}\n"
    assert not errors(hold("In May the lock reopened [5]. It is old [1].", spec))
    assert errors(hold("In May the lock reopened [2].", spec)) == ["citation-mismatch", "citation-undefined"]
