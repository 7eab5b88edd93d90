"""Approved wording that only a heading has: the body below it may say otherwise."""

import pytest

from factspec.match.anchor import anchor
from factspec.match.anchored import Verdict
from factspec.match.index import index_of
from factspec.reading import parse_article
from factspec.spec.model import Claim


def verdict(article: str, says: str) -> Verdict:
    index = index_of(parse_article(article.encode(), "markdown"))
    return anchor(Claim(id="c", line=1, text_line=1, says=says), index).verdict


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lind cut 300 jobs in May.", id="the same"),
        pytest.param("The firm of Ana Lind met on Monday.", id="something else"),
        pytest.param("Lind cut three hundred jobs.", id="the same in another form"),
        pytest.param(
            "Lind, which lost 20 million crowns, cut its board of 12 to 9 and its jobs in May.", id="far from it"
        ),
    ],
)
def test_a_heading_stands_for_itself(body: str) -> None:
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
