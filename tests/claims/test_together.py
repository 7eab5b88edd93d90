"""Facts that must occur together, and the words around and between them; gaps in wording."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

FACTS = "claims: [{id: c, facts: [mill, 300, May]}]\n"
CLOSE = "claims: [{id: c, facts: [Amble council, close, Mill Road library]}]\n"
GAP = "claims: [{id: c, says: 'The mayor … resigned on Friday'}]\n"


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        pytest.param(FACTS, "The mill, unable to pay, cut 300 jobs in May.", id="unable to pay"),
        pytest.param(FACTS, "The ministry confirmed that the mill cut 300 jobs in May.", id="confirmed"),
        pytest.param(FACTS, "The union said that the mill cut 300 jobs in May.", id="said"),
        pytest.param("claims: [{id: c, facts: [mill, not, 300]}]\n", "The mill did not cut 300 jobs.", id="listed not"),
        pytest.param("claims: [{id: c, facts: [mill, may, 300]}]\n", "The mill may cut 300 jobs.", id="listed may"),
        pytest.param("claims: [{id: c, facts: [US, talks]}]\n", "The US-led talks failed.", id="compound"),
        pytest.param("claims: [{id: c, facts: [{name: Bush}, Ohio]}]\n", "Jeb Bush left Ohio.", id="part of a name"),
        pytest.param(CLOSE, "Amble council voted to close the Mill Road library.", id="voted"),
        pytest.param(
            CLOSE,
            "Amble council rejected an appeal and voted to close the Mill Road library.",
            id="rejected another thing",
        ),
        pytest.param(
            CLOSE,
            "Amble council rejected calls for a delay and chose to close the Mill Road library.",
            id="rejected calls for",
        ),
        pytest.param(
            CLOSE,
            "Amble council turned down an appeal against its plan to close the Mill Road library.",
            id="turned down an appeal",
        ),
        pytest.param(
            CLOSE,
            "Amble council rejected criticism of its decision to close the Mill Road library.",
            id="rejected criticism",
        ),
        pytest.param(
            CLOSE, "Amble council voted to close the Mill Road library, not the depot.", id="not another thing"
        ),
        pytest.param(GAP, "The mayor of Varna resigned on Friday.", id="gap"),
    ],
)
def test_passes(hold: Callable[..., Report], claims: str, text: str) -> None:
    assert [one.verdict for one in hold(f"{text}\n", claims).claims] == ["passed"]


@pytest.mark.parametrize(
    ("claims", "text", "verdict"),
    [
        pytest.param(FACTS, "The mill did not cut 300 jobs in May.", "reframed", id="not"),
        pytest.param(FACTS, "The mill never cut 300 jobs in May.", "reframed", id="never"),
        pytest.param(
            "claims: [{id: c, facts: [mill, approved, canteen]}]\n",
            "The mill approved no money for the canteen.",
            "reframed",
            id="no object",
        ),
        pytest.param(CLOSE, "Amble council voted not to close the Mill Road library.", "reframed", id="not to"),
        pytest.param(
            CLOSE, "Amble council will close the depot rather than the Mill Road library.", "reframed", id="rather than"
        ),
        pytest.param(FACTS, "The mill hasn't cut 300 jobs in May.", "reframed", id="contracted"),
        pytest.param(FACTS, "The mill failed to cut 300 jobs in May.", "reframed", id="failed to"),
        pytest.param(FACTS, "The mill might cut 300 jobs in May.", "reframed", id="might"),
        pytest.param(FACTS, "The mill reportedly cut 300 jobs in May.", "reframed", id="reportedly"),
        pytest.param("claims: [{id: c, facts: [{name: Al Bo}]}]\n", "Al Bo Jr. left.", "missing", id="junior"),
        pytest.param(GAP, "The mayor said the clerk resigned on Friday.", "changed", id="said in a gap"),
        pytest.param(GAP, "The mayor declined to say who resigned on Friday.", "changed", id="declined in a gap"),
    ],
)
def test_does_not_pass(hold: Callable[..., Report], claims: str, text: str, verdict: str) -> None:
    assert [one.verdict for one in hold(f"{text}\n", claims).claims] == [verdict]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("The mill met the union on Monday.", id="another thing"),
        pytest.param("The mill cut jobs in May.", id="no number"),
        pytest.param("The mill cut 300 jobs in May. It had cut 40 mill jobs in May 2019.", id="both"),
        pytest.param("It cut 300 jobs. Before, the mill cut 40 in May.", id="the same without the name"),
        pytest.param("The mill lost 20 million crowns.", id="few of the facts"),
    ],
)
def test_facts_in_a_heading_are_enough(hold: Callable[..., Report], body: str) -> None:
    assert [one.verdict for one in hold(f"Mill cuts 300 jobs in May\n\n{body}\n", FACTS).claims] == ["passed"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("The mill cut 400 jobs in May.", id="another number"),
        pytest.param("The mill cut 300 jobs in June.", id="another month"),
        pytest.param("The mill met on Monday. The mill cut 40 jobs in May.", id="in a later sentence"),
    ],
)
def test_facts_in_a_heading_do_not_hide_a_changed_body(hold: Callable[..., Report], body: str) -> None:
    assert [one.verdict for one in hold(f"Mill cuts 300 jobs in May\n\n{body}\n", FACTS).claims] == ["changed"]
