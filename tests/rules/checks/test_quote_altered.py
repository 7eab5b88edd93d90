"""quote-altered: a quotation whose words or marks are not the approved ones."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report


def quoted(words: str, more: str = "") -> str:
    return f"claims:\n  - id: q\n    quotes: '{words}'\n{more}"


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('Mayor Ada Holm called it "a very old lock".', "a very old lock", id="as it stands"),
        pytest.param("Mayor Ada Holm called it “a very old lock.”", "a very old lock", id="curled, with a stop"),
        pytest.param('"It is old," Ada Holm said, "and it is deep."', "It is old, and it is deep", id="split"),
        pytest.param('"It is old, as you know, and deep," Ada Holm said.', "It is old, … and deep", id="gap"),
        pytest.param('"[The lock] is old," Ada Holm said.', "It is old", id="insertion"),
    ],
)
def test_quoted_word_for_word(hold: Callable[..., Report], article: str, words: str) -> None:
    assert not hold(article, quoted(words)).findings


@pytest.mark.parametrize(
    ("article", "found"),
    [
        pytest.param('Ada Holm called it "a very odd lock".', "a very odd lock", id="a word differs"),
        pytest.param("Ada Holm called it a very old lock.", "a very old lock", id="without marks"),
        pytest.param('It has "a very old lock-keeper", Ada Holm said.', "a very old lock", id="cut"),
    ],
)
def test_quoted_otherwise(hold: Callable[..., Report], article: str, found: str) -> None:
    [finding] = hold(article, quoted("a very old lock")).findings
    assert (finding.rule, finding.claim) == ("quote-altered", "q")
    assert found in finding.found
