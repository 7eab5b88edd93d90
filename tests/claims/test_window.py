"""Changed wording is looked for in one sentence, and in its neighbours only if they contain a good part of it."""

import pytest

from factspec.claims.index import index_of
from factspec.projects.loading import parse_article
from factspec.rules.run import anchor
from factspec.specs.model import Claim, Located


def nearest(article: str, says: str) -> str:
    """The words of an article that a claim is compared with."""
    parsed = parse_article(f"{article}\n".encode(), "text")
    [span] = anchor(Claim(id="c", line=1, says=Located(says)), index_of(parsed)).spans
    return parsed.text[span.start : span.end]


@pytest.mark.parametrize(
    "says, article, expected",
    [
        pytest.param(
            "They finished in fourth place with 61 points",
            "They finished fourth with 61 points [1]. Dahl has scored 18 goals in 27 matches [2].",
            "They finished fourth with 61 points",
            id="a light word after",
        ),
        pytest.param(
            "A fire in Ghent killed 12 people on Sunday",
            "A fire in Ghent killed 12 people [1]. Police said on Monday that 3 people were missing [2].",
            "A fire in Ghent killed 12 people",
            id="a day after",
        ),
        pytest.param(
            "City led at half-time through a goal by Silva",
            "City led at the break through a goal by Silva [1]. Ruiz scored two minutes from time [2].",
            "City led at the break through a goal by Silva",
            id="a word after",
        ),
        pytest.param(
            "On 5 May Ms Lee voted to close the school in June",
            "The council met on 5 May [2]. Ms Lee voted to close the school in June [1].",
            "Ms Lee voted to close the school in June",
            id="a day before",
        ),
        pytest.param(
            "Mr. Brandt said his party would ask for a vote",
            "The law passed [1]. Brandt said his party would ask for a vote [2].",
            "Brandt said his party would ask for a vote",
            id="a stop before",
        ),
        pytest.param(
            "The mayor resigned. He had lost a vote",
            "It rained. The mayor resigned after he had lost a vote. It rained again.",
            "The mayor resigned after he had lost a vote",
            id="two sentences become one",
        ),
    ],
)
def test_a_neighbour_that_adds_little_is_left_out(says: str, article: str, expected: str) -> None:
    assert nearest(article, says) == expected


@pytest.mark.parametrize(
    "says, article, expected",
    [
        pytest.param(
            "The mayor resigned after he had lost a vote",
            "It rained. The mayor resigned. He had lost a vote. It rained again.",
            "The mayor resigned. He had lost a vote",
            id="one sentence becomes two",
        ),
        pytest.param(
            "The council approved the plan to build a bridge over the inlet. It rained",
            "The council approved the plan to build a bridge over the inlet. It snowed and rained.",
            "The council approved the plan to build a bridge over the inlet. It snowed and rained",
            id="wording of two sentences",
        ),
    ],
)
def test_a_neighbour_with_a_part_is_included(says: str, article: str, expected: str) -> None:
    assert nearest(article, says) == expected


def test_the_place_of_what_was_dropped_first_is_where_the_rest_begins() -> None:
    article = parse_article(b"The court sat with 40 members. People died in the fire.\n", "text")
    says = Claim(id="c", line=1, says=Located("12 people died in the fire"))
    comparison = anchor(says, index_of(article)).comparison
    assert comparison
    [difference] = comparison.differences

    assert article.text[difference.start :].startswith("People")
