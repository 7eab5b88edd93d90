"""Where a project's root is, and how its paths lie in it."""

import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from factspec.files import Unreadable, read_regular
from factspec.policy_name import NAME, may_hold_policy, misspelt_tables, names_policy

SPEC_SUFFIX = ".factspec.yaml"
_PYPROJECT_LIMIT = 2_000_000
_TABLE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*factspec[ \t]*[.\]]", re.MULTILINE)


def find_root(start: Path) -> Path:
    """The project's root for a spec, or for a folder where no spec is given.

    The nearest folder upwards whose pyproject.toml has `[tool.factspec]`, be it misspelt, or cannot be read and so may
    have it, else the nearest that holds `.git`, else the parent of the spec's folder, or the given folder itself.
    """
    place = plain_path(start)
    is_folder = place.is_dir()
    folder = place if is_folder else place.parent
    above = (folder, *folder.parents)
    found = _with_policy(above)
    found = found or next((one for one in above if (one / ".git").exists()), None)
    return found or (folder.parent if place.name.endswith(SPEC_SUFFIX) and not is_folder else folder)


def _with_policy(above: Iterable[Path]) -> Path | None:
    """The nearest of these folders that has a policy, or may have one; the latter only up to the one with `.git`.

    A pyproject.toml that cannot be read is no reason to let a policy further out judge what stands here.
    """
    outside = False
    for folder in above:
        standing = _policy_in(folder / "pyproject.toml")
        if standing or (standing is None and not outside):
            return folder
        outside = outside or (folder / ".git").exists()
    return None


def _policy_in(file: Path) -> bool | None:
    """Whether a pyproject.toml has a policy; None where it cannot be told."""
    try:
        data = read_regular(file, _PYPROJECT_LIMIT)
    except Unreadable:
        return None if os.path.lexists(file) else False
    if _TABLE.search(data):
        return True
    if not may_hold_policy(data):
        return False
    try:
        document = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None if names_policy(data) else False
    tools = document.get("tool")
    return (isinstance(tools, dict) and NAME in tools) or any(misspelt_tables(document))


def inside(path: Path, root: Path) -> bool:
    """Whether a path lies in a folder or is it, by names alone; both are absolute."""
    return below(str(path), str(root)) is not None


def below(path: str, folder: str) -> str | None:
    """What of a path stands below a folder, by names alone: empty for the folder itself, None for a path elsewhere.

    Both are absolute. They are no `Path`s, for a run asks this a dozen times a spec.
    """
    start = folder if folder.endswith(os.sep) else folder + os.sep
    if os.path.normcase(path).startswith(os.path.normcase(start)):
        return path[len(start) :]
    return "" if os.path.normcase(path) == os.path.normcase(folder) else None


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path of the project is a link, or stands behind one, that leads out of it."""
    named = below(_plain(path), _plain(root)) is not None
    return named and below(os.path.realpath(path), os.path.realpath(root)) is None


def shown_path(path: Path, root: Path) -> str:
    """A path as shown to people: relative to the root where it lies in it, with `/` between its parts."""
    shown = below(_plain(path), _plain(root))
    if shown is None:
        shown = below(os.path.realpath(path), os.path.realpath(root))
    return path.as_posix() if shown is None else shown.replace(os.sep, "/") or "."


def plain_path(path: Path) -> Path:
    """A path made absolute by names alone, no link followed."""
    return Path(_plain(path))


def _plain(path: Path) -> str:
    return os.path.normpath(path.absolute())


def real_path(path: Path) -> Path:
    """A path with every link followed; unlike Path.resolve it bears a circle of links on every Python."""
    return Path(os.path.realpath(path))
