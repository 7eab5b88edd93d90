"""uncited: a sentence that nothing in it or after it cites."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report


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
        pytest.param(
            "citations: {scope: claims}\nsources: [1]\nclaims: [{id: c, says: It is wide}]\n",
            [],
            id="only claims need one",
        ),
        pytest.param(
            "citations: {scope: claims}\nsources: [1]\nclaims: [{id: c, says: It is old}]\n",
            ["It is old."],
            id="a claim needs one",
        ),
    ],
)
def test_uncited(hold: Callable[..., Report], spec: str, found: list[str]) -> None:
    report = hold("The Lock\n\nIt is wide [1]. It is old.\n", spec)
    assert [one.found for one in report.findings if one.rule == "uncited"] == found


def test_signs_alone_need_no_citation(hold: Callable[..., Report]) -> None:
    report = hold("The Lock\n\nIt is wide [1].\n\n?????\n", "sources: [1]\nclaims: [{id: c, says: It is wide}]\n")
    assert [one.found for one in report.findings if one.rule == "uncited"] == []


BOTH = "sources: [1]\nclaims: [{id: c, says: It is wide.}]\n"


@pytest.mark.parametrize(
    ("spec", "rules"),
    [
        pytest.param(BOTH, ["uncited"], id="not strict"),
        pytest.param(f"strict: true\n{BOTH}", ["uncited"], id="one for both"),
        pytest.param(f"strict: true\n{BOTH}rules: {{uncited: warning}}\n", ["uncited", "uncovered"], id="a warning"),
        pytest.param(f"strict: true\n{BOTH}rules: {{uncited: off}}\n", ["uncovered"], id="off"),
        pytest.param(
            f"strict: true\n{BOTH}waivers: [{{rule: uncovered, at: It is old., reason: own}}]\n",
            ["uncited"],
            id="covered by a waiver",
        ),
        pytest.param(
            f"strict: true\n{BOTH}waivers: [{{rule: uncited, at: It is old., reason: own}}]\n", [], id="waived"
        ),
        pytest.param(
            "strict: true\nsources: [1]\nclaims: [{id: c, says: It is wide.}, {id: d, says: old}]\n",
            ["uncited", "uncovered"],
            id="partly covered",
        ),
    ],
)
def test_a_sentence_that_cites_nothing_and_no_claim_covers(
    hold: Callable[..., Report], spec: str, rules: list[str]
) -> None:
    report = hold("It is wide [1]. It is old.\n", spec)
    assert sorted(one.rule for one in report.findings) == rules
