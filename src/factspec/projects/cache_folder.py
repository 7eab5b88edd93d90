"""A folder of small signed files, safe to share with other processes and with whoever can write to a project."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from factspec.projects.files import Unreadable, read_regular
from factspec.projects.paths import inside, real_path

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
        """Write an entry in one step, so that a reader sees the old one or the new one, even if this process dies."""
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
    """The time, size and path of each entry, those that were begun and never finished included."""
    with os.scandir(folder) as found:
        for one in found:
            if _NAME.match(one.name) and one.is_file(follow_symlinks=False):
                status = one.stat(follow_symlinks=False)
                yield status.st_mtime_ns, status.st_size, one.path


def _replace(path: Path, data: bytes) -> None:
    """Put a file in the place of another at once; raises `OSError`, and then leaves nothing behind."""
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
