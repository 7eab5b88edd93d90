"""Items for what makes a project fail whatever was collected: its policy, articles without a spec, specs passed by."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factspec.language.printing import printable
from factspec.projects.globs import SPEC_MISSING, find_specs, project_findings, spec_folders
from factspec.projects.paths import (
    find_root,
    inside,
    is_file,
    is_folder,
    plain_path,
    real_path,
    refused_link,
    shown_path,
)
from factspec.projects.projects import Project, Projects, as_finding, load_policy
from factspec.pytest_items.items import FindingsItem, ShownFile, collected_of, projects_of, unusable
from factspec.pytest_items.parts import RunPart
from factspec.registry import EntryError
from factspec.reports.item_names import address
from factspec.rules.finding import Finding
from factspec.specs.model import Mistake
from factspec.specs.policy import Policy, PolicyError

# Specs that a policy names and that pytest was to collect, and did not.


_MOVE = "move the spec, or narrow `specs` in [tool.factspec]"


class Call(NamedTuple):
    """What a call of pytest asks for.

    `folders` are those that it names; `ignored` and `ignored_globs` are what it leaves out of them; `unentered` are
    globs of the names of folders that pytest does not enter. Paths are absolute. Unless the call `is_over_folders`, it
    names files and nothing more, and asks for no other article.
    """

    folders: tuple[Path, ...]
    ignored: tuple[Path, ...] = ()
    ignored_globs: tuple[str, ...] = ()
    unentered: tuple[str, ...] = ()
    is_over_folders: bool = True

    def asks_for(self, spec: Path) -> bool:
        """Whether a spec lies in a folder that the call names, and is not left out by it."""
        names = (spec, real_path(spec.parent) / spec.name)
        named = any(inside(names[0], one) or inside(names[1], real_path(one)) for one in self.folders)
        return named and not any(self._ignores(one) for name in names for one in (name, *name.parents))

    def _ignores(self, path: Path) -> bool:
        return path in self.ignored or any(fnmatch(str(path), glob) for glob in self.ignored_globs)

    def cause(self, spec: Path) -> tuple[str, str]:
        """Why pytest leaves a spec out, as far as it is known, and what to do."""
        given = frozenset(map(real_path, self.folders))
        for folder in (one for one in spec.parents if given.intersection(real_path(one).parents)):
            shown = printable(folder.name, 80)
            if any(fnmatch(folder.name, pattern) for pattern in self.unentered):
                return f"it enters no folder named `{shown}`", f"{_MOVE}, or set pytest's `norecursedirs` without it"
            if any(is_file(folder.joinpath(*mark)) for mark in (("pyvenv.cfg",), ("conda-meta", "history"))):
                return f"it takes `{shown}` for a virtual environment", _MOVE
        return (
            "a conftest.py (`collect_ignore`), a plugin or a configured option leaves it out",
            f"take that away, or {_MOVE}",
        )


def left_out(
    project: Project, projects: Projects, call: Call, collected: Collection[Path], today: date
) -> Iterator[tuple[Path, Finding]]:
    """A finding for each spec of a project that a call of pytest asks for and that was not collected, with its file.

    `collected` are the specs that were, by their paths as named and with links followed. For what is not a regular
    file, which pytest leaves out, the findings are those of the command line.
    """
    for path in find_specs((), project.root, project.policy).specs:
        spec = plain_path(path)
        if spec in collected or real_path(spec) in collected or not call.asks_for(spec):
            continue
        if is_file(path):
            shown = shown_path(path, project.root)
            why, advice = call.cause(spec)
            message = f"pytest did not collect this spec: {why}"
            yield path, as_finding(Mistake(shown, 1, 1, message, advice), shown)
        else:
            from factspec.projects.judging import open_spec

            yield from ((path, finding) for finding in open_spec(path, projects, today=today).findings)


class ProjectFile(ShownFile):
    """A file of a project that no spec speaks for: an article without a spec, or a policy that is wrong."""

    def __init__(self, *, found: tuple[Finding, ...], **keywords: Any) -> None:
        """Keep the findings of the one item."""
        super().__init__(**keywords)
        self._found = found

    def collect(self) -> Iterator[pytest.Item]:
        """The one item."""
        part = RunPart(str(self.path), missing=self._found)
        yield FindingsItem.from_parent(self, name="spec", found=self._found, part=part)


def project_items(session: pytest.Session, starts: Iterable[Path]) -> Iterator[pytest.Item]:
    """A failing item for each file that makes a project fail whatever was collected.

    `starts` are folders of projects; those of the specs that were collected are looked at too.
    """
    by_file: dict[Path, list[Finding]] = {}
    try:
        for path, finding in _findings(session, starts):
            by_file.setdefault(path, []).append(finding)
    except EntryError as error:
        pytest.exit(unusable(error), returncode=2)
    for path, found in by_file.items():
        name = address(_relative(path, session.config.rootpath, found[0].path))
        parent = ProjectFile.from_parent(session, path=path, name=name, nodeid=name, found=tuple(found))
        yield from parent.collect()


def _findings(session: pytest.Session, starts: Iterable[Path]) -> Iterator[tuple[Path, Finding]]:
    projects = projects_of(session)
    call = _call(session.config)
    collected = collected_of(session)
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    asked_for = [projects.of(start) for start in starts]
    passed_by: dict[Path, list[Finding]] = {}
    for project in projects.known:
        for path, finding in project_findings(project, projects):
            if call.is_over_folders or finding.rule != SPEC_MISSING:
                yield path, finding
        for path, finding in left_out(project, projects, call, collected, today):
            passed_by.setdefault(path, []).append(finding)
    for project in asked_for:
        yield from projects.wrong_below(project)
    # Specs below a project inside another are named by both.
    yield from ((path, finding) for path, found in passed_by.items() for finding in dict.fromkeys(found))


def _relative(path: Path, root: Path, otherwise: str) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else otherwise


def _call(config: pytest.Config) -> Call:
    """What the command line asks pytest for; what the configuration leaves out is not the caller's choice."""
    named = [name.partition("::")[0] for name in config.args]
    given = [plain_path(config.invocation_params.dir / name) for name in named]
    configured = [str(one) for one in config.getini("addopts")]
    return Call(
        tuple(path for path in given if is_folder(path)),
        tuple(plain_path(Path(one)) for one in _asked(config, "ignore", configured)),
        tuple(str(plain_path(Path(one))) for one in _asked(config, "ignore_glob", configured)),
        tuple(config.getini("norecursedirs")),
        not (given and all(map(is_file, given))),
    )


