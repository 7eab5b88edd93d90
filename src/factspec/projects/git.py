"""Git: the files that changed since a revision, what they were then, and the user's name; no other module runs it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factspec.language.printing import printable
from factspec.projects.paths import inside

LIMIT = 10_000_000
"""The bytes that a file at a revision may have."""

_SECONDS = 60
_SHOWN = 200
# Nothing that a repository configures runs: no hook, no watcher of files, no program that compares.
_ALWAYS = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_DIFF = ("diff", "--raw", "-z", "-M", "-O/dev/null", "--no-ext-diff", "--no-textconv")
# What a user configures. Other variables, such as GIT_DIR in a hook, would lead git to another place.
_KEPT = re.compile(
    r"GIT_(?:CONFIG_\w+|AUTHOR_(?:NAME|EMAIL)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)$"
)
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# The mode of a regular file; the others are links and repositories inside this one.
_FILE = "100"


class GitError(Exception):
    """What git cannot answer; the text says why and what to do, and is printable."""


class NoGitError(GitError):
    """There is no git, or no repository at the place."""


class WorkingTree(NamedTuple):
    """The files of a working tree beside a revision, by absolute paths with the links of their folders followed.

    `changed` are the files, links and submodules that differ from those of the revision, are gone or were added;
    `tracked` are all files and links that git keeps, those of submodules included. What is in neither is new or
    ignored, or is not there.
    """

    top: str
    changed: frozenset[str]
    tracked: frozenset[str]


class Change(NamedTuple):
    """A file that changed since a revision: its path then and now, both absolute; None for when there was no file."""

    old: Path | None
    new: Path | None


def user(root: Path) -> str:
    """The user as git commits at a place, such as `Ada Lind <ada@example.org>`; empty if git knows nobody."""
    try:
        code, output, _ = _answer(root, "config", "-z", "--get-regexp", r"^(user|author)\.(name|email)$")
    except GitError:
        return ""
    found = dict(line.split("\n", 1) for line in _texts(output) if "\n" in line) if code == 0 else {}
    name, mail = (_of_author(found, key) for key in ("name", "email"))
    return f"{name} <{mail}>" if name and mail else name or mail


def _of_author(found: dict[str, str], key: str) -> str:
    set_here = os.environ.get(f"GIT_AUTHOR_{key.upper()}", "")
    written = set_here or found.get(f"author.{key}") or found.get(f"user.{key}", "")
    return " ".join(re.sub(r"[<>\s]", " ", written).split())


def commit(root: Path, revision: str) -> str:
    """The id of the commit, or of the tree, that a revision names.

    Raises `GitError`, for text that begins with `-` before git runs.

    Before the first commit, `HEAD` is a tree without a file: everything is new.
    """
    if revision.startswith("-") or "\0" in revision or not revision.strip():
        raise GitError(f"'{printable(revision, _SHOWN)}' is not a revision; name a commit, a branch or a tag")
    for kind in ("commit", "tree"):
        named = f"{revision}^{{{kind}}}"
        code, output, _ = _answer(root, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
        found = output.decode("ascii", "replace").strip()
        if code == 0 and _ID.fullmatch(found):
            return found
    if revision == "HEAD" and _answer(root, "symbolic-ref", "--quiet", "HEAD")[0] == 0:
        return _output(root, "hash-object", "-t", "tree", "--stdin").decode().strip()
    raise GitError(_unknown(root, revision))


def _unknown(root: Path, revision: str) -> str:
    """Why a revision is not found; raises `GitError` if there is no repository at all."""
    shown = f"'{printable(revision, _SHOWN)}'"
    shallow = _output(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if ".." in revision:
        return f"{shown} is a range; name one revision, to compare the files with it"
    if shallow:
        return f"{shown} is not in this shallow clone; fetch the history first: git fetch --unshallow"
    return f"{shown} is not a revision of this repository; name a commit, a branch or a tag"


def changed(root: Path, revision: str, paths: Sequence[Path] = ()) -> tuple[Change, ...]:
    """The files that changed since a revision, sorted: committed, staged, only saved, or new and not ignored.

    `paths` are files and folders, absolute or from `root`; without them it is everything below `root`. A renamed file
    is one change, also if its old name is outside them. Links and submodules are left out. Raises `GitError`.
    """
    since = commit(root, revision)
    top = _top(root)
    wanted = [_resolved(root / path) for path in paths or (Path(),)]
    changes = {change for change in _changes(top, since) if _is_wanted(change, wanted)}
    return tuple(sorted(changes, key=_newest))


def _top(root: Path) -> Path:
    """The folder of the working tree, links followed."""
    return Path(os.fsdecode(_output(root, "rev-parse", "--show-toplevel")).rstrip("\r\n"))


def _changes(top: Path, since: str) -> Iterator[Change]:
    fields = iter(_texts(_output(top, *_DIFF, "--ignore-submodules", "--end-of-options", since, "--")))
    for row in fields:
        old_mode, new_mode, _, _, status = row.split(" ")
        old = new = top / next(fields)
        if status[0] in "RC":
            new = top / next(fields)
        change = Change(_regular(old_mode, old), _regular(new_mode, new))
        if change != (None, None):
            yield change
    for name in _texts(_output(top, "ls-files", "--others", "--exclude-standard", "-z")):
        if not name.endswith("/") and not os.path.islink(top / name):  # noqa: PTH114 -- also in a folder without rights
            yield Change(None, top / name)


def _regular(mode: str, path: Path) -> Path | None:
    return path if mode.lstrip(":").startswith(_FILE) else None


def _is_wanted(change: Change, wanted: Iterable[Path]) -> bool:
    return any(inside(path, folder) for folder in wanted for path in change if path)


def _newest(change: Change) -> str:
    return str(change.new or change.old)


def _resolved(path: Path) -> Path:
    """A path with the links of its folders followed, as git names files."""
    plain = os.path.normpath(os.path.abspath(path))  # noqa: PTH100 -- by names alone
    real = os.path.realpath(os.path.dirname(plain))  # noqa: PTH120
    return Path(os.path.realpath(plain) if os.path.isdir(plain) else os.path.join(real, os.path.basename(plain)))  # noqa: PTH112, PTH118, PTH119


def working_tree(root: Path, revision: str) -> WorkingTree:
    """What changed since a revision in the repository that contains a folder, links and submodules too.

    The files are compared as they are now, committed or not. Raises `GitError`.
    """
    since = commit(root, revision)
    top = _top(root)
    fields = _texts(_output(top, *_DIFF, "--no-renames", "--ignore-submodules=none", "--end-of-options", since, "--"))
    tracked = _texts(_output(top, "ls-files", "--recurse-submodules", "-z"))
    return WorkingTree(str(top), _absolute(top, fields[1::2]), _absolute(top, tracked))


def _absolute(top: Path, names: Iterable[str]) -> frozenset[str]:
    start = f"{str(top).rstrip(os.sep)}{os.sep}"
    return frozenset(start + name.replace("/", os.sep) for name in names)


def content(root: Path, revision: str, path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a file at a revision; its path is absolute or from `root`. Raises `GitError`.

    `limit` is the most bytes that the file may have.
    """
    since = revision if _ID.fullmatch(revision) else commit(root, revision)
    folder, shown = Path(os.path.realpath(root)), printable(str(path), _SHOWN)
    name = os.path.relpath(_resolved(root / path), folder).replace(os.sep, "/")
    blob = f"{since}:./{name}"
    code, size, _ = _answer(folder, "cat-file", "-s", blob)
    if code or not size.strip().isdigit():
        raise GitError(f"{shown} is no file at '{printable(revision, _SHOWN)}'; check the path")
    if int(size) > limit:
        raise GitError(f"{shown} had {int(size):,} bytes at '{printable(revision, _SHOWN)}'; the limit is {limit:,}")
    return _output(folder, "cat-file", "blob", blob)


