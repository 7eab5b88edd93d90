"""`factspec check --watch`: what a process prints after each save, and how it ends."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.limit import LIMIT

from factspec.cli.main import main
from factspec.cli.watching import mended, new
from factspec.projects.verdict import Judged, Run
from factspec.rules.finding import Finding, Severity

ARTICLE = "Rain fell on Monday in Lund [1]. It stopped on 3 May [1].\n"
REFUSED = "`--watch` prints what changes, as text: leave out"
SPEC = "factspec: 1\narticle: ../articles/a.txt\npublished: 2026-05-20\nsources: [1]\nclaims:\n"
SPEC += "  - {id: rain, says: Rain fell on Monday in Lund., cites: [1]}\n"


class Watching:
    """A process that watches a project."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.article, self.spec = root / "articles" / "a.txt", root / "specs" / "a.factspec.yaml"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factspec", "check", "--watch", *arguments],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._limit = threading.Timer(LIMIT, self._process.kill)
        self._limit.start()
        self.until("Ctrl-C ends it\n")

    def until(self, end: str) -> str:
        """What is printed next, up to an end."""
        assert self._process.stdout
        text = ""
        while not text.endswith(end):
            read = os.read(self._process.stdout.fileno(), 65536).decode()
            assert read, f"not printed: {end!r}; but {text!r}"
            text += read
        return text

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The process sees nothing of what is done meanwhile until it goes on."""
        self._process.send_signal(signal.SIGSTOP)
        yield
        self._process.send_signal(signal.SIGCONT)

    def interrupted(self) -> tuple[int, bytes]:
        """The exit code after Ctrl-C, and what is printed last."""
        self._process.send_signal(signal.SIGINT)
        printed, _ = self._process.communicate()
        return self._process.returncode, printed

    def end(self) -> None:
        """End the process if it runs still."""
        assert self._process.stdout
        self._limit.cancel()
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """Start the process in a project with one article and its spec."""
    if sys.platform == "win32":
        pytest.skip("a process cannot be sent Ctrl-C alone")
    root = tmp_path / "site"
    for name, text in {
        "pyproject.toml": "[tool.factspec]\n",
        "articles/a.txt": ARTICLE,
        "specs/a.factspec.yaml": SPEC,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    begun: list[Watching] = []

    def start(*arguments: str) -> Watching:
        begun.append(Watching(root, *arguments))
        return begun[-1]

    yield start
    for one in begun:
        one.end()


def test_what_is_new_and_what_is_mended_is_printed(watching: Callable[..., Watching]) -> None:
    desk = watching()
    (desk.article.parent / "other.txt").write_text("No spec names this.\n", encoding="utf-8")
    desk.article.write_text(ARTICLE.replace("Monday", "Tuesday"), encoding="utf-8")
    lines = desk.until("errors: 1\n").splitlines()
    assert lines[:3] == [
        "",
        "checked again: specs/a.factspec.yaml",
        "articles/a.txt:1:14: weekday Monday → Tuesday (claim 'rain') [claim-changed]",
    ]
    assert "  found     Rain fell on Tuesday in Lund." in lines
    desk.article.write_text("New words stand first [1].\n\n" + ARTICLE.replace("Monday", "Tuesday"), encoding="utf-8")
    assert desk.until("errors: 1\n").splitlines()[1:] == ["checked again: specs/a.factspec.yaml", "errors: 1"]
    begun = desk.article.with_name("a.txt~")
    begun.write_text(ARTICLE, encoding="utf-8")
    begun.replace(desk.article)
    assert desk.until("errors: 0\n").splitlines()[1:] == [
        "checked again: specs/a.factspec.yaml",
        "mended: articles/a.txt:3:14: weekday Monday → Tuesday (claim 'rain') [claim-changed]",
        "errors: 0",
    ]
    assert desk.interrupted() == (0, b"")


def test_a_burst_of_saves_is_one_check(watching: Callable[..., Watching]) -> None:
    desk = watching("--no-cache", "specs/a.factspec.yaml")
    with desk.stopped():
        for number in range(1, 13):
            desk.article.write_text(ARTICLE.replace("Monday", f"{number} May"), encoding="utf-8")
    assert "12 May" in desk.until("errors: 1\n")
    desk.article.write_text(ARTICLE, encoding="utf-8")
    printed = desk.until("errors: 0\n")
    assert printed.count("checked again") == 1
    assert desk.interrupted() == (0, b"")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("Rain", "Rain", 0, id="in order"),
        pytest.param("Monday", "Tuesday", 1, id="an error"),
        pytest.param("claims", "claimz", 2, id="a mistake"),
    ],
)
def test_ctrl_c_ends_with_the_code_of_the_last_state(
    watching: Callable[..., Watching], old: str, new: str, code: int
) -> None:
    desk = watching()
    desk.spec.write_text(SPEC.replace(old, new), encoding="utf-8")
    desk.until(f"errors: {min(code, 1)}\n")
    assert desk.interrupted() == (code, b"")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--format", "json"], f"{REFUSED} `--format json`", id="another form"),
        pytest.param(["--quiet"], f"{REFUSED} `--quiet`", id="quiet"),
        pytest.param(["--output", "a.json"], f"{REFUSED} `--output`", id="files"),
        pytest.param(["--changed-since", "HEAD"], f"{REFUSED} `--changed-since`", id="a revision"),
        pytest.param(["gone"], "gone: no such file or folder", id="nothing to check"),
    ],
)
def test_a_call_that_cannot_be_carried_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--watch", *arguments]) == 2
    assert capsys.readouterr() == ("", f"factspec check: {message}\n")


def test_without_watchfiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factspec.projects.watching.find_spec", lambda _: None)
    assert main(["check", "--watch"]) == 2
    assert "install factspec with the extra `watch`" in capsys.readouterr().err


# -- what is new, and what is mended


def finding(rule: str = "uncited", line: int = 1, claim: str = "", found: str = "") -> Finding:
    place = (line, 1, line, 9, "specs/a.factspec.yaml", 1)
    return Finding(rule, "citations", Severity.ERROR, "message", "a.txt", *place, claim=claim, found=found)


def run(*findings: Finding) -> Run:
    return Run((Judged("specs/a.factspec.yaml", findings=findings),))


CHANGED = finding("claim-changed", claim="a", found="one")


@pytest.mark.parametrize(
    ("before", "after", "is_new", "is_mended"),
    [
        pytest.param([], [], 0, 0, id="nothing"),
        pytest.param([finding()], [finding()], 0, 0, id="the same"),
        pytest.param([finding(line=1)], [finding(line=7)], 0, 0, id="moved"),
        pytest.param([finding(found="one"), finding(found="two")], [finding(found="two", line=2),
                     finding(found="one", line=3)], 0, 0, id="two changed places"),
        pytest.param([], [finding()], 1, 0, id="new"),
        pytest.param([finding()], [], 0, 1, id="mended"),
        pytest.param([finding()], [finding(), finding(line=4)], 1, 0, id="once more"),
        pytest.param([finding(found="one")], [finding(found="two")], 1, 1, id="another sentence"),
        pytest.param([CHANGED], [CHANGED._replace(found="two")], 1, 0, id="a claim that differs otherwise"),
        pytest.param([CHANGED], [finding("claim-missing", claim="a")], 1, 1, id="a claim that is gone now"),
    ],
)  # fmt: skip
def test_new_and_mended(before: list[Finding], after: list[Finding], is_new: int, is_mended: int) -> None:
    assert len(new(run(*before), run(*after))) == is_new
    assert len(mended(run(*before), run(*after))) == is_mended
