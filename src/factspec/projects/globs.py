"""The specs and articles of a project: what the globs of its policy name, and what is missing or not read."""

import os
import posixpath
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice, takewhile
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from factspec.language.printing import printable, printable_path
from factspec.projects.paths import (
    SPEC_SUFFIX,
    PathRefused,
    Skipped,
    exists,
    find_root,
    first_bytes,
    folders_below,
    is_folder,
    is_link,
    on_disk,
    real_path,
    resolve_inside,
    shown_path,
    unlisted,
)
from factspec.projects.projects import Project, Projects, as_finding, policy_mistake
from factspec.rules.finding import Finding
from factspec.specs.model import Mistake
from factspec.specs.names import listed, nearest
from factspec.specs.policy import Policy

# The rule of articles that no spec covers.
SPEC_MISSING = "spec-missing"
__all__ = [
    "SPEC_MISSING",
    "FoundSpecs",
    "Globs",
    "PathRefused",
    "articles_at",
    "find_root",
    "find_specs",
    "folders_at",
    "resolve_inside",
    "shown_path",
    "spec_folder",
    "specs_by_article",
    "uncovered",
    "yaml_beside_specs",
]

# In capitals too, because a file system may distinguish them.
_YAML = tuple(f".{end}" for end in ("yaml", "yml", "YAML", "YML", "Yaml", "Yml"))
GLOBBING = frozenset("*?[")
"""The signs that make a glob of a path."""


class Globs(Protocol):
    """The part of a policy that says where its files are: globs relative to the root."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Those of the articles."""

    @property
    def specs(self) -> tuple[str, ...]:
        """Those of the specs, and folders of them."""


class FoundSpecs(NamedTuple):
    """The specs that were asked for, sorted and each once, and what was wrong with the asking."""

    specs: tuple[Path, ...]
    mistakes: tuple[str, ...]


def find_specs(paths: Iterable[Path], root: Path, policy: Globs) -> FoundSpecs:
    """The specs in the files and folders typed; if none are typed, in those of the policy, otherwise in `specs/`."""
    typed = tuple(paths)
    if not typed:
        return _policy_specs(root, policy)
    specs: list[Path] = []
    mistakes: list[str] = []
    for path in typed:
        try:
            found = [] if _is_disk(path) else _specs_at(path, root, _MOST_FOLDERS)
        except _TooManyError:
            mistakes.append(f"{printable_path(path.as_posix())}: {_TOO_MANY}")
            continue
        specs.extend(found)
        if not found:
            mistakes.append(_no_spec(path))
    return FoundSpecs(_unique(specs), tuple(mistakes))


# A folder that is typed and has more folders below it is no project.
_MOST_FOLDERS = 50_000
_TOO_MANY = f"the folder contains more than {_MOST_FOLDERS:,} folders; name the folder of the specs"


class _TooManyError(Exception):
    """A folder contains more folders than are searched."""


def _is_disk(path: Path) -> bool:
    """Whether a path is the root of a file system, where no project is."""
    real = real_path(path)
    return real == real.parent and not exists(real / "pyproject.toml")


def _specs_at(path: Path, root: Path, most: int | None = None) -> list[Path]:
    """The specs at a path; raises `_TooManyError` if more folders than `most` are below it."""
    if is_folder(path):
        return sorted(spec for spec in _walk(path, root, (SPEC_SUFFIX,), most) if not spec.name.startswith("."))
    return [path] if path.name.endswith(SPEC_SUFFIX) and os.path.lexists(path) else []


def _walk(folder: Path, root: Path, suffixes: tuple[str, ...], most: int | None = None) -> Iterator[Path]:
    """The files of some suffixes in a folder and below it, hidden ones too."""
    for number, place in enumerate(folders_below(folder, root)):
        if number == most:
            raise _TooManyError
        yield from (path for path in place.iterdir() if path.name.endswith(suffixes) and not is_folder(path))


