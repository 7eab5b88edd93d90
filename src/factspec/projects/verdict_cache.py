"""Saved verdicts: a verdict is a function of its inputs, and is not found again once one of them has changed.

An entry belongs to a spec's path. It has a key of what is known before any YAML is read (the bytes of the spec and of
the policy, and what is installed), the files that the verdict rests on, each with the digest of its bytes, and the day
if a day matters. It is used if all of these are as they were.
"""

import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import NamedTuple

from factspec.projects.paths import (
    SPEC_LIMIT,
    PathRefused,
    Unreadable,
    below,
    inside,
    lock_of,
    named_path,
    pending_of,
    plain_path,
    read_regular,
    real_path,
    resolve_below,
    shown_article,
)
from factspec.projects.verdict import Counted, SpecVerdict, joined, parted, restored

# A folder of small signed files, safe to share with other processes and with whoever can write to a project.


MOST_ENTRIES = 10_000
MOST_BYTES = 200_000_000
ENTRY_LIMIT = 4_000_000
"""The bytes that one entry may have, its signature included."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SIGNATURE = 32
_SECRET = 32
_NAME = re.compile(r"[0-9a-f]{40}(?:\.[0-9a-f]+\.tmp)?\Z")


class CacheFolder:
    """The entries of one folder.

    An entry that is broken, was not signed with this user's secret, or is not a regular file counts as absent. Writing
    never fails: an entry that cannot be written is not kept. Nothing is read or written through a symbolic link.
    """

    def __init__(self, folder: Path, secret: bytes, *, most: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> None:
        """Use a folder, which is made when the first entry is written."""
        self._folder = folder
        self._secret = secret
        self._most = most
        self._most_bytes = most_bytes
        # How many entries and bytes may be written before the folder is measured again.
        self._room = (0, 0)

    def read(self, name: str) -> bytes | None:
        """The content of an entry as it was written, None if there is none that can be trusted."""
        if not _is_folder(self._folder):
            return None
        try:
            data = read_regular(self._folder / name, ENTRY_LIMIT, follow=False)
        except Unreadable:
            return None
        signature, body = data[:_SIGNATURE], data[_SIGNATURE:]
        return body if signature == self._sign(name, body) else None

    def write(self, name: str, body: bytes) -> None:
        """Write an entry in one step, so a reader sees the old one or the new one, even if this process dies."""
        data = self._sign(name, body) + body
        if len(data) > ENTRY_LIMIT:
            return
        with suppress(OSError):
            self._make_room(len(data))
            _replace(self._folder / name, data)

    def _sign(self, name: str, body: bytes) -> bytes:
        return blake2b(name.encode() + b"\0" + body, key=self._secret, digest_size=_SIGNATURE).digest()

    def _make_room(self, size: int) -> None:
        """Make the folder, and drop its oldest entries if one more would be too many."""
        entries, free = self._room
        if entries < 1 or free < size:
            _make(self._folder)
            entries, free = self._dropped(size)
        self._room = entries - 1, free - size

    def _dropped(self, size: int) -> tuple[int, int]:
        """What fits after the oldest entries are dropped; a tenth of the room is freed at once."""
        held = sorted(_entries(self._folder))
        count, total = len(held), sum(one[1] for one in held)
        if count >= self._most or total + size > self._most_bytes:
            for _, length, path in held:
                if count <= self._most * 9 // 10 and total + size <= self._most_bytes * 9 // 10:
                    break
                with suppress(FileNotFoundError):  # another process dropped it
                    os.unlink(path)  # noqa: PTH108 -- thousands of paths would be made for their names
                count, total = count - 1, total - length
        return max(self._most - count, 1), max(self._most_bytes - total, size)


def _is_folder(folder: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(folder).st_mode)
    except OSError:
        return False


def _make(folder: Path) -> None:
    """Make a folder that version control ignores; raises `OSError` if something else has its name."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if not _is_folder(folder):
        raise NotADirectoryError(str(folder))
    with suppress(FileExistsError):
        _write_new(folder / ".gitignore", b"*\n")


