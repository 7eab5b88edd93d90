"""What every test shares: documents made of text, and the law that a finding's place holds what it speaks of."""

import gc
import html
import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from jsonschema import Draft7Validator

import factspec
import factspec.projects.judging
import factspec.reports.forms.json
import factspec.rules.run
from factspec.approved.lock import Lock, Signature
from factspec.articles.article import Article, ArticleError
from factspec.claims.evidence.stored import StoredText
from factspec.claims.index import index_of
from factspec.language.places import Place
from factspec.projects.loading import parse_article
from factspec.projects.verdict import Run
from factspec.reports.summary import REPORT_SCHEMA
from factspec.rules.approving import approved_now, completed, with_notes, with_text
from factspec.rules.case import Subject
from factspec.rules.finding import Finding, Report
from factspec.specs.model import Spec
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import Policy

# Examples are the same in every run, and a busy machine is no failure.
settings.register_profile(
    "thorough", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("steady", settings.get_profile("thorough"), max_examples=30)
settings.load_profile("steady")

# A pytest that a test runs inside this one drops the modules that it was the first to import, and the next one imports
# them anew. So all of them are imported here, once.
for _module in walk_packages(factspec.__path__, "factspec."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)

# A job in the background has Ctrl-C ignored, and so would have every process that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

_SEED = Path(__file__).parents[2] / "shared" / "seed" / "000_b2a12e75be1fa79e.txt"


# What no claim covers is of no interest to tests of other rules.
_QUIET = Policy(rules={"uncovered": "off"})


def pytest_collection_finish() -> None:
    """Keep ten thousand items out of each search for cycles: they live as long as the run."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def pytester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A pytest inside this one, with the plugin of factspec and no other that is installed: others take most of its
    time. `-p xdist.plugin` adds workers.
    """
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "factspec.pytest_plugin")
    # Older versions of pytest warn that the plugin, which the tests have loaded, is named once more.
    monkeypatch.setenv("PYTEST_ADDOPTS", "-Wignore::pytest.PytestAssertRewriteWarning")
    return pytester


# What programs take from whoever starts them, and tests must not.
_LEFT_OUT = (
    "CI CLICOLOR CLICOLOR_FORCE COLORTERM EDITOR FORCE_COLOR LANG LANGUAGE NO_COLOR PAGER PY_COLORS VISUAL".split()
)
_LEFT_OUT += "PYTEST_ADDOPTS PYTEST_DISABLE_PLUGIN_AUTOLOAD PYTEST_PLUGINS PYTHONPATH PYTHONWARNINGS TERM".split()


