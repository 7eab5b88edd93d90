"""Draft the specs of articles and write them, each whole or not at all, and never over another file."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from factspec.approved.lock import EMPTY
from factspec.approved.lock_text import written
from factspec.articles.article import ArticleError
from factspec.articles.contracts import FORMATS
from factspec.articles.reading import LIMIT, read_article, suffixes, unusual_styles
from factspec.language.printing import printable, printable_path
from factspec.projects.globs import articles_at, spec_folder, specs_by_article
from factspec.projects.judging import Prepared, open_spec
from factspec.projects.paths import (
    SPEC_LIMIT,
    SPEC_SUFFIX,
    PathRefused,
    Unreadable,
    exists,
    find_root,
    first_bytes,
    folders_below,
    inside,
    is_folder,
    leads_out,
    lock_of,
    on_disk,
    plain_path,
    policy_in,
    read_regular,
    read_spec,
    real_path,
    resolve_inside,
    shown_path,
)
from factspec.projects.projects import EXHAUSTED, Project, Projects
from factspec.projects.uncollected import uncollected
from factspec.projects.whole_files import replace, write_new
from factspec.rules.drafting import additions, drafted, new_sources
from factspec.specs.claims import has_words
from factspec.specs.editing import Insert, edited
from factspec.specs.entries import claim_value, source_value, spec_text
from factspec.specs.model import Rendition, Source, Spec
from factspec.specs.policy import Policy
from factspec.specs.spans import EditError

# A process costs about what drafting so many specs does; so many are drafted between two lines of progress.
_WORTH_A_PROCESS = 8
_AT_ONCE = 64
# The lock of a draft: none of its claims is approved.
_NO_APPROVALS = written(EMPTY)


class Order(NamedTuple):
    """A spec to draft: its article, its own path, and the project of both.

    `schema` is the path of the schema for editors as the spec names it. `updates` if the spec is there and is added to.
    `problem` says why it is not drafted.
    """

    article: Path
    spec: Path
    root: Path
    policy: Policy
    schema: str = ""
    updates: bool = False
    problem: str = ""


class Outcome(NamedTuple):
    """What became of an article: its spec, and how many claims and waivers are new there, or the problem.

    Paths are as shown. `updates` if the spec was there before.
    """

    article: str
    spec: str
    updates: bool = False
    claims: int = 0
    waivers: int = 0
    problem: str = ""


class NotDrafted(Exception):  # noqa: N818 -- the noun says what happened
    """A spec that was not written; the text says why, and what to do."""


_SCHEMA = "spec.schema.json"
_SCHEMA_NAMED = re.compile(rb"# yaml-language-server: \$schema=([\w./:-]+)\r?\n", re.ASCII)
_LONGEST_COMMENT = 500


# Which articles are drafted, and where their specs are.


class Call(NamedTuple):
    """What `orders` is asked for.

    `start` is the working directory, which is the project's root if nothing else is. Specs are written to `output`, or
    to the project's folder of specs. With `update` specs that are there are added to, and no new one is written.
    """

    start: Path
    output: Path | None = None
    update: bool = False


def orders(paths: Sequence[Path], call: Call, projects: Projects) -> Iterator[Order]:
    """What to draft for the articles in files and folders, in order, each article once.

    Articles in a folder that have a spec are passed over, or with `update` those that have none.
    """
    seen: set[Path] = set()
    used: set[Path] = set()
    for path in paths:
        for article in _articles(path, call, projects):
            if real_path(article) not in seen:
                seen.add(real_path(article))
                yield _order(article, call, projects, used)


def _articles(path: Path, call: Call, projects: Projects) -> Iterable[Path]:
    """An article, or those of a folder: what the policy calls articles, otherwise every file that a format reads."""
    if not is_folder(path):
        return [path]
    project = projects.of(_root(path, call.start))
    if project.policy.articles:
        named = {real_path(one) for pattern in project.policy.articles for one in articles_at(project.root, pattern)}
    done = projects.one(_Named).of(project, projects)
    found = (one for place in folders_below(path, project.root) for one in sorted(place.iterdir()))
    return [
        one
        for one in found
        if one.suffix.lower() in suffixes()
        and not one.name.startswith(".")
        and (real_path(one) in done) == call.update
        and (not project.policy.articles or real_path(one) in named)
    ]


def _root(path: Path, start: Path) -> Path:
    """The root of the project of an article, or of a folder: `start` if it contains the article and nothing else is."""
    root = find_root(path if is_folder(path) else path.absolute().parent)
    is_project = policy_in(root / "pyproject.toml") is not False or exists(root / ".git")
    return root if is_project or not inside(plain_path(path), plain_path(start)) else plain_path(start)


def _order(article: Path, call: Call, projects: Projects, used: set[Path]) -> Order:
    project = projects.of(_root(article, call.start))
    folder = call.output or project.root / spec_folder(project.policy)
    schema = projects.one(_Schemas).of(folder, project.root)
    order = Order(article, folder, project.root, project.policy, schema, call.update)
    if project.mistakes:
        return order._replace(problem=f"the policy is wrong: {project.mistakes[0]}")
    there, free = _places(article, folder, project, projects, used)
    there = there or projects.one(_Named).of(project, projects).get(real_path(article))
    if call.update:
        return order._replace(spec=there) if there else order._replace(problem=f"it has no spec; {_WITHOUT}")
    if there:
        shown = printable_path(shown_path(there, project.root))
        return order._replace(spec=there, problem=f"its spec {shown} is there already; {_WITH}")
    if free is None:
        return order._replace(problem="specs of other articles have all names that its spec could have; rename it")
    used.add(free)
    return order._replace(spec=free)


_WITH = "`--update` adds what it does not account for"
_WITHOUT = "leave out `--update` to draft one"


def _places(
    article: Path, folder: Path, project: Project, projects: Projects, used: Collection[Path]
) -> tuple[Path | None, Path | None]:
    """The spec of an article if it has one of its names, and the first of these names that is free."""
    free = None
    for name in _names(article, project):
        spec = plain_path(folder / f"{name}{SPEC_SUFFIX}")
        if not os.path.lexists(spec):
            free = free or (None if spec in used else spec)
        elif _is_of(spec, article, projects):
            return spec, free
    return None, free


class _Named:
    """The specs by their articles in each project, read once in a run."""

    def __init__(self) -> None:
        self._known: dict[Path, dict[Path, Path]] = {}

    def of(self, project: Project, projects: Projects) -> dict[Path, Path]:
        """The first spec that names each article of a project, by the article with links followed."""
        if project.root not in self._known:
            self._known[project.root] = specs_by_article(project, projects)
        return self._known[project.root]


def _is_of(spec: Path, article: Path, projects: Projects) -> bool:
    """Whether a spec names an article, or cannot be read and may name it."""
    named = projects.articles_named(spec)
    return not named or any(real_path(real_path(spec.parent) / on_disk(one)) == real_path(article) for one in named)


# Longer names are cut: a file's name has 255 bytes at most on most systems, and the ending needs some of them.
_LONGEST_NAME = 60


def _names(article: Path, project: Project) -> Iterator[str]:
    """The names that a spec may have: its article's, with the folder before it, and the whole path."""
    whole = Path(shown_path(article, project.root))
    yield _name(article.stem)
    yield _name(f"{plain_path(article).parent.name}-{article.stem}")
    yield _name("-".join(whole.parts))


