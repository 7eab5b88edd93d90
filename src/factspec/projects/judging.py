"""From files to a run: what the command line and the pytest plugin share, so that both judge alike."""

import gc
import os
import posixpath
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factspec.articles.article import Article, ArticleError
from factspec.articles.reading import suffixes
from factspec.language.printing import printable
from factspec.projects.globs import PathRefused, find_specs, project_findings, resolve_inside
from factspec.projects.loading import parse_article
from factspec.projects.paths import real_path, shown_path
from factspec.projects.projects import Project, Projects, all_told, told
from factspec.projects.result import Judged, Run
from factspec.projects.stored_texts import SourceFiles, source_files
from factspec.rules.case import Subject
from factspec.rules.finding import Finding
from factspec.rules.report import Report
from factspec.rules.run import families, judge
from factspec.specs.model import Mistake, Rendition, Source, Spec, SpecError
from factspec.specs.policy import Policy, with_policy

# Python's search for cycles, put off while one article is read or judged.


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold no search for cycles inside.

    Reading and judging make some ten thousand small objects that form no cycles and are gone when it is done; the
    search would go through them and through all that the run has kept again and again, a fifth of the whole time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


# Wording of a spec that is never found, because a marker stands in it: markers are no text of an article.


# At the head of a text a number in brackets may be an entry of a list of references.
_BEFORE = "x "
# What a marker of some style has, besides letters and digits.
_MARKING = frozenset("[【［⁰¹²³⁴⁵⁶⁷⁸⁹<")


def unfindable(spec: Spec, rendition: Rendition, article: Article, policy: Policy) -> Iterator[Mistake]:
    """A mistake for each wording in which an article's format and styles of citation find a marker."""
    for key, text, line in _wordings(spec):
        marker = "" if _MARKING.isdisjoint(text) else _marker(text, rendition, article, policy)
        if marker:
            message = f"`{key}` holds the marker `{printable(marker, 60)}`, which is no text, so that it is never found"
            yield Mistake(spec.path, line, 1, message, "write the words without the marker")


def _wordings(spec: Spec) -> Iterator[tuple[str, str, int]]:
    """The key, the words and the line of each wording that a spec looks for."""
    for claim in spec.claims:
        if claim.facts:
            yield from (("facts", fact.text, fact.line) for fact in claim.facts)
        else:
            yield claim.key, claim.text, claim.text_line
    yield from (("says", entry.says, entry.says.line) for entry in spec.forbidden)
    yield from (("at", waiver.at, waiver.line) for waiver in spec.waivers)


def _marker(text: str, rendition: Rendition, article: Article, policy: Policy) -> str:
    styles = with_policy(rendition, policy).styles
    try:
        read = parse_article(f"{_BEFORE}{text}".encode(), article.format, styles=styles)
    except ArticleError:
        return ""
    return next((read.source[one.source_start : one.source_end] for one in read.markers), "")


_UNREADABLE = "article-unreadable"
# A process costs about what judging so many specs does.
_WORTH_A_PROCESS = 8


