"""How far a long run has come: nothing for a short one, a line that is gone at the end for a long one."""

import io
from collections.abc import Callable

import pytest
from tests.cli.conftest import Desk, Typed

from factspec.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[float]], str]:
    """What a terminal gets in a run of four things that are done at these times."""

    def run(times: list[float]) -> str:
        terminal = Terminal()
        clock = iter([0.0, *times])
        monkeypatch.setattr("sys.stderr", terminal)
        monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
        bar = progress.progress("specs")
        assert bar
        for count in range(1, 5):
            bar(count, 4)
        return terminal.getvalue()

    return run


def test_a_short_run_shows_nothing(shown: Callable[[list[float]], str]) -> None:
    assert shown([0.1, 0.2, 0.3, 0.9]) == ""


def test_a_long_run_shows_a_bar_that_is_gone_at_the_end(shown: Callable[[list[float]], str]) -> None:
    assert shown([0.5, 1.5, 1.55, 3.0]) == "\r[##########..........] 2 of 4 specs\r\x1b[K"


def test_nobody_watches_a_file() -> None:
    assert progress.progress("specs") is None


def test_in_a_terminal_the_report_is_the_same(desk: Desk, typed: Callable[..., Typed]) -> None:
    desk.approve()
    screen, code = typed("check", "--no-cache")
    assert (code, screen) == (0, desk.run("check", "--no-cache")[1])
