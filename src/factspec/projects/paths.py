"""Where a project's root is, and how its paths lie in it."""

import os
import posixpath
import re
import stat
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath

from factspec.language.printing import printable
from factspec.specs.names import NAME, may_hold_policy, misspelled_tables, nearest

# Reading files of strangers safely: regular files only, up to a limit, without waiting for a pipe.


# A pipe without a writer would block the open; Windows knows neither the flag nor the trouble.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

# Windows has no such flag; there a link is looked for first.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

_SPLIT = "split it, or check that it is the file that is meant"


class Unreadable(Exception):  # noqa: N818 -- the noun says what is wrong, as SystemExit does
    """A file that cannot be read; the text says why, in words that follow its name, and `advice` what to do."""

    def __init__(self, message: str, advice: str = "check the path") -> None:
        """Keep what to do beside what is wrong."""
        super().__init__(message)
        self.advice = advice


def read_regular(path: Path, limit: int, *, follow: bool = True) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; raises `Unreadable` for anything else.

    Without `follow` a symbolic link is not a regular file.
    """
    if not follow and not _NO_FOLLOW and path.is_symlink():
        raise Unreadable("is a symbolic link")
    try:
        descriptor = os.open(path, _FLAGS if follow else _FLAGS | _NO_FOLLOW)
    except FileNotFoundError:
        raise Unreadable("does not exist", "check the path, or write the file first") from None
    except PermissionError as error:
        raise Unreadable(reason(error), "give yourself the right to read it") from error
    except (OSError, ValueError) as error:
        raise Unreadable(reason(error)) from error
    try:
        data = _content(descriptor, limit)
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise Unreadable(f"has more than {limit:,} bytes, which is the limit", _SPLIT)
    return data


def first_bytes(path: Path, count: int) -> bytes:
    """The first bytes of a regular file; none of what is no such file or cannot be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return b""
    try:
        return os.read(descriptor, count) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _content(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"is {kind(status.st_mode)}, not a file", "name a regular file")
    if status.st_size > limit:
        raise Unreadable(f"has {status.st_size:,} bytes; the limit is {limit:,}", _SPLIT)
    with os.fdopen(descriptor, "rb", closefd=False) as stream:
        return stream.read(limit + 1)


def kind(mode: int) -> str:
    """What kind of file a mode means if it is not a regular file."""
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def reason(error: OSError | ValueError) -> str:
    """Why the system refused a file, without its path."""
    text = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read: {(text or 'unknown reason').lower()}"


SPEC_SUFFIX = ".factspec.yaml"
_LOCK_SUFFIX = ".factspec.lock"
SPEC_LIMIT = 2_000_000
"""The bytes that a spec may have, and a file of sources that it names."""
_PYPROJECT_LIMIT = 2_000_000
_TABLE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*factspec[ \t]*[.\]]", re.MULTILINE)


def find_root(start: Path) -> Path:
    """The project's root for a spec, or for a folder if no spec is given.

    It is the nearest folder upwards with a pyproject.toml that has `[tool.factspec]`, even misspelt, or that cannot be
    read and so may have it. Without one it is the nearest folder that contains `.git`; otherwise the parent of the
    spec's folder, or the given folder itself.
    """
    place = plain_path(start)
    at_folder = is_folder(place)
    folder = place if at_folder else place.parent
    above = (folder, *folder.parents)
    found = _with_policy(above)
    found = found or next((one for one in above if exists(one / ".git")), None)
    return found or (folder.parent if place.name.endswith(SPEC_SUFFIX) and not at_folder else folder)


def _with_policy(above: Iterable[Path]) -> Path | None:
    """The nearest of these folders that has a policy, or may have one; the latter only up to the one with `.git`.

    If a pyproject.toml cannot be read, a policy further out must not be used instead.
    """
    outside = False
    for folder in above:
        standing = policy_in(folder / "pyproject.toml")
        if standing or (standing is None and not outside):
            return folder
        outside = outside or exists(folder / ".git")
    return None


