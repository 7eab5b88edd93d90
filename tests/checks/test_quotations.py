"""The rules about approved quotations: their words, their marks, their speaker."""

from collections.abc import Callable

import pytest

from factspec.report import Report


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
    ("article", "rule", "found"),
    [
        pytest.param('Ada Holm called it "a very odd lock".', "quote-altered", "a very odd lock", id="a word differs"),
        pytest.param("Ada Holm called it a very old lock.", "quote-altered", "a very old lock", id="without marks"),
        pytest.param('Ada Holm called the ship "a floating palace".', "claim-missing", "", id="none near"),
    ],
)
def test_quoted_otherwise(hold: Callable[..., Report], article: str, rule: str, found: str) -> None:
    [finding] = hold(article, quoted("a very old lock")).findings
    assert (finding.rule, finding.claim) == (rule, "q")
    assert found in finding.found


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        pytest.param('"It is old," Ada Holm said.', [], id="full name"),
        pytest.param('"It is old," said Holm.', [], id="family name"),
        pytest.param('Holm was tired. "It is old," she said.', [], id="pronoun"),
        pytest.param('"It is old," Bo Lind said.', ["quote-unattributed"], id="another"),
        pytest.param('"It is old," said Ada Holm, the keeper.', [], id="name with an office"),
        pytest.param('"It is old," said Ada Holm\'s lawyer.', ["quote-unattributed"], id="somebody of hers"),
        pytest.param('"It is old," said Ada Holm\'s lawyer, Bo Lind.', ["quote-unattributed"], id="a name of hers"),
        pytest.param('A banner read "It is old".', ["quote-unattributed"], id="nobody"),
    ],
)
def test_speaker(hold: Callable[..., Report], article: str, rules: list[str]) -> None:
    report = hold(article, quoted("It is old", "    speaker: Ada Holm\n"))
    assert [finding.rule for finding in report.findings] == rules
