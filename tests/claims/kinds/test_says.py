"""Approved wording that only a heading has: the body may contradict it."""

import pytest

from factspec.claims.anchored import Verdict
from factspec.claims.index import index_of
from factspec.projects.loading import parse_article
from factspec.rules.run import anchor
from factspec.specs.model import Claim, Located


def verdict(article: str, says: str) -> Verdict:
    index = index_of(parse_article(article.encode(), "markdown"))
    return anchor(Claim(id="c", line=1, says=Located(says)), index).verdict


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lind cut 300 jobs in May.", id="the same"),
        pytest.param("The firm of Ana Lind met on Monday.", id="another thing"),
        pytest.param("Lind cut three hundred jobs.", id="the same in another form"),
        pytest.param(
            "Lind, which lost 20 million crowns, cut its board of 12 to 9 and its jobs in May.", id="far from it"
        ),
    ],
)
def test_a_heading_is_enough(body: str) -> None:
    assert verdict(f"# Lind cut 300 jobs\n\n{body}\n", "Lind cut 300 jobs") is Verdict.PASSED


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lind cut 400 jobs.", id="another number"),
        pytest.param("The firm met on Monday. Lind cut 30 jobs there.", id="another number in a later sentence"),
    ],
)
def test_a_heading_does_not_hide_a_changed_body(body: str) -> None:
    assert verdict(f"# Lind cut 300 jobs\n\n{body}\n", "Lind cut 300 jobs") is Verdict.CHANGED


@pytest.mark.parametrize(
    ("says", "body"),
    [
        pytest.param("It opens in the United States", "It opens in the U.S. next year.", id="fewer at the end"),
        pytest.param("It opens in the U.S.", "It opens in the United States next year.", id="more words at the end"),
        pytest.param("It cost £1.5 million", "It cost £1,500,000 in May.", id="a number at the end"),
        pytest.param("but the board didn't", "It came, but the board did not on Friday.", id="a contraction"),
        pytest.param("two hundred left", "On Monday 200 left.", id="a number at the start"),
        pytest.param("She'll play Ana Lind", "It rained. She will play Ana Lind on Monday.", id="a contraction first"),
        pytest.param(
            "It is as wide as the Earth", "It is as wide as Earth and sees the sun every 33 days.", id="an article less"
        ),
        pytest.param("The bank rose", "It rained: bank rose by 3 per cent.", id="an article less at the start"),
    ],
)
def test_house_style_at_an_edge(says: str, body: str) -> None:
    assert verdict(body, says) is Verdict.PASSED


@pytest.mark.parametrize(
    ("says", "body"),
    [
        pytest.param("The bank rose in May", "The Danish bank rose in May.", id="another bank"),
        pytest.param("The jury chose it in May", "The readers' jury chose it in May.", id="another jury"),
        pytest.param("The prize is worth 5 euros", "Second prize is worth 5 euros.", id="another prize"),
        pytest.param("The pill is taken twice a day", "The old pill is taken twice a day.", id="another pill"),
        pytest.param("It cost £1.5 million", "It cost £1,600,000 in May.", id="another number"),
        pytest.param("It opens in the U.S.", "It opens in the United Kingdom next year.", id="another country"),
    ],
)
def test_no_window_leaves_out_what_changed(says: str, body: str) -> None:
    assert verdict(body, says) is not Verdict.PASSED


def test_values_that_changed_places_at_an_end_are_one_difference() -> None:
    index = index_of(parse_article(b"The mayor also raised the fee on bets from 25% to 21% in May.", "text"))
    found = anchor(Claim(id="c", line=1, says=Located("The mayor also raised the fee on bets from 21% to 25%")), index)
    assert found.comparison is not None
    assert [(one.approved, one.found) for one in found.comparison.differences] == [("21% … 25%", "25% … 21%")]
