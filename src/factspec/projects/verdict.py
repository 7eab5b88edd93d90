"""The verdict on a spec as plain values, which become JSON and again the same values."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from factspec.projects.result import DeclaredSource
from factspec.rules.report import Report

_Record = TypeVar("_Record")


class ClaimOutline(NamedTuple):
    """What pytest's item for a claim or a forbidden wording needs to know of it; `line` is the spec's, from 1."""

    id: str
    line: int
    tags: tuple[str, ...] = ()


class ArticleVerdict(NamedTuple):
    """An article of a spec, by its path as written there, the families of rules with work in it, and its report."""

    file: str
    families: tuple[str, ...]
    report: Report


class SpecVerdict(NamedTuple):
    """A spec without a mistake, by its path as shown, held against all of its articles."""

    path: str
    claims: tuple[ClaimOutline, ...]
    articles: tuple[ArticleVerdict, ...]
    sources: tuple[DeclaredSource, ...]


# Records are tuples, which JSON has; what comes back is checked against the types that each record declares.


def restored(record: type[_Record], data: object) -> _Record:
    """A record from what JSON made of it; raises `ValueError` if a value has not the type that the record declares."""
    kind: Any = record
    made: _Record = _restoring(kind)(data)
    return made


@cache
def _restoring(kind: Any) -> Callable[[Any], Any]:
    """The function that restores values of a type: text, numbers, enumerations, records, and tuples of these."""
    if kind in (str, int, bool):
        return _plain(kind)
    if get_origin(kind) is tuple:
        inner, *others = get_args(kind)
        return _row(_restoring(inner)) if others == [...] else _fields(tuple, tuple(map(_restoring, get_args(kind))))
    if issubclass(kind, Enum):
        return _member({member.value: member for member in kind})
    hints = get_type_hints(kind)
    return _fields(lambda values: kind(*values), tuple(_restoring(hints[name]) for name in kind._fields))


def _plain(kind: type) -> Callable[[Any], Any]:
    def restore(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{type(value).__name__} instead of {kind.__name__}")
        return value

    return restore


def _member(members: Mapping[str, Enum]) -> Callable[[Any], Any]:
    def restore(value: Any) -> Any:
        if not isinstance(value, str) or value not in members:
            raise ValueError("no member of the enumeration")
        return members[value]

    return restore


def _row(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def restore(value: Any) -> Any:
        if type(value) is not list:
            raise ValueError("no list")
        return tuple(map(inner, value))

    return restore


def _fields(make: Callable[[Any], Any], fields: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    def restore(value: Any) -> Any:
        if type(value) is not list or len(value) != len(fields):
            raise ValueError(f"no list of {len(fields)}")
        return make([field(one) for field, one in zip(fields, value, strict=True)])

    return restore
