"""Specs as pytest collects them: a file of items, each fails with all findings about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factspec.language.printing import printable
from factspec.projects.paths import named_path, real_path
from factspec.projects.projects import Projects
from factspec.projects.verdict import ClaimOutline, Judged
from factspec.projects.verdict_cache import CacheFolder, FolderOf, nowhere, secret_outside
from factspec.pytest_items.parts import RunPart, written
from factspec.pytest_items.summary import of_article, of_item
from factspec.registry import EntryError
from factspec.reports.forms.text import block
from factspec.reports.item_names import PATH_LIMIT, address, endings
from factspec.rules.finding import Finding, Report, Severity, counted_alone

# Where pytest saves verdicts: in its own cache folder.


def folders_of(config: pytest.Config) -> FolderOf:
    """The folder for verdicts of all projects, in pytest's cache; none if pytest or the caller wants no cache."""
    # Without pytest's plugin for its cache the configuration has no such attribute.
    cache = getattr(config, "cache", None)
    if cache is None or config.getoption("factspec_no_cache"):
        return nowhere

    def folder_of(root: Path) -> CacheFolder | None:
        secret = secret_outside(root, config.rootpath)
        folder = _made(cache) if secret else None
        return CacheFolder(folder, secret) if secret and folder else None

    return folder_of


def _made(cache: pytest.Cache) -> Path | None:
    """The folder, made if need be; None if it cannot be made, or is reached through a link."""
    try:
        folder = Path(cache.mkdir("factspec"))
    except (OSError, ValueError):
        return None
    return None if any(place.is_symlink() for place in (folder, folder.parent, folder.parent.parent)) else folder


class NotAsApproved(Exception):  # noqa: N818 -- what a reader sees is the finding, not this name
    """An article that does not say what was approved; the text is that of the findings."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings."""
        super().__init__(_lines(findings))
        self.findings = findings


def _lines(findings: Iterable[Finding], width: int | None = None) -> str:
    return "\n".join(line for finding in findings for line in block(finding, width))


def unusable(error: EntryError) -> str:
    """What is printed about an entry of another distribution that cannot be used."""
    return f"factspec: {printable(str(error), _ERROR_LIMIT)}"


_ERROR_LIMIT = 1000
_PROJECTS = pytest.StashKey[Projects]()
_COLLECTED = pytest.StashKey[set[Path]]()


def projects_of(session: pytest.Session) -> Projects:
    """The projects of a run of pytest."""
    if _PROJECTS not in session.stash:
        session.stash[_PROJECTS] = Projects(folders_of(session.config))
    return session.stash[_PROJECTS]


def collected_of(session: pytest.Session) -> set[Path]:
    """The specs that pytest came by, by their paths as named and with every link followed."""
    return session.stash.setdefault(_COLLECTED, set())


class ShownFile(pytest.File):
    """A file of items."""

    @cached_property
    def shown_path(self) -> Path:
        """The path, its characters made safe to print."""
        return Path(printable(str(self.path), PATH_LIMIT))


class _Verdicts(NamedTuple):
    """What items need of a report: the article's path, the ids of the claims that were judged, the findings, figures.

    `found` has the findings that are listed, by the claim, or by the family if they are about none; `figures` is
    what is sent to the summary about the article, `passed` what is sent about an item without a finding, by the number
    of claims that it checks.
    """

    path: str
    claims: frozenset[str]
    found: Mapping[tuple[str, str], tuple[Finding, ...]]
    figures: dict[str, Any]
    passed: tuple[dict[str, Any], ...]


class _Article:
    """An article whose verdicts are known, or are found when the first of its items runs."""

    def __init__(self, spec: Path, find: Callable[[], Report | Finding] | Report, part: RunPart | None = None) -> None:
        """Know the report, or how it is found; `part` is what is known of the part of the run's report before."""
        self._spec = spec
        self._part = part
        self._is_complete = False
        self._find = None if isinstance(find, Report) else find
        self._known = self._add(find, cached=True) if isinstance(find, Report) else None

    @property
    def verdicts(self) -> _Verdicts:
        """The result of the check. Neither the article nor the report is kept, because there may be many.

        Without memory for the check the first item fails and the others are skipped.
        """
        if self._find is not None:
            find, self._find = self._find, None
            found = find()
            if isinstance(found, Finding):
                self._complete(findings=(found,))
                raise NotAsApproved(found)
            self._known = self._add(found, cached=False)
        if self._known is None:
            pytest.skip("the article was not judged, for the reason at its first item")
        return self._known

    def _add(self, report: Report, *, cached: bool) -> _Verdicts:
        self._complete(reports=(report,))
        return _verdicts(report, self._spec, cached=cached)

    def _complete(self, **found: Any) -> None:
        self._is_complete = True
        if self._part:
            self._part = self._part._replace(judged=tuple(one._replace(**found) for one in self._part.judged))

    def part(self) -> RunPart | None:
        """The part of the run's report that this article is, if it was judged; once, as each item asks."""
        if not self._is_complete:
            return None
        part, self._part = self._part, None
        return part


