"""The projects of one run: their roots, policies and specs, each read once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from factspec.language.printing import printable
from factspec.projects.paths import (
    Unreadable,
    find_root,
    is_folder,
    is_link,
    policies_below,
    policy_above,
    policy_in,
    read_regular,
    shown_path,
)
from factspec.projects.verdict import SPEC_INVALID, ReadPolicy, SpecVerdict
from factspec.projects.verdict_cache import FolderOf, Found, SpecFile, VerdictCache, nowhere
from factspec.rules.finding import Finding, Severity
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary
from factspec.specs.policy import FILE, Policy, PolicyError, file_mistake, loosened, parse_policy, relaxed
from factspec.specs.policy import policy_mistake as mistake_in

# The policy of a project, read from its file.


POLICY_LIMIT = 2_000_000
"""The bytes that the file of a policy may have."""


def load_policy(root: Path, known: Vocabulary | None = None) -> Policy:
    """The policy of the project at a root, the defaults if it has none; raises `PolicyError` with every mistake.

    `known` are the names that it may use, by default those of the installed modules.
    """
    return parse_policy(policy_bytes(root), known)


def policy_bytes(root: Path) -> bytes:
    """The bytes of the file that holds a project's policy, none if there is no such file; raises `PolicyError`."""
    try:
        return read_regular(root / FILE, POLICY_LIMIT)
    except Unreadable as error:
        is_absent = str(error) == "does not exist"
        if is_absent and not is_link(root / FILE):
            return b""
        what = "is a link that leads nowhere" if is_absent else error
        raise PolicyError((file_mistake(1, 1, f"{FILE} {what}", "make it a regular file"),)) from error


def policy_mistake(root: Path, key: str, value: str, message: str, advice: str) -> Mistake:
    """A mistake of a text at a key of a project's policy that shows only beside the project's files."""
    return mistake_in(read_regular(root / FILE, POLICY_LIMIT), key, value, message, advice)


_One = TypeVar("_One")


class Project(NamedTuple):
    """A project's root, its policy, what is wrong with the policy, and the digest of the bytes of its file.

    `has_policy` says whether the file may contain a policy.
    """

    root: Path
    policy: Policy
    mistakes: tuple[Mistake, ...] = ()
    digest: str = ""
    has_policy: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the policy, as findings; with such a policy nothing of the project is judged."""
        return as_findings(self.mistakes, "")


class Projects:
    """The projects and specs of one run, each read once, and the verdicts that earlier runs saved."""

    def __init__(self, folder_of: FolderOf = nowhere) -> None:
        """Know none yet; `folder_of` returns the folder of a project's saved verdicts, by its root."""
        self._by_place: dict[tuple[Path, bool], Project] = {}
        self._by_root: dict[Path, Project] = {}
        self._specs: dict[Path, Spec | SpecError] = {}
        self._read: dict[Path, Mapping[str, str]] = {}
        self._named: dict[Path, tuple[str, ...]] = {}
        self._ones: dict[type, object] = {}
        self._folder_of = folder_of
        self.cache = VerdictCache(folder_of)

    @property
    def known(self) -> tuple[Project, ...]:
        """The projects that were asked for, each once."""
        return tuple(self._by_root.values())

    def of(self, path: Path) -> Project:
        """The project of a spec, or of a folder; specs of one folder are of one project."""
        at_folder = is_folder(path)
        place = (path if at_folder else path.parent, at_folder)
        if place not in self._by_place:
            root = find_root(path)
            if root not in self._by_root:
                self._by_root[root] = _project(root)
            self._by_place[place] = self._by_root[root]
        return self._by_place[place]

    def wrong_below(self, project: Project) -> Iterator[tuple[Path, Finding]]:
        """The mistakes of policies below a project's own, each with its file, unless their projects were asked for."""
        for root in policies_below(project.root) if project.has_policy else ():
            for finding in () if root in self._by_root else _project(root).findings:
                yield root / FILE, finding._replace(path=shown_path(root / FILE, project.root))

    def met(self, project: Project) -> bool:
        """Whether a spec of a project was asked for."""
        return any(one is project for (_, at_folder), one in self._by_place.items() if not at_folder)

    @property
    def policies(self) -> tuple[ReadPolicy, ...]:
        """The policies of the projects of which a spec was asked for, those with mistakes left out."""
        read = [one for one in sorted(self.known, key=lambda one: one.root) if self.met(one) and not one.mistakes]
        return tuple(ReadPolicy(one.digest if one.has_policy else "", one.policy) for one in read)

    def one(self, kind: type[_One]) -> _One:
        """The only instance of a class in this run, made when it is first asked for."""
        if kind not in self._ones:
            self._ones[kind] = kind()
        found = self._ones[kind]
        assert isinstance(found, kind)
        return found

    def forget(self, specs: Iterable[Path]) -> None:
        """Read these specs anew when they are next asked for, and the files that saved verdicts rest on."""
        for key in (path.absolute() for path in specs):
            for of_specs in (self._specs, self._read, self._named):
                of_specs.pop(key, None)
        self.cache = VerdictCache(self._folder_of)

    def spec(self, path: Path) -> Spec | SpecError:
        """A spec, or what is wrong with it, what its project's policy does not allow included."""
        key = path.absolute()
        if key not in self._specs:
            self._specs[key], self._read[key] = _loaded(path, self.of(path))
        return self._specs[key]

    def spec_in(self, data: bytes, path: Path) -> Spec | SpecError:
        """The spec in some bytes, as if a file had them."""
        return _loaded(path, self.of(path), data)[0]

    def read(self, path: Path) -> Mapping[str, str]:
        """The digests of the files that a spec was made of when it was read, by their paths as written there.

        That of the spec's own is at the empty path.
        """
        return self._read.get(path.absolute(), {})

    def spec_file(self, path: Path) -> SpecFile:
        """A spec as its verdict is saved."""
        project = self.of(path)
        return SpecFile(path, shown_path(path, project.root), project.root, project.digest)

    def verdict(self, path: Path, today: date) -> SpecVerdict | None:
        """The saved verdict on a spec, if there is one that is valid today with the files as they are."""
        found = self._holding(path, today)
        return found.whole() if found else None

    def verdict_of_items(self, path: Path, today: date) -> SpecVerdict | None:
        """The same without the findings that are only counted."""
        found = self._holding(path, today)
        return found.entry.verdict if found else None

    def _holding(self, path: Path, today: date) -> Found | None:
        found = self._saved(path)
        return found if found and self.cache.is_valid(found.entry, self.spec_file(path), today) else None

    def articles_named(self, path: Path) -> tuple[str, ...]:
        """The files that a spec names as its articles, as written; those of a wrong spec as far as they can be read."""
        key = path.absolute()
        if key not in self._named and key not in self._specs:
            self._saved(path)
        if key not in self._named:
            self._named[key] = tuple(one.file for one in self.spec(path).renditions)
        return self._named[key]

    def _saved(self, path: Path) -> Found | None:
        """The entry of a spec in the cache; only the articles' names are kept, because there may be many."""
        found = None if self.of(path).mistakes else self.cache.find(self.spec_file(path))
        if found:
            self._named[path.absolute()] = tuple(one.file for one in found.entry.verdict.articles)
        return found


