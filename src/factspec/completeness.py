"""What a project lacks as a whole: a policy without mistakes, and specs for the articles that the policy names."""

import posixpath
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from factspec import registry
from factspec.finding import Finding
from factspec.misnamed import misnamed_specs
from factspec.policy import Policy
from factspec.project import GLOBBING, articles_at, find_specs, specs_named, uncovered
from factspec.projects import Project, Projects, told
from factspec.reading import suffixes
from factspec.root import SPEC_SUFFIX, real_path, shown_path
from factspec.spec.model import Mistake, Spec, SpecError
from factspec.spec.vocabulary import listed
from factspec.text.printable import printable_path


def project_findings(project: Project, projects: Projects) -> Iterator[tuple[Path, Finding]]:
    """What is wrong with a project as a whole, each finding with its file.

    That is every mistake of its policy, or else each spec that is not named as one, each glob that names nothing, and
    each article that the policy names and no spec of the project covers.
    """
    root, policy, _ = project
    for finding in project.findings:
        yield root / finding.path, finding
    for path, mistake in misnamed_specs(root, policy):
        yield path, told(mistake, mistake.path)
    for empty in _empty_spec_globs(project, projects):
        yield root / empty.path, told(empty, "")
    if policy.articles:
        yield from _articles(project, projects)


def _empty_spec_globs(project: Project, projects: Projects) -> Iterator[Mistake]:
    """Where no glob of the policy names a spec, and none was met elsewhere, the first is still to be written."""
    root, policy, _ = project
    empty = [pattern for pattern in policy.specs if not specs_named(root, pattern)]
    if len(empty) < len(policy.specs) or not policy.articles or projects.met(project):
        yield from (registry.load("factspec", "empty_glob").empty_spec_glob(root, pattern) for pattern in empty)


def _articles(project: Project, projects: Projects) -> Iterator[tuple[Path, Finding]]:
    root, policy, _ = project
    named = {pattern: articles_at(root, pattern) for pattern in policy.articles}
    for pattern, articles in named.items():
        if not articles:
            globs = registry.load("factspec", "empty_glob")
            if not (any(named.values()) and globs.waits(root, pattern)):
                empty = globs.empty_glob(root, pattern)
                yield root / empty.path, told(empty, "")
    covering = _covering(project, projects)
    for path in uncovered((path for articles in named.values() for path in articles), covering.articles):
        article = shown_path(path, root)
        yield path, told(_missing(project, article, covering, path), "")


class _Covering(NamedTuple):
    """The articles that the specs of a project name, links followed.

    `foreign` are those that specs name which the policy finds and which are of a project further inside, each with
    that spec and that project's policy. `unread` where a spec of the project names none that can be read.
    """

    articles: frozenset[Path]
    foreign: Mapping[Path, tuple[str, ...]]
    unread: bool


def _covering(project: Project, projects: Projects) -> _Covering:
    articles: set[Path] = set()
    foreign: dict[Path, tuple[str, ...]] = {}
    unread = False
    for path in find_specs((), project.root, project.policy).specs:
        spec = projects.spec(path)
        if projects.of(path).root == project.root:
            articles.update(_named(path, spec))
            unread |= not spec.renditions
        else:
            inner = projects.of(path).root / "pyproject.toml"
            both = tuple(printable_path(shown_path(one, project.root)) for one in (path, inner))
            foreign.update(dict.fromkeys(_named(path, spec), both))
    return _Covering(frozenset(articles), foreign, unread)


def _named(path: Path, spec: Spec | SpecError) -> Iterator[Path]:
    """The files that a spec names as its articles; where it, or one of them, cannot be used, it fails for that."""
    folder = real_path(path.parent)
    yield from (real_path(folder / one.file) for one in spec.renditions if "\0" not in one.file)


def _missing(project: Project, article: str, covering: _Covering, path: Path) -> Mistake:
    narrow = "narrow `articles` in [tool.factspec]"
    key = _key(project, article)
    if foreign := covering.foreign.get(real_path(path)):
        message = "no spec of this project covers this article"
        advice = f"{foreign[0]} does, but has a policy of its own in {foreign[1]}: remove that, or {narrow}"
    elif covering.unread:
        message = "no spec that can be read covers this article"
        advice = f"mend the specs that cannot be read, or {key}, or {narrow}"
    elif path.suffix.lower() not in suffixes():
        message = "no spec covers this article, and no format of factspec reads it"
        advice = f"save it as one of {listed(sorted(suffixes()))}, or {narrow}"
    else:
        message, advice = "no spec covers this article", f"{key}, or {narrow}"
    return Mistake(article, 1, 1, message, advice, "spec-missing")


def _key(project: Project, article: str) -> str:
    """What to write for an article without a spec."""
    folder = _spec_folder(project.policy)
    spec = posixpath.normpath(posixpath.join(folder, PurePosixPath(article).stem + SPEC_SUFFIX))
    there = (project.root / spec).exists()
    named = f"`article: {posixpath.relpath(article, folder)}`"
    return f"let {spec} have {named}" if there else f"write {spec} with {named}"


def _spec_folder(policy: Policy) -> str:
    """The folder of specs that a policy names first, up to the first part that is a pattern."""
    pattern = PurePosixPath(policy.specs[0] if policy.specs else "specs")
    fixed = PurePosixPath(*takewhile(lambda part: not GLOBBING & set(part), pattern.parts))
    return str(fixed.parent if fixed.name.endswith(SPEC_SUFFIX) else fixed)
