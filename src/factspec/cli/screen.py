"""A terminal in which somebody is asked: its width and colours, one key at a time, and a line of text."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from factspec.language.printing import wrapped

# A narrower terminal wraps the lines itself.
_NARROWEST = 30
_WIDEST = 100
_LABEL = 10
_RED, _BOLD, _DIM, _END = "\x1b[31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
# What a terminal sends for Ctrl-C, Ctrl-D and Ctrl-Z.
_LEAVING = frozenset("\x03\x04\x1a")


class Left(Exception):  # noqa: N818 -- the verb says what happened
    """The person at the terminal left: the end of the input, or Ctrl-C."""


def is_interactive() -> bool:
    """Whether somebody sits at a terminal."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


class Screen:
    """What is shown and asked in a terminal."""

    def __init__(self) -> None:
        """Use the terminal that the command was started in, in its colours unless the environment says otherwise."""
        dumb = os.environ.get("TERM", "") == "dumb"
        self._colour = not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or not dumb)

    @property
    def width(self) -> int:
        """The columns to write in."""
        return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST) - 1)

    def line(self, text: str = "") -> None:
        """Write a line; the text is printable."""
        sys.stdout.write(f"{text}\n")

    def head(self, text: str) -> None:
        """Write what a decision is about, bold, over as many lines as it needs."""
        for line, _ in wrapped(text, (), self.width):
            self.line(self._painted(line, _BOLD))

    def labelled(self, label: str, text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Write a text after its label, wrapped, with carets under its marks."""
        indent = " " * (_LABEL + 2)
        for number, (line, carets) in enumerate(wrapped(text, marks, self.width - len(indent))):
            self.line(f"  {'' if number else label:<{_LABEL}}{line}")
            if carets:
                self.line(self._painted(f"{indent}{carets}", _RED))

    def dim(self, text: str) -> None:
        """Write a line that helps and is no news."""
        for line, _ in wrapped(text, (), self.width):
            self.line(self._painted(line, _DIM))

    def key(self, allowed: str) -> str:
        """The next key that is one of these; others are passed over. Raises `Left`."""
        with _one_at_a_time():
            sys.stdout.write("> ")  # not before: a key that comes early would be shown twice
            sys.stdout.flush()
            while True:
                pressed = _pressed()
                if pressed in _LEAVING or not pressed:
                    self.line()
                    raise Left
                if pressed in allowed:
                    self.line(pressed)
                    return pressed

    def ask(self, question: str) -> str:
        """A line that somebody types. Raises `Left`."""
        try:
            return input(f"  {question} ").strip()
        except (EOFError, KeyboardInterrupt) as error:
            self.line()
            raise Left from error

    def _painted(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_END}" if self._colour else text


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _one_at_a_time() -> Iterator[None]:
        """Windows reads keys without echo as they are pressed."""
        yield

    def _pressed() -> str:
        return msvcrt.getwch()

else:
    import termios
    import tty

    @contextmanager
    def _one_at_a_time() -> Iterator[None]:
        """The terminal gives each key as it is pressed, and shows none; afterwards it is as before."""
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        try:
            tty.setraw(descriptor, termios.TCSADRAIN)
            after = termios.tcgetattr(descriptor)
            after[1] |= termios.OPOST  # the output keeps its line ends
            termios.tcsetattr(descriptor, termios.TCSADRAIN, after)
            yield
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def _pressed() -> str:
        return os.read(sys.stdin.fileno(), 1).decode("ascii", "replace")
