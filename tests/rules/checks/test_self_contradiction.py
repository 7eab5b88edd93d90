"""self-contradiction: one measure of one thing with two values."""

from collections.abc import Callable

import pytest
from tests.growth import SQUARE, growth

from factspec.rules.finding import Report

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The bridge is 340 metres long.\n\nThe bridge is 340 metres long.", id="one value"),
        pytest.param("The bridge is 1 km long.\n\nThe bridge is 1,000 metres long.", id="another unit"),
        pytest.param("The fire killed nine people.\n\nThe fire killed 9 people.", id="words and digits"),
        pytest.param("The loan is about 3 million.\n\nThe loan is 2,968,000.", id="rounded"),
        pytest.param("The loan is 3 million dollars.\n\nThe loan is $2.97 million.", id="less precise"),
        pytest.param("The bridge is 340 metres long.\n\nThe tunnel is 430 metres long.", id="another thing"),
        pytest.param("The bridge is 340 metres long.\n\nThe bridge is 43 metres wide.", id="another measure"),
        pytest.param("The bridge is 340 metres long.\n\nThe old bridge is 430 metres long.", id="an old one"),
        pytest.param("The mine employed 90 people in 2010.\n\nThe mine employed 25 people in 2020.", id="two years"),
        pytest.param("The mine employed 90 people.\n\nIn 2020 the mine employed 25 people.", id="a year in one"),
        pytest.param("In 2020, the mine employed 90 people.\n\nThe mine employed 25 people.", id="a year in the first"),
        pytest.param("Ten years ago the mine employed 90 people.\n\nThe mine employed 25 people.", id="ago"),
        pytest.param("The mine employed 90 people.\n\nThe mine employs 25 people.", id="two tenses"),
        pytest.param("The ferry took at least 40 people.\n\nThe ferry took 45 people.", id="bound"),
        pytest.param("The ferry took more than 40 people.\n\nThe ferry took more than 50 people.", id="two bounds"),
        pytest.param("Police said 300 people came.\n\nThe union said 400 people came.", id="two speakers"),
        pytest.param("It carried 300 people.\n\nIt carried 400 people.", id="pronoun"),
        pytest.param("A flood killed 30 people.\n\nA flood killed 40 people.", id="indefinite"),
        pytest.param("Police arrested 12 people.\n\nPolice arrested 15 people.", id="no one group"),
        pytest.param("Add 2 cups of water.\n\nAdd 3 cups of water.", id="instructions"),
        pytest.param("Changed in version 3.8.\n\nChanged in version 3.9.", id="labels"),
        pytest.param("The cup held 2 eggs.\n\nThe cup held 3 eggs.\n\nThe cup held 4 eggs.", id="series"),
        pytest.param("The cup held 10 ml.\n\nThe cup held 20 ml.\n\nThe cup held 30 ml.", id="series of measures"),
        pytest.param("Did the fire kill nine people?\n\nDid the fire kill ten people?", id="questions"),
        pytest.param("The fire killed nine people.\n\nThe fire killed nine dogs.", id="another noun"),
        pytest.param("Exports to Karvia were $5bn.\n\nExports from Karvia were $7bn.", id="another direction"),
        pytest.param("Karvi scored 2 goals on Monday.\n\nKarvi scored 3 goals on Friday.", id="two days"),
        pytest.param("The fire killed nine people.\n\nIt is false that the fire killed ten people.", id="denied"),
        pytest.param("The fire killed nine people.\n\nThe fire could have killed ninety people.", id="could"),
        pytest.param("The first fire killed nine people.\n\nThe second fire killed ten people.", id="ordinals"),
        pytest.param("The ferry took 40 people or 50 people.", id="one sentence"),
        pytest.param("The fire killed nine people\n\nThe fire killed ten people", id="headings"),
        pytest.param("Prices rose from 5% to 7%.\n\nPrices rose from 6% to 8%.", id="two values each"),
    ],
)
def test_silent(hold: Callable[..., Report], text: str) -> None:
    report = hold(f"The harbour is open.\n\n{text}\n", CLAIM)
    assert [str(one) for one in report.findings if one.rule == "self-contradiction"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The bridge is 340 metres long.\n\nThe bridge is 430 metres long.", "430 metres", id="measure"),
        pytest.param("The fire killed nine people.\n\nThe fire killed eleven people.", "eleven", id="number"),
        pytest.param("The loan is worth $3 million.\n\nThe loan is worth $5 million.", "$5 million", id="money"),
        pytest.param("The talks lasted two hours.\n\nThe talks lasted two days.", "two days", id="duration"),
        pytest.param("The share of women was 40%.\n\nThe share of women was 45 per cent.", "45 per cent", id="share"),
        pytest.param("The fire killed nine people.\n\nThe fire, which killed ten people, ended.", "ten", id="which"),
        pytest.param("The mine employs 25 people.\n\nHe left after the mine employs 35 people.", "35", id="after"),
    ],
)
def test_reported(hold: Callable[..., Report], text: str, found: str) -> None:
    report = hold(f"The harbour is open.\n\n{text}\n", CLAIM)
    [finding] = [one for one in report.findings if one.rule == "self-contradiction"]
    assert ([one.found for one in finding.differences], finding.line) == ([found], 5)
    assert "on line 3" in finding.message
    assert "on line 5" in finding.message


def test_a_claim_is_left_to_its_own_rule(hold: Callable[..., Report]) -> None:
    text = "The fire killed nine people.\n\nThe fire killed eleven people.\n"
    report = hold(text, "claims: [{id: c, says: The fire killed nine people}]\n")
    assert [one.rule for one in report.findings] == ["claim-contradicted"]


def test_work_is_bounded_where_every_sentence_is_like_the_next(hold: Callable[..., Report]) -> None:
    def work(count: int) -> Callable[[], Report]:
        text = "\n\n".join(f"The fire killed {number} people." for number in range(300, 300 + count))
        return lambda: hold(text, CLAIM)

    assert not [one for one in work(500)().findings if one.rule == "self-contradiction"]
    assert growth(work, 150) < SQUARE