def policy_above(root: Path) -> Path | None:
    """The nearest folder above a project's root, in the same repository, that has a policy or may have one."""
    folder = root
    while not exists(folder / ".git") and folder != folder.parent:
        folder = folder.parent
        if policy_in(folder / "pyproject.toml") is not False:
            return folder
    return None


# Folders that are looked through for further policies: more than that are hardly a project of articles.
_MOST_FOLDERS = 2_000
_NOT_ENTERED = frozenset({"node_modules", "build", "dist", "venv"})


def policies_below(root: Path) -> Iterator[Path]:
    """The visible folders below a project's root, in the same repository, that have a policy or may have one."""
    for place, names, files in islice(os.walk(root), _MOST_FOLDERS):
        names[:] = sorted(name for name in names if not (name.startswith(".") or name in _NOT_ENTERED))
        folder = Path(place)
        if folder == root:
            continue
        if "pyvenv.cfg" in files or ".git" in files or exists(folder / ".git"):
            names.clear()
        elif "pyproject.toml" in files and policy_in(folder / "pyproject.toml") is not False:
            yield folder


def policy_in(file: Path) -> bool | None:
    """Whether a pyproject.toml has a policy; None if it cannot be read."""
    try:
        data = read_regular(file, _PYPROJECT_LIMIT)
    except Unreadable:
        return None if os.path.lexists(file) else False
    if _TABLE.search(data):
        return True
    if not may_hold_policy(data):
        return False
    import tomllib  # most projects need no parsing

    try:
        document = tomllib.loads(data.decode())
    except (ValueError, RecursionError):  # no TOML, no UTF-8, or more than the parser takes
        return None
    tools = document.get("tool")
    return (isinstance(tools, dict) and NAME in tools) or any(misspelled_tables(document))


def inside(path: Path, root: Path) -> bool:
    """Whether a path lies in a folder or is it, by names alone; both are absolute."""
    return below(str(path), str(root)) is not None


def below(path: str, folder: str) -> str | None:
    """The part of a path below a folder, by names alone: empty for the folder itself, None for a path elsewhere.

    Both are absolute. They are texts and not `Path`s because a run calls this a dozen times for each spec.
    """
    start = folder if folder.endswith(os.sep) else folder + os.sep
    if os.path.normcase(path).startswith(os.path.normcase(start)):
        return path[len(start) :]
    return "" if os.path.normcase(path) == os.path.normcase(folder) else None


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path of the project is a link that leads out of it, or is below such a link."""
    named = below(_plain(path), _plain(root)) is not None
    return named and below(os.path.realpath(path), os.path.realpath(root)) is None


def read_spec(path: Path, root: Path, limit: int = SPEC_LIMIT) -> bytes:
    """The bytes of a spec, or of its lock.

    Raises `Unreadable`, also for a file that is reached through a link out of the project.
    """
    if leads_out(path, root):
        raise Unreadable("is a link that leads out of the project")
    return read_regular(path, limit)


def lock_of(spec: Path) -> Path:
    """The path of a spec's lock, whether there is one or not: `summit.factspec.lock` for `summit.factspec.yaml`."""
    return spec.with_name(spec.name.removesuffix(SPEC_SUFFIX) + _LOCK_SUFFIX)


def pending_of(spec: Path) -> Path:
    """The path of the file that is beside a spec's lock while both are written."""
    return spec.with_name(f"{lock_of(spec).name}.pending")


def on_disk(written: str) -> str:
    """A path that a spec or policy writes, in the form in which Python names files.

    The two differ only if Python's encoding of file names is not UTF-8, as in the locale C: there é has two signs.
    """
    return written if written.isascii() else os.fsdecode(written.encode("utf-8", "surrogatepass"))


