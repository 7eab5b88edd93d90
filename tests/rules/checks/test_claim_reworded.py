"""claim-reworded: the same facts in other words."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

ARTICLE = """\
The ferry "Aurora" returned to Port Lund on Monday after twelve days in dock. It carried 340 passengers.

The captain, who isn't named, praised the crew. A U.S. engine was fitted.
"""


def says(words: str, extra: str = "") -> str:
    return f'claims:\n  - id: c\n    says: "{words}"\n{extra}'


def test_a_gap_spans_no_end_of_a_sentence(hold: Callable[..., Report]) -> None:
    [finding] = hold(ARTICLE, says("The ferry … passengers")).findings
    assert (finding.rule, finding.claim) == ("claim-reworded", "c")


def test_exact_wording_allows_typography_alone(hold: Callable[..., Report]) -> None:
    exact = "    wording: exact\n"
    assert not hold(ARTICLE, says("who isn’t named", exact)).findings
    assert not hold("The cafe\u0301 on the quay is old.", says("The caf\u00e9 on the quay", exact)).findings
    assert [one.rule for one in hold(ARTICLE, says("A US engine was fitted", exact)).findings] == ["claim-reworded"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param("'The ferry returned on Monday", "", id="a mark at one end"),
        pytest.param("The boat returned on Monday", "", id="other words"),
        pytest.param("The * ferry returned on Monday", "", id="a sign between words"),
        pytest.param("“The ferry returned on Monday”", "`says` is in quotation marks", id="quotation marks"),
        pytest.param("'The ferry returned on Monday'", "`says` is in quotation marks", id="straight marks"),
        pytest.param("The **ferry** returned on Monday", "`says` has markup", id="bold"),
        pytest.param("The _ferry_ returned on Monday", "`says` has markup", id="emphasis"),
        pytest.param("The `ferry` returned on Monday", "`says` has markup", id="code"),
        pytest.param("The <b>ferry</b> returned on Monday", "`says` has markup", id="HTML element"),
        pytest.param("The ferry&nbsp;returned on Monday", "`says` has markup", id="HTML entity"),
        pytest.param("The [ferry](a.html) returned on Monday", "`says` has markup", id="link"),
        pytest.param("The ferry returned on Monday [1]", "`says` has a marker", id="marker"),
        pytest.param("The ferry returned on Monday[^a]", "`says` has a marker", id="footnote"),
    ],
)
def test_what_does_not_belong_into_wording_is_named(hold: Callable[..., Report], words: str, hint: str) -> None:
    findings = hold("The ferry returned on Monday.", says(words)).findings
    assert all(hint in one.message if hint else "`says`" not in one.message for one in findings)
    assert findings or not hint


def test_signs_that_the_article_has_are_not_markup(hold: Callable[..., Report]) -> None:
    [finding] = hold("The module __main__ runs on Monday.", says("The module __main__ starts on Monday")).findings
    assert "markup" not in finding.message


def test_exchanged_words_are_named_as_their_order(hold: Callable[..., Report]) -> None:
    [finding] = hold("The bill passed narrowly.", says("The bill narrowly passed")).findings
    assert (finding.rule, finding.message) == ("claim-reworded", "order of words changed (claim 'c')")


@pytest.mark.parametrize(
    ("approved", "found"),
    [
        pytest.param("The captain said that the ferry was late", "The captain said the ferry was late", id="that"),
        pytest.param("The ferry returned on Monday", "The ferry returned Monday", id="on a day"),
        pytest.param("The ferry was late", "The ferry was was late", id="a word twice"),
    ],
)
def test_in_a_strict_spec_house_style_neither_adds_nor_drops_a_word(
    hold: Callable[..., Report], approved: str, found: str
) -> None:
    for one, other in ((approved, found), (found, approved)):
        assert not hold(f"{other}.", says(one)).errors
        errors = hold(f"{other}.", f"strict: true\n{says(one)}").errors
        assert {one.rule for one in errors} & {"claim-reworded", "uncovered"}
        assert not hold(f"{other}.", f"strict: true\n{says(other)}").errors
