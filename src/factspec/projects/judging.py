"""From files to a verdict on a spec: shared by the command line and the pytest plugin."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import suffixes
from factspec.projects.loading import parse_article
from factspec.projects.locks import Locked, Pair, lock_in, read_lock
from factspec.projects.paths import PathRefused, lock_of, named_path, resolve_inside, shown_article, shown_path
from factspec.projects.projects import EXHAUSTED, Project, Projects, as_finding, as_findings, exhausted
from factspec.projects.stored_texts import SourceFiles, StoredTexts, source_files
from factspec.projects.uncollected import uncollected
from factspec.projects.unfindable import unfindable
from factspec.projects.verdict import ArticleVerdict, ClaimOutline, DeclaredSource, Judged, ReadFile, SpecVerdict
from factspec.projects.verdict_cache import ABSENT, FolderOf, SpecFile
from factspec.rules.case import Case, Subject, depends_on_day
from factspec.rules.finding import Finding, Report
from factspec.rules.run import case_of, families, judge, report_on
from factspec.specs.model import Mistake, Rendition, Spec, SpecError
from factspec.specs.policy import FILE, Policy, with_policy

_UNREADABLE = "article-unreadable"


class Prepared(NamedTuple):
    """An article that was read, as a rendition of its spec, and can be compared with it."""

    spec: Spec
    rendition: Rendition
    article: Article
    policy: Policy
    today: date
    sources: SourceFiles
    locked: Locked

    @property
    def families(self) -> tuple[str, ...]:
        """The families of rules that have the article as a whole to judge."""
        return families(self.subject)

    @property
    def subject(self) -> Subject:
        """What is judged."""
        rendition = with_policy(self.rendition, self.policy)
        return Subject(self.spec, self.article, rendition, self.policy, self.locked.lock)

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles of citation that are read."""
        return self.subject.styles

    @uncollected()
    def check(self) -> Report:
        """Compare the article with the spec."""
        return judge(self.subject, sources=self.sources.of(self.spec, self.article), today=self.today)

    def case(self) -> Case:
        """What the rules see of the article."""
        return case_of(self.subject, sources=self.sources.of(self.spec, self.article), today=self.today)