def named_path(spec: str, written: str) -> str:
    """A path that a spec writes, from the project's root, no link followed; `spec` is the spec's, as shown."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(spec), on_disk(written)))


def shown_article(file: Path, named: str, root: Path) -> str:
    """An article's path as its spec names it, by which it is known as a rendition; otherwise that of the file itself.

    `file` has every link followed; `named` is what `named_path` gives.
    """
    place, resolved = os.path.join(root, named), str(file)  # noqa: PTH118 -- see `resolve_below`
    return named if place == resolved or os.path.realpath(place) == resolved else shown_path(file, root)


def shown_path(path: Path, root: Path) -> str:
    """A path as shown to people: relative to the root if it is in it, with `/` between its parts."""
    shown = below(_plain(path), _plain(root))
    if shown is None:
        shown = below(os.path.realpath(path), os.path.realpath(root))
    return path.as_posix() if shown is None else shown.replace(os.sep, "/") or "."


def plain_path(path: Path) -> Path:
    """A path made absolute by names alone, no link followed."""
    return Path(_plain(path))


def _plain(path: Path) -> str:
    whole = path if path.is_absolute() else os.path.join(os.getcwd(), path)  # noqa: PTH109, PTH118 -- see `below`
    return os.path.normpath(whole)


def real_path(path: Path) -> Path:
    """A path with every link followed; unlike Path.resolve it bears a circle of links on every Python."""
    return Path(os.path.realpath(path))


# Paths that a spec or a policy writes, resolved safely: only regular files inside the project's root.


class PathRefused(Exception):  # noqa: N818 -- the noun says what happened
    """A path of a spec or policy that is not read; the text says what is wrong with it.

    `rule` is `article-unreadable` if there is nothing readable, and `spec-invalid` if the path is not allowed.
    """

    def __init__(self, message: str, advice: str, rule: str = "spec-invalid") -> None:
        """Keep the parts; none of them names a place outside the project."""
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.rule = rule


def resolve_inside(root: Path, base: Path, written: str, suffixes: Collection[str] = ()) -> Path:
    """The file that a path names which a spec or policy writes, links followed; raises `PathRefused`.

    `base` is the folder that the path is relative to. The file is a regular one inside the root, no part of its path
    below the root begins with a dot, and its suffix is one of `suffixes` (such as `.md`), if any are given.
    """
    folder = os.path.realpath(root)
    resolved = Path(folder, resolve_below(folder, os.path.realpath(base), written))
    if suffixes and resolved.suffix.lower() not in suffixes:
        known = ", ".join(sorted(suffixes))
        raise PathRefused(_says(written, "has no suffix that a format reads"), f"factspec reads {known}")
    return resolved


def resolve_below(root: str, base: str, written: str) -> str:
    """The same file, whatever its suffix, by its path from the root; root and base have every link followed."""
    _refuse_form(written)
    target = os.path.join(base, on_disk(written))  # noqa: PTH118 -- a run asks this for each file, and paths take three times as long
    if below(os.path.normpath(target), root) is None:
        project = Path(root).name
        raise PathRefused(_says(written, "leads out of the project"), f"name a file inside the project `{project}`")
    resolved = os.path.realpath(target)
    shown = below(resolved, root)
    if shown is None:
        raise PathRefused(_says(written, "is a link that leads out of the project"), "put the file itself there")
    if shown.startswith(".") or f"{os.sep}." in shown:
        raise PathRefused(_says(written, "is hidden: a part of it begins with a dot"), "move it to a visible folder")
    _refuse_irregular(resolved, written, root, base)
    return shown


def _says(written: str, what: str) -> str:
    return f"the path `{printable(written, 120)}` {what}"


def _refuse_form(written: str) -> None:
    """Refuse a path that is absolute on any system, or that no system takes."""
    # Each absolute path begins so, and hardly a relative one.
    if (written[:1] in ("/", "\\") or written[1:2] == ":") and _is_absolute(written):
        raise PathRefused(_says(written, "is absolute"), "write it relative to the file that names it")
    if "\0" in written or not written.strip():
        raise PathRefused(_says(written, "is no path"), "name a file")
    if "\\" in written:
        raise PathRefused(_says(written, "has a backslash, which not every system reads"), "write `/` instead")


def _is_absolute(written: str) -> bool:
    windows = PureWindowsPath(written)
    return PurePosixPath(written).is_absolute() or bool(windows.drive or windows.root)


# So many names of a folder are compared with a misspelled one.
_MOST_NAMES = 1000


def _meant(resolved: str, written: str, root: str, base: str) -> str:
    """The path of an existing file that one that does not exist may mean: counted from the root, or misspelled."""
    from_root = Path(root, on_disk(written))
    if from_root.is_file():
        return Path(os.path.relpath(from_root, base)).as_posix()
    folder, name = Path(resolved).parent, Path(resolved).name
    if not folder.is_dir():
        return ""
    similar = nearest(name, [one.name for one in islice(folder.iterdir(), _MOST_NAMES) if one.is_file()])
    return posixpath.join(posixpath.dirname(written), similar) if similar else ""


def _refuse_irregular(resolved: str, written: str, root: str, base: str) -> None:
    try:
        mode = os.stat(resolved).st_mode  # noqa: PTH116 -- as above
    except (FileNotFoundError, NotADirectoryError):
        advice = "create it, or correct the path"
        if meant := _meant(resolved, written, root, base):
            advice = f"did you mean `{printable(meant, 120)}`? A path is relative to the file that names it"
        raise PathRefused(_says(written, "does not exist"), advice, "article-unreadable") from None
    except (OSError, ValueError) as error:
        raise PathRefused(_says(written, reason(error)), "correct the path", "article-unreadable") from error
    if not stat.S_ISREG(mode):
        message = _says(written, f"is {kind(mode)}, not a file")
        raise PathRefused(message, "name a regular file", "article-unreadable")


# The folders of a project, including those that links in it lead to.


Skipped = Callable[[Path, str], object]
"""Called with each folder that is not entered, and why, in words that follow its name."""


def folders_below(folder: Path, root: Path, skipped: Skipped | None = None) -> Iterator[Path]:
    """A folder and the visible ones below it, each once, by the name without a link if it has one.

    A link to a folder is followed if it stays inside the folder or the project's root, as pytest follows it.
    """
    homes = (real_path(root), real_path(folder))
    seen: set[Path] = set()
    waiting = deque([folder])

    def not_listed(error: OSError) -> None:
        if skipped:
            skipped(Path(error.filename), reason(error))

    while waiting:
        for place, names, _ in os.walk(waiting.popleft(), onerror=not_listed):
            real = real_path(Path(place))
            known = real in seen or not any(inside(real, home) for home in homes)
            visible = [] if known else sorted(name for name in names if not name.startswith("."))
            links = [Path(place, name) for name in visible if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
            for link in links:
                if skipped and (why := refused_link(link, homes)):
                    skipped(link, why)
            waiting.extend(links)
            names[:] = [name for name in visible if Path(place, name) not in links]
            if not known:
                seen.add(real)
                yield Path(place)


# Unlike the methods of a path these do not raise an exception in a folder that cannot be searched.


def exists(path: Path) -> bool:
    """Whether there is something at a path, links followed."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Whether a path is a folder, links followed."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether a path is a regular file, links followed."""
    return os.path.isfile(path)  # noqa: PTH113


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link."""
    return os.path.islink(path)  # noqa: PTH114


def unlisted(folder: Path) -> str:
    """Why the names in a folder cannot be read, empty if they can or there is no such folder."""
    try:
        os.scandir(folder).close()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        return reason(error)
    return ""


def refused_link(link: Path, homes: Sequence[Path]) -> str:
    """Why a link to a folder is not followed, empty if it is; `homes` are the folders in which it must lead."""
    real = real_path(link)
    if not any(inside(real, home) for home in homes):
        return "is a link that leads out of the project"
    return "is a link to a folder that contains it" if real in map(real_path, link.parents) else ""
