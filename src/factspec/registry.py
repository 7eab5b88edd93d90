"""The directory is the registry: the modules of a package, found by walking it and loaded by name.

Other distributions add entries of their own through entry points.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.machinery import all_suffixes
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Protocol

CHECKS = "factspec.rules.checks"
COMMANDS = "factspec.cli.commands"
FORMATS = "factspec.articles.formats"
FORMS = "factspec.reports.forms"
KINDS = "factspec.facts.kinds"
MARKERS = "factspec.articles.markers"
GROUPS = {
    CHECKS: "factspec.checks",
    COMMANDS: "factspec.commands",
    FORMATS: "factspec.formats",
    FORMS: "factspec.forms",
    KINDS: "factspec.kinds",
    MARKERS: "factspec.markers",
}
"""The group of entry points through which other distributions add to each registry."""


class _EntryPoint(Protocol):
    def load(self) -> ModuleType: ...


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of a package's modules, sorted; those that begin with an underscore are none of the registry's."""
    return tuple(sorted({*_own(package), *_added(package)}))


@cache
def load(package: str, name: str) -> ModuleType:
    """One module of a package, by a name that `names` gives; a package's own module is no other's."""
    added = _added(package)
    if name in added and name not in _own(package):
        return added[name].load()
    return import_module(f"{package}.{name}")


@cache
def _own(package: str) -> frozenset[str]:
    listed = chain.from_iterable(map(_modules, import_module(package).__path__))
    return frozenset(name for name in listed if not name.startswith("_"))


def _modules(folder: str) -> Iterable[str]:
    """The names of the modules in a folder, which is read here; `pkgutil`, which can read an archive, loads more."""
    if not Path(folder).is_dir():
        return [module.name for module in import_module("pkgutil").iter_modules([folder])]
    suffixes = tuple(all_suffixes())
    return [name.partition(".")[0] for name in os.listdir(folder) if name.endswith(suffixes)]  # noqa: PTH208 -- it is names alone that are asked


@cache
def _added(package: str) -> Mapping[str, _EntryPoint]:
    if package not in GROUPS or not _others_add():
        return {}
    found = import_module("importlib.metadata").entry_points(group=GROUPS[package])
    return {entry.name.replace("-", "_"): entry for entry in found}


@cache
def _others_add() -> bool:
    """Whether a distribution may have entry points in these groups.

    The files are looked through first, for `importlib.metadata` takes as long as a check to be imported, and half as
    long to find one group.
    """
    return any(map(_may_add, sys.path))


def _may_add(place: str) -> bool:
    """Whether a place of modules names a group of ours in a distribution's entry points; what is no folder may."""
    folder = Path(place)
    try:
        if not folder.is_dir():
            return folder.exists()
        return any(b"[factspec." in points for points in _entry_points(place))
    except OSError:
        return False


def _entry_points(folder: str) -> Iterator[bytes]:
    for name in os.listdir(folder or "."):  # noqa: PTH208 -- thousands of paths would be made for a handful
        if name.lower().endswith((".dist-info", "egg-info")):
            with suppress(OSError):
                yield Path(folder, name, "entry_points.txt").read_bytes()
