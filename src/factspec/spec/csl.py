"""Sources that specs share: a CSL-JSON file, judged by the rules of CSL's own schema, as nodes of a spec.

A file of CSL-JSON is a list of items, each with `id` and `type` (csl-data.json of CSL 1.0.2). What factspec adds to a
source stands where CSL leaves room for it, in `custom`, under `factspec`: `text`, `sha256`, `origin`, `role` and
`cited_as`.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import NamedTuple, Protocol, cast

from factspec.spec.json_nodes import JsonProblem, json_nodes
from factspec.spec.model import Mistake
from factspec.spec.nodes import Entry, Mapping, Node, Problem, Scalar, Sequence, entries_of, value_of
from factspec.spec.sources import source_problems

_BOM = b"\xef\xbb\xbf"
_MOST = 1000
_NO_LIST = "a CSL-JSON file is a list of items; export the sources as CSL JSON"


class _Validator(Protocol):
    def csl_problems(self, root: Node) -> Iterator[Problem]: ...


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
    items, found = _read(file.data)
    mistakes = tuple(Mistake(file.path, one.line, one.column, one.message, one.advice) for one in found)
    if not items:
        return WithShared(root, [], mistakes)
    folder = posixpath.dirname(node.text.strip())
    sources = Sequence([_lifted(item, folder) for item in items], node.line, node.column)
    entries = {**root.entries, "sources": Entry(root.entries["sources"].key, sources)}
    return WithShared(root._replace(entries=entries), [], mistakes, file.path)


@lru_cache(maxsize=8)
def _read(data: bytes) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """The items of a file and what is wrong with them; read once for all specs that name it."""
    try:
        root, found = json_nodes(data.removeprefix(_BOM).decode())
    except UnicodeDecodeError:
        return (), (Problem(1, 1, "the file is not UTF-8", "save it in the encoding UTF-8"),)
    except JsonProblem as error:
        return (), (error.problem,)
    if not isinstance(root, Sequence) or not root.nodes:
        stands = "is an empty list" if isinstance(root, Sequence) else "is no list"
        return (), (Problem(root.line, root.column, f"the file of sources {stands}", _NO_LIST),)
    validator = cast("_Validator", import_module("factspec.spec.validator"))
    found += islice(validator.csl_problems(root), _MOST)
    items = tuple(root.nodes)
    judged = _as_sources(_lifted(item, "") for item in items)
    return items, _ordered([*found, *islice(source_problems(judged, shared=True), _MOST)])


def _as_sources(items: Iterable[Node]) -> Mapping:
    nowhere = Scalar("sources", 1, 1, plain=True)
    return Mapping({"sources": Entry(nowhere, Sequence(list(items), 1, 1))}, 1, 1, flow=True)


def _ordered(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problem of each place, in the order of the file."""
    places: dict[tuple[int, int, str], Problem] = {}
    for one in found:
        places.setdefault((one.line, one.column, one.message if one.absent else ""), one)
    return tuple(one for _, one in sorted(places.items()))


def _lifted(item: Node, folder: str) -> Node:
    """An item with what factspec adds to it among its variables, the path of its text relative to the spec."""
    added = value_of(value_of(item, "custom"), "factspec")
    if not isinstance(item, Mapping) or added is None:
        return item
    entries = dict(item.entries)
    for entry in entries_of(added):
        value = entry.value
        if entry.key.text == "text" and isinstance(value, Scalar):
            value = value._replace(text=posixpath.join(folder, value.text))
        entries[entry.key.text] = entry._replace(value=value)
    return item._replace(entries=entries)
