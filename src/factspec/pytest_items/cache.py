"""Where pytest saves verdicts: in its own cache folder."""

from pathlib import Path

import pytest

from factspec.projects.cache_folder import CacheFolder, secret_outside
from factspec.projects.verdict_cache import FolderOf, nowhere


def folders_of(config: pytest.Config) -> FolderOf:
    """The folder for verdicts of all projects, in pytest's cache; none if pytest or the caller wants no cache."""
    # Without pytest's plugin for its cache the configuration has no such attribute.
    cache = getattr(config, "cache", None)
    if cache is None or config.getoption("factspec_no_cache"):
        return nowhere
    try:
        folder = Path(cache.mkdir("factspec"))
    except (OSError, ValueError):  # it cannot be written, or something else has its name
        return nowhere
    # pytest follows links to its own folder; factspec does not.
    is_linked = any(place.is_symlink() for place in (folder.parent, folder.parent.parent))

    def folder_of(root: Path) -> CacheFolder | None:
        secret = None if is_linked else secret_outside(root, config.rootpath)
        return CacheFolder(folder, secret) if secret else None

    return folder_of
