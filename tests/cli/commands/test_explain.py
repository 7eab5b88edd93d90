"""`factspec explain`: a rule's documentation, all rules, and a wrong name."""

import pytest

from factspec.cli.main import main
from factspec.rules.registry import all_rules


def test_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "claim-changed"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("claim-changed (claims, error by default)\n\n")
    [rule] = [rule for rule in all_rules() if rule.code == "claim-changed"]
    assert out.endswith(f"\n\n{rule.documentation}\n")


def test_all_rules_have_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        pytest.param("claim-chnaged", "did you mean `claim-changed`?", id="near"),
        pytest.param("claim_changed", "did you mean `claim-changed`?", id="as its module is named"),
        pytest.param("weather", "`factspec explain` lists them", id="nothing near"),
        pytest.param("\x1b[31m", "no rule '\\x1b[31m'", id="escaped"),
    ],
)
def test_a_wrong_name(capsys: pytest.CaptureFixture[str], word: str, hint: str) -> None:
    assert main(["explain", word]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert hint in streams.err
    assert "\x1b" not in streams.err
