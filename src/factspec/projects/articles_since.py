"""The articles that changed since a git revision, with what they were then."""

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from factspec.articles.reading import LIMIT, suffixes
from factspec.language.printing import printable
from factspec.projects.article_versions import Reading, VersionError, Versions, content_of, read_version
from factspec.projects.git import Change, GitError, NoGitError, changed, commit, content
from factspec.projects.paths import exists, find_root, inside, is_folder, real_path, shown_path
from factspec.projects.projects import load_policy
from factspec.specs.policy import PolicyError

_SHOWN = 200


def articles_since(words: Sequence[str], folder: Path, reading: Reading) -> Iterator[Versions | VersionError]:
    """Yield the two versions of each article that changed, or why one cannot be read.

    The words are a revision and paths, which count from `folder`; without paths it is everything below. Raises
    `VersionError` if the call is wrong.
    """
    revision, *paths = words
    is_article = _articles(folder, paths)
    try:
        since = _commit(revision, paths, folder)
        changes = changed(folder, since, [Path(path) for path in paths])
        for path in paths:
            _require(folder, since, path, changes)
    except GitError as error:
        raise VersionError(_said(error)) from error
    wanted = [change for change in changes if any(is_article(path) for path in change if path)]
    return (found for change in wanted if (found := _versions(change, (revision, since), folder, reading)))


def _said(error: GitError) -> str:
    """What git cannot answer; without git two files can be compared still."""
    return f"{error}; compare two files: factspec diff OLD NEW" if isinstance(error, NoGitError) else str(error)


# The revision, which the first word is unless it is a file.


def _commit(first: str, others: Sequence[str], folder: Path) -> str:
    """The id of the revision that the first word names, if it cannot be a file as well."""
    shown = printable(first, _SHOWN)
    is_path = _is_there(folder, first)
    try:
        found = commit(folder, first)
    except GitError as error:
        if not is_path and Path(first).suffix.lower() in suffixes():
            raise VersionError(f"{shown} does not exist, and is no revision; check the path") from error
        if isinstance(error, NoGitError) and len(others) == 1 and not (is_path or _is_there(folder, others[0])):
            other = printable(others[0], _SHOWN)
            raise VersionError(f"neither {shown} nor {other} exists, and {error}") from error
        raise VersionError(_no_revision(first, others, folder) if is_path else _said(error)) from error
    if is_path:
        message = f"'{shown}' is a revision, and also a file or folder; write the id of the commit for the revision"
        raise VersionError(f"{message}, or ./{shown} for the file")
    return found


def _is_there(folder: Path, name: str) -> bool:
    return bool(name) and "\0" not in name and exists(folder / name)


def _no_revision(first: str, others: Sequence[str], folder: Path) -> str:
    """What is wrong with a call whose first word is a file or folder, and no revision."""
    shown = printable(first, _SHOWN)
    missing = next((printable(name, _SHOWN) for name in others if not _is_there(folder, name)), "")
    if missing:
        return f"{missing} does not exist; to compare with a revision, name it first: factspec diff HEAD {shown}"
    for name in (first, *others):
        if is_folder(folder / name):
            advice = "compare two files, or name a revision first: factspec diff HEAD"
            return f"{printable(name, _SHOWN)} is a folder; {advice} {printable(name, _SHOWN)}"
    if others:
        return (
            f"{len(others) + 1} files are too many; compare two, or name a revision first: factspec diff HEAD {shown}"
        )
    return f"{shown} is one file; name a second one, or a revision first: factspec diff HEAD {shown}"


# What changed since then.


def _require(folder: Path, since: str, path: str, changes: Sequence[Change]) -> None:
    """Refuse a path that names nothing, a file that no format reads, and one that git does not know."""
    place, shown = real_path(folder / path), printable(path, _SHOWN)
    if is_folder(place):
        return
    if place.suffix.lower() not in suffixes():
        raise VersionError(
            f"{shown} is in no format that factspec reads; its files end in {', '.join(sorted(suffixes()))}"
        )
    if any(inside(one, place) for change in changes for one in change if one):
        return
    if not exists(place):
        raise VersionError(f"{shown} does not exist, and did not exist at the revision; check the path")
    try:
        content(folder, since, Path(path))
    except GitError as error:
        message = f"{shown} is not a file that git knows: it is ignored, a link, or outside the repository"
        raise VersionError(f"{message}; compare two files: factspec diff OLD NEW") from error


def _versions(
    change: Change, revision: tuple[str, str], folder: Path, reading: Reading
) -> Versions | VersionError | None:
    """The two versions of a file that changed, None if its bytes did not; the revision is its name and its id."""
    old, new = (path if path and path.suffix.lower() in suffixes() else None for path in change)
    name, since = revision
    old_name = f"{name}:{shown_path(old, folder)}" if old else ""
    new_name = shown_path(new, folder) if new else ""
    try:
        was = content(folder, since, old, LIMIT) if old else None
        now = content_of(new, new_name, follow=False) if new else None
        if was == now:
            return None
        then = None if was is None else read_version(was, old_name, reading)
        return Versions(old_name, new_name, then, None if now is None else read_version(now, new_name, reading))
    except GitError as error:
        return VersionError(str(error))
    except VersionError as error:
        return error


# Which files are articles.


_Named = Callable[[Path], bool]


def _articles(folder: Path, paths: Sequence[str]) -> _Named:
    """Whether a file is an article: one that is named, or that the policy's globs name, or without any a format reads.

    Below the root, hidden files are none.
    """
    root = real_path(find_root(folder))
    try:
        globs = [PurePosixPath(pattern).parts for pattern in load_policy(root).articles]
    except PolicyError as error:
        raise VersionError("\n".join(f"{one}; {one.advice}" for one in error.mistakes)) from error
    named = {real_path(folder / path) for path in paths}

    def is_article(path: Path) -> bool:
        if path in named or path.suffix.lower() not in suffixes():
            return path in named
        parts = Path(os.path.relpath(path, root)).parts
        hidden = any(part.startswith(".") for part in parts)
        return not hidden and (not globs or any(_matches(parts, glob) for glob in globs))

    return is_article


def _matches(parts: Sequence[str], glob: Sequence[str]) -> bool:
    """Whether the parts of a path are those of a glob; `**` is any number of folders."""
    states = _onward(glob, {0})
    for part in parts:
        after = {at for at in states if at < len(glob) and glob[at] == "**"}
        after |= {at + 1 for at in states if at < len(glob) and glob[at] != "**" and _is(part, glob[at])}
        states = _onward(glob, after)
    return len(glob) in states


def _onward(glob: Sequence[str], states: set[int]) -> set[int]:
    """The states with those after each `**`, which may be no folder."""
    found = set(states)
    for at in range(len(glob)):
        if at in found and glob[at] == "**":
            found.add(at + 1)
    return found


def _is(part: str, pattern: str) -> bool:
    """Whether a name fits a part of a glob; its ending may be in capitals."""
    stem, dot, ending = part.rpartition(".")
    return fnmatchcase(part, pattern) or fnmatchcase(stem + dot + ending.lower(), pattern)