class CallError(Exception):
    """A call that cannot be carried out, with every mistake in it."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        """Keep the mistakes, a line each."""
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class Prepared(NamedTuple):
    """An article that was read, as a rendition of its spec, and can be held against it."""

    spec: Spec
    rendition: Rendition
    article: Article
    policy: Policy
    today: date
    sources: SourceFiles

    @property
    def families(self) -> tuple[str, ...]:
        """The families of rules that have the article as a whole to judge."""
        return families(self._subject)

    @property
    def _subject(self) -> Subject:
        return Subject(self.spec, self.article, with_policy(self.rendition, self.policy), self.policy)

    @uncollected()
    def check(self) -> Report:
        """Hold the article against the spec."""
        return judge(self._subject, sources=self.sources.of(self.spec, self.article), today=self.today)


class Opened(NamedTuple):
    """A spec with its articles, and what could not be read of them; `path` is the spec's, relative to the root."""

    path: str
    prepared: tuple[Prepared, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()


@uncollected()
def open_spec(path: Path, projects: Projects, *, today: date) -> Opened:
    """Read a spec and its articles; every mistake is a finding, none an exception.

    Articles are not read where the spec, or the policy of its project, is wrong; the policy's mistakes are no findings
    here, but those of its project.
    """
    project = projects.of(path)
    shown = shown_path(path, project.root)
    spec = projects.spec(path)
    if isinstance(spec, SpecError):
        return Opened(shown, findings=all_told(spec.mistakes, shown))
    if project.mistakes:
        return Opened(shown, sources=spec.sources)
    sources, wrong = source_files(spec, path, project.root, projects.texts)
    read = [(rendition, _read(path, spec, rendition, project)) for rendition in spec.renditions]
    articles = [(rendition, one) for rendition, one in read if isinstance(one, Article)]
    idle = (mistake for one in articles for mistake in unfindable(spec, *one, project.policy))
    return Opened(
        shown,
        prepared=tuple(Prepared(spec, rendition, one, project.policy, today, sources) for rendition, one in articles),
        findings=(
            *all_told((*wrong, *dict.fromkeys(idle)), shown),
            *(one for _, one in read if isinstance(one, Finding)),
        ),
        sources=spec.sources,
    )


def _read(spec_path: Path, spec: Spec, rendition: Rendition, project: Project) -> Article | Finding:
    styles = with_policy(rendition, project.policy).styles
    try:
        file = resolve_inside(project.root, spec_path.parent, rendition.file, suffixes())
        shown = _shown_article(file, spec, rendition, project.root)
        return parse_article(file, rendition.format, styles=styles, select=rendition.select, path=shown)
    except PathRefused as error:
        mistake = Mistake(spec.path, rendition.line, 1, error.message, error.advice, error.rule)
    except ArticleError as error:
        if error.line:
            mistake = Mistake(error.path, error.line, error.column, str(error), rule=_UNREADABLE)
        else:
            message = f"{rendition.file}: {error}"
            mistake = Mistake(spec.path, rendition.line, 1, message, rule=_UNREADABLE)
    return told(mistake, spec.path, rendition.line)


def _shown_article(file: Path, spec: Spec, rendition: Rendition, root: Path) -> str:
    """An article's path as its spec names it, by which it is known as a rendition; else that of the file itself."""
    named = named_path(spec, rendition)
    place = root / named
    return named if place == file or real_path(place) == file else shown_path(file, root)


def named_path(spec: Spec, rendition: Rendition) -> str:
    """The path of a rendition from the project's root, as its spec writes it, no link followed."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(spec.path), rendition.file))


def judge_all(paths: Sequence[Path], start: Path, *, today: date, jobs: int = 1) -> Run:
    """Judge the specs in files and folders, or those of the policy where none are given.

    `start` is the folder that the policy is searched from where no path is given. Where there are many specs, up to
    `jobs` processes judge them at once. Raises `CallError` where a path leads to no spec, or none is found.
    """
    projects = Projects()
    project = projects.of(paths[0] if paths else start)
    found = find_specs(paths, project.root, project.policy)
    if found.mistakes and (paths or not project.mistakes):
        raise CallError(found.mistakes)
    judged = _judged(found.specs, projects, today, jobs)
    for path in (*found.specs, *paths, *_common(paths)):
        projects.of(path)
    of_projects = (finding for one in projects.known for _, finding in project_findings(one, projects))
    missing = tuple(of_projects)  # looked for while other processes judge
    return Run(tuple(judged), missing)


def _common(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The folder that holds several paths: its project, as pytest finds it, may name articles in all of them."""
    if len(paths) < 2:
        return ()
    try:
        return (Path(os.path.commonpath([path.absolute() for path in paths])),)
    except ValueError:  # on two drives
        return ()


def _judged(paths: Sequence[Path], projects: Projects, today: date, jobs: int) -> Iterator[Judged]:
    """The specs as judged, in order; the first is judged here, so that other processes find loaded what judges."""
    first, rest = [_judge(path, projects, today) for path in paths[:1]], paths[1:]
    processes = min(jobs, len(rest) // _WORTH_A_PROCESS)
    others: Iterator[Judged]
    if processes < 2:
        others = (_judge(path, projects, today) for path in rest)
    else:
        from factspec.projects.processes import in_shares

        others = in_shares(partial(_judge_share, today=today), rest, processes)
    return chain(first, others)


def _judge_share(paths: Sequence[Path], today: date) -> list[Judged]:
    projects = Projects()
    return [_judge(path, projects, today) for path in paths]


def _judge(path: Path, projects: Projects, today: date) -> Judged:
    opened = open_spec(path, projects, today=today)
    return Judged(opened.path, tuple(one.check() for one in opened.prepared), opened.findings, opened.sources)
