"""The directory is the registry: the modules of a package, found by walking it and loaded by name.

Other distributions add rules, formats and reports of their own through entry points of the same group names.
"""

from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from types import ModuleType

# The groups of entry points that are read.
_EXTENSIBLE = frozenset({"factspec.checks", "factspec.formats", "factspec.reports"})


@cache
def names(package: str) -> tuple[str, ...]:
    """The names of a package's modules, sorted; those that begin with an underscore are none of the registry's."""
    return tuple(sorted({*_own(package), *_added(package)}))


def load(package: str, name: str) -> ModuleType:
    """One module of a package, by a name that `names` gives; a package's own module is no other's."""
    added = _added(package)
    if name in added and name not in _own(package):
        module: ModuleType = added[name].load()
        return module
    return import_module(f"{package}.{name}")


@cache
def _own(package: str) -> frozenset[str]:
    folders = import_module(package).__path__
    return frozenset(module.name for module in iter_modules(folders) if not module.name.startswith("_"))


@cache
def _added(package: str) -> dict[str, EntryPoint]:
    if package not in _EXTENSIBLE:
        return {}
    return {entry.name.replace("-", "_"): entry for entry in entry_points(group=package)}
