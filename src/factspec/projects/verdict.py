"""The verdict on a spec as plain values, which become JSON and again the same values."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from factspec.projects.result import DeclaredSource, counted_alone
from factspec.rules.finding import IN_ORDER, Finding
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


class Counted(NamedTuple):
    """The findings of each report that are only counted; there are many, and pytest lists none of them."""

    findings: tuple[tuple[Finding, ...], ...]


def parted(verdict: SpecVerdict) -> tuple[SpecVerdict, Counted]:
    """A verdict without the findings that are only counted, and these."""
    reports = [one.report for one in verdict.articles]
    counted = tuple(tuple(filter(counted_alone, report.findings)) for report in reports)
    listed = [tuple(one for one in report.findings if not counted_alone(one)) for report in reports]
    return _with_findings(verdict, listed), Counted(counted)


def joined(verdict: SpecVerdict, counted: Counted) -> SpecVerdict:
    """The verdict of which these are the two parts."""
    pairs = zip(verdict.articles, counted.findings, strict=True)
    return _with_findings(verdict, [tuple(sorted((*one.report.findings, *more), key=IN_ORDER)) for one, more in pairs])


def _with_findings(verdict: SpecVerdict, findings: Sequence[tuple[Finding, ...]]) -> SpecVerdict:
    pairs = zip(verdict.articles, findings, strict=True)
    articles = (one._replace(report=one.report._replace(findings=found)) for one, found in pairs)
    return verdict._replace(articles=tuple(articles))


# Records are tuples, which JSON has; what comes back is checked against the types that each record declares.


def restored(record: type[_Record], data: object) -> _Record:
    """A record from what JSON made of it; raises `ValueError` if a value has not the type that the record declares."""
    (made,) = _row(_form(cast(Any, record)))([data])
    return cast(_Record, made)


class _Form(NamedTuple):
    """The type that a value has in JSON, and what makes of it the value that a record declares, if it is another."""

    type: type
    restore: Callable[[Any], Any] | None = None


@cache
def _form(kind: Any) -> _Form:
    """The form of a type: text, numbers, enumerations, records, and tuples of these."""
    if kind in (str, int, bool):
        return _Form(kind)
    if get_origin(kind) is tuple:
        inner, *others = get_args(kind)
        is_row = others == [...]
        return _Form(list, _row(_form(inner)) if is_row else _fields(tuple, [*map(_form, (inner, *others))]))
    if issubclass(kind, Enum):
        return _Form(str, kind)
    hints = get_type_hints(kind)
    return _Form(list, _fields(kind._make, [_form(hints[name]) for name in kind._fields]))


def _fields(make: Callable[[list[Any]], Any], forms: Sequence[_Form]) -> Callable[[list[Any]], Any]:
    types = [form.type for form in forms]
    restoring = [(at, form.restore) for at, form in enumerate(forms) if form.restore]

    def restore(values: list[Any]) -> Any:
        if list(map(type, values)) != types:
            raise ValueError("a value has another type than its record declares")
        for at, restored in restoring:
            values[at] = restored(values[at])
        return make(values)

    return restore


def _row(form: _Form) -> Callable[[list[Any]], Any]:
    def restore(values: list[Any]) -> Any:
        if not {form.type}.issuperset(map(type, values)):
            raise ValueError("a value of a row has another type than the others")
        return tuple(map(form.restore, values) if form.restore else values)

    return restore