def _no_spec(path: Path) -> str:
    shown = printable(path.as_posix())
    if _is_disk(path):
        return f"{shown}: this is the whole disk, which is not searched; name the folder of the specs"
    if is_folder(path):
        return f"{shown}: the folder contains no spec; a spec's name ends with {SPEC_SUFFIX}"
    if os.path.lexists(path):
        return f"{shown}: this is not a spec; a spec's name ends with {SPEC_SUFFIX}"
    return f"{shown}: no such file or folder"


def _policy_specs(root: Path, policy: Globs) -> FoundSpecs:
    specs = [spec for pattern in policy.specs or ("specs",) for spec in specs_named(root, pattern)]
    if specs:
        return FoundSpecs(_unique(specs), ())
    places = ", ".join(printable(pattern) for pattern in policy.specs) or "specs/"
    return FoundSpecs(
        (),
        (f"no spec found in {places}: draft one with `factspec init ARTICLE`, or set `specs` in [tool.factspec]",),
    )


def specs_named(root: Path, pattern: str) -> list[Path]:
    """The specs that one glob of a policy names, those in the folders that it names among them."""
    return [spec for found in _globbed(root, pattern) for spec in _specs_at(found, root)]


def yaml_beside_specs(root: Path, policy: Globs) -> tuple[Path, ...]:
    """The YAML files that are no specs by name, in the folders in which the policy has specs, sorted."""
    found: set[Path] = set()
    for pattern in map(PurePosixPath, policy.specs or ("specs",)):
        found.update(path for one in _globbed(root, str(pattern)) if is_folder(one) for path in _walk(one, root, _YAML))
        if pattern.name.endswith(_YAML) or GLOBBING & set(pattern.name):
            beside = root.glob(str(pattern.parent / "*")) if pattern.parent.name else root.iterdir()
            found.update(path for path in beside if path.name.endswith(_YAML) and not is_folder(path))
    return tuple(sorted(path for path in found if _is_passed_by(path, root)))


def _is_passed_by(path: Path, root: Path) -> bool:
    """Whether a YAML file is visible and no spec by its name; the ending alone hides a file, which nobody means."""
    *folders, name = path.relative_to(root).parts
    if any(folder.startswith(".") for folder in folders):
        return False
    return name == SPEC_SUFFIX or not (name.startswith(".") or name.endswith(SPEC_SUFFIX))


def _globbed(root: Path, pattern: str) -> Iterator[Path]:
    """The visible paths that a glob names, including links that lead nowhere or out of the project, and folders."""
    for path in _project_named(root, PurePosixPath(on_disk(pattern))):
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path


def _project_named(root: Path, pattern: PurePosixPath, skipped: Skipped | None = None) -> Iterable[Path]:
    # Path.glob leaves out a link that leads nowhere if its name is written out, and links to folders at `**`.
    places: Iterable[Path] = (root,)
    for part in pattern.parts:
        places = dict.fromkeys(found for place in places for found in _at(place, root, part, skipped))
    return places


def _at(place: Path, root: Path, part: str, skipped: Skipped | None) -> Iterable[Path]:
    """What one part of a glob names at a place."""
    if part == "**":
        return folders_below(place, root, skipped) if is_folder(place) else ()
    if GLOBBING & set(part):
        if skipped and (why := unlisted(place)):
            skipped(place, why)
        return place.glob(_in_any_case(part))
    return (place / part,) if os.path.lexists(place / part) else ()


def _in_any_case(part: str) -> str:
    """A glob's part whose ending may be in small or capital letters, because factspec reads `.TXT` as `.txt`."""
    stem, dot, ending = part.rpartition(".")
    letters = "".join(f"[{sign.lower()}{sign.upper()}]" for sign in ending)
    return stem + dot + letters if dot and ending.isalpha() and ending.isascii() else part


