"""Order in time."""

import pytest

from factspec.facts.kinds.order import agree, difference, find
from factspec.language.tokens import tokenize

FOUND = [
    pytest.param("during the trip and later", [], id="no order"),
    pytest.param("after it", [(("after", ""), "after")], id="after"),
    pytest.param("prior to it", [(("before", ""), "prior to")], id="prior to"),
    pytest.param("shortly after it", [(("after", "shortly"), "shortly after")], id="nearness"),
    pytest.param("soon after it", [(("after", "shortly"), "soon after")], id="soon is shortly"),
]


@pytest.mark.parametrize("text, expected", FOUND)
def test_order(text: str, expected: list[object]) -> None:
    assert [(fact.value, fact.shown) for fact in find(tokenize(text))] == expected


def test_agreement_in_direction_and_nearness() -> None:
    after, prior, soon, shortly = (
        next(find(tokenize(words))) for words in ("after", "prior to", "soon after", "shortly after")
    )
    assert agree(soon, shortly)
    assert not agree(after, prior)
    assert not agree(after, soon)


@pytest.mark.parametrize(
    "one, other, named",
    [
        pytest.param("before the vote", "shortly before the vote", "", id="nearness"),
        pytest.param("before the vote", "after the vote", "opposite", id="direction"),
    ],
)
def test_names_a_difference_in_direction(one: str, other: str, named: str) -> None:
    (left,), (right,) = find(tokenize(one)), find(tokenize(other))
    assert difference(left, right) == named
