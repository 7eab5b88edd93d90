"""`factspec check --output`: several reports of one run, and nothing is judged if one of them cannot be written."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.cli.conftest import Desk

from factspec.cli.main import main

BROKEN = ("on Monday", "on Tuesday")
FINDINGS = """\
articles/bridge.txt:1:22: weekday Monday → Tuesday (claim 'closed') [claim-changed]
articles/bridge.txt:3:11: its sentence has the attribution denied (claim 'safe') [claim-reframed]
"""


@pytest.fixture
def check(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Check the project, whose article contradicts its spec; the exit code, the output and the errors."""
    desk.edit(*BROKEN)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["check", *words])
        return (code, *capsys.readouterr())

    return run


Check = Callable[..., tuple[int, str, str]]


def test_every_file_has_its_form_and_the_output_has_text(check: Check) -> None:
    code, out, err = check("--output", "a.json", "--output", "a.sarif", "--output", "junit=a.out", "--output", "b.txt")
    assert (code, err) == (1, "")
    assert out.startswith("articles/bridge.txt:1:22: weekday Monday → Tuesday (claim 'closed') [claim-changed]\n")
    assert json.loads(Path("a.json").read_text())["summary"]["errors"] == 2
    assert json.loads(Path("a.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "claim-changed"
    assert ET.fromstring(Path("a.out").read_text()).get("failures") == "2"
    assert Path("b.txt").read_text(encoding="utf-8") == out


def test_a_report_is_the_same_from_saved_verdicts(check: Check) -> None:
    words = [word for name in ("a.json", "a.sarif", "a.xml", "a.jsonld") for word in ("--output", name)]
    assert check("--no-cache", *words)[0] == 1
    fresh = reports()
    for _ in range(2):
        assert check(*words)[0] == 1
    assert reports() == fresh


def reports() -> dict[str, str]:
    """The reports by their names; that of JSON without what says that verdicts were saved."""
    found = {path.name: path.read_text() for path in Path().glob("a.*")}
    whole = json.loads(found["a.json"])
    whole["summary"]["cached"], whole["digest"] = 0, ""
    return found | {"a.json": json.dumps(whole)}


@pytest.mark.parametrize(
    ("words", "form"),
    [
        pytest.param(["--format", "json"], "json", id="the format"),
        pytest.param(["--output", "json=-"], "json", id="a name"),
        pytest.param(["--format", "json", "--output", "-"], "json", id="the format of an output"),
        pytest.param(["--format", "json", "--output", "a.json"], "text", id="the format of a file"),
        pytest.param(["--output", "json=-", "--output", "a.txt"], "json", id="beside a file"),
    ],
)
def test_what_the_output_has(check: Check, words: list[str], form: str) -> None:
    code, out, _ = check(*words)
    assert code == 1
    assert out.startswith("{" if form == "json" else "articles/bridge.txt:1:22:")


def test_quietly_there_is_a_line_for_each_finding(check: Check, desk: Desk) -> None:
    assert check("-q", "--output", "a.json") == (1, FINDINGS, "")
    desk.edit(*reversed(BROKEN))
    assert check("--quiet") == (1, FINDINGS.splitlines(keepends=True)[1], "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["--output", "."], "the report . cannot be written: the file is a folder", id="a folder"),
        pytest.param(["--output", "no/a.json"], "is in a folder that does not exist", id="a missing folder"),
        pytest.param(["--output", "a.foo"], "which no form has", id="a suffix"),
        pytest.param(["--output", "foo=a"], "the unknown form `foo`", id="a form"),
        pytest.param(["-q", "--format", "json"], "--quiet prints lines of text, but json goes to", id="quiet JSON"),
    ],
)
def test_a_report_that_cannot_be_written_is_one_message(check: Check, words: list[str], message: str) -> None:
    code, out, err = check(*words, *([] if "-q" in words else ["--output", "b.json"]))
    assert (code, out) == (2, "")
    assert err.startswith("factspec check: ")
    assert (message in err, err.count("\n")) == (True, 1)
    assert not Path("b.json").exists()


def test_the_article_is_not_replaced(check: Check) -> None:
    before = Path("articles/bridge.txt").read_bytes()
    code, out, err = check("--output", "articles/bridge.txt")
    assert code == 2
    assert err.endswith("bridge.txt was not written: it would replace a file that was checked\n")
    assert "[claim-changed]" in out
    assert Path("articles/bridge.txt").read_bytes() == before
