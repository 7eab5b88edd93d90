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

    def folder_of(root: Path) -> CacheFolder | None:
        secret = secret_outside(root, config.rootpath)
        folder = _made(cache) if secret else None
        return CacheFolder(folder, secret) if secret and folder else None

    return folder_of


def _made(cache: pytest.Cache) -> Path | None:
    """The folder, made if need be; None if it cannot be made, or is reached through a link."""
    try:
        folder = Path(cache.mkdir("factspec"))
    except (OSError, ValueError):
        return None
    return None if any(place.is_symlink() for place in (folder, folder.parent, folder.parent.parent)) else folder
