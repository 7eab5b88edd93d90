"""A pseudo-terminal in which a command runs and a person answers, for the tutorial and the picture of the README."""

import os
import select
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_PATIENCE = 300
"""Seconds after which a command that shows nothing more is ended."""


class Shown(NamedTuple):
    """What a terminal showed, answers included, and the exit code of the command."""

    screen: str
    code: int


def in_terminal(
    words: Sequence[str],
    folder: Path,
    answer: Callable[[str], str | None],
    environment: dict[str, str],
    columns: int = 100,
) -> Shown:
    """Run a command in a terminal.

    `answer` gets all that was shown so far whenever more comes, and returns what the person then types, or None to
    wait.
    """
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(  # noqa: S603 -- the commands of our own pages
        words,
        cwd=folder,
        env=environment | {"COLUMNS": str(columns)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        screen = _conversation(ours, answer)
    finally:
        process.kill()
        os.close(ours)
    return Shown(screen.replace("\r", ""), process.wait())


def _conversation(terminal: int, answer: Callable[[str], str | None]) -> str:
    shown = ""
    while select.select([terminal], [], [], _PATIENCE)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the command has ended
            return shown
        if not read:
            return shown
        shown += read.decode("utf-8", "replace")
        if (typed := answer(shown.replace("\r", ""))) is not None:
            os.write(terminal, typed.encode())
    return f"{shown}\n(ended after {_PATIENCE} seconds: it waits for an answer)\n"