def _name(text: str) -> str:
    """A name of a file without the signs that shells, systems and pytest read otherwise."""
    kept = "".join(one if one.isalnum() or one in "._-" else "-" for one in text.encode(errors="replace").decode())
    return kept.strip(".-")[:_LONGEST_NAME] or "article"


# Drafting and writing.


def draft_all(wanted: Sequence[Order], today: date, jobs: int = 1) -> Iterator[Outcome]:
    """Draft specs and write them, in order; if there are many, up to `jobs` processes do it at once."""
    share = partial(_draft_share, today=today)
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        processes = min(jobs, len(some) // _WORTH_A_PROCESS)
        if processes < 2:
            yield from share(some)
        else:
            from factspec.projects.processes import in_shares

            yield from in_shares(share, some, processes)


def _draft_share(some: Sequence[Order], today: date) -> list[Outcome]:
    return [_draft(order, today) for order in some]


def _draft(order: Order, today: date) -> Outcome:
    article, spec = (shown_path(path, order.root) for path in (order.article, order.spec))
    outcome = Outcome(article, spec, order.updates)
    if order.problem:
        return outcome._replace(problem=order.problem)
    try:
        if order.updates:
            return outcome._replace(claims=_update(order, today))
        spec_written = _written(order, outcome, today)
        return outcome._replace(claims=len(spec_written.claims), waivers=len(spec_written.waivers))
    except _REFUSED as error:
        return outcome._replace(problem=_problem(error))


_REFUSED = (ArticleError, Unreadable, PathRefused, NotDrafted, EditError, OSError, *EXHAUSTED)


def _problem(error: BaseException) -> str:
    """Why there is no draft, and what to do."""
    match error:
        case ArticleError():
            return f"line {error.line}, column {error.column}: {error}" if error.line else str(error)
        case Unreadable():
            return f"the file {error}; {error.advice}"
        case PathRefused():
            return f"{error.message}; {error.advice}"
        case EditError():
            return f"its spec cannot be added to: {error}"
        case OSError():
            return f"its spec cannot be written: {(error.strerror or str(error)).lower()}"
        case NotDrafted():
            return str(error)
    return "its draft needs more memory, or a deeper stack, than there is; split the article"


@uncollected()
def _written(order: Order, outcome: Outcome, today: date) -> Spec:
    """Draft a spec and write it with an empty lock."""
    data = read_regular(order.article, LIMIT)
    written = _from_spec(order)
    styles = order.policy.styles
    article = read_article(data, styles=styles, path=outcome.article)
    rendition = Rendition(written, 0)
    if styles is None and not article.markers and (unusual := unusual_styles(data, outcome.article)):
        rendition = rendition._replace(styles=(*FORMATS[article.format].STYLES, *unusual))
        article = read_article(data, styles=rendition.styles, path=outcome.article)
    if not has_words(article.text):
        raise NotDrafted("it has no words; write it, or check the file")
    spec = drafted(article, rendition, order.policy, outcome.spec, today)
    text = spec_text(spec, order.schema).encode()
    if len(text) > SPEC_LIMIT:
        raise NotDrafted(f"its spec would have {len(text):,} bytes; the limit is {SPEC_LIMIT:,}; split the article")
    _write_pair(order.spec, text)
    return spec


@uncollected()
def _update(order: Order, today: date) -> int:
    """Add the claims that a spec lacks, and change no other byte of it; the number of claims."""
    before = read_spec(order.spec, order.root)
    opened = open_spec(order.spec, Projects(), today=today)
    if opened.findings:
        what = f"{printable(str(opened.findings[0]), 300)}"
        raise NotDrafted(f"its spec must be correct before anything is added: {what}")
    files = {real_path(real_path(order.spec.parent) / on_disk(one.rendition.file)): one for one in opened.prepared}
    prepared = files[real_path(order.article)]
    sources = _newly_cited(prepared)
    spec = prepared.spec._replace(sources=(*prepared.spec.sources, *sources))
    added = additions(
        prepared._replace(spec=spec).case(), [*(one.id for one in spec.claims), *(one.id for one in spec.forbidden)]
    )
    edits = [
        *(Insert(("sources",), None, source_value(one)) for one in sources),
        *(Insert(("claims",), None, claim_value(one)) for one in added),
    ]
    if edits:
        _replace(order, before, edited(before, edits))
    return len(added)


def _newly_cited(prepared: Prepared) -> tuple[Source, ...]:
    """The sources that an article cites and its spec does not declare; none if the spec has them from another file."""
    spec = prepared.spec
    if any(one.file for one in spec.sources) or prepared.styles == ():
        return ()
    declared = {label for one in spec.sources for label in (one.id, *one.cited_as)}
    named = {label for marker in prepared.article.markers for label in marker.ids}
    return tuple([one for one in new_sources(prepared.article, declared) if one.id in named])


def _from_spec(order: Order) -> str:
    """The path of the article as the spec names it; raises `PathRefused` or `NotDrafted` if no spec may."""
    folder, root = order.spec.parent, find_root(order.spec)
    if leads_out(folder, root):
        raise NotDrafted(
            f"its folder {printable_path(shown_path(folder, root))} is a link that leads out of the project"
        )
    written = Path(os.path.relpath(plain_path(order.article), real_path(folder))).as_posix()
    if "\n" in written or "\r" in written or not _is_utf_8(written):
        raise NotDrafted("its path has a line end or is not UTF-8, so no spec can contain it; rename it")
    if resolve_inside(root, folder, written, suffixes()) != real_path(order.article):
        raise NotDrafted(f"no path leads from {printable_path(shown_path(folder, root))} to it; name it without links")
    return written


def _is_utf_8(text: str) -> bool:
    return text.encode(errors="replace").decode() == text


class _Schemas:
    """The paths of the schema for editors that new specs name, by their folders, each looked up once in a run."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def of(self, folder: Path, root: Path) -> str:
        """The path that the first spec in a folder names, otherwise that of a copy in the root; empty if none is."""
        if folder not in self._known:
            beside = sorted(folder.glob(f"*{SPEC_SUFFIX}"))[:1]
            named = _SCHEMA_NAMED.match(first_bytes(beside[0], _LONGEST_COMMENT)) if beside else None
            copy = Path(os.path.relpath(root / _SCHEMA, real_path(folder))).as_posix() if exists(root / _SCHEMA) else ""
            self._known[folder] = named[1].decode() if named else copy
        return self._known[folder]


def _replace(order: Order, before: bytes, after: bytes) -> None:
    """Write a spec in the place of what it was, in one step; raises `NotDrafted` if it has changed meanwhile."""
    if len(after) > SPEC_LIMIT:
        raise NotDrafted(f"its spec would have {len(after):,} bytes; the limit is {SPEC_LIMIT:,}; split the article")
    path = real_path(order.spec)
    if read_spec(order.spec, order.root) != before:
        raise NotDrafted("its spec has changed while it was drafted; run this again")
    replace(path, after)


def _write_pair(spec: Path, text: bytes) -> None:
    """Write a spec and its empty lock, the lock first: without it the spec would seem approved.

    Raises `NotDrafted` if there is a lock of another spec, and `OSError` if something cannot be written.
    """
    spec.parent.mkdir(parents=True, exist_ok=True)
    lock = lock_of(spec)
    is_new = _is_new(lock)
    try:
        write_new(spec, text)
    except OSError as error:
        if is_new:
            lock.unlink()
        if isinstance(error, FileExistsError):
            raise NotDrafted("its spec has just been written by another process; look at that one") from error
        raise


def _is_new(lock: Path) -> bool:
    """Write an empty lock, and return whether it is new: one that an interrupted draft left is used as it is."""
    try:
        write_new(lock, _NO_APPROVALS)
    except FileExistsError as error:
        with suppress(Unreadable):
            if read_regular(lock, len(_NO_APPROVALS), follow=False) == _NO_APPROVALS:
                return False
        name = printable(lock.name)
        raise NotDrafted(f"{name} is there without its spec; restore the spec, or delete the lock") from error
    return True
