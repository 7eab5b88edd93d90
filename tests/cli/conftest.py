"""A project whose claims are to be approved, and a terminal in which somebody types."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.limit import LIMIT

from factspec.approved.lock import Lock
from factspec.approved.lock_text import written
from factspec.approved.parsing import parse_lock
from factspec.cli.main import main

ARTICLE = """\
The bridge closed on Monday after 3 cracks were found [1]. Engineers said the repair takes two weeks [2].

The mayor denied that the bridge is safe [1]. "It will hold," said Ada Lind [2].

[1] Port Wire https://wire.example/bridge
[2] City Log https://log.example/repair
"""
SPEC = """\
factspec: 1
article: ../articles/bridge.txt   # the one
sources:
  - {id: 1, URL: https://wire.example/bridge}
  - {id: 2, URL: https://log.example/repair}
# what was checked
claims:
  - id: closed
    says: >
      The bridge closed on Monday
      after 3 cracks were found.
    cites: [1]    # the wire alone
  - id: repair
    facts: [Engineers, two weeks]
    cites: [2]
  - id: safe
    says: 'the bridge is safe'

  - id: hold
    quotes: "It will hold"
    speaker: Ada Lind
"""


class Desk:
    """A project with one article and its spec, and the command line in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.article = root / "articles" / "bridge.txt"
        self.spec = root / "specs" / "bridge.factspec.yaml"
        self.lock = root / "specs" / "bridge.factspec.lock"
        self._capsys = capsys

    def edit(self, old: str, new: str) -> None:
        """Change the article."""
        text = self.article.read_text(encoding="utf-8")
        assert old in text
        self.article.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *words: str) -> tuple[int, str]:
        """The exit code of a command, and what it prints."""
        code = main(words)
        printed = self._capsys.readouterr()
        return code, printed.out + printed.err

    def rules(self) -> list[str]:
        """The rules of the findings of `check`."""
        _, out = self.run("check", "--no-cache")
        return [
            line.rpartition("[")[2].rstrip("]") for line in out.splitlines() if line[:1].isalpha() and "]" in line[-1:]
        ]

    def locked(self) -> Lock:
        """What is approved."""
        return parse_lock(self.lock.read_bytes(), self.lock.name)

    def write_lock(self, lock: Lock) -> None:
        """Replace what is approved."""
        self.lock.write_bytes(written(lock))

    def approve(self) -> None:
        """Approve every claim as it is."""
        assert self.run("approve", "--yes", "--by", "Ada")[0] == 0


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The project as the working directory."""
    root = tmp_path / "desk"
    for folder in ("articles", "specs"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    one = Desk(root, capsys)
    one.article.write_text(ARTICLE, encoding="utf-8")
    one.spec.write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(root)
    return one


class Typed(NamedTuple):
    """What a terminal showed, without the signs that move the cursor, and the exit code of the command."""

    screen: str
    code: int


@pytest.fixture(scope="session")
def terminals() -> Iterator[subprocess.Popen[str]]:
    """The process that runs commands in pseudo-terminals."""
    if sys.platform == "win32":
        pytest.skip("there are no pseudo-terminals")
    program = [sys.executable, str(Path(__file__).with_name("terminal.py"))]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield process
        process.kill()


@pytest.fixture
def typed(terminals: subprocess.Popen[str]) -> Callable[..., Typed]:
    """Run a command in a pseudo-terminal; each answer is sent when it asks, and None ends the input."""

    def run(*words: str, answers: Sequence[str | None] = (), columns: int = 80, **environment: str) -> Typed:
        assert terminals.stdin
        assert terminals.stdout
        own = os.environ | {"NO_COLOR": "1", "TERM": "xterm", "CI": "", **environment}
        own.pop("COLUMNS", None)
        call = {"words": words, "answers": answers, "columns": columns, "environment": own}
        terminals.stdin.write(json.dumps({**call, "folder": os.getcwd(), "limit": LIMIT}) + "\n")  # noqa: PTH109
        terminals.stdin.flush()
        return Typed(*json.loads(terminals.stdout.readline()))

    return run
