"""Specs that a policy names and that pytest was to collect, and did not."""

from collections.abc import Collection, Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from factspec.finding import Finding
from factspec.judging import open_spec
from factspec.project import find_specs
from factspec.projects import Project, Projects, told
from factspec.root import inside, plain_path, real_path, shown_path
from factspec.spec.model import Mistake
from factspec.text.printable import printable

_MOVE = "move the spec, or narrow `specs` in [tool.factspec]"


class Call(NamedTuple):
    """What a call of pytest asks for.

    `folders` are those that it names; `ignored` and `ignored_globs` are what it leaves out of them; `unentered` are
    globs of the names of folders that pytest does not enter. Paths are absolute.
    """

    folders: tuple[Path, ...]
    ignored: tuple[Path, ...] = ()
    ignored_globs: tuple[str, ...] = ()
    unentered: tuple[str, ...] = ()

    def asks_for(self, spec: Path) -> bool:
        """Whether a spec lies in a folder that the call names, and is not left out by it."""
        names = (spec, real_path(spec.parent) / spec.name)
        named = any(inside(names[0], one) or inside(names[1], real_path(one)) for one in self.folders)
        return named and not any(self._ignores(one) for name in names for one in (name, *name.parents))

    def _ignores(self, path: Path) -> bool:
        return path in self.ignored or any(fnmatch(str(path), glob) for glob in self.ignored_globs)

    def cause(self, spec: Path) -> tuple[str, str]:
        """Why pytest passes a spec by, as far as it can be told, and what to do."""
        given = frozenset(map(real_path, self.folders))
        for folder in (one for one in spec.parents if given.intersection(real_path(one).parents)):
            shown = printable(folder.name, 80)
            if any(fnmatch(folder.name, pattern) for pattern in self.unentered):
                return f"it enters no folder named `{shown}`", f"{_MOVE}, or set pytest's `norecursedirs` without it"
            if any(folder.joinpath(*mark).is_file() for mark in (("pyvenv.cfg",), ("conda-meta", "history"))):
                return f"it takes `{shown}` for a virtual environment", _MOVE
        return (
            "a conftest.py (`collect_ignore`), a plugin or a configured option leaves it out",
            f"take that away, or {_MOVE}",
        )


def left_out(
    project: Project, projects: Projects, call: Call, collected: Collection[Path], today: date
) -> Iterator[tuple[Path, Finding]]:
    """A finding for each spec of a project that a call of pytest asks for and that was not collected, with its file.

    `collected` are the specs that were, links followed. Of what is no regular file, which pytest passes by, it is told
    what the command line tells.
    """
    for path in find_specs((), project.root, project.policy).specs:
        spec = plain_path(path)
        if real_path(spec) in collected or not call.asks_for(spec):
            continue
        if path.is_file():
            shown = shown_path(path, project.root)
            why, advice = call.cause(spec)
            message = f"pytest did not collect this spec: {why}"
            yield path, told(Mistake(shown, 1, 1, message, advice), shown)
        else:
            yield from ((path, finding) for finding in open_spec(path, projects, today=today).findings)
