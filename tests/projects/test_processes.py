"""Work in shares: all of it is done, in order, and what goes wrong in one of the processes is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.limit import LIMIT

WORK = """\
import os
import signal
import sys
import threading
from factspec.projects.processes import in_shares

def doubled(numbers):
    return [2 * number for number in numbers]

def refused(numbers):
    if 7 in numbers:
        raise ValueError("no sevens")
    return numbers

def ended(numbers):
    os._exit(1)

def cut(numbers):
    if 1 in numbers:
        os.open("until", os.O_WRONLY)  # which ends when this process does
        threading.Timer(0.2, os._exit, [1]).start()
        return ["more than a pipe holds" * 100_000]
    open("until").read()  # only then is anything received
    return numbers

def orphaned(numbers):
    os.kill(os.getppid(), signal.SIGKILL)
    return ["more than a pipe holds" * 100_000]

if __name__ == "__main__":
    print(*in_shares(globals()[sys.argv[1]], range(int(sys.argv[2])), int(sys.argv[3])))
"""


POSIX = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this there")


def _run(tmp_path: Path, work: str, count: int, processes: int) -> subprocess.CompletedProcess[str]:
    """Run the work in a process of its own, for one with threads is not to be copied."""
    script = tmp_path / "work.py"
    script.write_text(WORK, encoding="utf-8")
    command = [sys.executable, str(script), work, str(count), str(processes)]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=LIMIT)


@pytest.mark.parametrize(("count", "processes"), [(0, 2), (1, 2), (5, 2), (100, 3)])
def test_all_is_done_in_order(tmp_path: Path, count: int, processes: int) -> None:
    assert _run(tmp_path, "doubled", count, processes).stdout.split() == [str(2 * number) for number in range(count)]


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ("refused", "ValueError: no sevens"),
        ("ended", "ChildProcessError: a process ended"),
        pytest.param("cut", "ChildProcessError: a process ended", marks=POSIX),
    ],
)
def test_what_goes_wrong_in_a_process_is_told(tmp_path: Path, work: str, told: str) -> None:
    if work == "cut":
        os.mkfifo(tmp_path / "until")
    run = _run(tmp_path, work, 20, 2)
    assert run.returncode == 1
    assert told in run.stderr
    assert "ChildProcessError" in run.stderr
    assert run.stdout == ""


@POSIX
def test_no_process_outlives_one_that_is_killed(tmp_path: Path) -> None:
    # What the processes have of the output ends with the last of them, and only then is the run over.
    assert _run(tmp_path, "orphaned", 20, 2).stderr == ""
