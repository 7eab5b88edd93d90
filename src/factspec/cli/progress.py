"""How far a long run has come, on a terminal: one line that is written over, and gone when the run is done."""

import sys
from time import monotonic

# A run that ends sooner shows nothing, and a line changes no more often.
_FIRST = 1.0
_EACH = 0.1
_BAR = 20


class Progress:
    """A bar on the standard error, if that is a terminal."""

    def __init__(self, what: str) -> None:
        """Count things of a kind, such as `specs`; the time begins now."""
        self._what = what
        self._next = monotonic() + _FIRST
        self._is_shown = False

    def __call__(self, done: int, total: int) -> None:
        """So many of all are done."""
        now = monotonic()
        if done < total and now >= self._next:
            filled = _BAR * done // total
            self._write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total} {self._what}")
            self._next, self._is_shown = now + _EACH, True
        elif done >= total and self._is_shown:
            self._write("\r\x1b[K")
            self._is_shown = False

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def progress(what: str) -> Progress | None:
    """The progress of a run; None if nobody watches it."""
    return Progress(what) if sys.stderr is not None and sys.stderr.isatty() else None
