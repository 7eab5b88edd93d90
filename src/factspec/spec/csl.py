"""Sources that specs share: a CSL-JSON file in the place of a spec's list of them."""

import posixpath
from collections.abc import Callable
from typing import NamedTuple

from factspec.registry import load
from factspec.spec.model import Mistake
from factspec.spec.nodes import Entry, Mapping, Problem, Scalar, Sequence, value_of


class SharedFile(NamedTuple):
    """A file that a spec names: its path as people read it, and its bytes."""

    path: str
    data: bytes


class SharedRefused(Exception):  # noqa: N818 -- the noun says what happened
    """A file that a spec names is not read; the text says why, `advice` what to do."""

    def __init__(self, message: str, advice: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.advice = advice


Open = Callable[[str], SharedFile]
"""Opens the file that a spec names by a path relative to itself; raises `SharedRefused`."""


class WithShared(NamedTuple):
    """A spec with the sources of the file that its `sources` name, whose path is `file`, empty where they name none.

    Beside it the problems of the spec, and the mistakes of the file, at their places in it.
    """

    root: Mapping
    problems: list[Problem]
    mistakes: tuple[Mistake, ...] = ()
    file: str = ""


def with_shared(root: Mapping, open_file: Open) -> WithShared:
    """A spec whose `sources` name a file, with that file's sources in their place."""
    node = value_of(root, "sources")
    if not isinstance(node, Scalar) or not node.text.endswith(".json"):
        return WithShared(root, [])
    try:
        file = open_file(node.text.strip())
    except SharedRefused as error:
        return WithShared(root, [Problem(node.line, node.column, str(error), error.advice)])
    csl_file = load("factspec.spec", "csl_file")
    items, found = csl_file.items_in(file.data)
    mistakes = tuple(Mistake(file.path, one.line, one.column, one.message, one.advice) for one in found)
    if not items:
        return WithShared(root, [], mistakes)
    folder = posixpath.dirname(node.text.strip())
    sources = Sequence([csl_file.lifted(item, folder) for item in items], node.line, node.column)
    entries = {**root.entries, "sources": Entry(root.entries["sources"].key, sources)}
    return WithShared(root._replace(entries=entries), [], mistakes, file.path)
