"""Draft the specs of articles and write them, each whole or not at all, and never over another file."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from factspec.articles.article import ArticleError
from factspec.articles.contracts import FORMATS
from factspec.articles.reading import LIMIT, read_article, suffixes, unusual_styles
from factspec.language.printing import printable, printable_path
from factspec.projects.globs import articles_at, covered, spec_folder
from factspec.projects.judging import uncollected
from factspec.projects.paths import (
    SPEC_LIMIT,
    SPEC_SUFFIX,
    PathRefused,
    Unreadable,
    exists,
    find_root,
    folders_below,
    inside,
    is_folder,
    leads_out,
    plain_path,
    policy_in,
    read_regular,
    real_path,
    resolve_inside,
    shown_path,
)
from factspec.projects.processes import in_shares
from factspec.projects.projects import EXHAUSTED, Project, Projects
from factspec.rules.drafting import drafted
from factspec.specs.entries import spec_text
from factspec.specs.model import Rendition
from factspec.specs.policy import Policy

LOCK_SUFFIX = ".factspec.lock"
# A process costs about what drafting so many specs does; so many are drafted between two lines of progress.
_WORTH_A_PROCESS = 8
_AT_ONCE = 64
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Order(NamedTuple):
    """A spec to draft: its article, its own path, and the project of both; `problem` says why it is not drafted."""

    article: Path
    spec: Path
    root: Path
    policy: Policy
    problem: str = ""


class Outcome(NamedTuple):
    """What became of an article: its spec and what a person must settle in it, or the problem; paths as shown."""

    article: str
    spec: str
    claims: int = 0
    waivers: int = 0
    problem: str = ""


class NotDrafted(Exception):  # noqa: N818 -- the noun says what happened
    """A spec that was not written; the text says why, and what to do."""


# Which articles are drafted, and where their specs are.


def orders(paths: Sequence[Path], start: Path, output: Path | None, projects: Projects) -> Iterator[Order]:
    """What to draft for the articles in files and folders, in order, each article once.

    `start` is the working directory, which is the project's root if nothing else is. Specs are written to `output`, or
    to the folder of specs of the project. Articles in a folder that have a spec are passed over.
    """
    seen: set[Path] = set()
    used: set[Path] = set()
    for path in paths:
        for article in _articles(path, start, projects):
            if real_path(article) not in seen:
                seen.add(real_path(article))
                yield _order(article, start, output, projects, used)


def _articles(path: Path, start: Path, projects: Projects) -> Iterable[Path]:
    """An article, or those of a folder: what the policy calls articles, otherwise every file that a format reads."""
    if not is_folder(path):
        return [path]
    project = projects.of(_root(path, start))
    if project.policy.articles:
        named = {real_path(one) for pattern in project.policy.articles for one in articles_at(project.root, pattern)}
    done = covered(project, projects)
    found = (one for place in folders_below(path, project.root) for one in sorted(place.iterdir()))
    return [
        one
        for one in found
        if one.suffix.lower() in suffixes()
        and not one.name.startswith(".")
        and real_path(one) not in done
        and (not project.policy.articles or real_path(one) in named)
    ]


def _root(path: Path, start: Path) -> Path:
    """The root of the project of an article, or of a folder: `start` if it contains the article and nothing else is."""
    root = find_root(path if is_folder(path) else path.absolute().parent)
    is_project = policy_in(root / "pyproject.toml") is not False or exists(root / ".git")
    return root if is_project or not inside(plain_path(path), plain_path(start)) else plain_path(start)


def _order(article: Path, start: Path, output: Path | None, projects: Projects, used: set[Path]) -> Order:
    project = projects.of(_root(article, start))
    folder = output or project.root / spec_folder(project.policy)
    order = Order(article, folder, project.root, project.policy)
    if project.mistakes:
        return order._replace(problem=f"the policy is wrong: {project.mistakes[0]}")
    for name in _names(article, project):
        spec = plain_path(folder / f"{name}{SPEC_SUFFIX}")
        if spec in used:
            continue
        if not os.path.lexists(spec):
            used.add(spec)
            return order._replace(spec=spec)
        if _is_of(spec, article, projects):
            shown = printable_path(shown_path(spec, project.root))
            problem = f"its spec {shown} is there already; `--update` adds to it what it does not account for"
            return order._replace(spec=spec, problem=problem)
    return order._replace(problem="specs of other articles have all names that its spec could have; rename one")


def _is_of(spec: Path, article: Path, projects: Projects) -> bool:
    """Whether a spec names an article, or cannot be read and may name it."""
    named = projects.articles_named(spec)
    return not named or any(real_path(spec.parent / one) == real_path(article) for one in named)


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


def draft_all(wanted: Sequence[Order], jobs: int = 1) -> Iterator[Outcome]:
    """Draft specs and write them, in order; if there are many, up to `jobs` processes do it at once."""
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        processes = min(jobs, len(some) // _WORTH_A_PROCESS)
        yield from in_shares(_draft_share, some, processes) if processes > 1 else map(_draft, some)


def _draft_share(some: Sequence[Order]) -> list[Outcome]:
    return list(map(_draft, some))


def _draft(order: Order) -> Outcome:
    outcome = Outcome(shown_path(order.article, order.root), shown_path(order.spec, order.root))
    if order.problem:
        return outcome._replace(problem=order.problem)
    try:
        return _written(order, outcome)
    except ArticleError as error:
        place = f"line {error.line}, column {error.column}: " if error.line else ""
        problem = f"{place}{error}"
    except Unreadable as error:
        problem = f"the file {error}; {error.advice}"
    except PathRefused as error:
        problem = f"{error.message}; {error.advice}"
    except NotDrafted as error:
        problem = str(error)
    except OSError as error:
        problem = f"its spec cannot be written: {(error.strerror or str(error)).lower()}"
    except EXHAUSTED:
        problem = "its draft needs more memory, or a deeper stack, than there is; split the article"
    return outcome._replace(problem=problem)


@uncollected()
def _written(order: Order, outcome: Outcome) -> Outcome:
    data = read_regular(order.article, LIMIT)
    written = _from_spec(order)
    styles = order.policy.styles
    article = read_article(data, styles=styles, path=outcome.article)
    rendition = Rendition(written, 0)
    if styles is None and not article.markers and (unusual := unusual_styles(data, outcome.article)):
        rendition = rendition._replace(styles=(*FORMATS[article.format].STYLES, *unusual))
        article = read_article(data, styles=rendition.styles, path=outcome.article)
    spec = drafted(article, rendition, order.policy, outcome.spec)
    if not (spec.claims or spec.waivers):
        raise NotDrafted("it has no words that a claim or a waiver could be about; write it, or check the file")
    text = spec_text(spec, _schema(order)).encode()
    if len(text) > SPEC_LIMIT:
        raise NotDrafted(f"its spec would have {len(text):,} bytes; the limit is {SPEC_LIMIT:,}; split the article")
    _write_pair(order.spec, text)
    return outcome._replace(claims=len(spec.claims), waivers=len(spec.waivers))


def _from_spec(order: Order) -> str:
    """The path of the article as the spec names it; raises `PathRefused` or `NotDrafted` if no spec may."""
    folder, root = order.spec.parent, find_root(order.spec)
    if leads_out(folder, root):
        raise NotDrafted(
            f"its folder {printable_path(shown_path(folder, root))} is a link that leads out of the project"
        )
    written = Path(os.path.relpath(plain_path(order.article), real_path(folder))).as_posix()
    try:
        written.encode()
    except UnicodeEncodeError:
        raise NotDrafted("its name is not UTF-8, so no spec can contain it; rename it") from None
    if resolve_inside(root, folder, written, suffixes()) != real_path(order.article):
        raise NotDrafted(f"no path leads from {printable_path(shown_path(folder, root))} to it; name it without links")
    return written


_SCHEMAS = ("spec.schema.json", "factspec.schema.json", "src/factspec/specs/spec.schema.json")


def _schema(order: Order) -> str:
    """The path of a copy of the schema in the project, relative to the spec; empty if there is none."""
    there = next((name for name in _SCHEMAS if exists(order.root / name)), "")
    return Path(os.path.relpath(order.root / there, order.spec.parent)).as_posix() if there else ""


def empty_lock() -> bytes:
    """A lock without an entry: none of the spec's claims is approved."""
    return b'{\n  "factspec-lock": 1,\n  "claims": {}\n}\n'


