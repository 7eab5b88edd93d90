import pytest

from factspec import registry
from factspec.specs.names import listed, nearest, rule_meant, vocabulary


def test_the_known_names_are_those_of_the_modules() -> None:
    known = vocabulary()
    rules = {name.replace("_", "-") for name in registry.names("factspec.rules.checks")}
    assert set(known.rules) == rules
    assert {"uncited", "weekday-mismatch"} <= set(known.waivable) <= rules - {"claim-missing", "waiver-unmatched"}
    assert "uncited" in known.waivable
    assert "claim-missing" not in known.waivable
    assert set(known.styles) == set(registry.names("factspec.articles.markers"))
    assert set(known.formats) == set(registry.names("factspec.articles.formats"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("zzz", "", id="nothing like it"),
        pytest.param("", "", id="empty"),
        pytest.param("x" * 100_000, "", id="very long"),
        pytest.param("cite", "cites", id="a letter missing"),
        pytest.param("qoutes", "quotes", id="letters exchanged"),
        pytest.param("quote", "quotes", id="singular"),
    ],
)
def test_the_nearest_word(word: str, expected: str) -> None:
    assert nearest(word, ["says", "quotes", "cites", "facts"]) == expected


def test_words_are_listed_in_back_quotes() -> None:
    assert listed(["a", "b"]) == "`a`, `b`"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("zzz", "none is like it", id="nothing like it"),
        pytest.param("uncoverd", "did you mean `uncovered`?", id="a slip"),
        pytest.param("uncovered-sentence", "write `uncovered`, which replaces it", id="replaced, a sentence"),
        pytest.param("uncovered-code", "write `uncovered`, which replaces it", id="replaced, code"),
    ],
)
def test_the_rule_that_is_meant(word: str, expected: str) -> None:
    assert rule_meant(word, vocabulary().rules, "none is like it") == expected