class Opened(NamedTuple):
    """A spec with its articles, and what could not be read of them; `path` is the spec's, relative to the root."""

    path: str
    prepared: tuple[Prepared, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[DeclaredSource, ...] = ()
    files: tuple[ReadFile, ...] = ()

    @property
    def judged(self) -> Judged:
        """The spec as part of a run, before its articles are judged."""
        return Judged(self.path, (), self.findings, self.sources, files=self.files)


@uncollected()
def open_spec(path: Path, projects: Projects, *, today: date) -> Opened:
    """Read a spec and its articles; every mistake is a finding, none an exception.

    Articles are not read if the spec, or the policy of its project, is wrong. The policy's mistakes are findings of the
    project, not of the spec.
    """
    opened = _opened(path, projects, projects.spec(path), None, today)
    locked = opened.prepared[0].locked if opened.prepared else Locked()
    return opened._replace(files=_files(path, projects, locked))


@uncollected()
def open_pair(path: Path, pair: Pair, projects: Projects, *, today: date) -> Opened:
    """The same for a spec and a lock with this content, as if the files had it."""
    return _opened(path, projects, projects.spec_in(pair.spec, path), pair, today)


def _opened(path: Path, projects: Projects, spec: Spec | SpecError, pair: Pair | None, today: date) -> Opened:
    project = projects.of(path)
    shown = shown_path(path, project.root)
    if isinstance(spec, SpecError):
        return Opened(shown, findings=as_findings(spec.mistakes, shown))
    if project.mistakes:
        return Opened(shown, sources=_declared(spec))
    try:
        locked = lock_in(pair.lock, path, project.root) if pair else read_lock(path, project.root)
    except SpecError as error:
        return Opened(shown, findings=as_findings(error.mistakes, shown), sources=_declared(spec))
    sources, wrong = source_files(spec, path, project.root, projects.one(StoredTexts))
    read = [(rendition, _read(path, spec, rendition, project)) for rendition in spec.renditions]
    articles = [(rendition, one) for rendition, one in read if isinstance(one, Article)]
    idle = (mistake for one in articles for mistake in unfindable(spec, *one, project.policy))
    return Opened(
        shown,
        prepared=tuple(
            Prepared(spec, rendition, one, project.policy, today, sources, locked) for rendition, one in articles
        ),
        findings=(
            *as_findings((*wrong, *dict.fromkeys(idle)), shown),
            *(one for _, one in read if isinstance(one, Finding)),
        ),
        sources=_declared(spec),
    )


def _read(spec_path: Path, spec: Spec, rendition: Rendition, project: Project) -> Article | Finding:
    styles = with_policy(rendition, project.policy).styles
    try:
        file = resolve_inside(project.root, spec_path.parent, rendition.file, suffixes())
        shown = shown_article(file, named_path(spec.path, rendition.file), project.root)
        return parse_article(file, rendition.format, styles=styles, select=rendition.select, path=shown)
    except PathRefused as error:
        mistake = Mistake(spec.path, rendition.line, rendition.column, error.message, error.advice, error.rule)
    except ArticleError as error:
        if error.line:
            mistake = Mistake(error.path, error.line, error.column, str(error), rule=_UNREADABLE)
        else:
            message = f"{rendition.file}: {error}"
            mistake = Mistake(spec.path, rendition.line, rendition.column, message, rule=_UNREADABLE)
    except EXHAUSTED as error:
        mistake = exhausted(type(error), spec.path, rendition.line)
    return as_finding(mistake, spec.path, rendition.line)


# What of a judged spec is saved for later runs.


def claim_outlines(spec: Spec) -> tuple[ClaimOutline, ...]:
    """The claims of a spec in order, and after them its forbidden wordings."""
    claims = (ClaimOutline(one.id, one.line, one.tags) for one in spec.claims)
    return (*claims, *(ClaimOutline(one.id, one.line) for one in spec.forbidden))


class Unsaved:
    """Judges the articles of an opened spec, and saves the verdict once there is a report of each.

    The verdict on a spec with a mistake is not saved, nor that with an article that cannot be read.
    """

    def __init__(self, opened: Opened, path: Path, projects: Projects, today: date) -> None:
        """Wait for the reports of a spec in a file."""
        self._opened = opened
        self._path = path
        self._projects = projects
        self._today = today
        self._reports: dict[str, Report] = {}

    def judge(self, prepared: Prepared) -> Report | Finding:
        """The report of an article of the spec, or a finding that memory or stack ran out.

        With the last report the verdict is saved.
        """
        try:
            report = prepared.check()
            self._add(prepared, report)
        except EXHAUSTED as error:
            return _exhausting(prepared, error)
        return report

    def _add(self, prepared: Prepared, report: Report) -> None:
        file = self._projects.spec_file(self._path)
        if self._opened.findings or not self._projects.cache.keeps(file.root):
            return
        self._reports[prepared.rendition.file] = report
        if len(self._reports) == len(self._opened.prepared):
            self._save(file, prepared.spec)

    def _save(self, file: SpecFile, spec: Spec) -> None:
        read = self._projects.read(self._path)
        rests_on = _rests_on(self._opened.prepared, self._reports, read)
        if rests_on is not None:
            articles = (
                ArticleVerdict(one.rendition.file, one.families, self._reports[one.rendition.file])
                for one in self._opened.prepared
            )
            outlines, opened = claim_outlines(spec), self._opened
            verdict = SpecVerdict(opened.path, outlines, tuple(articles), opened.sources, opened.files)
            cache = self._projects.cache
            day = self._today if cache.is_extended or depends_on_day(spec) else None
            own = (read[""], self._opened.prepared[0].locked.digest)
            cache.save(file, own, rests_on, verdict, day)


def _exhausting(prepared: Prepared, error: BaseException) -> Finding:
    spec, line = prepared.spec.path, prepared.rendition.line
    return as_finding(exhausted(type(error), spec, line), spec, line)


def _rests_on(
    prepared: Sequence[Prepared], reports: Mapping[str, Report], read: Mapping[str, str]
) -> list[tuple[str, str]] | None:
    """The files that a verdict rests on, as the spec writes them, with the digests of the bytes that were judged.

    None if one of them may be read otherwise the next time.
    """
    spec, sources = prepared[0].spec, prepared[0].sources
    stored = {pair for report in reports.values() for pair in report.stored}
    digests = dict(stored)
    files = {one.id: sources.files[one.id] for one in spec.sources if one.id in sources.files}
    if len(digests) < len(stored) or not sources.texts.unsettled.isdisjoint(files.values()):
        return None
    absent = {name: ABSENT for name, file in files.items() if not isinstance(file, Path)}
    return [
        *((written, digest) for written, digest in read.items() if written),
        *((one.rendition.file, reports[one.rendition.file].article.sha256) for one in prepared),
        *((one.text, absent.get(one.id) or digests.get(one.id, "")) for one in spec.sources if one.id in files),
    ]


def judge_spec(path: Path, projects: Projects, today: date) -> Judged:
    """Judge a spec, and save its verdict."""
    opened = open_spec(path, projects, today=today)
    unsaved = Unsaved(opened, path, projects, today)
    whole = opened.judged
    judged = list(map(unsaved.judge, opened.prepared))
    reports = tuple(one for one in judged if isinstance(one, Report))
    exhausting = (one for one in judged if isinstance(one, Finding))
    return whole._replace(reports=reports, findings=(*whole.findings, *exhausting))


def page_spec(path: Path, projects: Projects, today: date) -> Judged:
    """Judge a spec, and keep each of its articles as a page to read; no verdict is saved."""
    opened = open_spec(path, projects, today=today)
    found = list(map(_page, opened.prepared))
    read = [one for one in found if not isinstance(one, Finding)]
    exhausting = (one for one in found if isinstance(one, Finding))
    whole = opened.judged
    return whole._replace(
        reports=tuple(report for report, _ in read),
        findings=(*whole.findings, *exhausting),
        pages=tuple(page for _, page in read),
    )


@uncollected()
def _page(prepared: Prepared) -> tuple[Report, object] | Finding:
    from factspec.rules.page_making import page_of  # few forms of report show articles

    try:
        case = prepared.case()
        report = report_on(case)
        return report, page_of(case, report)
    except EXHAUSTED as error:
        return _exhausting(prepared, error)


def judge_share(paths: Sequence[Path], *, folder_of: FolderOf, today: date, pages: bool = False) -> list[Judged]:
    """Judge specs apart from all others, as another process does; with `pages` their articles are kept."""
    projects, judge = Projects(folder_of), page_spec if pages else judge_spec
    return [judge(path, projects, today) for path in paths]


def _files(path: Path, projects: Projects, locked: Locked) -> tuple[ReadFile, ...]:
    """The files that a spec and its policy were read from; the other files that a spec names are lists of sources."""
    project = projects.of(path)
    shown = shown_path(path, project.root)
    found = [
        ReadFile("sources", named_path(shown, written), digest) if written else ReadFile("spec", shown, digest)
        for written, digest in projects.read(path).items()
    ]
    if locked.digest != ABSENT:
        found.append(ReadFile("lock", shown_path(lock_of(path), project.root), locked.digest))
    if project.digest and project.has_policy:
        found.append(ReadFile("policy", FILE, project.digest))
    return tuple(found)


def _declared(spec: Spec) -> tuple[DeclaredSource, ...]:
    return tuple(
        DeclaredSource(
            id=one.id,
            line=one.line,
            title=one.csl.get("title", ""),
            text=one.text,
            pinned=bool(one.sha256),
            role=one.role,
            origin=one.origin,
            cited_as=one.cited_as,
            path=named_path(spec.path, one.text) if one.text else "",
            url=one.url,
            publisher=one.csl.get("publisher", ""),
            issued=one.csl.get("issued", ""),
        )
        for one in spec.sources
    )
