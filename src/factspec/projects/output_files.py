"""Writing the files of a report: each whole or not at all, and seen before the run if it cannot be written."""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from factspec.projects.paths import Unreadable, read_regular, real_path
from factspec.projects.whole_files import beside, replace

# Larger than any file that is judged.
_LIMIT = 32_000_000


def problem_of(path: Path) -> str:
    """Why a file cannot be written, in words that follow its name; empty if it can, as far as it can be known."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return _problem_beside(real_path(path))
    except (OSError, ValueError) as error:
        return f"has a path that cannot be used: {cause(error)}"
    if stat.S_ISDIR(status.st_mode):
        return "is a folder"
    if not os.access(path, os.W_OK):
        return "is read-only"
    return _problem_beside(real_path(path)) if stat.S_ISREG(status.st_mode) else ""


def _problem_beside(path: Path) -> str:
    """Why no file can be made in a file's folder; one is made and deleted."""
    if not path.parent.is_dir():
        return f"is in {'a file' if path.parent.exists() else 'a folder that does not exist'}"
    try:
        with beside(path, b"\n"):
            pass
    except (OSError, ValueError) as error:
        return f"is in a folder that cannot be written to: {cause(error)}"
    return ""


def cause(error: OSError | ValueError) -> str:
    """What the system says is wrong, in small letters."""
    return str(getattr(error, "strerror", "") or error).lower()


def digest_in(path: Path) -> str:
    """The SHA-256 of the bytes of a regular file; empty for anything else."""
    with suppress(Unreadable):
        return sha256(read_regular(path, _LIMIT)).hexdigest()
    return ""


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in the place of an old one, which stays if this fails; raises `OSError`.

    A link is followed. What is not a regular file, such as a pipe, is written to.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.write(data)
        return
    replace(real_path(path), data)


def append(path: Path, text: str) -> None:
    """Add text at the end of a file, which is made if it is missing; raises `OSError`."""
    with path.open("ab") as stream:
        stream.write(encoded(text))


def encoded(text: str) -> bytes:
    """Text as UTF-8; half of a surrogate pair, which UTF-8 cannot have, is written as an escape."""
    return text.encode("utf-8", "backslashreplace")