def _entries(folder: Path) -> Iterator[tuple[int, int, str]]:
    """The time, size and path of each entry, those that were begun and never finished included.

    An entry that another process renames or drops meanwhile is left out.
    """
    with os.scandir(folder) as found:
        for one in found:
            with suppress(FileNotFoundError):
                if _NAME.match(one.name) and one.is_file(follow_symlinks=False):
                    status = one.stat(follow_symlinks=False)
                    yield status.st_mtime_ns, status.st_size, one.path


def _replace(path: Path, data: bytes) -> None:
    """Put a file in the place of another at once; raises `OSError`, and then leaves no file of its own."""
    begun = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        _write_new(begun, data)
        begun.replace(path)
    except OSError:
        with suppress(OSError):
            begun.unlink()
        raise


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet; a link that leads nowhere exists."""
    with os.fdopen(os.open(path, _NEW, 0o600), "wb") as file:
        file.write(data)


# The secret that entries are signed with. A project's folder may come from a stranger, who can put any file in it; a
# verdict of theirs must not pass for one of factspec's. So the secret is kept outside the project, with the user.


def secret_outside(*roots: Path) -> bytes | None:
    """The user's secret, made when it is first needed; None if it cannot be kept, or only inside one of the roots."""
    place = _secret_file()
    if place is None or any(inside(real_path(place), real_path(root)) for root in roots):
        return None
    return _secret_in(place)


def _secret_file() -> Path | None:
    """Where this user's secret is, in the folder that the system has for a user's caches."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    folder = named if os.path.isabs(named) else os.path.expanduser("~/.cache")  # noqa: PTH111, PTH117 -- Path.expanduser raises if there is no home
    return Path(folder, "factspec", "secret") if os.path.isabs(folder) else None  # noqa: PTH117


@cache
def _secret_in(place: Path) -> bytes | None:
    with suppress(Unreadable):
        return _checked(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, os.urandom(_SECRET))
        return _checked(place)  # another process may have written its own meanwhile
    except (OSError, Unreadable):
        return None


def _checked(place: Path) -> bytes:
    """The secret in a file that nobody else may write or read; raises `Unreadable`."""
    data = read_regular(place, _SECRET, follow=False)
    if len(data) != _SECRET or _is_others(place):
        raise Unreadable("is not this user's secret")
    return data


def _is_others(place: Path) -> bool:
    """Whether a file belongs to another user, or another may read or write it; Windows keeps it with the user's own."""
    if sys.platform == "win32":
        return False
    status = os.lstat(place)
    return status.st_uid != os.getuid() or bool(status.st_mode & 0o077)


# What is installed, as a digest: another version of anything may read or judge otherwise.


class Installation(NamedTuple):
    """What judges: a digest of it, and whether other distributions add entries, which may look at the day."""

    digest: str
    is_extended: bool


@cache
def installation() -> Installation | None:
    """Python, factspec's own files, and every distribution; None if it is not known what they do.

    That is so while a distribution that adds entries is being worked on, for its files may be anywhere.
    """
    try:
        parts, extended = [sys.version, sys.platform, *_own_files()], False
        for place in dict.fromkeys(sys.path):
            for name in _distributions(place):
                parts.append(name)
                record = _record(Path(place or ".", name))
                if record is None:
                    return None
                extended = extended or bool(record)
                parts.append(record)
    except OSError:
        return None
    return Installation(digest_of(parts), extended)


def _own_files() -> Iterator[str]:
    """The names and digests of the files of this package; raises `OSError` if it is in an archive."""
    package = str(Path(__file__).parents[1])
    for folder, folders, files in os.walk(package, onerror=_raise):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = f"{folder}{os.sep}{name}"  # a `Path` of each file would take as long as reading it
            yield path.removeprefix(package)
            with open(path, "rb") as file:  # noqa: PTH123
                yield sha256(file.read()).hexdigest()


def _raise(error: OSError) -> None:
    raise error


