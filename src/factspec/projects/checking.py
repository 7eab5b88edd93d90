"""From paths to a run: verdicts that were saved, and the specs without one judged, by several processes if many."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factspec.projects.globs import SPEC_MISSING, find_specs, project_findings
from factspec.projects.projects import Projects
from factspec.projects.verdict import Judged, ReadPolicy, Run, Since
from factspec.projects.verdict_cache import CacheFolder, FolderOf, nowhere, secret_outside
from factspec.rules.finding import Finding

# A process costs about what judging so many specs does.
_WORTH_A_PROCESS = 8
# So many specs a process judges before it says so, if somebody watches.
_AT_ONCE = 32
_FOLDER = ".factspec_cache"


class CallError(Exception):
    """A call that cannot be carried out, with every mistake in it."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        """Keep the mistakes, a line each."""
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


def project_folder(root: Path) -> CacheFolder | None:
    """The folder of a project's saved verdicts, `.factspec_cache` at its root.

    None for a folder that has neither a policy nor version control, where nothing is written.
    """
    is_project = any((root / name).exists() for name in ("pyproject.toml", ".git"))
    secret = secret_outside(root) if is_project else None
    return CacheFolder(root / _FOLDER, secret) if secret else None


def processors() -> int:
    """The processors that this process may use; 1 if a process cannot be copied as it is, as on Windows."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Call(NamedTuple):
    """What is to be judged, as it was typed.

    `paths` are specs and folders; if there are none, the specs are those of the policy, which is searched from the
    folder `start`. If there are many specs, up to `jobs` processes judge them at once. `folder_of` returns the folders
    of saved verdicts. `since` is a git revision: only the specs are judged for which something changed. `progress` is
    called with how many specs are judged, of how many. With `pages` every spec is judged anew,
    and its articles are kept to be read.
    """

    paths: Sequence[Path]
    start: Path
    jobs: int = 1
    folder_of: FolderOf = nowhere
    since: str | None = None
    progress: Callable[[int, int], object] | None = None
    pages: bool = False


class Outcome(NamedTuple):
    """The specs as judged, in order; the findings that belong to none; and how many specs were left out."""

    judged: dict[Path, Judged]
    missing: tuple[Finding, ...]
    left_out: int = 0


def judge_all(
    paths: Sequence[Path],
    start: Path,
    *,
    today: date,
    jobs: int = 1,
    folder_of: FolderOf = nowhere,
    since: str | None = None,
) -> Run:
    """Judge the specs in files and folders, or those of the policy if none are given; the arguments are as in `Call`.

    Raises `CallError` if a path leads to no spec, or none is found and no article needs one, or git does not know the
    revision. If all paths are files, articles without a spec are not looked for.
    """
    return judge_call(Call(paths, start, jobs, folder_of, since), today)


def judge_call(call: Call, today: date) -> Run:
    """Judge what was typed; raises `CallError` as `judge_all` does."""
    projects = Projects(call.folder_of)
    outcome = judge_others(call, today, projects, {})
    left_out = None if call.since is None else Since(call.since, outcome.left_out)
    return Run(tuple(outcome.judged.values()), outcome.missing, since=left_out, policies=projects.policies)


def with_pages(run: Run, specs: Sequence[Path], today: date) -> Run:
    """A run with its articles, which are read and judged again; `specs` are the files of its specs, in its order."""
    call = Call(specs, Path(), processors(), pages=True)
    return run._replace(judged=tuple(_judged(specs, Projects(), today, call)))


def policies_of(specs: Iterable[Path]) -> tuple[ReadPolicy, ...]:
    """The policies that specs are judged by, read anew."""
    projects = Projects()
    for path in specs:
        projects.of(path)
    return projects.policies


def judge_others(call: Call, today: date, projects: Projects, known: Mapping[Path, Judged]) -> Outcome:
    """Judge every spec but those that are known; raises `CallError` as `judge_all` does."""
    paths = call.paths
    project = projects.of(paths[0] if paths else call.start)
    found = find_specs(paths, project.root, project.policy)
    if found.mistakes and (paths or not project.mistakes):
        uncovered = () if paths else tuple(finding for _, finding in project_findings(project, projects))
        if uncovered:
            return Outcome({}, uncovered)
        raise CallError(found.mistakes)
    specs = found.specs if call.since is None else _changed(found.specs, projects, project.root, call.since)
    judged = {path: one for path in specs if (one := known.get(path) or _saved(path, projects, today, call))}
    others = _judged([path for path in specs if path not in judged], projects, today, call)
    for path in (*found.specs, *paths, *_common(paths)):
        projects.of(path)
    of_projects = chain.from_iterable(project_findings(one, projects) for one in projects.known)
    below = () if paths else projects.wrong_below(project)
    missing = tuple(finding for _, finding in chain(of_projects, below))  # looked for while other processes judge
    if paths and all(path.is_file() for path in paths):
        missing = tuple(finding for finding in missing if finding.rule != SPEC_MISSING)
    every = {path: judged[path] if path in judged else next(others) for path in specs}
    return Outcome(every, missing, len(found.specs) - len(specs))


def _saved(path: Path, projects: Projects, today: date, call: Call) -> Judged | None:
    verdict = None if call.pages else projects.verdict(path, today)
    return verdict.judged if verdict else None


def _changed(specs: Sequence[Path], projects: Projects, root: Path, since: str) -> tuple[Path, ...]:
    from factspec.projects.changed_specs import changed_specs
    from factspec.projects.git import GitError, working_tree

    try:
        return changed_specs(specs, projects, working_tree(root, since))
    except GitError as error:
        raise CallError((f"--changed-since: {error}",)) from error


def _common(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The folder that contains several paths: its project, as pytest finds it, may name articles in all of them."""
    if len(paths) < 2:
        return ()
    try:
        return (Path(os.path.commonpath([path.absolute() for path in paths])),)
    except ValueError:  # on two drives
        return ()


def _judged(paths: Sequence[Path], projects: Projects, today: date, call: Call) -> Iterator[Judged]:
    """The specs as judged, in order; the first is judged here, which loads the modules for the other processes."""
    if not paths:
        return iter(())
    from factspec.projects.judging import judge_share, judge_spec, page_spec

    judge = page_spec if call.pages else judge_spec
    first, rest = judge(paths[0], projects, today), paths[1:]
    processes = min(call.jobs, len(rest) // _WORTH_A_PROCESS)
    others: Iterator[Judged]
    if processes < 2:
        others = (judge(path, projects, today) for path in rest)
    else:
        from factspec.projects.processes import in_shares

        share = partial(judge_share, folder_of=call.folder_of, today=today, pages=call.pages)
        at_once = _AT_ONCE * processes if call.progress else len(rest)
        parts = [rest[at : at + at_once] for at in range(0, len(rest), at_once)]
        begun = in_shares(share, parts[0], processes)
        others = chain(begun, chain.from_iterable(in_shares(share, part, processes) for part in parts[1:]))
    found = chain([first], others)
    return _counted(found, len(paths), call.progress) if call.progress else found


def _counted(found: Iterable[Judged], total: int, progress: Callable[[int, int], object]) -> Iterator[Judged]:
    for count, one in enumerate(found, 1):
        progress(count, total)
        yield one