@pytest.fixture(scope="session", autouse=True)
def _environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests and the programs that they start know nothing of the person, the terminal and the repository around
    them: a home, a cache and a configuration of git of their own, and lines of 80 characters without colour.
    """
    home = tmp_path_factory.mktemp("home")
    ours = dict.fromkeys(("HOME", "USERPROFILE"), home) | dict.fromkeys(
        ("XDG_CACHE_HOME", "LOCALAPPDATA"), home / "cache"
    )
    git = {"CONFIG_GLOBAL": os.devnull, "CONFIG_NOSYSTEM": "1", "CEILING_DIRECTORIES": tmp_path_factory.getbasetemp()}
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name in _LEFT_OUT or name.startswith(("GIT_", "GITHUB_", "LC_", "XDG_")):
                patch.delenv(name)
        for name, value in (ours | {f"GIT_{name}": value for name, value in git.items()}).items():
            patch.setenv(name, str(value))
        patch.setenv("COLUMNS", "80")
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture
def seed() -> Path:
    """The article that the project was asked for."""
    if not _SEED.is_file():
        pytest.skip(f"the real article is not at {_SEED}")
    return _SEED


@pytest.fixture
def hold() -> Callable[..., Report]:
    """Hold an article against a spec, both given as text; the spec without its first two keys.

    `approved` is the article as it was when all claims of the spec were approved, and `was` the spec if that was
    another one; with `whole` the lock has everything that it records, not only the claims, and with `lines` the text
    of the article too, which each of `readers` approved.
    """

    def hold(
        article: str,
        spec: str,
        *,
        format: str = "text",
        policy: Policy | None = None,
        today: date | None = None,
        sources: dict[str, StoredText] | None = None,
        head: str = "",
        approved: str = "",
        was: str = "",
        whole: bool = False,
        lines: bool = False,
        readers: Sequence[str] = ("Ada Lind",),
    ) -> Report:
        suffix = {"text": "txt", "markdown": "md", "html": "html"}[format]
        head = "factspec: 1\n" + (head or f"article: ../articles/a.{suffix}\n")
        loaded: Spec = parse_spec((head + dedent(spec)).encode(), "specs/a.factspec.yaml")
        styles = loaded.renditions[0].styles
        parsed = parse_article(article.encode(), format, styles=styles, path=f"articles/a.{suffix}")
        chosen = policy or _QUIET
        lock = None
        if approved:
            spec_then = parse_spec((head + dedent(was or spec)).encode(), "specs/a.factspec.yaml")
            then = parse_article(approved.encode(), format, styles=styles, path=f"articles/a.{suffix}")
            subject = factspec.rules.run.subject_of(spec_then, then, chosen)
            by, day = "Ada Lind", date(2026, 5, 20)
            claims = {one.id for one in spec_then.claims}
            lock = Lock(approved_now(subject, claims, by=by, on=day), {})
            case = factspec.rules.run.case_of(subject, sources=sources or {}, today=None)
            if whole or lines:
                lock = completed(lock, [case], Signature(by, day))
            for reader in readers if lines else ():
                signature = Signature(reader, day)
                lock = with_text(lock, case, range(len(case.article.sentences)), signature)
                lock = with_notes(lock, case, signature)
        return factspec.rules.run.check(loaded, parsed, policy=chosen, sources=sources, lock=lock, today=today)

    return hold


@pytest.fixture
def families_of() -> Callable[..., tuple[str, ...]]:
    """The families of rules that have an article as a whole to judge, of an article and a spec given as text."""

    def families(article: str, spec: str, *, format: str = "text") -> tuple[str, ...]:
        loaded = parse_spec(f"factspec: 1\narticle: a.txt\n{dedent(spec)}".encode(), "a.factspec.yaml")
        parsed = parse_article(article.encode(), format, path="a.txt")
        return factspec.rules.run.families(factspec.rules.run.subject_of(loaded, parsed))

    return families


@pytest.fixture(scope="session", autouse=True)
def _places_hold() -> Iterator[None]:
    """For every finding in every test, the article's text at its place is the text that it speaks of."""
    judge = factspec.rules.run.judge

    def judged(subject: Subject, **options: object) -> Report:
        report = judge(subject, **options)  # type: ignore[arg-type]
        for finding in report.findings:
            assert_place(subject.article, finding)
        return report

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(factspec.rules.run, "judge", judged)
        patch.setattr(factspec.projects.judging, "judge", judged)
        yield


@pytest.fixture(scope="session", autouse=True)
def _reports_hold() -> Iterator[None]:
    """Every JSON report in every test is valid by the schema that the package ships."""
    validator = Draft7Validator(json.loads(REPORT_SCHEMA.read_text(encoding="utf-8")))
    as_object = factspec.reports.forms.json.as_object

    def valid(run: Run) -> dict[str, Any]:
        report = as_object(run)
        validator.validate(json.loads(json.dumps(report)))
        return report

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(factspec.reports.forms.json, "as_object", valid)
        yield


def assert_place(article: Article, finding: Finding) -> None:
    """The source at a finding's place, read as its format, is the found text or the first difference in it."""
    if finding.rule == "unread-changed":  # it shows what is not read, at the line where it is
        assert finding.column == 1
        return
    if finding.path != article.path:
        assert finding.path == finding.spec or (finding.family == "sources" and finding.path.endswith(".json"))
        return
    start = article.lines.offset(Place(finding.line, finding.column))
    end = article.lines.offset(Place(finding.end_line, finding.end_column))
    stretch = article.source[start:end]
    spoken = {_plain(finding.found), *(_plain(finding.found[one.start : one.end]) for one in finding.differences)}
    if any(one.kind == "citation" for one in finding.differences):
        assert _cites(stretch, article.format) == finding.found.startswith("["), (stretch, finding)
        return
    if any(one.kind == "place" for one in finding.differences):
        number = next(
            one.block for one in article.sentences if article.place(one.start) == (finding.line, finding.column)
        )
        assert finding.found == (" › ".join(index_of(article).path(number)) or "no heading")
        return
    assert spoken & {_plain(stretch), _plain(_read(stretch, article.format))}, (stretch, finding)


def _cites(stretch: str, format: str) -> bool:
    """Whether a stretch of source is a marker or a link, and no more."""
    try:
        read = parse_article(f"a {stretch}".encode(), format)
    except ArticleError:
        return False
    return bool(read.markers or read.links)


def _plain(text: str) -> str:
    """A text without white space and the bars between the cells of a table."""
    return "".join(text.replace("|", " ").split())


def _read(stretch: str, format: str) -> str:
    try:
        return parse_article(stretch.encode(), format).text
    except ArticleError:
        # An entity alone may show nothing.
        return html.unescape(stretch) if format == "html" else ""