def _unique(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each file once, under the first of its names, sorted."""
    first: dict[Path, Path] = {}
    for path in paths:
        first.setdefault(real_path(path), path)
    return tuple(sorted(first.values()))


def articles_at(root: Path, pattern: str) -> tuple[Path, ...]:
    """What a glob of articles names but folders, sorted; nothing of it is opened."""
    return tuple(sorted(path for path in _globbed(root, pattern) if not is_folder(path)))


def folders_at(root: Path, pattern: str) -> bool:
    """Whether a glob names a folder."""
    return any(is_folder(path) for path in _globbed(root, pattern))


def uncovered(articles: Iterable[Path], covered: Collection[Path]) -> tuple[Path, ...]:
    """The articles that no spec covers, sorted and each once; `covered` are those that specs name, links followed."""
    return tuple(sorted({path for path in articles if real_path(path) not in covered}))


# Specs with names that do not end as a spec's: nothing collects them.


_LOOKED_AT = 2_000
# Few projects have YAML beside their specs: these patterns are made when one has.
# The key of the language's version, at the beginning of a line or of a mapping in braces.
_VERSION = rb"(?im)^(?:\xef\xbb\xbf)?(?:\{\s*)?[\"']?factspec[\"']?[ \t]*:"
_NAMED = r"(?i)factspec\.ya?ml\Z"
_ENDING = r"(?i)(?:[._-]*(?:fact[._-]?)?specs?)?\.ya?ml\Z"


def misnamed_specs(root: Path, policy: Globs) -> Iterator[tuple[Path, Mistake]]:
    """A mistake for each YAML file that is a spec and is not named so, among the specs of a policy."""
    for path in yaml_beside_specs(root, policy):
        if re.search(_NAMED, path.name) or re.search(_VERSION, first_bytes(path, _LOOKED_AT)):
            # Without a name before it the ending would hide the file.
            name = (re.sub(_ENDING, "", path.name) or "article") + SPEC_SUFFIX
            problem = "begins with a dot" if path.name[0] == "." else f"does not end with `{SPEC_SUFFIX}`"
            message = f"this is a spec, but is not read as one: its name {problem}"
            yield path, Mistake(shown_path(path, root), 1, 1, message, f"rename it to `{printable(name, 120)}`")


# A glob in a policy that names no file: the article or spec that it was meant for is never asked for.


_BRACES = re.compile(r"\{([^{}]*)\}")
_SHOWN = 80


def waits(root: Path, pattern: str) -> bool:
    """Whether a glob that names no file waits for articles of another format in a folder that is there.

    Such a glob is no mistake beside others that name files: without it the first article of that format would need no
    spec. One that passes by the folders below its own is a mistake if there are articles.
    """
    path = PurePosixPath(pattern)
    if path.name[:1] != "*" or path.name[1:] not in _suffixes():
        return False
    folder = str(path.parent)
    return (folder == "." or folders_at(root, folder)) and not articles_at(root, str(path.parent / "**" / path.name))


def _suffixes() -> frozenset[str]:
    """The suffixes that a format reads; formats are loaded only if a file or glob has no spec."""
    from factspec.articles.reading import suffixes

    return suffixes()


def empty_glob(root: Path, pattern: str) -> Mistake:
    """The mistake of a glob in `articles` that names no file below the root, at its line of the policy."""
    message = f"the glob `{printable(pattern, _SHOWN)}` in `articles` names no file"
    return policy_mistake(root, "articles", pattern, message, _spelling(pattern) or _advice(root, pattern))


def empty_spec_glob(root: Path, pattern: str) -> Mistake:
    """The mistake of a glob in `specs` that names no spec below the root, at its line of the policy."""
    message = f"the glob `{printable(pattern, _SHOWN)}` in `specs` names no spec"
    advice = _spelling(pattern) or f"{_absent(root, pattern)}correct it, or remove it until there is such a spec"
    return policy_mistake(root, "specs", pattern, message, advice)


def _spelling(pattern: str) -> str:
    """How to write a glob that has what globs have not."""
    if "\\" in pattern:
        return f"globs have no backslashes: write `{printable(pattern.replace(chr(92), '/'), _SHOWN)}`"
    if braces := _BRACES.search(pattern):
        around = pattern[: braces.start()], pattern[braces.end() :]
        each = (printable(one.strip().join(around), _SHOWN) for one in islice(braces[1].split(","), 3))
        return f"globs have no braces: write one for each, {listed(each)}"
    return ""


def _advice(root: Path, pattern: str) -> str:
    if folders_at(root, pattern):
        inside = printable(pattern.rstrip("/"), _SHOWN) + "/**/*"
        return f"it names a folder: `{inside}` names the files in it"
    path = PurePosixPath(pattern)
    deeper = (path.parent / "**" / path.name).as_posix()
    if articles_at(root, deeper):
        return f"`{printable(deeper, _SHOWN)}` names those in the folders below"
    return f"{_absent(root, pattern)}correct it, or remove it until there is such an article"


def _absent(root: Path, pattern: str) -> str:
    """The first folder of a glob that is not there, and one of a name like it."""
    place = root
    for part in PurePosixPath(pattern).parts[:-1]:
        if GLOBBING & set(part):
            break
        if not is_folder(place / part):
            close = nearest(part, _folders_in(place))
            meant = f"; did you mean `{printable(close, _SHOWN)}`? " if close else ": "
            return f"there is no folder `{printable(part, _SHOWN)}`{meant}"
        place /= part
    return ""


def _folders_in(place: Path) -> list[str]:
    try:
        return [one.name for one in islice(place.iterdir(), 1000) if is_folder(one)]
    except OSError:
        return []


# What is wrong with a project as a whole: mistakes of its policy, and articles without a spec.


def project_findings(project: Project, projects: Projects) -> Iterator[tuple[Path, Finding]]:
    """What is wrong with a project as a whole, each finding with its file.

    That is every mistake of its policy. Without one it is each spec that is not named as one, each glob that names
    nothing, each folder that is not entered, and each article that the policy names and no spec of the project covers.
    """
    root, policy = project.root, project.policy
    for finding in project.findings:
        yield root / finding.path, finding
    for path, mistake in misnamed_specs(root, policy):
        yield path, as_finding(mistake, mistake.path)
    for empty in _empty_spec_globs(project, projects):
        yield root / empty.path, as_finding(empty, "")
    for path, why in skipped_folders(root, policy).items():
        shown = shown_path(path, root)
        message = f"the folder {why}, so factspec does not enter it"
        advice = "put the files themselves there, or remove it" if is_link(path) else "make it readable, or remove it"
        yield path, as_finding(Mistake(shown, 1, 1, message, advice), shown)
    if policy.articles:
        yield from _articles(project, projects)


def skipped_folders(root: Path, policy: Globs) -> dict[Path, str]:
    """The folders below those of specs and articles that are not entered, each with the reason.

    These are links that lead out of the project or in a circle, and folders that cannot be read.
    """
    skipped: dict[Path, str] = {}
    for folder in spec_folders(root, policy):
        for _ in folders_below(folder, root, skipped.setdefault) if is_folder(folder) else ():
            pass
    for pattern in policy.articles:
        refused: dict[Path, str] = {}
        deque(_project_named(root, PurePosixPath(on_disk(pattern)), refused.setdefault), maxlen=0)
        skipped.update((path, why) for path, why in refused.items() if not is_link(path))
    return skipped


def spec_folders(root: Path, policy: Globs) -> Iterator[Path]:
    """The folders below the root that a policy names for specs: of a glob, the part before the first pattern."""
    for pattern in policy.specs or ("specs",):
        fixed = _fixed_folder(pattern)
        if fixed.parts:
            yield root / on_disk(str(fixed))


def _empty_spec_globs(project: Project, projects: Projects) -> Iterator[Mistake]:
    """Where no glob of the policy names a spec, and none was met elsewhere, the first is still to be written."""
    root, policy = project.root, project.policy
    empty = [pattern for pattern in policy.specs if not specs_named(root, pattern)]
    if len(empty) < len(policy.specs) or not policy.articles or projects.met(project):
        yield from (empty_spec_glob(root, pattern) for pattern in empty)


def _articles(project: Project, projects: Projects) -> Iterator[tuple[Path, Finding]]:
    root, policy = project.root, project.policy
    named = {pattern: articles_at(root, pattern) for pattern in policy.articles}
    for pattern, articles in named.items():
        if not articles and not (any(named.values()) and waits(root, pattern)):
            empty = empty_glob(root, pattern)
            yield root / empty.path, as_finding(empty, "")
    covering = _covering(project, projects)
    for path in uncovered((path for articles in named.values() for path in articles), covering.articles):
        article = shown_path(path, root)
        yield path, as_finding(_missing(project, article, covering, path), "")


def specs_by_article(project: Project, projects: Projects) -> dict[Path, Path]:
    """The first spec of a project that names each article, by the article with links followed."""
    found: dict[Path, Path] = {}
    for spec in find_specs((), project.root, project.policy).specs:
        for article in _completeness_named(spec, projects.articles_named(spec)):
            found.setdefault(article, spec)
    return found


class _Covering(NamedTuple):
    """The articles that the specs of a project name, links followed.

    `foreign` are those that specs name which the policy finds and which are of a project further inside, each with
    that spec and that project's policy. `unread` is true if a spec of the project names no article that can be read.
    """

    articles: frozenset[Path]
    foreign: Mapping[Path, tuple[str, ...]]
    unread: bool


def _covering(project: Project, projects: Projects) -> _Covering:
    articles: set[Path] = set()
    foreign: dict[Path, tuple[str, ...]] = {}
    unread = False
    for path in find_specs((), project.root, project.policy).specs:
        files = projects.articles_named(path)
        if projects.of(path).root == project.root:
            articles.update(_completeness_named(path, files))
            unread |= not files
        else:
            inner = projects.of(path).root / "pyproject.toml"
            both = tuple(printable_path(shown_path(one, project.root)) for one in (path, inner))
            foreign.update(dict.fromkeys(_completeness_named(path, files), both))
    return _Covering(frozenset(articles), foreign, unread)


def _completeness_named(path: Path, files: Iterable[str]) -> Iterator[Path]:
    """The files that a spec names as its articles, even if they cannot be used, which is a finding of its own."""
    folder = real_path(path.parent)
    yield from (real_path(folder / on_disk(file)) for file in files if "\0" not in file)


def _missing(project: Project, article: str, covering: _Covering, path: Path) -> Mistake:
    narrow = "narrow `articles` in [tool.factspec]"
    key = _key(project, article)
    if foreign := covering.foreign.get(real_path(path)):
        message = "no spec of this project covers this article"
        advice = f"{foreign[0]} does, but has a policy of its own in {foreign[1]}: remove that, or {narrow}"
    elif covering.unread:
        message = "no spec that can be read covers this article"
        advice = f"mend the specs that cannot be read, or {key}, or {narrow}"
    elif path.suffix.lower() not in _suffixes():
        message = "no spec covers this article, and no format of factspec reads it"
        advice = f"save it as one of {listed(sorted(_suffixes()))}, or {narrow}"
    else:
        message, advice = "no spec covers this article", f"{key}, or {narrow}"
    return Mistake(article, 1, 1, message, advice, SPEC_MISSING)


def _key(project: Project, article: str) -> str:
    """What to do about an article without a spec: draft one, or change one whose name is the article's."""
    folder = spec_folder(project.policy)
    spec = posixpath.normpath(posixpath.join(folder, PurePosixPath(article).stem + SPEC_SUFFIX))
    if not exists(project.root / spec):
        from shlex import quote  # most articles have a spec

        return f"run `factspec init {'./' * article.startswith('-')}{quote(article)}`"
    return f"let {spec} have `article: {posixpath.relpath(article, folder)}`"


def spec_folder(policy: Policy) -> str:
    """The folder of specs that a policy names first, up to the first part that is a pattern."""
    return str(_fixed_folder(policy.specs[0] if policy.specs else "specs"))


def _fixed_folder(pattern: str) -> PurePosixPath:
    fixed = PurePosixPath(*takewhile(lambda part: not GLOBBING & set(part), PurePosixPath(pattern).parts))
    return fixed.parent if fixed.name.endswith(SPEC_SUFFIX) else fixed
