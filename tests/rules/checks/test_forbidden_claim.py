"""forbidden-claim: wording that the article must not have, in whatever form."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

ARTICLE = "Ferry service resumes\n\nThe ferry returned to Port Lund on Monday after twelve days in dock [1].\n"


@pytest.mark.parametrize(
    ("says", "article", "found"),
    [
        pytest.param("military alliance", "A paramilitary alliance.", [], id="part of a word"),
        pytest.param("military alliance", "The military, alliance and all.", [], id="a comma between"),
        pytest.param("military alliance", "The military - alliance and all.", [], id="a dash between"),
        pytest.param("military alliance", "Of the military\n\nalliance of two.", [], id="in two blocks"),
        pytest.param("not able", "There is no table.", [], id="the same letters in other words"),
        pytest.param("the new", "The news of the newest.", [], id="no plural"),
        pytest.param("cover-up", "They cover upon, and covered-up.", [], id="other endings"),
        pytest.param("cover-up", "They cover up, no cover-ups.", ["cover up", "cover-ups"], id="a hyphen less"),
        pytest.param("toll-free", "A toll-free's toll-frees.", ["toll-free's", "toll-frees"], id="two more forms"),
        pytest.param("military ally", "Military allies’ men.", ["Military allies"], id="a plural in -ies"),
        pytest.param("coverup", "It is a cover-up’s end.", ["cover-up’s"], id="a possessive compound"),
        pytest.param("cover-up", "It is a coverup.", ["coverup"], id="in one word"),
        pytest.param("coverup", "It is a cover-up.", ["cover-up"], id="a hyphen more"),
        pytest.param("military alliance", "A military-alliance.", ["military-alliance"], id="a compound"),
        pytest.param("military alliance", "A “military” alliance.", ["military” alliance"], id="quotation marks"),
        pytest.param("red colour", "The Red Color, a red colour.", ["Red Color", "red colour"], id="spelling"),
        pytest.param("red … colour", "A red and bright colour.", ["red and bright colour"], id="a gap"),
    ],
)
def test_forbidden_wording_does_not_hide(
    hold: Callable[..., Report], says: str, article: str, found: list[str]
) -> None:
    report = hold(article, f"forbidden:\n  - {{id: f, says: {says}}}\n")
    assert [one.found for one in report.findings if one.rule == "forbidden-claim"] == found


def test_forbidden_wording_is_found_in_headings_too(hold: Callable[..., Report]) -> None:
    spec = "forbidden:\n  - {id: f, says: ferry service, reason: house style}\n  - {id: g, says: free of charge}\n"
    report = hold(ARTICLE, spec)
    [finding] = report.findings
    assert (finding.rule, finding.claim, finding.line, finding.found) == ("forbidden-claim", "f", 1, "Ferry service")
    assert [claim.verdict for claim in report.claims] == ["failed", "passed"]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param("Sources\n\n[1] Holt keeps its licence, https://a.example", [], id="another title"),
        pytest.param("Sources\n\n[1] Holt has lost. Its licence, https://a.example", [], id="a stop between"),
        pytest.param("Sources\n\n[1] Holt has lost its licence, https://a.example", [5], id="a title"),
        pytest.param("Sources\n\n[1] Wire, https://a.example\n[2] Holt lost its li\u200bcence", [6], id="in disguise"),
    ],
)
def test_forbidden_wording_in_the_list_of_sources(hold: Callable[..., Report], source: str, lines: list[int]) -> None:
    spec = "forbidden:\n  - {id: f, says: lost its licence}\n"
    report = hold(f"It rained [1].\n\n{source}\n", spec)
    assert [one.line for one in report.findings if one.rule == "forbidden-claim"] == lines
    assert [claim.verdict for claim in report.claims] == ["failed" if lines else "passed"]