def _texts(output: bytes) -> list[str]:
    """The parts of an output that ends each with a null byte."""
    return [os.fsdecode(part) for part in output.split(b"\0")[:-1]]


def _output(root: Path, *arguments: str) -> bytes:
    code, output, errors = _answer(root, *arguments)
    if code:
        raise GitError(_reason(root, errors))
    return output


def _reason(root: Path, errors: str) -> str:
    """One message for what git wrote to its error output; raises `NoGitError` if there is no repository."""
    if "not a git repository" in errors:
        place = printable(str(root.absolute()), _SHOWN)
        raise NoGitError(f"there is no git repository at {place} or above it")
    if "dubious ownership" in errors:
        return "this git repository belongs to another user; add it to git's safe.directory if you trust it"
    lines = [line for line in errors.splitlines() if line.strip()] or ["it gave no reason"]
    said = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0])
    return f"git failed: {printable(said, _SHOWN)}"


def _answer(root: Path, *arguments: str) -> tuple[int, bytes, str]:
    """What git returns for arguments at a place: its exit code, its output and its errors in English."""
    program = shutil.which("git")
    if program is None:
        raise NoGitError("git is not installed, or not on the PATH")
    try:
        done = subprocess.run(  # noqa: S603 -- no argument that somebody else writes is an option
            [program, *_ALWAYS, *arguments],
            cwd=root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git did not answer within {_SECONDS} seconds; run it again when the disk is idle") from error
    except (OSError, ValueError) as error:
        raise GitError(f"git did not start: {printable(str(error), _SHOWN)}") from error
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """The environment without what would lead git elsewhere, let it ask, write, or load from a server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _KEPT.match(name)}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
