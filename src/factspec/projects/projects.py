"""The projects of one run: their roots, policies and specs, each read once."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factspec.projects.loading import load_policy, load_spec
from factspec.projects.paths import find_root
from factspec.projects.result import SPEC_INVALID
from factspec.projects.stored_texts import StoredTexts
from factspec.rules.finding import Finding, Severity
from factspec.rules.registry import default_severities
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.policy import Policy, PolicyError, relaxed


class Project(NamedTuple):
    """A project's root, its policy, and what is wrong with the policy."""

    root: Path
    policy: Policy
    mistakes: tuple[Mistake, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the policy, as findings; with such a policy nothing of the project is judged."""
        return all_told(self.mistakes, "")


class Projects:
    """The projects and specs of one run, each read once."""

    def __init__(self) -> None:
        """Know none yet."""
        self._by_place: dict[tuple[Path, bool], Project] = {}
        self._by_root: dict[Path, Project] = {}
        self._specs: dict[Path, Spec | SpecError] = {}
        self.texts = StoredTexts()

    @property
    def known(self) -> tuple[Project, ...]:
        """The projects that were asked for, each once."""
        return tuple(self._by_root.values())

    def of(self, path: Path) -> Project:
        """The project of a spec, or of a folder; specs of one folder are of one project."""
        is_folder = path.is_dir()
        place = (path.absolute() if is_folder else path.absolute().parent, is_folder)
        if place not in self._by_place:
            root = find_root(path)
            if root not in self._by_root:
                self._by_root[root] = _project(root)
            self._by_place[place] = self._by_root[root]
        return self._by_place[place]

    def met(self, project: Project) -> bool:
        """Whether a spec of a project was asked for."""
        return any(one is project for (_, is_folder), one in self._by_place.items() if not is_folder)

    def spec(self, path: Path) -> Spec | SpecError:
        """A spec, or what is wrong with it, what its project's policy does not allow included."""
        key = path.absolute()
        if key not in self._specs:
            self._specs[key] = _loaded(path, self.of(path))
        return self._specs[key]


def _project(root: Path) -> Project:
    try:
        return Project(root, load_policy(root))
    except PolicyError as error:
        return Project(root, Policy(), error.mistakes)


def _loaded(path: Path, project: Project) -> Spec | SpecError:
    def looser(spec: Spec) -> tuple[Mistake, ...]:
        if project.mistakes or not spec.rules:
            return ()
        return relaxed(spec, project.policy, default_severities(strict=project.policy.strict))

    try:
        return load_spec(path, root=project.root, further=looser)
    except SpecError as error:
        return error


def all_told(mistakes: Iterable[Mistake], spec: str) -> tuple[Finding, ...]:
    """Mistakes as findings."""
    return tuple(told(one, spec) for one in mistakes)


def told(mistake: Mistake, spec: str, spec_line: int = 0) -> Finding:
    """A mistake as a finding; one of the policy is told under the rule of specs, which it keeps from being judged."""
    return Finding(
        rule=mistake.rule or SPEC_INVALID,
        family="files",
        severity=Severity.ERROR,
        message=mistake.message,
        path=mistake.path,
        line=mistake.line,
        column=mistake.column,
        end_line=mistake.line,
        end_column=mistake.column,
        spec=spec,
        spec_line=spec_line,
        advice=mistake.advice,
    )
