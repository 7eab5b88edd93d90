"""The registries: the modules of a folder are its entries, and other distributions add theirs by entry points.

The room that owns a registry says in a Protocol what an entry must have; here it is only found, loaded and completed.
"""

import os
import sys
from abc import ABCMeta
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from importlib import import_module
from importlib.machinery import all_suffixes
from itertools import chain
from pathlib import Path
from typing import Protocol, TypeVar

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


class EntryError(Exception):
    """An entry that cannot be used; the message says which distribution it is from, what is wrong, and what to do."""


class _Distribution(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...


class _EntryPoint(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def dist(self) -> _Distribution | None: ...
    def load(self) -> object: ...


Entry = TypeVar("Entry")


class Registry(Mapping[str, Entry]):
    """The entries of a registry by name, in the order of their names; each is loaded when it is first asked for.

    `contract` is the Protocol that an entry keeps: what it only annotates, and its abstract methods, an entry must
    have; other members have their default in it. Raises `EntryError` if an entry of another distribution cannot be
    loaded, has not all members, or has the name of another entry.
    """

    def __init__(self, package: str, contract: ABCMeta) -> None:
        """The registry of a package, whose names are above."""
        self.package = package
        self.contract = contract
        self._loaded: dict[str, Entry] = {}

    def __getitem__(self, name: str) -> Entry:
        """One entry; raises `KeyError` for an unknown name."""
        if name not in self._loaded:
            if name not in names(self.package):
                raise KeyError(name)
            self._loaded[name] = self._completed(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        """The names, sorted."""
        return iter(names(self.package))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(names(self.package))

    def __contains__(self, name: object) -> bool:
        """Whether there is an entry of this name; nothing is loaded for it."""
        return name in names(self.package)

    @property
    def added(self) -> Iterable[str]:
        """The names of the entries that other distributions add; nothing is loaded for it."""
        return _added(self.package).keys()

    def load_others(self) -> None:
        """Load what other distributions add, so an entry of theirs that cannot be used is reported now."""
        for name in self.added:
            self[name]

    @cached_property
    def _required(self) -> frozenset[str]:
        """The members that an entry must have itself."""
        annotated = self.contract.__annotations__.keys() - vars(self.contract).keys()
        return frozenset(annotated) | self.contract.__abstractmethods__

    @cached_property
    def _members(self) -> frozenset[str]:
        public = {name for name in vars(self.contract) if not name.startswith("_")}
        return self._required | public

    @cached_property
    def _defaults(self) -> type:
        """A class whose instances have the contract's defaults."""
        defaults: ABCMeta = type(self.contract)(self.contract.__name__, (self.contract,), {})
        defaults.__abstractmethods__ = frozenset()  # an entry has these itself
        return defaults

    def _completed(self, name: str) -> Entry:
        loaded = _load(self.package, name)
        missing = sorted(member for member in self._required if not hasattr(loaded, member))
        if missing:
            must = f"every {self.contract.__name__} must have {', '.join(sorted(self._required))}"
            raise EntryError(_unusable(self.package, name, f"does not have {', '.join(missing)}; {must}"))
        entry: Entry = self._defaults()
        has = {member: getattr(loaded, member) for member in self._members if hasattr(loaded, member)}
        vars(entry).update(has, __doc__=loaded.__doc__)
        return entry


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of a registry's entries, sorted; modules with a name that begins with an underscore are left out."""
    return tuple(sorted({*_own(package), *_added(package)}))


def declares(package: str, name: str, flag: str) -> bool:
    """Whether a flag of an entry is true.

    A module of ours has it as `FLAG = True` on a line of its own. That line is looked for in the file, because running
    the module would load all that it imports.
    """
    file = Path(import_module(package).__path__[0], f"{name}.py")
    if name in _own(package) and file.is_file():
        return f"{flag} = True".encode() in file.read_bytes().splitlines()
    return bool(getattr(_load(package, name), flag, False))


def _load(package: str, name: str) -> object:
    """The members of an entry, which may be a module or another object."""
    if name in _own(package):
        return import_module(f"{package}.{name}")
    try:
        return _added(package)[name].load()
    except Exception as error:
        what = f"cannot be imported: {type(error).__name__}: {error}"
        raise EntryError(_unusable(package, name, what)) from error


def _unusable(package: str, name: str, what: str) -> str:
    """What is wrong with an entry, whose it is, and what to do."""
    if name in _own(package):
        return f"the module {package}.{name} {what}"
    entry = f"the entry point {_shown(_added(package)[name])} in the group {GROUPS[package]}"
    return f"{entry} {what}; correct it, or uninstall the distribution"


def _shown(point: _EntryPoint) -> str:
    """An entry point and the distribution that it is from."""
    owner = f"{point.dist.name} {point.dist.version}" if point.dist else "a distribution without a name"
    return f"`{point.name} = {point.value}` of {owner}"


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
    """What other distributions add, by name; raises `EntryError` if a name is that of another entry."""
    if package not in GROUPS or not _others_add():
        return {}
    found: Iterable[_EntryPoint] = import_module("importlib.metadata").entry_points(group=GROUPS[package])
    added: dict[str, _EntryPoint] = {}
    for point in sorted(found, key=_shown):
        name = point.name.replace("-", "_")
        if name in added or name in _own(package):
            raise EntryError(_taken(package, point, added.get(name)))
        added[name] = point
    return added


def _taken(package: str, point: _EntryPoint, other: _EntryPoint | None) -> str:
    """That an entry has the name of another one, of this package if `other` is None, and what to do."""
    entry = f"the entry point {_shown(point)} in the group {GROUPS[package]}"
    if other:
        return f"{entry} has the name of {_shown(other)}; rename one of the two, or uninstall its distribution"
    return f"{entry} has the name of an entry of factspec itself; rename it, or uninstall the distribution"


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
            points = f"{folder or '.'}/{name}/entry_points.txt"
            with suppress(OSError), open(points, "rb") as file:  # noqa: PTH123 -- as above
                yield file.read()
