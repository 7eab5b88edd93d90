"""The lock of a spec on disk, and writing a spec and its lock together."""

import json
import os
import re
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factspec.approved.lock import Lock
from factspec.approved.parsing import parse_lock
from factspec.projects.paths import (
    Unreadable,
    is_link,
    lock_of,
    pending_of,
    read_regular,
    read_spec,
    reason,
    shown_path,
)
from factspec.projects.verdict_cache import ABSENT
from factspec.projects.whole_files import is_read_only, replace, write_new
from factspec.specs.model import Mistake, SpecError

LOCK_LIMIT = 16_000_000
"""The bytes that a lock may have."""
# The seconds for which a file that was begun may still be written to.
_AT_WORK = 60


class Locked(NamedTuple):
    """The lock of a spec, None if it has none, and the digest of the file's bytes."""

    lock: Lock | None = None
    digest: str = ABSENT


def read_lock(spec: Path, root: Path) -> Locked:
    """The lock of a spec in the project at a root.

    Raises `SpecError` if it cannot be used, or if an approval was interrupted while it was written.
    """
    if os.path.lexists(pending_of(spec)):
        message = "an approval was interrupted while the spec and its lock were written"
        shown = shown_path(spec, root)
        raise SpecError((Mistake(shown, 1, 1, message, f"run `factspec review {shown}`, which finishes it first"),))
    return lock_in(_lock_bytes(spec, root), spec, root)


def lock_in(data: bytes | None, spec: Path, root: Path) -> Locked:
    """The lock in some bytes, None if there is none; raises `SpecError` if it cannot be used."""
    if data is None:
        return Locked()
    return Locked(parse_lock(data, shown_path(lock_of(spec), root)), sha256(data).hexdigest())


def _lock_bytes(spec: Path, root: Path) -> bytes | None:
    path = lock_of(spec)
    if not os.path.lexists(path):
        return None
    try:
        return read_spec(path, root, LOCK_LIMIT)
    except Unreadable as error:
        mistake = Mistake(shown_path(path, root), 1, 1, f"the lock {error}", "restore the file, or delete it")
        raise SpecError((mistake,)) from error


# Writing. Two files cannot be replaced in one step, so both are first written to a third one, which is there or not.


class NotWritten(Exception):  # noqa: N818 -- the noun says what happened
    """Nothing was written; the text says why."""


class Pair(NamedTuple):
    """The bytes of a spec and of its lock; None for a lock that is not there."""

    spec: bytes
    lock: bytes | None


def read_pair(spec: Path, root: Path) -> Pair:
    """A spec and its lock as they are; raises `NotWritten` if one of them cannot be read."""
    try:
        return Pair(read_spec(spec, root), _lock_bytes(spec, root))
    except Unreadable as error:
        raise NotWritten(f"the spec {error}") from error
    except SpecError as error:
        raise NotWritten(error.mistakes[0].message) from error


def write_pair(spec: Path, root: Path, before: Pair, after: Pair) -> None:
    """Replace a spec and its lock by others, both or neither; raises `NotWritten`.

    `before` is what was read; if a file has changed since, nothing is written. A process that is killed leaves the old
    files, or a file beside them from which `finish` makes the new ones.
    """
    if before == after:
        return
    _refuse_unwritable(spec)
    if read_pair(spec, root) != before:
        raise NotWritten("the spec or its lock was changed by somebody else meanwhile; run the command again")
    try:
        if before.spec == after.spec and after.lock is not None:
            replace(lock_of(spec), after.lock, spec, durable=True)
        elif before.lock == after.lock:
            replace(spec, after.spec, durable=True)
        else:
            _write_both(spec, before, after)
    except OSError as error:
        raise NotWritten(f"the files cannot be written: {reason(error)}") from error


def _refuse_unwritable(spec: Path) -> None:
    for path in (spec, lock_of(spec)):
        if is_link(path):
            raise NotWritten(f"{path.name} is a link; name the file itself")
        if is_read_only(path):  # known before the first of the two is replaced
            raise NotWritten(f"{path.name} is read-only; allow writing to it first")


def _write_both(spec: Path, before: Pair, after: Pair) -> None:
    try:
        write_new(pending_of(spec), _journal(before, after), durable=True)
    except FileExistsError as error:
        raise NotWritten("another approval of this spec is being written; run the command again") from error
    _put(spec, after)
    pending_of(spec).unlink()


def _put(spec: Path, after: Pair) -> None:
    """Put a spec and its lock in the place of the old ones, one after the other."""
    replace(spec, after.spec, durable=True)
    if after.lock is None:
        lock_of(spec).unlink(missing_ok=True)
    else:
        replace(lock_of(spec), after.lock, spec, durable=True)


def finish(spec: Path, root: Path) -> bool:
    """Finish writing that was interrupted, and say whether there was any; raises `NotWritten`.

    If somebody has changed the files since, what is pending is dropped.
    """
    pending = pending_of(spec)
    _sweep(spec)
    if not os.path.lexists(pending):
        return False
    now = read_pair(spec, root)
    _refuse_unwritable(spec)
    try:
        journal = _read_journal(pending)
        if (
            journal
            and now.spec in (journal[0].spec, journal[1].spec)
            and now.lock in (journal[0].lock, journal[1].lock)
        ):
            _put(spec, journal[1])
        pending.unlink()
    except OSError as error:
        raise NotWritten(f"an interrupted approval cannot be finished: {reason(error)}") from error
    return True


def _sweep(spec: Path) -> None:
    """Remove what a killed process began to write; a file of the last minute may be another's that is at work."""
    begun = re.compile(rf"\.({re.escape(spec.name)}|{re.escape(lock_of(spec).name)}(\.pending)?)\.[0-9a-f]{{12}}\.tmp")
    with suppress(OSError):
        for one in os.scandir(spec.parent):
            if begun.fullmatch(one.name) and one.stat(follow_symlinks=False).st_mtime < time.time() - _AT_WORK:
                Path(one.path).unlink()


def _journal(before: Pair, after: Pair) -> bytes:
    texts = [one and one.decode() for one in (*before, *after)]
    return json.dumps(texts).encode()


def _read_journal(pending: Path) -> tuple[Pair, Pair] | None:
    """What was to be written; None if the file is not one that this module writes."""
    with suppress(Unreadable, ValueError, TypeError, AttributeError, RecursionError):
        spec, lock, new_spec, new_lock = json.loads(read_regular(pending, 4 * LOCK_LIMIT, follow=False))
        before = Pair(spec.encode(), lock if lock is None else lock.encode())
        return before, Pair(new_spec.encode(), new_lock if new_lock is None else new_lock.encode())
    return None
