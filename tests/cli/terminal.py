"""Commands in pseudo-terminals, run by a process of its own that has loaded the package: `python terminal.py`.

It gets a call as a line of JSON and returns what the terminal showed, again and again. Each command runs in a copy of
this process, which has no threads whose locks the copy could wait for, as the tests' own process may have.
"""

import codecs
import fcntl
import importlib
import json
import os
import pkgutil
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Sequence

import factspec
from factspec.cli.main import main

_PROMPTS = ("> ", "? ", ": ", "[y/N] ", ":\x1b[0m ")


def typed(
    words: Sequence[str],
    answers: Sequence[str | None],
    columns: int,
    folder: str,
    environment: dict[str, str],
    limit: float,
) -> tuple[str, int]:
    """What the terminal showed, and the exit code of the command; each answer is sent when it asks.

    None ends the input. A command that asks once more than there are answers is ended.
    """
    process, terminal = pty.fork()
    if process == 0:
        _run(words, columns, folder, environment)
    shown = _conversation(terminal, list(answers), limit)
    os.kill(process, signal.SIGKILL)  # most have ended
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)
    return shown.replace("\r", ""), code


def _run(words: Sequence[str], columns: int, folder: str, environment: dict[str, str]) -> None:
    """Run a command as the child of a pseudo-terminal, and end the process."""
    code = 70
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- to the end of the process
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        code = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _is_readable(terminal: int, answer: str | None, limit: float) -> bool:
    """Whether there is something to read before the limit.

    Ctrl-C is pressed again, as somebody would, if it came before Python waited for a line, which loses it.
    """
    if answer != "\x03":
        return bool(select.select([terminal], [], [], limit)[0])
    for _ in range(int(limit)):
        if select.select([terminal], [], [], 1)[0]:
            return True
        os.write(terminal, b"\x03")
    return False


def _conversation(terminal: int, answers: list[str | None], limit: float) -> str:
    """Everything that a terminal shows while the answers are given."""
    shown = ""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a read may end inside a character
    answer: str | None = ""
    while _is_readable(terminal, answer, limit):
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            break
        if not read:
            break
        shown += decoder.decode(read)
        if shown.endswith(_PROMPTS):
            if not answers:
                break
            answer = answers.pop(0)
            os.write(terminal, b"\x04" if answer is None else answer.encode())
    return shown


def serve() -> None:
    """Carry out the calls of the standard input."""
    for module in pkgutil.walk_packages(factspec.__path__, "factspec."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(typed(**json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