def _distributions(place: str) -> list[str]:
    """The names, with versions, of the distributions in a folder of modules; raises `OSError` for an archive."""
    if not Path(place or ".").exists():
        return []
    names = os.listdir(place or ".")  # noqa: PTH208 -- thousands of paths would be made for a handful
    return sorted(name for name in names if name.lower().endswith((".dist-info", "egg-info")))


def _record(info: Path) -> str | None:
    """The digests of a distribution's files if it adds entries, empty if it adds none, None if they are not known."""
    try:
        if b"[factspec." not in (info / "entry_points.txt").read_bytes():
            return ""
        is_editable = b'"editable": true' in _bytes(info / "direct_url.json")
        return None if is_editable else sha256((info / "RECORD").read_bytes()).hexdigest()
    except OSError:
        return "" if not (info / "entry_points.txt").is_file() else None


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def digest_of(parts: Iterable[str]) -> str:
    """A digest of texts in their order."""
    return sha256(json.dumps(list(parts)).encode()).hexdigest()


FolderOf = Callable[[Path], CacheFolder | None]
"""Gives the folder in which the verdicts of the project at a root are saved, None if they are not saved."""

# The largest file that a verdict may rest on: the limit of a stored text.
_LIMIT = 32_000_000
# Begins no path: NUL is in none.
_REFUSED = "\0"


ABSENT = "absent"
"""The digest of a file that was not there or had a path that was refused."""


class SpecFile(NamedTuple):
    """A spec, its path as shown, the root of its project, and the digest of the bytes of that project's policy."""

    path: Path
    shown: str
    root: Path
    policy: str


class Dependency(NamedTuple):
    """A file that a verdict rests on: its path as the spec writes it, where that leads, and what is there.

    `place` is the file's path from the root, every link followed, or what was wrong with the path; `shown` is its path
    as shown. `digest` is that of the file's bytes, `ABSENT` if no such file was there; it is empty if only the path
    counts, as nothing in the file was looked at.
    """

    written: str
    place: str
    shown: str
    digest: str


class Entry(NamedTuple):
    """A saved verdict and its inputs; `day` is empty if it is the same on every day.

    The verdict is without the findings that are only counted, which are the second line of the file.
    """

    key: str
    day: str
    dependencies: tuple[Dependency, ...]
    verdict: SpecVerdict


class Found(NamedTuple):
    """An entry, and the findings that are only counted, as JSON."""

    entry: Entry
    counted: bytes

    def whole(self) -> SpecVerdict | None:
        """The verdict with all findings; None if they are not what they should be."""
        with suppress(ValueError, RecursionError, MemoryError):
            return joined(self.entry.verdict, restored(Counted, json.loads(self.counted)))
        return None


def nowhere(_root: Path) -> None:
    """Save no verdict."""


