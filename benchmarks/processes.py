"""Whole processes in pairs: what having factspec, a first spec and many specs cost beside bare pytest.

Each pair is run in turn, A B A B, in one run, so that a machine whose speed drifts drifts for both; ratios are of the
medians. `PYTHON*` is stripped from the environment: without bytecode a plugin's start-up doubles. No other plugin is
loaded, because those of a developer's environment would double the time of bare pytest.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.projects import ITEMS_OF_A_SPEC, make_empty_items, make_empty_test, make_project

_BARE = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
_PLUGIN = ("-p", "factspec.pytest_plugin")
PYTEST = (*_BARE, *_PLUGIN)
_WITH_CACHE = ("-m", "pytest", "-q")
_CHECK = ("-m", "factspec", "check")


class Command(NamedTuple):
    """A Python command, the folder it runs in, where packages are searched first, and the interpreter."""

    arguments: Sequence[str]
    folder: Path
    source: Path | None = None
    python: str = sys.executable


def _environment(source: Path | None) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return own | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | ({"PYTHONPATH": str(source)} if source else {})


class Taken(NamedTuple):
    """What a command took, in seconds: of all processors together, and on the clock."""

    processors: float
    clock: float


def taken(command: Command) -> Taken:
    """What one run of a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        [command.python, *command.arguments],
        cwd=command.folder,
        env=_environment(command.source),
        capture_output=True,
        check=True,
    )
    clock, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock)


def side_by_side(one: Command, other: Command, runs: int) -> tuple[Taken, Taken]:
    """The medians of two commands run in turn, after one run of each that is not counted."""
    taken(one)
    taken(other)
    pairs = [(taken(one), taken(other)) for _ in range(runs)]
    return _median([first for first, _ in pairs]), _median([second for _, second in pairs])


def _median(runs: Sequence[Taken]) -> Taken:
    return Taken(median(run.processors for run in runs), median(run.clock for run in runs))


def _milliseconds(one: float, other: float) -> str:
    return f"{(one - other) * 1000:7.0f} ms over {other * 1000:.0f} ms"


def ratio(one: float, other: float) -> str:
    """How many times the other figure one is."""
    return f"{one / other:7.2f} x of {other:.2f} s"


def main() -> None:
    """Print each figure beside its bound."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make_empty_test(root / "test")
        make_project(root / "one", 1)
        make_project(root / "hundred", 100)
        make_project(root / "many", 500)
        make_empty_items(root / "items", 500)
        bare = Command(_BARE, root / "test")
        show("installed, no spec to collect", "15 ms", Command(PYTEST, root / "test"), bare, _milliseconds)
        show("the first spec", "90 ms", Command(PYTEST, root / "one"), bare, _milliseconds)
        check = Command((*_CHECK, "--no-cache"), root / "hundred")
        show("factspec check, 100 specs x 20 claims", "3 x", check, bare, ratio)
        empty = Command(_BARE, root / "items")
        show("500 specs x 20 claims / 10,000 empty items", "2 x", Command(PYTEST, root / "many"), empty, ratio, 3)
        _show_cached(root)


def _show_cached(root: Path) -> None:
    """The figures of specs that did not change since the last run, which is the one that is not counted."""
    make_empty_items(root / "alike", 500, ITEMS_OF_A_SPEC)
    bare = Command(_WITH_CACHE, root / "test")
    plugin = (*_WITH_CACHE, *_PLUGIN)
    show("the first spec, from the cache", "60 ms", Command(plugin, root / "one"), bare, _milliseconds)
    cold, cached = Command((*_CHECK, "--no-cache"), root / "hundred"), Command(_CHECK, root / "hundred")
    show("factspec check, 100 specs, cached / cold", "0.33 x", cached, cold, ratio)
    empty = Command(_WITH_CACHE, root / "alike")
    many = Command(plugin, root / "many")
    show("500 specs, cached / 11,500 empty items", "1.15 x", many, empty, ratio, 5)


def show(
    title: str,
    bound: str,
    one: Command,
    other: Command,
    figure: Callable[[float, float], str],
    runs: int = 9,
) -> None:
    """Print one figure of two commands, of processors and of the clock."""
    first, second = side_by_side(one, other, runs)
    of_processors, of_clock = figure(first.processors, second.processors), figure(first.clock, second.clock)
    print(f"{title:<44}{of_processors}, on the clock {of_clock}   (bound {bound})")
