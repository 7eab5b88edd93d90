"""`factspec compare`: its output and its exit code."""

import argparse
import json

import pytest

from factspec.cli.commands import compare as command


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_the_same_exits_with_nought(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("It isn't so.", "It is not so") == 0
    assert capsys.readouterr().out == "same\n"


def test_a_change_exits_with_one_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("It came on Tuesday", "It never came on Friday") == 1
    assert capsys.readouterr().out == "changed\n  negation added: never\n  weekday Tuesday → Friday\n"


def test_what_is_dropped_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("It may end", "It end") == 1
    assert "hedge dropped: may" in capsys.readouterr().out


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("on Tuesday", "on Wednesday", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "outcome": "changed",
        "differences": [{"kind": "weekday", "approved": "Tuesday", "found": "Wednesday", "start": 3, "end": 12}],
    }


@pytest.mark.parametrize("form", ["text", "json"])
def test_control_characters_are_not_printed(capsys: pytest.CaptureFixture[str], form: str) -> None:
    run("one", "\x1b[31mtwo\u202e", "--format", form)
    output = capsys.readouterr().out
    assert "\x1b" not in output
    assert "\u202e" not in output
