"""sum-mismatch: shares over the whole, and a total that its stated parts do not make."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The top four divided the vote: 68.8% in all, 27.01%, 19.12%, 12.63% and 10.08%.", id="own total"),
        pytest.param("Of voters 45% chose Karvi, 35% Osei and 20% abstained.", id="a whole"),
        pytest.param("Karvi won 33.4% of the votes, Osei 33.4% and Reyl 33.3%.", id="rounding"),
        pytest.param("45 per cent of men and 60 per cent of women voted.", id="two wholes"),
        pytest.param("Turnout rose from 55% to 61% of voters.", id="change"),
        pytest.param("The share rose by 70% in May and 40% in June.", id="growth"),
        pytest.param("60% of voters trust the mayor and 55% also trust the council.", id="answers that overlap"),
        pytest.param("Exports grew 60%, imports 50%.", id="no whole"),
        pytest.param("Voters faced inflation of 60% and interest rates of 55%.", id="rates"),
        pytest.param("Votes fell 60% in the north and 50% in the south.", id="falls"),
        pytest.param("60% of voters chose Karvi in 2020, compared with 55% last year.", id="two years"),
        pytest.param("Some 120% of the votes were cast.", id="one share"),
        pytest.param("Up to 60% of the votes and up to 50% of the rest are open.", id="bounds"),
        pytest.param("The vote was 60-40% against.", id="range"),
        pytest.param("The ferry carried 1,200 people: 800 men and 400 women.", id="total"),
        pytest.param("The ferry carried 12 people (seven men, three women and two children).", id="three parts"),
        pytest.param("The ferry carried 12 people: seven men, three women and others.", id="rest without a number"),
        pytest.param("The ferry carried about 1,200 people: 700 men and 400 women.", id="about"),
        pytest.param("The ferry carried 1,200 people, including 700 men and 400 women.", id="including"),
        pytest.param("The ferry carried 1,200 people: 700 men and many women.", id="one part"),
        pytest.param("Three people died: 700 were saved.", id="other things"),
        pytest.param("Two people (45 and 50 years old) died.", id="ages"),
        pytest.param("Five people: 20 towns and 30 villages.", id="not persons"),
        pytest.param("It took 12 people (3 a boat), 700 men and 400 women later.", id="parts beyond the bracket"),
        pytest.param("Nine people – a record – came with 3 men and 4 women.", id="aside"),
    ],
)
def test_silent(hold: Callable[..., Report], sentence: str) -> None:
    report = hold(f"The harbour is open. {sentence}\n", CLAIM)
    assert [str(one) for one in report.findings if one.rule == "sum-mismatch"] == []


@pytest.mark.parametrize(
    ("sentence", "found", "message"),
    [
        pytest.param(
            "45 % voted yes, 40 % voted no and 30 % of voters abstained.",
            "45 % voted yes, 40 % voted no and 30 %",
            "is 115%, more than the whole",
            id="shares",
        ),
        pytest.param(
            "Karvi won 52 per cent of the votes, Osei 51 per cent.",
            "52 per cent of the votes, Osei 51 per cent",
            "is 103%",
            id="two shares",
        ),
        pytest.param(
            "The ferry carried 1,200 people: 700 men and 400 women.",
            "1,200 people: 700 men and 400 women",
            "700 men + 400 women is 1,100, not 1,200",
            id="total",
        ),
        pytest.param(
            "Twelve passengers (six men, three women and two children) died.",
            "Twelve passengers (six men, three women and two children",
            "is 11, not 12",
            id="total in words",
        ),
        pytest.param(
            "Eleven passengers — six men and four women — died.",
            "Eleven passengers — six men and four women",
            "is 10, not 11",
            id="dashes",
        ),
    ],
)
def test_reported(hold: Callable[..., Report], sentence: str, found: str, message: str) -> None:
    report = hold(f"The harbour is open. {sentence}\n", CLAIM)
    [finding] = [one for one in report.findings if one.rule == "sum-mismatch"]
    assert finding.found == found
    assert message in finding.message
