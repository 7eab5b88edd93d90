"""`python -m benchmarks.approving`: what drafting, a lock and accepting cost beside `factspec check` of the same spec.

Each pair is run in turn in one run; ratios are of the medians, of whole processes and of all processors together.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.processes import Command, taken
from benchmarks.projects import make_project

_CHECK = ("-m", "factspec", "check", "--no-cache", "--jobs", "1")
_APPROVE = ("-m", "factspec", "approve", "--yes", "--by", "Ada")
_ACCEPT = ("-m", "factspec", "accept", "--yes", "--facts", "--by", "Ada")
_INIT = ("-m", "factspec", "init", "articles")
_RUNS = 9


def main() -> None:
    """Print each ratio beside its bound."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for folder, specs in (("one", 1), ("hundred", 100)):
            make_project(root / folder, specs)
            shutil.copytree(root / folder, root / f"{folder}-locked")
            taken(Command(_APPROVE, root / f"{folder}-locked"))
        _show("check with a lock / without, 1 spec", "1.05 x", _command(_CHECK, root / "one-locked"), root / "one")
        _show("check with a lock / without, 100", "1.05 x", _command(_CHECK, root / "hundred-locked"), root / "hundred")
        _show(
            "accept of one claim / check", "2 x", _changed(root / "one-locked", root / "changed"), root / "one-locked"
        )
        _show("approve of one spec / check", "2 x", _fresh(_APPROVE, root / "one", root / "fresh"), root / "one")
        drafted = root / "drafted"
        shutil.copytree(root / "one", drafted)
        shutil.rmtree(drafted / "specs")
        _show("init of 1,000 words / check", "2 x", _fresh(_INIT, drafted, root / "fresh"), root / "one")


Prepared = Callable[[], Command]


def _command(arguments: tuple[str, ...], folder: Path) -> Prepared:
    return lambda: Command(arguments, folder)


def _fresh(arguments: tuple[str, ...], project: Path, folder: Path) -> Prepared:
    """A command in a new copy of a project each time."""

    def prepared() -> Command:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(project, folder)
        return Command(arguments, folder)

    return prepared


def _changed(project: Path, folder: Path) -> Prepared:
    """The acceptance of one claim whose fact changed."""
    again = _fresh(_ACCEPT, project, folder)

    def prepared() -> Command:
        command = again()
        [article] = (folder / "articles").iterdir()
        first, rest = article.read_text(encoding="utf-8").split(" under file ", 1)
        article.write_text(f"{first} under file 9{rest}", encoding="utf-8")
        return command

    return prepared


def _show(title: str, bound: str, one: Prepared, other: Path) -> None:
    check = Command(_CHECK, other)
    pairs = [(taken(one()).processors, taken(check).processors) for _ in range(_RUNS + 1)][1:]
    first, second = (median(pair[at] for pair in pairs) for at in (0, 1))
    print(f"{title:<40}{first / second:6.2f} x of {second * 1000:.0f} ms   bound {bound}")


if __name__ == "__main__":
    main()
