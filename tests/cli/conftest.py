"""A project whose claims are to be approved, and a terminal in which somebody types."""

import codecs
import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

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


Answer = str | None | Callable[[], str]
_PROMPTS = ("> ", "? ", ": ", "[y/N] ", ":\x1b[0m ")


@pytest.fixture
def typed() -> Callable[..., Typed]:
    """Run a command in a pseudo-terminal; each answer is sent when it asks, and None ends the input.

    An answer that is a function is called, and is what it gives.
    """
    if sys.platform == "win32":
        pytest.skip("there are no pseudo-terminals")

    def run(*words: str, answers: Sequence[Answer] = (), columns: int = 80, **environment: str) -> Typed:
        own = {"NO_COLOR": "1", "TERM": "xterm", "CI": "", **environment}
        found = _typed(words, answers, columns, own)
        # A copy of a process with threads, as those of xdist, may wait forever for a lock that another thread had.
        return found if found.screen or found.code >= 0 else _typed(words, answers, columns, own)

    return run


def _typed(words: Sequence[str], answers: Sequence[Answer], columns: int, environment: dict[str, str]) -> Typed:
    import pty

    process, terminal = pty.fork()
    if process == 0:  # pragma: no cover -- another process
        _in_terminal(words, columns, environment)
    screen = _conversation(terminal, list(answers))
    code = _ended(process)
    os.close(terminal)
    return Typed(screen.replace("\r", ""), code)


def _ended(process: int) -> int:
    """The exit code of a process, which is killed if it does not end soon."""
    for _ in range(200):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(process, 9)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _in_terminal(words: Sequence[str], columns: int, environment: dict[str, str]) -> None:  # pragma: no cover
    """Run a command as the child of a pseudo-terminal, and end the process."""
    import fcntl
    import struct
    import termios

    code = 70
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.environ.pop("COLUMNS", None)
        os.environ.update(environment)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- to the end of the process
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        code = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _conversation(terminal: int, answers: list[Answer]) -> str:
    """Everything that a terminal shows while the answers are given."""
    shown = ""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a read may end inside a character
    since = time.monotonic()
    while time.monotonic() - since < 20:
        if not select.select([terminal], [], [], 0.02)[0]:
            if answers and shown.endswith(_PROMPTS):
                given = answers.pop(0)
                answer = given() if callable(given) else given
                os.write(terminal, b"\x04" if answer is None else answer.encode())
                shown += "\x00"  # this prompt is answered
            continue
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            break
        if not read:
            break
        shown += decoder.decode(read)
    return shown.replace("\x00", "")
