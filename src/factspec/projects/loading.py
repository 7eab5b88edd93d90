"""Articles and specs from their files, opened safely."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import LIMIT, read_article
from factspec.language.printing import printable
from factspec.projects.paths import (
    SPEC_LIMIT,
    PathRefused,
    Unreadable,
    find_root,
    read_regular,
    read_spec,
    resolve_inside,
    shown_path,
)
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary
from factspec.specs.parsing import parse_spec
from factspec.specs.sources import Open, SharedFile, SharedRefused

Seen = Callable[[str, bytes], None]
"""Called with each file that a spec is made of: its path as the spec writes it, empty for the spec's own, and its
bytes."""


def parse_article(
    article: str | os.PathLike[str] | bytes,
    format: str = "",  # noqa: A002  the key of a spec's article
    *,
    styles: Sequence[str] | None = None,
    select: str = "",
    path: str = "",
) -> Article:
    """The article in a file, or in bytes of a given format.

    Without `format` the file's suffix chooses it. `styles` are the styles of citation to read, None the usual ones of
    the format, empty none. `select` names the element of a page that holds the article. `path` is the name that the
    article goes by, if it is not the file's. Raises `ArticleError`.
    """
    if isinstance(article, bytes):
        return read_article(article, format, styles=styles, select=select, path=path)
    name = path or os.fspath(article)
    try:
        data = read_regular(Path(article), LIMIT)
    except Unreadable as error:
        raise ArticleError(f"the file {error}; {error.advice}", name) from error
    return read_article(data, format, styles=styles, select=select, path=name)


def load_spec(
    path: str | Path,
    *,
    root: Path | None = None,
    known: Vocabulary | None = None,
    further: Callable[[Spec], Iterable[Mistake]] | None = None,
    seen: Seen | None = None,
    data: bytes | None = None,
) -> Spec:
    """The spec in a file; raises `SpecError` with every mistake in it, in the order of the file.

    `root` is the project's, found from the path if it is not given; the spec's path is shown relative to it.
    `known` and `further` are as for `parse_spec`. `seen` is called with each file that was read. `data`
    are the bytes of the file if they are not to be read from it.
    """
    tell = seen or _unseen
    file = Path(path)
    folder = find_root(file) if root is None else Path(root)
    name = shown_path(file, folder)
    try:
        data = read_spec(file, folder) if data is None else data
    except Unreadable as error:
        mistake = Mistake(name, 1, 1, f"the spec {error}", "give a YAML file in UTF-8, of 2 MB at most, in the project")
        raise SpecError((mistake,)) from error
    tell("", data)
    return parse_spec(data, name, known=known, further=further, open_file=_opener(file, folder, tell))


def _unseen(_written: str, _data: bytes) -> None:
    """Nobody asks."""


def _opener(spec: Path, root: Path, seen: Seen) -> Open:
    """What opens the files that a spec names."""

    def opened(written: str) -> SharedFile:
        try:
            file = resolve_inside(root, spec.parent, written, {".json"})
            data = read_regular(file, SPEC_LIMIT)
        except PathRefused as error:
            raise SharedRefused(error.message, error.advice) from error
        except Unreadable as error:
            message = f"the file `{printable(written, 120)}` {error}"
            raise SharedRefused(message, "give a CSL-JSON file of 2 MB at most") from error
        seen(written, data)
        return SharedFile(shown_path(file, root), data)

    return opened
