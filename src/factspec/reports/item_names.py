"""The names that pytest knows items by: safe to print, and none that pytest loses between two runs."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from factspec.language.printing import printable

# Characters of a path that are shown: as many as systems allow.
PATH_LIMIT = 4096


def endings(articles: Sequence[str]) -> dict[str, str]:
    """The endings that distinguish items of a spec's renditions, by the paths of the articles from the root.

    Empty if there is one; otherwise the file's name, or its path if names are equal.
    """
    if len(articles) == 1:
        return dict.fromkeys(articles, "")
    paths = {article: PurePosixPath(article) for article in articles}
    names = Counter(path.name for path in paths.values())
    return {article: f"@{_plain(path.name if names[path.name] == 1 else str(path))}" for article, path in paths.items()}


def _plain(name: str) -> str:
    """A name that an item may have: `--lf` of pytest loses names that contain a bracket or a double colon."""
    return printable(name, PATH_LIMIT).replace("[", "(").replace("]", ")").replace("::", ":")


def address(name: str) -> str:
    """A path as the first part of an item's id, which ends at the first double colon."""
    return printable(name, PATH_LIMIT).replace("::", r":\x3a")
