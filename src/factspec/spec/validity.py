"""Which specs the schema has found valid before: empty files in the user's cache folder, named by a hash.

Nothing is read from them, so nothing can be smuggled in by them but leave to skip the schema; and none is looked for
inside a project, where a stranger's change could have put it.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from pkgutil import get_data

from factspec.root import inside, real_path
from factspec.spec.schema import schema_bytes


def cache_folder(environment: Mapping[str, str], platform: str) -> Path | None:
    """Where this user's caches of factspec belong, None where the system names no such place.

    XDG Base Directory Specification 0.8 (a path that is not absolute is ignored), LOCALAPPDATA on Windows, and
    ~/Library/Caches on macOS.
    """
    home = environment.get("HOME", "")
    if platform == "win32":
        place = environment.get("LOCALAPPDATA", "")
    elif platform == "darwin":
        place = environment.get("XDG_CACHE_HOME") or (f"{home}/Library/Caches" if home else "")
    else:
        given = environment.get("XDG_CACHE_HOME", "")
        place = given if given.startswith("/") else f"{home}/.cache" if home else ""
    return Path(place) / "factspec" if place and Path(place).is_absolute() else None


@cache
def _salt() -> bytes:
    """A hash of what finds a spec valid: the schema, and the module that makes validators of it."""
    return sha256(schema_bytes() + (get_data("factspec.spec", "validators.py") or b"")).digest()


def mark_of(data: bytes, root: Path) -> Path | None:
    """The file that says that a spec of these bytes is valid; None where no cache can be used for this project."""
    folder = cache_folder(os.environ, sys.platform)
    if folder is None or inside(real_path(folder), real_path(root)):
        return None
    return folder / "valid" / sha256(_salt() + data).hexdigest()


def is_marked(mark: Path | None) -> bool:
    """Whether the mark stands."""
    with suppress(OSError):
        return mark is not None and mark.is_file()
    return False


def leave(mark: Path | None) -> None:
    """Set the mark; an empty file comes into being whole or not at all. That it cannot be set costs only time."""
    if mark is None:
        return
    with suppress(OSError):
        mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.touch(mode=0o600)
