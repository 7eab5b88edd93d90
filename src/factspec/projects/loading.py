"""Articles and specs from their files, opened safely."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import LIMIT, read_article
from factspec.language.printing import printable
from factspec.projects.files import Unreadable, read_regular
from factspec.projects.paths import PathRefused, find_root, leads_out, resolve_inside, shown_path
from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import FILE, Policy, PolicyError, file_mistake, parse_policy
from factspec.specs.policy import policy_mistake as mistake_in
from factspec.specs.sources import Open, SharedFile, SharedRefused

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


# The policy of a project, read from its file.


POLICY_LIMIT = 2_000_000
"""The bytes that the file of a policy may have."""


def load_policy(root: Path, known: Vocabulary | None = None) -> Policy:
    """The policy of the project at a root, the defaults where it has none; raises `PolicyError` with every mistake.

    `known` are the names that it may use, those of the installed modules where it is not given.
    """
    try:
        data = read_regular(root / FILE, POLICY_LIMIT)
    except Unreadable as error:
        is_absent = str(error) == "does not exist"
        if is_absent and not (root / FILE).is_symlink():
            return Policy()
        what = "is a link that leads nowhere" if is_absent else error
        raise PolicyError((file_mistake(1, 1, f"{FILE} {what}", "make it a regular file"),)) from error
    return parse_policy(data, known)


def policy_mistake(root: Path, key: str, value: str, message: str, advice: str) -> Mistake:
    """A mistake of a text at a key of a project's policy that shows only beside the project's files."""
    return mistake_in(read_regular(root / FILE, POLICY_LIMIT), key, value, message, advice)
