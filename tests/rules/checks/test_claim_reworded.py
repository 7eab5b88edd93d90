"""claim-reworded: the same facts in other words."""

from collections.abc import Callable

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