def _verdicts(report: Report, spec: Path, *, cached: bool) -> _Verdicts:
    figures = of_article(report, spec, cached=cached)
    return _Verdicts(
        report.article.path,
        frozenset(claim.id for claim in report.claims),
        _listed(report),
        figures,
        tuple(of_item((), claims=claims, article=figures) for claims in (0, 1)),
    )


def _listed(report: Report) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if not counted_alone(finding):
            found.setdefault((finding.claim, "" if finding.claim else finding.family), []).append(finding)
    return {key: tuple(findings) for key, findings in found.items()}


class SpecFile(ShownFile):
    """One spec: an item for each claim and forbidden wording, and for each family of rules an article has work for."""

    def collect(self) -> Iterable[pytest.Item]:
        """The items; a spec or an article that cannot be read is one failing item `spec`."""
        try:
            return list(self._collected())
        except EntryError as error:
            raise self.CollectError(unusable(error)) from error

    def _collected(self) -> Iterator[pytest.Item]:
        projects, today = projects_of(self.session), date.today()  # noqa: DTZ011 -- the reader's own day
        changed = self.config.pluginmanager.get_plugin("factspec_changed")
        if changed and not changed.is_judged(self.path, projects):
            return
        find = projects.verdict if self._is_reported else projects.verdict_of_items
        verdict = find(self.path, today)
        if verdict is None:
            yield from self._judged_items(projects, today)
            return
        paths = {one.file: named_path(verdict.path, one.file) for one in verdict.articles}
        ending = endings(list(paths.values()))
        for number, one in enumerate(verdict.articles):
            article = _Article(self.path, one.report, self._part(number, len(paths), verdict.judged))
            yield from self._items(article, verdict.claims, one.families, ending[paths[one.file]])

    def _judged_items(self, projects: Projects, today: date) -> Iterator[pytest.Item]:
        """The items of a spec without a saved verdict; what reads and judges is loaded for the first one."""
        from factspec.facts.found import KINDS
        from factspec.projects.judging import Unsaved, claim_outlines, open_spec

        # Kinds of fact are read when the items run, which is too late to report one that cannot be used.
        KINDS.load_others()
        opened = open_spec(self.path, projects, today=today)
        count = len(opened.prepared)
        wrong = (*projects.of(self.path).findings, *opened.findings)
        if wrong:
            part = RunPart(
                str(self.path), articles=count, judged=(opened.judged,), missing=projects.of(self.path).findings
            )
            yield FindingsItem.from_parent(self, name="spec", found=wrong, part=part)
        unsaved = Unsaved(opened, self.path, projects, today)
        for number, prepared in enumerate(opened.prepared):
            paths = [named_path(opened.path, one.file) for one in prepared.spec.renditions]
            ending = endings(paths)[named_path(opened.path, prepared.rendition.file)]
            article = _Article(self.path, partial(unsaved.judge, prepared), self._part(number, count, opened.judged))
            yield from self._items(article, claim_outlines(prepared.spec), prepared.families, ending)

    @property
    def _is_reported(self) -> bool:
        return bool(self.config.getoption("factspec_report"))

    def _part(self, number: int, count: int, judged: Judged) -> RunPart | None:
        """What is known of an article's part of the run's report before it is judged."""
        known = judged._replace(reports=(), findings=())
        return RunPart(str(self.path), number, count, (known,)) if self._is_reported else None

    def _items(
        self, article: _Article, claims: Iterable[ClaimOutline], families: Iterable[str], ending: str
    ) -> Iterator[pytest.Item]:
        for claim in claims:
            item: ClaimItem = ClaimItem.from_parent(self, name=claim.id + ending)
            item.article, item.about, item.line = article, claim.id, claim.line
            if claim.tags:
                item.extra_keyword_matches.update(claim.tags)
            yield item
        for family in families:
            of_family: FamilyItem = FamilyItem.from_parent(self, name=f"article:{family}{ending}")
            of_family.article, of_family.about = article, family
            yield of_family