class VerdictCache:
    """The saved verdicts of one run."""

    def __init__(self, folder_of: FolderOf = nowhere) -> None:
        """Use the folders that the function names."""
        self._folder_of = folder_of
        self._folders: dict[Path, CacheFolder | None] = {}
        self._digests: dict[Path, str] = {}
        self._reals: dict[Path, str] = {}

    def keeps(self, root: Path) -> bool:
        """Whether verdicts of the project at a root are saved."""
        return self._folder(root) is not None and installation() is not None

    @property
    def is_extended(self) -> bool:
        """Whether other distributions add rules, which may look at the day."""
        installed = installation()
        return installed is not None and installed.is_extended

    def find(self, spec: SpecFile) -> Found | None:
        """The entry of a spec that names the same articles and claims still; the articles may have changed."""
        folder = self._folder(spec.root)
        body = folder.read(_name(spec)) if folder else None
        installed = installation() if body else None
        if body is None or installed is None:
            return None
        with suppress(Unreadable, ValueError, RecursionError, MemoryError):
            head, _, counted = body.partition(b"\n")
            entry = restored(Entry, json.loads(head))
            if entry.key == _key(spec, (sha256(self._spec(spec)).hexdigest(), _lock(spec)), installed):
                return Found(entry, counted)
        return None

    def is_valid(self, entry: Entry, spec: SpecFile, today: date) -> bool:
        """Whether the verdict of an entry is valid today, with the files as they are."""
        is_day = entry.day in ("", today.isoformat())
        return is_day and all(self._is_same(spec, one) for one in entry.dependencies)

    def save(
        self,
        spec: SpecFile,
        own: tuple[str, str],
        rests_on: Iterable[tuple[str, str]],
        verdict: SpecVerdict,
        day: date | None,
    ) -> None:
        """Save a verdict, unless the spec is a link.

        `own` are the digests of the bytes of the spec and of its lock; `rests_on` are the other files as the spec
        writes them, each with the digest of its bytes, as for a `Dependency`. `day` is the only day on which the
        verdict is valid, if any.
        """
        folder = self._folder(spec.root)
        installed = installation() if folder else None
        if folder and installed and not spec.path.is_symlink():
            files = (self.resolved(spec, written)._replace(digest=digest) for written, digest in rests_on)
            listed, counted = parted(verdict)
            entry = Entry(_key(spec, own, installed), day.isoformat() if day else "", tuple(files), listed)
            folder.write(_name(spec), b"\n".join(_json(part) for part in (entry, counted)))

    def resolved(self, spec: SpecFile, written: str) -> Dependency:
        """Where a path leads that a spec writes; the dependency without a digest."""
        root = self._real(spec.root)
        try:
            found = resolve_below(root, self._real(spec.path.parent), written)
        except PathRefused as error:
            return Dependency(written, f"{_REFUSED}{error.message}", "", "")
        shown = shown_article(Path(root, found), named_path(spec.shown, written), spec.root)
        return Dependency(written, found, shown, "")

    def _folder(self, root: Path) -> CacheFolder | None:
        if root not in self._folders:
            self._folders[root] = self._folder_of(root)
        return self._folders[root]

    def _is_same(self, spec: SpecFile, saved: Dependency) -> bool:
        if self.resolved(spec, saved.written) != saved._replace(digest=""):
            return False
        if saved.place.startswith(_REFUSED):
            return saved.digest == ABSENT
        return not saved.digest or self._digest(Path(self._real(spec.root), saved.place)) == saved.digest

    def _spec(self, spec: SpecFile) -> bytes:
        """The bytes of a spec; raises `Unreadable`, also for one that is a link, or is in a folder that leads out."""
        if below(self._real(spec.path.parent), self._real(spec.root)) is None:
            raise Unreadable("leads out of the project")
        return read_regular(spec.path, SPEC_LIMIT, follow=False)

    def _real(self, folder: Path) -> str:
        """The path of a folder with every link followed; looked up once a run."""
        if folder not in self._reals:
            self._reals[folder] = os.path.realpath(folder)
        return self._reals[folder]

    def _digest(self, file: Path) -> str:
        """The digest of a file's bytes, empty if it cannot be read; read once a run, however many specs name it."""
        if file not in self._digests:
            try:
                self._digests[file] = sha256(read_regular(file, _LIMIT)).hexdigest()
            except Unreadable:
                self._digests[file] = ""
        return self._digests[file]


def _json(record: Entry | Counted) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode()


def _name(spec: SpecFile) -> str:
    return sha256(os.fsencode(plain_path(spec.path))).hexdigest()[:40]


def _key(spec: SpecFile, own: tuple[str, str], installed: Installation) -> str:
    return digest_of((installed.digest, spec.policy, spec.shown, *own))


def _lock(spec: SpecFile) -> str:
    """The digest of the bytes of a spec's lock, `ABSENT` if it has none; raises `Unreadable`.

    Nothing is known of a lock that is being written.
    """
    if os.path.lexists(pending_of(spec.path)):
        raise Unreadable("is being written")
    path = lock_of(spec.path)
    return sha256(read_regular(path, _LIMIT, follow=False)).hexdigest() if os.path.lexists(path) else ABSENT
