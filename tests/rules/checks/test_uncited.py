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
