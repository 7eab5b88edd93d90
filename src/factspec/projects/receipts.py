"""Receipts: a report in JSON says which files were checked, and these are compared with the files as they are."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from factspec.language.printing import printable, printable_path
from factspec.projects.globs import articles_at
from factspec.projects.paths import (
    Unreadable,
    exists,
    find_root,
    inside,
    lock_of,
    on_disk,
    policy_in,
    read_regular,
    real_path,
    shown_path,
)
from factspec.projects.projects import load_policy
from factspec.specs.policy import FILE, PolicyError

VERSION = 1
"""The version of the JSON report."""
DIGEST = "digest"
"""The key of a report with the digest of all others."""

_LIMIT = 500_000_000
# The largest file that a verdict may rest on.
_FILE_LIMIT = 32_000_000
_SHOWN = 300
_AGAIN = "check again"


class ReceiptError(Exception):
    """A file that is no receipt; the text says why, in words that follow its name, and is printable."""


def digest_of(report: Mapping[str, Any]) -> str:
    """The SHA-256 of a report without its digest, whatever the order of its keys and the white space in its file.

    It shows that a receipt was changed or cut by mistake. Whoever forges one can compute it too.
    """
    values = {key: value for key, value in report.items() if key != DIGEST}
    return sha256(json.dumps(values, separators=(",", ":"), sort_keys=True).encode()).hexdigest()


class Checked(NamedTuple):
    """A file that was checked: its path from the root, the SHA-256 of its bytes, its spec if it belongs to one."""

    path: str
    sha256: str
    spec: str = ""


class Fault(NamedTuple):
    """An error that a run found, and the files that it is about."""

    message: str
    files: frozenset[str]


class Receipt(NamedTuple):
    """A run, as its report in JSON says.

    `factspec` is the version that made it. `specs` and `locks` have the specs as `spec`; `others` are the policy and
    lists of sources. `incomplete` and `since` say why not everything was checked; both are empty if everything was.
    """

    factspec: str
    incomplete: str
    since: str
    articles: tuple[Checked, ...]
    specs: tuple[Checked, ...]
    locks: tuple[Checked, ...]
    sources: tuple[Checked, ...]
    others: tuple[Checked, ...]
    faults: tuple[Fault, ...]


# Reading one.


def read_receipt(file: Path) -> Receipt:
    """The receipt in a file; raises `ReceiptError`."""
    try:
        data = read_regular(file, _LIMIT)
    except Unreadable as error:
        raise ReceiptError(f"{error}; {error.advice}") from error
    report = _report(data)
    if report.get("version") != VERSION:
        found = printable(str(report.get("version")), 40)
        raise ReceiptError(f"is a report of version {found}, but this factspec reads version {VERSION}; {_AGAIN}")
    if report.get(DIGEST) != digest_of(report):
        what = "was changed after it was written" if DIGEST in report else "has no digest, so it is not whole"
        raise ReceiptError(f"{what}; {_AGAIN} with `factspec check --format json`")
    try:
        return _receipt(report)
    except (KeyError, TypeError, AttributeError) as error:
        raise ReceiptError(f"lacks what a receipt has ({printable(str(error), 60)}); {_AGAIN}") from error


def _report(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        report = json.loads(text)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        where = "is cut off: it ends in the middle" if text.strip() and cut else f"is not JSON (line {error.lineno})"
        raise ReceiptError(f"{where}; {_AGAIN} with `factspec check --format json`") from error
    except (ValueError, RecursionError) as error:
        raise ReceiptError("is not JSON; name a report of `factspec check --format json`") from error
    if not isinstance(report, dict) or not {"version", "articles", "findings"} <= report.keys():
        raise ReceiptError("is no report of factspec; name one of `factspec check --format json`")
    return report


def _receipt(report: Mapping[str, Any]) -> Receipt:
    files = [(one["kind"], Checked(str(one["path"]), str(one["sha256"]))) for one in report["files"]]
    specs = [one._replace(spec=one.path) for kind, one in files if kind == "spec"]
    if not all(PurePath(one.path).name for one in specs):
        raise ReceiptError(f"has a spec without a path; {_AGAIN}")
    locks = {_lock(one.path): one.path for one in specs}
    since = report.get("changed_since")
    sources = (Checked(str(one["path"]), str(one["sha256"]), str(one["spec"])) for one in report["sources"])
    return Receipt(
        factspec=str(report["factspec"]),
        incomplete=str(report["incomplete"]),
        since=str(since["revision"]) if since else "",
        articles=tuple(Checked(str(one["path"]), str(one["sha256"]), str(one["spec"])) for one in report["articles"]),
        specs=tuple(specs),
        locks=tuple(one._replace(spec=locks.get(one.path, "")) for kind, one in files if kind == "lock"),
        # What was not read has no digest.
        sources=tuple(one for one in sources if one.path and one.sha256),
        others=tuple(one for kind, one in files if kind not in ("spec", "lock")),
        faults=tuple(_fault(one) for one in report["findings"] if one["severity"] == "error"),
    )


def _lock(spec: str) -> str:
    return lock_of(Path(spec)).as_posix()


def _fault(finding: Mapping[str, Any]) -> Fault:
    message = f"{finding['path']}:{finding['line']}:{finding['column']}: {finding['message']} [{finding['rule']}]"
    return Fault(message, frozenset(str(finding[key]) for key in ("path", "article", "spec")))


# Comparing one with the files as they are.


class Verification(NamedTuple):
    """How many articles a receipt was compared with, and what is wrong; nothing if all are as they were checked."""

    articles: int
    problems: tuple[str, ...]


def verify(receipt: Receipt, articles: Sequence[Path], starts: Iterable[Path]) -> Verification:
    """Compare a receipt with articles, and with the specs, locks, sources and policy that they were checked by.

    Without articles it is all of the receipt, and those that the policy names. `starts` are folders; the project is
    the first of theirs that has a spec of the receipt.
    """
    root = _root(receipt, starts)
    problems = list(_of_run(receipt, is_whole=not articles))
    if articles:
        found, wrong = _named(receipt, articles, root)
    else:
        found, wrong = receipt.articles, [*_changes(receipt.articles, root), *_unchecked(receipt, root)]
    specs = frozenset(one.spec for one in found)
    of_specs = [one for one in (*receipt.specs, *receipt.locks, *receipt.sources) if one.spec in specs or not articles]
    problems += [*wrong, *_changes((*of_specs, *receipt.others), root), *_added(receipt, specs, root)]
    about = {FILE, "", *specs, *(one.path for one in found)}
    faults = [one for one in receipt.faults if not articles or one.files <= about]
    problems += [f"was checked, but with an error: {one.message}" for one in faults]
    count = len({one.path for one in found})
    return Verification(count, tuple(dict.fromkeys(problems)))


def _root(receipt: Receipt, starts: Iterable[Path]) -> Path:
    roots = [find_root(start) for start in starts]
    return next((root for root in roots if any(exists(root / one.path) for one in receipt.specs[:1])), roots[0])


def _of_run(receipt: Receipt, *, is_whole: bool) -> Iterator[str]:
    """What is wrong with the run itself."""
    own = version("factspec")
    if receipt.factspec != own:
        yield f"factspec {printable(receipt.factspec, 40)} checked it, and this is factspec {own}: {_AGAIN}"
    if receipt.incomplete:
        yield f"the run was not complete: {printable(receipt.incomplete, _SHOWN)}"
    if is_whole and receipt.since:
        since = printable(receipt.since, 100)
        yield f"the run checked only what changed since {since}: name the articles, or check everything"
    if not receipt.articles:
        yield "the run checked no article"


def _named(receipt: Receipt, articles: Sequence[Path], root: Path) -> tuple[tuple[Checked, ...], list[str]]:
    """The articles of the receipt that are named, by their paths or as copies, and what is wrong with the others."""
    found: list[Checked] = []
    wrong: list[str] = []
    for path in articles:
        shown = shown_path(path, root)
        try:
            digest = sha256(read_regular(path, _FILE_LIMIT)).hexdigest()
        except Unreadable as error:
            wrong.append(f"{printable_path(shown)}: {error}")
            continue
        same_path = [one for one in receipt.articles if one.path == shown]
        same = same_path or [one for one in receipt.articles if one.sha256 == digest]
        found.extend(same)
        if not same:
            wrong.append(f"{printable_path(shown)}: was not checked: the receipt has neither its path nor its content")
        wrong.extend(_different(one, digest) for one in same if one.sha256 != digest)
    return tuple(found), wrong


def _changes(files: Iterable[Checked], root: Path) -> Iterator[str]:
    """What is wrong with files that should be as they were checked."""
    for one in dict.fromkeys(files):
        try:
            digest = _digest(one.path, root)
        except Unreadable as error:
            yield f"{printable_path(one.path)}: {error}"
        else:
            if digest != one.sha256:
                yield _different(one, digest)


def _digest(path: str, root: Path) -> str:
    if "\0" in path:
        raise Unreadable("is no path")
    place = real_path(root / on_disk(path))
    if not inside(place, real_path(root)):
        raise Unreadable("leads out of the project")
    return sha256(read_regular(place, _FILE_LIMIT)).hexdigest()


def _different(checked: Checked, digest: str) -> str:
    then = printable(checked.sha256[:12], 40)
    return f"{printable_path(checked.path)}: changed after it was checked (sha256 {then}…, now {digest[:12]}…)"


def _unchecked(receipt: Receipt, root: Path) -> Iterator[str]:
    """The articles that the policy names now and that are not in the receipt."""
    known = {real_path(root / on_disk(one.path)) for one in receipt.articles if "\0" not in one.path}
    try:
        policy = load_policy(root)
    except PolicyError as error:
        yield f"the policy cannot be used: {printable(str(error.mistakes[0]), _SHOWN)}"
        return
    for path in dict.fromkeys(chain.from_iterable(articles_at(root, pattern) for pattern in policy.articles)):
        if real_path(path) not in known:
            yield f"{printable_path(shown_path(path, root))}: was not checked"


def _added(receipt: Receipt, specs: Iterable[str], root: Path) -> Iterator[str]:
    """The locks of these specs, and the policy, that are there now and were not when it was checked."""
    known = {one.path for one in (*receipt.locks, *receipt.others)}
    for lock in sorted(_lock(spec) for spec in specs if "\0" not in spec):
        if lock not in known and os.path.lexists(root / on_disk(lock)):
            yield f"{printable_path(lock)}: was added after the check"
    if FILE not in known and policy_in(root / FILE) is not False:
        yield f"{FILE}: was added after the check"
