"""`python -m benchmarks.beside [COMMIT]`: this checkout beside an older commit, and beside docclaims.

The figures of one table are measured in turn, A B C A B C, in one run, and each is the median of its runs.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

from benchmarks.processes import Command, Taken, taken
from benchmarks.projects import make_empty_test, make_project

_ROOT = Path(__file__).parents[1]
_OLDER = "8da20d6"
_DOCCLAIMS = "docclaims==0.4.0"
_PYTEST = ("-m", "pytest", "-q")
_PLUGIN = ("-p", "factspec.pytest_plugin")
_CHECK = ("-m", "factspec", "check")
_RUNS = 9


class Figure(NamedTuple):
    """A command to measure, by its name in the table."""

    name: str
    call: Command


def main() -> None:
    """Print the three tables."""
    commit = sys.argv[1] if len(sys.argv) > 1 else _OLDER
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {"this checkout": _ROOT / "src", commit: _extracted(commit, folder / "older")}
        _first_spec(folder, sources)
        _one_spec(folder, sources)
        _hundred_specs(folder, _ROOT / "src")


def _extracted(commit: str, folder: Path) -> Path:
    """The package of a commit, in a folder of its own, compiled."""
    folder.mkdir()
    archive = subprocess.run(["git", "archive", commit, "src"], cwd=_ROOT, capture_output=True, check=False)
    if archive.returncode:
        sys.exit(f"{commit} is not a commit of this repository; usage: python -m benchmarks.beside [COMMIT]")
    subprocess.run(["tar", "-x"], input=archive.stdout, cwd=folder, check=True)
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder / "src")], check=True)
    return folder / "src"


def _first_spec(folder: Path, sources: Mapping[str, Path]) -> None:
    make_empty_test(folder / "bare")
    figures = [
        Figure("bare pytest", Command(_PYTEST, folder / "bare")),
        Figure("bare pytest, no cache", Command((*_PYTEST, "-p", "no:cacheprovider"), folder / "bare")),
    ]
    for name, source in sources.items():
        make_project(folder / f"first {name}", 1)
        plugin = (*_PYTEST, *_PLUGIN)
        cold = Command((*plugin, "-p", "no:cacheprovider"), folder / f"first {name}", source)
        figures += [Figure(f"{name}, cold", cold), Figure(f"{name}, cached", cold._replace(arguments=plugin))]
    _show("pytest with the first spec", figures)


def _one_spec(folder: Path, sources: Mapping[str, Path]) -> None:
    figures = []
    for name, source in sources.items():
        make_project(folder / f"one {name}", 1)
        has_cache = (source / "factspec/projects/verdict_cache.py").exists()
        cold = Command((*_CHECK, *(["--no-cache"] if has_cache else [])), folder / f"one {name}", source)
        figures.append(Figure(f"{name}, cold", cold))
        if has_cache:
            figures.append(Figure(f"{name}, cached", cold._replace(arguments=_CHECK)))
    _show("factspec check of one spec", figures)


def _hundred_specs(folder: Path, source: Path) -> None:
    make_project(folder / "hundred", 100)
    cold = Command((*_CHECK, "--no-cache"), folder / "hundred", source)
    figures = [
        Figure("factspec, cold", cold),
        Figure("factspec, cold, one process", cold._replace(arguments=(*_CHECK, "--no-cache", "--jobs", "1"))),
        Figure("factspec, cached", cold._replace(arguments=_CHECK)),
    ]
    try:
        figures.append(Figure(_DOCCLAIMS, _docclaims(folder / "docclaims", folder / "hundred")))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{_DOCCLAIMS} is left out: it cannot be installed ({error})")
    _show("100 specs x 20 claims", figures)


def _docclaims(folder: Path, project: Path) -> Command:
    """docclaims with one ledger of the project's claims: each is to be found in its article."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    subprocess.run([python, "-m", "pip", "install", "--quiet", _DOCCLAIMS], capture_output=True, check=True)
    claims = [claim for spec in sorted((project / "specs").iterdir()) for claim in _ledger_claims(spec)]
    (project / "claims.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    return Command(("-m", "docclaims", "verify", ".", "--quiet"), project, python=python)


def _ledger_claims(spec: Path) -> Iterator[dict[str, object]]:
    name = spec.name.partition(".")[0]
    file = f"articles/{name}.txt"
    for claim in yaml.safe_load(spec.read_bytes())["claims"]:
        yield {
            "id": f"{name}_{claim['id']}".replace("-", "_"),
            "claim": claim["id"],
            "value": claim["says"],
            "status": "measured",
            "anchor": spec.name,
            "checked_on": "2026-01-01",
            "durable": "approved by a checker",
            "appears_in": [file],
            "evidence": {"file": file, "line": claim["says"]},
        }


def _show(title: str, figures: Sequence[Figure]) -> None:
    print(title)
    for figure in figures:
        taken(figure.call)  # not counted: it compiles and fills caches
    runs = [[taken(figure.call) for figure in figures] for _ in range(_RUNS)]
    for at, figure in enumerate(figures):
        processors, clock = (median(getattr(run[at], name) for run in runs) * 1000 for name in Taken._fields)
        print(f"  {figure.name:<36}{processors:7.0f} ms of processors, {clock:7.0f} ms on the clock")


if __name__ == "__main__":
    main()
