"""The other words of a claim's sentence: rows on which nothing happens come first."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

SAYS = "{says: the pool closed in May}"
FACTS = "{facts: [mill, 300, May]}"
QUOTES = "{quotes: We counted the days, speaker: Ada Holm}"

STANDS = {
    SAYS: (
        "After nine years the pool closed in May",
        "Yesterday the pool closed in May, and the former mayor left",
        "Nobody came. After nine years the pool closed in May",
        "After nine years the pool closed in May. It may open again",
        "Because the town plans to build there, the pool closed in May",
    ),
    "{says: the pool did not close in May}": ("Because it rained, the pool did not close in May",),
    "{says: After nine years the pool closed in May.}": ("After nine years the pool closed in May",),
    FACTS: (
        "The mill cut 300 jobs in May",
        "The union said that the mill cut 300 jobs in May",
        "The mill cut 300 jobs in May. It did not close",
        "The mill cut 300 jobs in May, but did not close",
        "The mill is expected to cut 300 jobs in May",
    ),
    "{facts: [mill, not, 300]}": ("The mill did not cut 300 jobs",),
    "{facts: [mill, may, 300]}": ("The mill may cut 300 jobs",),
    QUOTES: (
        "“We counted the days,” Ada Holm said on Tuesday",
        "“We counted the days,” said Ada Holm, the former mayor",
        "“We counted the days,” said Ada Holm, who did not name the ship",
        "“We counted the days,” Ada Holm said, “and nobody helped”",
        "Former mayor Ada Holm said: “We counted the days”",
        "“We counted the days,” Ada Holm said. She did not say why",
    ),
    "{quotes: We did not count the days, speaker: Ada Holm}": ("“We did not count the days,” Ada Holm said",),
}
TURNED = {
    SAYS: (
        "The council denied that the pool closed in May",
        "Critics claim that the pool closed in May",
        "After nine years the pool closed in May, officials said",
        "It is not true that the pool closed in May",
        "It may be that the pool closed in May",
        "After nine years the pool closed in May, which nobody believes",
        "The town says: after nine years, the pool closed in May",
    ),
    FACTS: (
        "The mill did not cut 300 jobs in May",
        "The mill never cut 300 jobs in May",
        "The mill might cut 300 jobs in May",
        "The owner denied that the mill cut 300 jobs in May",
        "It is doubted that the mill cut 300 jobs in May",
    ),
    "{quotes: We counted the days}": (
        "Ada Holm never said “We counted the days”",
        "“We counted the days,” Ada Holm never said",
        "Ada Holm may have said: “We counted the days”",
    ),
    QUOTES: (
        "“It is not true that we counted the days,” Ada Holm said",
        "“Perhaps we counted the days,” Ada Holm said",
        "“I doubt that we counted the days,” Ada Holm said",
    ),
}


def rows(table: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(claim, text, id=text) for claim, texts in table.items() for text in texts]


def verdict(hold: Callable[..., Report], claim: str, text: str, head: str = "") -> str:
    return hold(f"{text}.\n", f"{head}claims:\n  - {claim.replace('{', '{id: c, ', 1)}\n").claims[0].verdict


@pytest.mark.parametrize("claim, text", rows(STANDS))
def test_words_that_turn_nothing(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) == "passed"


@pytest.mark.parametrize("claim, text", rows(TURNED))
def test_words_that_may_turn_the_claim(hold: Callable[..., Report], claim: str, text: str) -> None:
    assert verdict(hold, claim, text) == "reframed"


@pytest.mark.parametrize("claim, text", rows(TURNED)[:2])
def test_a_strict_spec_accounts_for_each_word_instead(hold: Callable[..., Report], claim: str, text: str) -> None:
    report = hold(f"{text}.\n", f"strict: true\nclaims:\n  - {claim.replace('{', '{id: c, ', 1)}\n")
    assert report.claims[0].verdict == "passed"
    assert [finding.rule for finding in report.errors] == ["uncovered"]


def test_the_message_names_the_word_and_what_to_do(hold: Callable[..., Report]) -> None:
    text = "The council denied that the pool closed in May.\n"
    [finding] = hold(text, f"claims:\n  - {SAYS.replace('{', '{id: c, ')}\n").errors
    assert finding.rule == "claim-reframed"
    assert finding.message == "its sentence has the attribution denied (claim 'c')"
    assert finding.advice.startswith("restore the sentence, claim the whole of it, or settle it in one look")