def _asked(config: pytest.Config, option: str, configured: list[str]) -> list[str]:
    """The values of a repeatable option without those that `addopts` of the configuration gives it."""
    values = [str(one) for one in config.getoption(option) or ()]
    flag = f"--{option.replace('_', '-')}"
    for word, following in zip(configured, (*configured[1:], ""), strict=False):
        name, equals, value = word.partition("=")
        value = value if equals else following
        if name == flag and value in values:
            values.remove(value)
    return values


# Links to folders below those of specs: pytest would walk out of the project, or in circles for minutes.


_ENTERED = pytest.StashKey[dict[Path, Path]]()


def is_passed_by(link: Path, config: pytest.Config) -> bool:
    """Whether pytest is not to enter a link to a folder: it is refused, or another link to the same was entered."""
    root, folder = _spec_folder(plain_path(link))
    if folder is None:
        return False
    if refused_link(link, (real_path(root), real_path(folder))):
        return True
    entered = config.stash.setdefault(_ENTERED, {})
    return entered.setdefault(real_path(link), link) != link


def _spec_folder(link: Path) -> tuple[Path, Path | None]:
    """The root of a link's project, and the folder of specs that the link is in, None if it is in none."""
    root = find_root(link.parent)
    try:
        policy = load_policy(root)
    except PolicyError:
        policy = Policy()
    roots = [root]
    if root == link.parent:  # without a policy or a repository
        roots += [one.parent for one in link.parents if one.name == "specs"]
    found = ((one, folder) for one in roots for folder in spec_folders(one, policy) if inside(link.parent, folder))
    return next(found, (root, None))
