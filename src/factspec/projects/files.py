"""Files of strangers, read safely: regular files only, no more than a limit, never waiting for a pipe."""

import os
import stat
from pathlib import Path

# A pipe without a writer would block the open; Windows knows neither the flag nor the trouble.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

# Windows has no such flag; there a link is looked for first.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

_SPLIT = "split it, or check that it is the file that is meant"


class Unreadable(Exception):  # noqa: N818 -- the noun says what is wrong, as SystemExit does
    """A file that cannot be read; the text says why, in words that go behind its name, and `advice` what to do."""

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
    """What a file mode stands for, where it is no regular file."""
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def reason(error: OSError | ValueError) -> str:
    """Why the system refused a file, without its path."""
    text = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read: {(text or 'unknown reason').lower()}"
