from collections.abc import Callable
from datetime import date

import pytest

from factspec.specs.model import RuleSetting, Spec, Waiver

MistakeLines = Callable[[str], list[str]]


def test_a_waiver_as_written(load: Callable[[str], Spec]) -> None:
    body = (
        "waivers:\n  - rule: uncited\n    at: A piece of theater\n    reason: the writer's own analysis\n"
        "    until: 2026-12-31\n    occurrence: 2\nrules:\n  uncited: off\n  claim-missing: warning\n"
    )
    spec = load(body)
    reason = "the writer's own analysis"
    assert spec.waivers == (Waiver("uncited", "A piece of theater", reason, 4, date(2026, 12, 31), 2),)
    assert spec.rules == (RuleSetting("uncited", "off", 10, 3), RuleSetting("claim-missing", "warning", 11, 3))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "rule: uncitd, at: b, reason: c",
            "3:18: `uncitd` is not a rule that can be waived | did you mean `uncited`?",
            id="misspelled rule",
        ),
        pytest.param("rule: uncited, at: '…', reason: c", "3:31: `at` is `…`: only gaps", id="at a gap"),
        pytest.param("rule: uncited, at: b, reason: null", "3:42: `reason` is `null`", id="no reason"),
        pytest.param("rule: uncited, at: b, reason: '...'", "3:42: `reason` is `...`", id="reason of punctuation"),
        pytest.param("rule: uncited, at: b, reason: ''", "3:34: `reason` is empty", id="empty reason"),
        pytest.param("rule: uncited, at: b, reason: c, occurrence: x", "3:57: `occurrence` is `x`", id="occurrence"),
    ],
)
def test_a_mistake_of_a_waiver(mistake_lines: MistakeLines, body: str, expected: str) -> None:
    (only,) = mistake_lines(f"+waivers: [{{{body}}}]\n")
    assert only.startswith(expected)


def test_a_name_that_is_no_rule(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+claims: [{id: a, says: b}]\nrules: {uncited: off, claim-mising: off}\n")
    assert only == "4:23: `claim-mising` is not a rule | did you mean `claim-missing`?"
