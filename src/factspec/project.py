"""The files of a project: which paths lie safely in it, which specs and articles it holds."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from factspec.folders import folders_below
from factspec.resolving import PathRefused, resolve_inside
from factspec.root import SPEC_SUFFIX, find_root, real_path, shown_path
from factspec.text.printable import printable

__all__ = [
    "FoundSpecs",
    "Globs",
    "PathRefused",
    "articles_at",
    "find_root",
    "find_specs",
    "folders_at",
    "resolve_inside",
    "shown_path",
    "uncovered",
    "yaml_beside_specs",
]

# Written in all ways, for a file system may know capitals.
_YAML = tuple(f".{end}" for end in ("yaml", "yml", "YAML", "YML", "Yaml", "Yml"))
GLOBBING = frozenset("*?[")
"""The signs that make a glob of a path."""


class Globs(Protocol):
    """What of a policy says where its files are: globs relative to the root."""

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
    """The specs in files and folders as typed, or where none are typed, in those of the policy, else in `specs/`."""
    typed = tuple(paths)
    if not typed:
        return _policy_specs(root, policy)
    specs: list[Path] = []
    mistakes: list[str] = []
    for path in typed:
        found = _specs_at(path, root)
        specs.extend(found)
        if not found:
            mistakes.append(_no_spec(path))
    return FoundSpecs(_unique(specs), tuple(mistakes))


def _specs_at(path: Path, root: Path) -> list[Path]:
    if path.is_dir():
        return sorted(spec for spec in _walk(path, root, (SPEC_SUFFIX,)) if not spec.name.startswith("."))
    return [path] if path.name.endswith(SPEC_SUFFIX) and os.path.lexists(path) else []


def _walk(folder: Path, root: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """The files of some suffixes in a folder and below it, hidden ones too."""
    for place in folders_below(folder, root):
        yield from (path for path in place.iterdir() if path.name.endswith(suffixes) and not path.is_dir())


def _no_spec(path: Path) -> str:
    shown = printable(path.as_posix())
    if path.is_dir():
        return f"{shown}: the folder holds no spec; a spec's name ends with {SPEC_SUFFIX}"
    if os.path.lexists(path):
        return f"{shown}: this is no spec; a spec's name ends with {SPEC_SUFFIX}"
    return f"{shown}: no such file or folder"


def _policy_specs(root: Path, policy: Globs) -> FoundSpecs:
    specs = [spec for pattern in policy.specs or ("specs",) for spec in specs_named(root, pattern)]
    if specs:
        return FoundSpecs(_unique(specs), ())
    places = ", ".join(printable(pattern) for pattern in policy.specs) or "specs/"
    return FoundSpecs(
        (), (f"no spec found in {places}: name one, or set `specs` in [tool.factspec] of pyproject.toml",)
    )


def specs_named(root: Path, pattern: str) -> list[Path]:
    """The specs that one glob of a policy names, those in the folders that it names among them."""
    return [spec for found in _globbed(root, pattern) for spec in _specs_at(found, root)]


def yaml_beside_specs(root: Path, policy: Globs) -> tuple[Path, ...]:
    """The YAML files that are no specs by name, in the folders in which the policy has specs, sorted."""
    found: set[Path] = set()
    for pattern in map(PurePosixPath, policy.specs or ("specs",)):
        found.update(path for one in _globbed(root, str(pattern)) if one.is_dir() for path in _walk(one, root, _YAML))
        if pattern.name.endswith(_YAML) or GLOBBING & set(pattern.name):
            beside = root.glob(str(pattern.parent / "*")) if pattern.parent.name else root.iterdir()
            found.update(path for path in beside if path.name.endswith(_YAML) and not path.is_dir())
    return tuple(sorted(path for path in found if _is_passed_by(path, root)))


def _is_passed_by(path: Path, root: Path) -> bool:
    """Whether a YAML file is visible and no spec by its name; the ending alone hides a file, which nobody means."""
    *folders, name = path.relative_to(root).parts
    if any(folder.startswith(".") for folder in folders):
        return False
    return name == SPEC_SUFFIX or not (name.startswith(".") or name.endswith(SPEC_SUFFIX))


def _globbed(root: Path, pattern: str) -> Iterator[Path]:
    """The visible paths that a glob names, be they links that lead nowhere or out of the project, or no files."""
    for path in _named(root, PurePosixPath(pattern)):
        if not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path


def _named(root: Path, pattern: PurePosixPath) -> Iterable[Path]:
    # Path.glob passes by a link that leads nowhere, where its name is written out, and by links to folders at `**`.
    places: Iterable[Path] = (root,)
    for part in pattern.parts:
        places = dict.fromkeys(found for place in places for found in _at(place, root, part))
    return places


def _at(place: Path, root: Path, part: str) -> Iterable[Path]:
    """What one part of a glob names at a place."""
    if part == "**":
        return folders_below(place, root) if place.is_dir() else ()
    if GLOBBING & set(part):
        return place.glob(_in_any_case(part))
    return (place / part,) if os.path.lexists(place / part) else ()


def _in_any_case(part: str) -> str:
    """A glob's part whose ending may be written in small or capital letters, for factspec reads `.TXT` as `.txt`."""
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
    return tuple(sorted(path for path in _globbed(root, pattern) if not path.is_dir()))


def folders_at(root: Path, pattern: str) -> bool:
    """Whether a glob names a folder."""
    return any(path.is_dir() for path in _globbed(root, pattern))


def uncovered(articles: Iterable[Path], covered: Collection[Path]) -> tuple[Path, ...]:
    """The articles that no spec covers, sorted and each once; `covered` are those that specs name, links followed."""
    return tuple(sorted({path for path in articles if real_path(path) not in covered}))