def _write_pair(spec: Path, text: bytes) -> None:
    """Write a spec and its empty lock, the lock first: without it the spec would seem approved.

    Raises `NotDrafted` if there is a lock of another spec, and `OSError` if something cannot be written.
    """
    spec.parent.mkdir(parents=True, exist_ok=True)
    lock = spec.with_name(spec.name.removesuffix(SPEC_SUFFIX) + LOCK_SUFFIX)
    is_new = _is_new(lock)
    try:
        _write_new(spec, text)
    except OSError as error:
        if is_new:
            lock.unlink()
        if isinstance(error, FileExistsError):
            raise NotDrafted("its spec has just been written by another process; look at that one") from error
        raise


def _is_new(lock: Path) -> bool:
    """Write an empty lock, and return whether it is new: one that an interrupted draft left is used as it is."""
    try:
        _write_new(lock, empty_lock())
    except FileExistsError as error:
        with suppress(Unreadable):
            if read_regular(lock, len(empty_lock()), follow=False) == empty_lock():
                return False
        name = printable(lock.name)
        raise NotDrafted(f"{name} is there without its spec; restore the spec, or delete the lock") from error
    return True


def _write_new(path: Path, data: bytes) -> None:
    """Write a file in one step, so nobody sees a part of it; raises `FileExistsError` if the name is in use."""
    begun = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    descriptor = os.open(begun, _NEW, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        os.link(begun, path)
    finally:
        begun.unlink()
