"""What a project lacks as a whole: a policy without mistakes, and specs for the articles that the policy names."""

import posixpath
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath

from factspec.finding import Finding
from factspec.policy import Policy
from factspec.project import PathRefused, find_specs, resolve_inside, uncovered
from factspec.projects import Project, Projects, told
from factspec.root import SPEC_SUFFIX, shown_path
from factspec.spec.model import Mistake, Spec, SpecError

_GLOBBING = frozenset("*?[")


def project_findings(project: Project, projects: Projects) -> Iterator[tuple[Path, Finding]]:
    """What is wrong with a project as a whole, each finding with its file.

    That is every mistake of its policy, or else each article that the policy names and no spec of the project covers.
    """
    root, policy, _ = project
    for finding in project.findings:
        yield root / finding.path, finding
    if not policy.articles:
        return
    specs = {path: projects.spec(path) for path in find_specs((), root, policy).specs}
    covered = [file for path, spec in specs.items() for file in _covered(path, spec, root)]
    unread = any(isinstance(spec, SpecError) for spec in specs.values())
    for path in uncovered(root, policy, covered):
        yield path, _missing(shown_path(path, root), _spec_folder(policy), unread=unread)


def _missing(article: str, folder: str, *, unread: bool) -> Finding:
    message = f"no spec {'that can be read ' if unread else ''}covers this article"
    spec = posixpath.normpath(posixpath.join(folder, PurePosixPath(article).stem + SPEC_SUFFIX))
    key = f"article: {posixpath.relpath(article, folder)}"
    does = f"mend the specs that cannot be read, or write {spec}" if unread else f"write {spec}"
    advice = f"{does} with `{key}`, or narrow `articles` in [tool.factspec]"
    return told(Mistake(article, 1, 1, message, advice, "spec-missing"), "")


def _spec_folder(policy: Policy) -> str:
    """The folder of specs that a policy names first, up to the first part that is a pattern."""
    pattern = PurePosixPath(policy.specs[0] if policy.specs else "specs")
    fixed = PurePosixPath(*takewhile(lambda part: not _GLOBBING & set(part), pattern.parts))
    return str(fixed.parent if fixed.name.endswith(SPEC_SUFFIX) else fixed)


def _covered(path: Path, spec: Spec | SpecError, root: Path) -> Iterator[Path]:
    """The files that a spec names as its articles; a spec that cannot be read covers none."""
    for rendition in spec.renditions if isinstance(spec, Spec) else ():
        try:
            yield resolve_inside(root, path.parent, rendition.file)
        except PathRefused:
            continue
