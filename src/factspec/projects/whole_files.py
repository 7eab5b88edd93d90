"""Files that are written whole or not at all: first beside their place, then put there in one step."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def beside(path: Path, data: bytes, *, durable: bool = False, mode: int = 0o666) -> Iterator[Path]:
    """Write data to a new hidden file beside a path, which is gone in the end unless it was renamed; raises `OSError`.

    If it is to be `durable`, the data are on the disk before anything is done with the file.
    """
    begun = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    descriptor = os.open(begun, _NEW, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        yield begun
    finally:
        begun.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a file that is not there yet; raises `FileExistsError` if its name is in use, and `OSError`."""
    with beside(path, data, durable=durable) as begun:
        try:
            os.link(begun, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: reserve the name first
            os.close(os.open(path, _NEW, 0o666))
            begun.replace(path)


def is_read_only(path: Path) -> bool:
    """Whether there is a file that nobody may write to."""
    return path.exists() and not path.stat().st_mode & 0o222


def replace(path: Path, data: bytes, like: Path | None = None, *, durable: bool = False) -> None:
    """Put a file in the place of another, with the mode of that one, or of `like` if it is new; raises `OSError`.

    A read-only file is not replaced, although its folder may allow it.
    """
    if is_read_only(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    model = path if path.exists() else like
    with beside(path, data, durable=durable, mode=0o600 if model else 0o666) as begun:
        if model:
            begun.chmod(model.stat().st_mode & 0o7777)
        begun.replace(path)
