"""Approved quotations in an article: found between marks, outside them or not at all, and their speaker."""

import pytest

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.index import index_of
from factspec.projects.loading import parse_article
from factspec.rules.run import anchor
from factspec.specs.model import Claim, Located


def anchored(article: str, **claim: str | int) -> Anchored:
    """The claim that `it is old` is quoted, found in an article."""
    index = index_of(parse_article(article.encode(), "text"))
    return anchor(Claim(id="c", line=1, quotes=Located("it is old"), **claim), index)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("article", "verdict"),
    [
        pytest.param('"It is old," Ada Holm said.', Verdict.PASSED, id="between marks"),
        pytest.param("Ada Holm said it is old.", Verdict.FAILED, id="without marks"),
        pytest.param('"It is odd," Ada Holm said.', Verdict.FAILED, id="another word"),
        pytest.param('"Trains run late," Ada Holm said.', Verdict.MISSING, id="nothing near"),
        pytest.param('"It is old," Ada Holm said. "It is old," Bo Ek said.', Verdict.AMBIGUOUS, id="in two places"),
        pytest.param('"It is not true that it is old," Ada Holm said.', Verdict.REFRAMED, id="turned"),
    ],
)
def test_verdict(article: str, verdict: Verdict) -> None:
    assert anchored(article).verdict is verdict


def test_an_occurrence_chooses_a_place() -> None:
    article = '"It is old," Ada Holm said. "It is old," Bo Ek said.'
    assert [span.start for span in anchored(article, occurrence=2).spans] == [article.rindex("It is old")]


def test_a_speaker_is_looked_for_where_the_claim_names_one() -> None:
    article = '"It is old," Ada Holm said.'
    assert anchored(article).attributions == ()
    [named] = anchored(article, speaker="Ada Holm").attributions
    assert [one.name for one in named] == ["Ada Holm"]
