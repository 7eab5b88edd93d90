"""The verdict on a spec as plain values, which become JSON and again the same values."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from factspec.rules.finding import IN_ORDER, Finding, Report, Severity, counted_alone
from factspec.specs.policy import Policy

# The result of a run: every spec that was judged, with its reports and the mistakes that kept it from being judged.


# Findings of this rule mean that the spec, not the article, is wrong.
SPEC_INVALID = "spec-invalid"


class DeclaredSource(NamedTuple):
    """A source as its spec declares it; `line` counts from 1, `pinned` says whether it gives the hash of its text.

    `path` is that of its text from the root, `text` the same as the spec writes it. `issued` is a date as in CSL:
    `2026-05-20`, `2026-05` or free text.
    """

    id: str
    line: int
    title: str
    text: str
    pinned: bool
    role: str
    origin: str
    cited_as: tuple[str, ...]
    path: str = ""
    url: str = ""
    publisher: str = ""
    issued: str = ""


class ReadFile(NamedTuple):
    """A file that a spec was judged by, beside its articles and the texts of its sources.

    `kind` is `spec`, `lock`, `policy` or `sources`; `path` is from the root, as shown, and `sha256` that of its bytes.
    """

    kind: str
    path: str
    sha256: str


class Judged(NamedTuple):
    """A spec with the reports of its articles.

    `path` is the spec's, as shown. `reports` has one for each article that could be read; `findings` are the
    mistakes of the spec and of articles that could not. `sources` are those that the spec declares. `cached` says that
    the verdict was saved by an earlier run. `files` are the others that it was judged by. If a form of report asks for
    them, `pages` has the `rules.page.Page` of each report, in their order; their type is not named here because a saved
    verdict is read without their module.
    """

    path: str
    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[DeclaredSource, ...] = ()
    cached: bool = False
    files: tuple[ReadFile, ...] = ()
    pages: tuple[Any, ...] = ()


class ReadPolicy(NamedTuple):
    """A policy that specs were judged by, and the SHA-256 of its file, empty if the project has none."""

    sha256: str
    policy: Policy


class Since(NamedTuple):
    """What a run left out because nothing changed: the revision as it was named, and how many specs."""

    revision: str
    unchanged: int


class Run(NamedTuple):
    """What a run found: the specs in order, and the findings that belong to none (`spec-missing`, the policy's).

    With `list_uncovered` a report for people lists each uncovered sentence, even if it is only a warning. `incomplete`
    says why the run ended before everything was judged; it is empty if everything was. With
    `since` only the specs were judged for which something changed. `policies` has that of each project with a spec.
    """

    judged: tuple[Judged, ...]
    missing: tuple[Finding, ...] = ()
    list_uncovered: bool = False
    incomplete: str = ""
    since: Since | None = None
    policies: tuple[ReadPolicy, ...] = ()

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings that a report for people lists."""
        return tuple(finding for finding in self.findings if self.list_uncovered or not counted_alone(finding))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of all articles."""
        return tuple(report for one in self.judged for report in one.reports)

    @property
    def digests(self) -> Iterator[str]:
        """The SHA-256 of each file that was read."""
        yield from (file.sha256 for one in self.judged for file in one.files)
        for report in self.reports:
            yield report.article.sha256
            yield from (digest for _, digest in report.stored)

    @property
    def cached(self) -> int:
        """How many of the reports were saved by an earlier run."""
        return sum(len(one.reports) for one in self.judged if one.cached)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: spec by spec, each in the order of its places."""
        of_specs = (
            finding
            for one in self.judged
            for finding in (*one.findings, *(found for report in one.reports for found in report.findings))
        )
        return (*of_specs, *self.missing)

    @property
    def exit_code(self) -> int:
        """0 without an error, 1 with one, 2 if a spec or the policy is wrong."""
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        if any(finding.rule == SPEC_INVALID for finding in errors):
            return 2
        return 1 if errors else 0


_Record = TypeVar("_Record")


class ClaimOutline(NamedTuple):
    """What pytest's item for a claim or a forbidden wording needs; `line` is the spec's, from 1."""

    id: str
    line: int
    tags: tuple[str, ...] = ()


class ArticleVerdict(NamedTuple):
    """An article of a spec, by its path as written there, the families of rules with work in it, and its report."""

    file: str
    families: tuple[str, ...]
    report: Report


class SpecVerdict(NamedTuple):
    """A spec without a mistake, by its path as shown, with the reports of all its articles."""

    path: str
    claims: tuple[ClaimOutline, ...]
    articles: tuple[ArticleVerdict, ...]
    sources: tuple[DeclaredSource, ...]
    files: tuple[ReadFile, ...] = ()

    @property
    def judged(self) -> Judged:
        """The verdict as part of a run that found it saved."""
        return Judged(self.path, tuple(one.report for one in self.articles), (), self.sources, True, self.files)


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
    """The verdict that `parted` divided into these two parts."""
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
    if kind is Any:  # what has no type here is not restored: no value has this one
        return _Form(object)
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