def _project(root: Path) -> Project:
    try:
        data = policy_bytes(root)
        policy = parse_policy(data)
        outer = policy_above(root) if data else None
        mistakes = (*_unfindable(policy), *(_looser(data, policy, outer) if outer else ()))
        return Project(root, policy, mistakes, sha256(data).hexdigest(), policy_in(root / FILE) is not False)
    except PolicyError as error:
        return Project(root, Policy(), error.mistakes, has_policy=True)


def _unfindable(policy: Policy) -> tuple[Mistake, ...]:
    if not policy.forbidden:
        return ()
    from factspec.projects.unfindable import unfindable_in  # reads the wording as each format does

    return tuple(unfindable_in(policy))


def _looser(data: bytes, policy: Policy, outer: Path) -> tuple[Mistake, ...]:
    """The mistakes of a policy below another one: it may only be stricter."""
    from factspec.rules.registry import default_severities  # few policies are below another one

    above = _project(outer)
    if above.mistakes:
        message = "the policy of the folder above has mistakes, so this one cannot be compared with it"
        return (file_mistake(1, 1, message, f"correct {printable((outer / FILE).as_posix(), 200)}"),)
    outer_switches = {"strict": above.policy.strict, "approvals": bool(above.policy.approvals)}
    own = {
        "strict": policy.strict or above.policy.strict,
        "approvals": bool(policy.approvals or above.policy.approvals),
    }
    defaults = (default_severities(**own), default_severities(**outer_switches))
    return tuple(loosened(data, policy, above.policy, defaults))


def _loaded(path: Path, project: Project, data: bytes | None = None) -> tuple[Spec | SpecError, Mapping[str, str]]:
    """A spec, and the digests of the files that it was made of; modules that read YAML are loaded for the first."""
    from factspec.projects.loading import load_spec

    read: dict[str, str] = {}

    def seen(written: str, content: bytes) -> None:
        read[written] = sha256(content).hexdigest()

    def looser(spec: Spec) -> tuple[Mistake, ...]:
        if project.mistakes or not spec.rules:
            return ()
        from factspec.rules.registry import default_severities

        switches = {"strict": project.policy.strict, "approvals": bool(project.policy.approvals)}
        return relaxed(spec, project.policy, default_severities(**switches))

    try:
        return load_spec(path, root=project.root, further=looser, seen=seen, data=data), read
    except SpecError as error:
        return error, read
    except EXHAUSTED as error:
        cause = type(error)
    return SpecError((exhausted(cause, shown_path(path, project.root)),)), read


EXHAUSTED = (MemoryError, RecursionError)
"""What Python raises if a spec or an article needs more memory or a deeper stack than there is."""


def exhausted(cause: type[BaseException], spec: str, line: int = 1) -> Mistake:
    """The mistake of a spec that cannot be judged because memory or stack ran out; `line` is the spec's."""
    what = "memory than there is" if issubclass(cause, MemoryError) else "levels of nesting than Python follows"
    message = f"this was not judged: it needs more {what}"
    return Mistake(spec, line, 1, message, "split the article or the spec, or simplify what is nested in it")


def as_findings(mistakes: Iterable[Mistake], spec: str) -> tuple[Finding, ...]:
    """Mistakes as findings."""
    return tuple(as_finding(one, spec) for one in mistakes)


def as_finding(mistake: Mistake, spec: str, spec_line: int = 0) -> Finding:
    """A mistake as a finding; one of the policy has the rule of specs, because it keeps them from being judged."""
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
