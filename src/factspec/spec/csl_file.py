"""A CSL-JSON file of sources, judged by the rules of CSL's own schema, as nodes of a spec.

A file of CSL-JSON is a list of items, each with `id` and `type` (csl-data.json of CSL 1.0.2). What factspec adds to a
source stands where CSL leaves room for it, in `custom`, under `factspec`: `text`, `sha256`, `origin`, `role` and
`cited_as`.
"""

import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import Protocol, cast

from factspec.spec.json_nodes import JsonProblem, json_nodes
from factspec.spec.nodes import Entry, Mapping, Node, Problem, Scalar, Sequence, entries_of, value_of
from factspec.spec.sources import source_problems

_BOM = b"\xef\xbb\xbf"
_MOST = 1000
_NO_LIST = "a CSL-JSON file is a list of items; export the sources as CSL JSON"


class _Validator(Protocol):
    def csl_problems(self, root: Node) -> Iterator[Problem]: ...


@lru_cache(maxsize=8)
def items_in(data: bytes) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
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
    judged = _as_sources(lifted(item, "") for item in items)
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


def lifted(item: Node, folder: str) -> Node:
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