def _width(config: pytest.Config) -> int | None:
    """The width of the terminal that pytest writes to, if it is one."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return config.get_terminal_writer().fullwidth if getattr(reporter, "isatty", False) else None


class _Headlines:
    """A failure as `--tb=line` shows it: the first line of each finding, which pytest prints as `reprcrash`."""

    class _Crash(NamedTuple):
        message: str

        def __str__(self) -> str:
            return self.message

    def __init__(self, shown: str) -> None:
        """Keep the lines that are not indented."""
        self.reprcrash = self._Crash("\n".join(line for line in shown.splitlines() if not line.startswith(" ")))

    def toterminal(self, _out: Any) -> None:
        """Print nothing more."""

    def __str__(self) -> str:
        return self.reprcrash.message


class _Item(pytest.Item):
    """An item that fails with the findings about it."""

    factspec_judged: dict[str, Any] | None = None
    parent: ShownFile
    # The line of the file that it is about.
    line = 1

    def fail_with(self, findings: Iterable[Finding]) -> None:
        """Fail if a finding is an error, with all of them."""
        found = tuple(findings)
        if _failing(found):
            raise NotAsApproved(*found)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings alone, without a traceback."""
        if isinstance(excinfo.value, NotAsApproved):
            shown = _lines(excinfo.value.findings, _width(self.config))
            return _Headlines(shown) if self.config.getoption("tbstyle", "auto") == "line" else shown
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The file, its name made safe to print, the line, from 0, and the item's name as a heading.

        pytest takes a heading that is the end of the item's id for a dotted name, and would show `a.txt` as `a::txt`.
        """
        return self.parent.shown_path, self.line - 1, f"{self.name} ({self.parent.nodeid})"


class FindingsItem(_Item):
    """An item whose findings were known when it was collected."""

    def __init__(self, *, found: tuple[Finding, ...], part: RunPart, **keywords: Any) -> None:
        """Keep the findings, and the part of the run's report that they are."""
        super().__init__(**keywords)
        self._found = found
        self._part = part

    def factspec_part(self) -> str:
        """The part of the run's report as JSON."""
        return written(self._part, self.config)

    def runtest(self) -> None:
        """Fail with the findings, which the summary counts."""
        self.factspec_judged = of_item(self._found, claims=0, article={})
        self.fail_with(self._found)


class _ArticleItem(_Item):
    """An item about one thing in one article: a claim, or a family of rules."""

    # Set by the file that makes the items, because keywords of a constructor would pass through pytest's for each.
    article: _Article
    about: str

    def runtest(self) -> None:
        """Fail with the findings about it, and leave for the summary what was judged."""
        self.skip_unjudged()
        verdicts = self.article.verdicts
        found = verdicts.found.get(self.key)
        if found is None:
            self.factspec_judged = verdicts.passed[self.claims]
            return
        self.factspec_judged = of_item(found, claims=self.claims, article=verdicts.figures)
        self.fail_with(found)

    def factspec_part(self) -> str:
        """The part of the run's report that the article is, as JSON; empty after the first item of the article."""
        part = self.article.part()
        return written(part, self.config) if part else ""

    # How many claims the item checks.
    claims = 0

    @property
    def key(self) -> tuple[str, str]:
        """The claim and the family that the findings of this item have."""
        raise NotImplementedError

    def skip_unjudged(self) -> None:
        """Skip if the report does not mention this item."""


class ClaimItem(_ArticleItem):
    """A claim or a forbidden wording."""

    claims = 1

    @property
    def key(self) -> tuple[str, str]:
        """The findings about this claim, of whatever family."""
        return self.about, ""

    def skip_unjudged(self) -> None:
        """A claim that a partial rendition leaves out was not judged."""
        if self.about not in self.article.verdicts.claims:
            pytest.skip(f"not in {printable(self.article.verdicts.path)}, which is a partial rendition")


class FamilyItem(_ArticleItem):
    """What a family of rules finds in an article as a whole."""

    @property
    def key(self) -> tuple[str, str]:
        """The findings of this family that are about no claim."""
        return "", self.about


def _failing(found: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in found)


def spec_file(parent: pytest.Collector, path: Path) -> pytest.Collector:
    """The collector of a spec; a name that is not safe to print is escaped in its items' ids."""
    collected_of(parent.session).update((path, real_path(path)))
    plain: SpecFile = SpecFile.from_parent(parent, path=path)
    safe = address(plain.nodeid)
    if safe == plain.nodeid:
        return plain
    escaped: SpecFile = SpecFile.from_parent(parent, path=path, name=address(plain.name), nodeid=safe)
    return escaped
