"""coverage-below: fewer sentences are accounted for than the policy asks."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

ARTICLE = """\
The lock reopens

On Friday the lock reopened. It cost 2.4 million crowns, where the minister signed a loan.

"We are glad," the keeper Ada Holm said. Nobody was hurt.
"""


def spec(*claims: str, more: str = "") -> str:
    listed = "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims))
    return f"claims:\n{listed}{more}"


FIRST = "says: On Friday the lock reopened"


@pytest.mark.parametrize(("wanted", "red"), [pytest.param(25, False, id="met"), pytest.param(26, True, id="missed")])
def test_coverage_below(hold: Callable[..., Report], wanted: int, red: bool) -> None:
    policy = Policy(coverage=wanted, rules={"uncovered": "off"})
    report = hold(ARTICLE, spec(FIRST, "says: It cost 2.4 million crowns"), policy=policy)
    found = [one for one in report.findings if one.rule == "coverage-below"]
    assert bool(found) is red
    if red:
        assert "25 % of the sentences are covered (1 of 4), not 26 %" in found[0].message
        assert (found[0].line, found[0].family) == (3, "coverage")
