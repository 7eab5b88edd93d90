"""A run in figures, and the few lines that say them."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from factspec import registry
from factspec.language.printing import printable, printable_path
from factspec.projects.verdict import Run, Since
from factspec.registry import Registry
from factspec.rules.finding import ArticleResult, Report, Severity, plural

REPORT_SCHEMA = Path(__file__).with_name("report.schema.json")
"""The file of the JSON schema of the JSON report."""

# The figures of what was compared with stored texts, of one article or several.
_HELD = tuple(f"{what}_{outcome}" for what in ("quotations", "evidence", "facts") for outcome in ("found", "unchecked"))


_REVISION = 100


class Figures(NamedTuple):
    """What was judged, in numbers; figures of several articles add up (`together`).

    `cached` counts the articles whose verdict was saved by an earlier run, and `settled` the findings that somebody saw
    when approving the article.
    """

    articles: int = 0
    claims: int = 0
    failed: int = 0
    sentences: int = 0
    with_claim: int = 0
    cited: int = 0
    markers: int = 0
    waivers: int = 0
    waived: int = 0
    quotations_found: int = 0
    quotations_unchecked: int = 0
    evidence_found: int = 0
    evidence_unchecked: int = 0
    facts_found: int = 0
    facts_unchecked: int = 0
    cached: int = 0
    settled: int = 0


def figures_of(report: Report) -> Figures:
    """The figures of one article."""
    failed = {finding.claim for finding in report.errors}
    return Figures(
        articles=1,
        claims=len(report.claims),
        failed=sum(claim.id in failed for claim in report.claims),
        sentences=report.article.sentences,
        with_claim=report.article.with_claim,
        cited=report.article.cited,
        markers=report.article.markers,
        waivers=len(report.waivers),
        waived=sum(waiver.taken for waiver in report.waivers),
        settled=len(report.settled),
        **{name: getattr(report.article, name) for name in _HELD},
    )


def total(reports: Iterable[Report]) -> Figures:
    """The figures of several articles together."""
    return together(map(figures_of, reports))


def together(figures: Iterable[Figures]) -> Figures:
    """Figures added up."""
    return Figures(*map(sum, zip(*figures, strict=True)))


def summary_lines(
    figures: Figures, rules_off: Iterable[str], not_read: Iterable[tuple[str, int]] = (), warnings: int = 0
) -> Iterator[str]:
    """The summary, a line for each of claims, sentences, citations and waivers, and for the rest if there is any."""
    yield f"articles: {figures.articles}"
    if figures.cached:
        yield f"verdicts: {figures.cached} of {figures.articles} from the cache"
    yield f"claims: {figures.claims} checked, {figures.failed} failed"
    without = figures.sentences - figures.with_claim
    yield f"sentences: {figures.sentences}, {figures.with_claim} with a claim, {without} without"
    yield f"citations: {figures.markers} markers, {figures.cited} of {figures.sentences} sentences cited"
    findings = "finding" if figures.waived == 1 else "findings"
    yield f"waivers: {figures.waivers} in force, {figures.waived} {findings} waived"
    yield from _settled_line(figures.settled)
    for what in ("quotations", "evidence", "facts"):
        found, unchecked = getattr(figures, f"{what}_found"), getattr(figures, f"{what}_unchecked")
        if found or unchecked:
            yield f"{what}: {found} in sources, {unchecked} unchecked"
    kinds: Counter[str] = Counter()
    for kind, count in not_read:
        kinds[kind] += count
    if kinds:
        yield "not read: " + ", ".join(f"{count} {plural(kind, count)}" for kind, count in sorted(kinds.items()))
    off = sorted(rules_off)
    if off:
        yield f"rules off: {len(off)} ({', '.join(off)})"
    if warnings:
        yield f"warnings: {warnings}"


def _settled_line(count: int) -> Iterator[str]:
    """What rules say about the text, and somebody saw when approving it."""
    if count:
        yield f"settled: {count} note{'s' if count > 1 else ''} seen when the article was approved"


_COLUMNS = ("sentences", "covered", "partly", "cited", "waived", "uncovered")


def coverage_table(rows: Sequence[tuple[str, ArticleResult]], *, every: bool = False) -> Iterator[str]:
    """A line for each article and spec below 100 %, or with `every` for all: its sentences by how far they are covered.

    The spec is named if several are about one article. The other articles are counted on a last line.
    """
    complete = sum(article.coverage == 100 for _, article in rows)
    listed = rows if every else [row for row in rows if row[1].coverage < 100]
    if listed:
        yield from _table(listed, rows)
    if rows and len(listed) < len(rows):
        yield f"coverage: 100 % in {complete} of {len(rows)} articles"


def _table(listed: Sequence[tuple[str, ArticleResult]], rows: Sequence[tuple[str, ArticleResult]]) -> Iterator[str]:
    times = Counter(article.path for _, article in rows)
    names = [
        printable_path(article.path) + (f" ({printable_path(spec)})" if times[article.path] > 1 else "")
        for spec, article in listed
    ]
    width = max(len("article"), *map(len, names))
    yield "  ".join(["", f"{'article':<{width}}", *_COLUMNS, "coverage"])
    for name, (_, article) in zip(names, listed, strict=True):
        counts = (f"{getattr(article, column):>{len(column)}}" for column in _COLUMNS)
        yield "  ".join(["", f"{name:<{width}}", *counts, f"{article.coverage:>6} %"])


def since_line(since: Since | None, checked: int) -> Iterator[str]:
    """How many specs changed since a revision and were checked, if a run was limited to these."""
    if since:
        count, revision = checked + since.unchanged, printable(since.revision, _REVISION)
        specs = f"{count} spec" if count == 1 else f"{count} specs"
        if checked:
            yield f"changed since {revision}: {checked} of {specs}" + ", no other was checked" * bool(since.unchanged)
        else:
            yield f"nothing changed since {revision}: none of {specs} was checked"


def errors_line(errors: int) -> Iterator[str]:
    """The last line of a run that fails."""
    if errors:
        yield f"errors: {errors}"


def figure_lines(run: Run) -> Iterator[str]:
    """The figures of a run, and the reason if it is incomplete."""
    severities = Counter(finding.severity for finding in run.listed)
    off = {code for report in run.reports for code in report.rules_off}
    not_read = [one for report in run.reports for one in report.article.not_read]
    yield from summary_lines(
        total(run.reports)._replace(cached=run.cached), off, not_read, severities[Severity.WARNING]
    )
    rows = [(report.spec, report.article) for report in run.reports]
    yield from coverage_table(rows, every=run.list_uncovered)
    yield from since_line(run.since, len(run.judged))
    yield from errors_line(severities[Severity.ERROR])
    yield from incomplete_line(run)


def incomplete_line(run: Run) -> Iterator[str]:
    """The last line of a run that ended before everything was judged."""
    if run.incomplete:
        yield f"incomplete: {printable(run.incomplete)}"


# What a form of report is: the contract that each module of `factspec.reports.forms` keeps, and their registry.


class Form(Protocol):
    """One form of report, `factspec check --format NAME` or `--output NAME=FILE`. It must have `render`."""

    SUFFIXES: tuple[str, ...] = ()
    """The suffixes, in small letters, that files of this form usually have, such as `.sarif`."""

    GUESSED: bool = True
    """Whether such a suffix alone chooses the form. Otherwise its name does: `--output gitlab=report.json`."""

    APPENDS: Mapping[str, str] = MappingProxyType({})
    """Environment variables by which a CI names a file, each with the form of report that is appended to that file."""

    PAGES: bool = False
    """Whether it shows the articles: every spec is then judged anew, and the run has their pages."""

    def missing(self) -> str:
        """What is to be installed before it can be used, in words to print; empty if nothing is."""
        return ""

    @abstractmethod
    def render(self, run: Run, /) -> str:
        """A run as the text of a file, the same for the same run.

        It may be printed too, so control characters in it must be escaped. Of an incomplete run it must say so.
        """

    def show(self, run: Run, /) -> str:
        """The same for the standard output, which may be a terminal."""
        return self.render(run)


FORMS: Registry[Form] = Registry(registry.FORMS, Form)
"""The forms of report by name."""
