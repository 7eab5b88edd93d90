"""Two versions of an article: two files."""

from pathlib import Path
from typing import NamedTuple

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import LIMIT, read_article
from factspec.language.printing import printable
from factspec.projects.paths import Unreadable, read_regular

_SHOWN = 200


class VersionError(Exception):
    """A call that names no two versions, or a version that cannot be read; the text says why and is printable."""


class Reading(NamedTuple):
    """How articles are read: the styles of citation, None for the usual ones, and the element of a page."""

    styles: tuple[str, ...] | None = None
    select: str = ""


class Versions(NamedTuple):
    """An article then and now, and the names that they go by; None for one that there was not, or is not any more."""

    old_name: str
    new_name: str
    old: Article | None
    new: Article | None


def two_files(folder: Path, old: str, new: str, reading: Reading) -> Versions:
    """The articles in two files, whose paths count from a folder. Raises `VersionError`."""
    articles = (read_version(content_of(folder / name, name), name, reading) for name in (old, new))
    return Versions(old, new, *articles)


def content_of(path: Path, name: str, *, follow: bool = True) -> bytes:
    """The bytes of a file that goes by a name; `follow` is as for `read_regular`. Raises `VersionError`."""
    try:
        return read_regular(path, LIMIT, follow=follow)
    except Unreadable as error:
        raise VersionError(f"{printable(name, _SHOWN)}: the file {error}; {error.advice}") from error


def read_version(data: bytes, name: str, reading: Reading) -> Article:
    """The article in bytes, in the format that the suffix of its name chooses. Raises `VersionError`."""
    try:
        return read_article(data, styles=reading.styles, select=reading.select, path=name)
    except ArticleError as error:
        place = f":{error.line}:{error.column}" if error.line else ""
        raise VersionError(f"{printable(name, _SHOWN)}{place}: {printable(str(error), _SHOWN)}") from error
