"""Items for what makes a project fail whatever was collected: its policy, articles without a spec, specs passed by."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factspec.collecting import FindingsItem, ShownFile, collected_of, projects_of
from factspec.completeness import project_findings
from factspec.finding import Finding
from factspec.item_names import address
from factspec.left_out import Call, left_out
from factspec.root import plain_path


class ProjectFile(ShownFile):
    """A file of a project that no spec speaks for: an article without a spec, or a policy that is wrong."""

    def __init__(self, *, found: tuple[Finding, ...], **keywords: Any) -> None:
        """Keep the findings of the one item."""
        super().__init__(**keywords)
        self._found = found

    def collect(self) -> Iterator[pytest.Item]:
        """The one item."""
        yield FindingsItem.from_parent(self, name="spec", found=self._found)


def project_items(session: pytest.Session, starts: Iterable[Path]) -> Iterator[pytest.Item]:
    """A failing item for each file that makes a project fail whatever was collected.

    `starts` are folders of projects; those of the specs that were collected are looked at too.
    """
    by_file: dict[Path, list[Finding]] = {}
    for path, finding in _findings(session, starts):
        by_file.setdefault(path, []).append(finding)
    for path, found in by_file.items():
        name = address(_relative(path, session.config.rootpath, found[0].path))
        parent = ProjectFile.from_parent(session, path=path, name=name, nodeid=name, found=tuple(found))
        yield from parent.collect()


def _findings(session: pytest.Session, starts: Iterable[Path]) -> Iterator[tuple[Path, Finding]]:
    projects = projects_of(session)
    call = _call(session.config)
    collected = collected_of(session)
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    for start in starts:
        projects.of(start)
    passed_by: dict[Path, list[Finding]] = {}
    for project in projects.known:
        yield from project_findings(project, projects)
        for path, finding in left_out(project, projects, call, collected, today):
            passed_by.setdefault(path, []).append(finding)
    # Specs below a project inside another are named by both.
    yield from ((path, finding) for path, found in passed_by.items() for finding in dict.fromkeys(found))


def _relative(path: Path, root: Path, otherwise: str) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else otherwise


def _call(config: pytest.Config) -> Call:
    """What the command line asks pytest for; what the configuration leaves out is none of the caller's wishes."""
    given = (plain_path(config.invocation_params.dir / name) for name in config.args)
    configured = [str(one) for one in config.getini("addopts")]
    return Call(
        tuple(path for path in given if path.is_dir()),
        tuple(plain_path(Path(one)) for one in _asked(config, "ignore", configured)),
        tuple(str(plain_path(Path(one))) for one in _asked(config, "ignore_glob", configured)),
        tuple(config.getini("norecursedirs")),
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
