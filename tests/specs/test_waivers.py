from collections.abc import Callable
from datetime import date

import pytest

from factspec.specs.entries import waiver_value
from factspec.specs.model import RuleSetting, Spec, Waiver
from factspec.specs.writing import flow_value

MistakeLines = Callable[[str], list[str]]


def test_a_waiver_as_written(load: Callable[[str], Spec]) -> None:
    body = (
        "waivers:\n  - rule: uncited\n    at: A piece of theater\n    reason: the writer's own analysis\n"
        "    until: 2026-12-31\n    occurrence: 2\nrules:\n  uncited: off\n  claim-missing: warning\n"
    )
    spec = load(body)
    reason = "the writer's own analysis"
    assert spec.waivers == (Waiver("uncited", ("A piece of theater",), reason, 4, date(2026, 12, 31), 2),)
    assert spec.rules == (RuleSetting("uncited", "off", 10, 3), RuleSetting("claim-missing", "warning", 11, 3))


@pytest.mark.parametrize(
    ("at", "waiver"),
    [
        pytest.param("b", Waiver("uncited", ("b",), "c", 3), id="a sentence"),
        pytest.param("[b, d e]", Waiver("uncited", ("b", "d e"), "c", 3), id="a list"),
        pytest.param("[article]", Waiver("uncited", ("article",), "c", 3), id="a sentence of one word"),
        pytest.param("{section: b}", Waiver("uncited", (), "c", 3, section="b"), id="a section"),
        pytest.param("article", Waiver("uncited", (), "c", 3, article=True), id="the article"),
    ],
)
def test_where_a_waiver_is_for(load: Callable[[str], Spec], at: str, waiver: Waiver) -> None:
    assert load(f"waivers: [{{rule: uncited, at: {at}, reason: c}}]\n").waivers == (waiver,)
    written = {key: value for key, value in waiver_value(waiver).items() if key == "at"}  # type: ignore[union-attr]
    assert flow_value(written) == f"{{at: {'article' if at == '[article]' else at}}}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "rule: uncitd, at: b, reason: c",
            "3:18: `uncitd` is not a rule that can be waived | did you mean `uncited`?",
            id="misspelled rule",
        ),
        pytest.param("rule: uncited, at: '…', reason: c", "3:31: `at` is `…`: only gaps", id="at a gap"),
        pytest.param("rule: uncited, at: [b, '…'], reason: c", "3:35: `at` is `…`: only gaps", id="a list with a gap"),
        pytest.param("rule: uncited, at: [], reason: c", "3:27: `at` is empty", id="an empty list"),
        pytest.param(
            "rule: citation-undefined, at: article, reason: c",
            "3:38: `citation-undefined` cannot be waived for the whole article | write the sentence",
            id="a rule that needs its sentences",
        ),
        pytest.param(
            "rule: uncovered-row, at: b, reason: c",
            "3:18: `uncovered-row` is not a rule that can be waived | write `uncovered`, which replaces it",
            id="a rule that was replaced",
        ),
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
