"""Articles and specs from their files, opened safely."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from factspec.article import Article, ArticleError
from factspec.files import Unreadable, read_regular
from factspec.reading import LIMIT, read_article
from factspec.resolving import PathRefused, resolve_inside
from factspec.root import find_root, leads_out, shown_path
from factspec.spec.csl import Open, SharedFile, SharedRefused
from factspec.spec.loader import parse_spec
from factspec.spec.model import Mistake, Spec, SpecError
from factspec.spec.vocabulary import Vocabulary
from factspec.text.printable import printable

_LIMIT = 2_000_000


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
    article goes by, where it is not the file's. Raises `ArticleError`.
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
) -> Spec:
    """The spec in a file; raises `SpecError` with every mistake in it, in the order of the file.

    `root` is the project's, found from the path where it is not given; the spec's path is shown relative to it.
    `known` and `further` are as for `parse_spec`.
    """
    file = Path(path)
    folder = find_root(file) if root is None else Path(root)
    name = shown_path(file, folder)
    try:
        data = _read(file, folder)
    except Unreadable as error:
        mistake = Mistake(name, 1, 1, f"the spec {error}", "give a YAML file in UTF-8, of 2 MB at most, in the project")
        raise SpecError((mistake,)) from error
    return parse_spec(data, name, known=known, further=further, open_file=_opener(file, folder))


def _read(file: Path, root: Path) -> bytes:
    if leads_out(file, root):
        raise Unreadable("is a link that leads out of the project")
    return read_regular(file, _LIMIT)


def _opener(spec: Path, root: Path) -> Open:
    """What opens the files that a spec names."""

    def opened(written: str) -> SharedFile:
        try:
            file = resolve_inside(root, spec.parent, written, {".json"})
            return SharedFile(shown_path(file, root), read_regular(file, _LIMIT))
        except PathRefused as error:
            raise SharedRefused(error.message, error.advice) from error
        except Unreadable as error:
            message = f"the file `{printable(written, 120)}` {error}"
            raise SharedRefused(message, "give a CSL-JSON file of 2 MB at most") from error

    return opened
