"""Paths that a spec or a policy writes, resolved safely: only regular files inside the project's root."""

import os
import stat
from collections.abc import Collection
from pathlib import Path, PurePosixPath, PureWindowsPath

from factspec.files import kind, reason
from factspec.root import below, real_path
from factspec.text.printable import printable


class PathRefused(Exception):  # noqa: N818 -- the noun says what happened
    """A path of a spec or policy that is not read; the text says what is wrong with it.

    `rule` is `article-unreadable` where nothing readable stands there, `spec-invalid` where the path must not be
    written at all.
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
    below the root begins with a dot, and its suffix is one of `suffixes` (such as `.md`), where any are given.
    """
    _refuse_form(written)
    folder, target = os.path.realpath(root), real_path(base) / written
    if below(os.path.normpath(target), folder) is None:
        project = Path(folder).name
        raise PathRefused(_says(written, "leads out of the project"), f"name a file inside the project `{project}`")
    resolved = real_path(target)
    shown = below(str(resolved), folder)
    if shown is None:
        raise PathRefused(_says(written, "is a link that leads out of the project"), "put the file itself there")
    if shown.startswith(".") or f"{os.sep}." in shown:
        raise PathRefused(_says(written, "is hidden: a part of it begins with a dot"), "move it to a visible folder")
    _refuse_irregular(resolved, written)
    if suffixes and resolved.suffix.lower() not in suffixes:
        known = ", ".join(sorted(suffixes))
        raise PathRefused(_says(written, "has no suffix that a format reads"), f"factspec reads {known}")
    return resolved


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


def _refuse_irregular(resolved: Path, written: str) -> None:
    try:
        mode = resolved.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise PathRefused(
            _says(written, "does not exist"), "create it, or mend the path", "article-unreadable"
        ) from None
    except (OSError, ValueError) as error:
        raise PathRefused(_says(written, reason(error)), "mend the path", "article-unreadable") from error
    if not stat.S_ISREG(mode):
        message = _says(written, f"is {kind(mode)}, not a file")
        raise PathRefused(message, "name a regular file", "article-unreadable")
