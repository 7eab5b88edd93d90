"""Saved verdicts: a verdict is a function of its inputs, and is not found again once one of them has changed.

An entry belongs to a spec's path. It holds a key of what is known before any YAML is read (the bytes of the spec and of
the policy, and what is installed), the files that the verdict rests on, each with the digest of its bytes, and the day
if a day matters. It is used if all of these are as they were.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factspec.projects.cache_folder import CacheFolder
from factspec.projects.files import Unreadable, read_regular
from factspec.projects.installation import Installation, digest_of, installation
from factspec.projects.paths import SPEC_LIMIT, PathRefused, below, named_path, plain_path, resolve_below, shown_article
from factspec.projects.verdict import Counted, SpecVerdict, joined, parted, restored

FolderOf = Callable[[Path], CacheFolder | None]
"""Gives the folder in which the verdicts of the project at a root are saved, None if they are not saved."""

# The largest file that a verdict may rest on: the limit of a stored text.
_LIMIT = 32_000_000
# Begins no path: NUL is in none.
_REFUSED = "\0"


ABSENT = "absent"
"""Stands for the digest of a file that was not there, or whose path was refused."""


class Place(NamedTuple):
    """A spec, its path as shown, the root of its project, and the digest of the bytes of that project's policy."""

    path: Path
    shown: str
    root: Path
    policy: str


class Dependency(NamedTuple):
    """A file that a verdict rests on: its path as the spec writes it, where that leads, and what is there.

    `place` is the file's path from the root, every link followed, or what was wrong with the path; `shown` is its path
    as shown. `digest` is that of the file's bytes, `ABSENT` if no such file was there; it is empty if only the path
    counts, as nothing in the file was looked at.
    """

    written: str
    place: str
    shown: str
    digest: str


class Entry(NamedTuple):
    """A saved verdict and what it holds for; `day` is empty if it is the same on every day.

    The verdict is without the findings that are only counted, which are the second line of the file.
    """

    key: str
    day: str
    dependencies: tuple[Dependency, ...]
    verdict: SpecVerdict


class Found(NamedTuple):
    """An entry, and the findings that are only counted, as JSON."""

    entry: Entry
    counted: bytes

    def whole(self) -> SpecVerdict | None:
        """The verdict with all findings; None if they are not what they should be."""
        with suppress(ValueError, RecursionError):
            return joined(self.entry.verdict, restored(Counted, json.loads(self.counted)))
        return None


def nowhere(_root: Path) -> None:
    """Save no verdict."""


class VerdictCache:
    """The saved verdicts of one run."""

    def __init__(self, folder_of: FolderOf = nowhere) -> None:
        """Use the folders that the function names."""
        self._folder_of = folder_of
        self._folders: dict[Path, CacheFolder | None] = {}
        self._digests: dict[Path, str] = {}
        self._reals: dict[Path, str] = {}

    def keeps(self, root: Path) -> bool:
        """Whether verdicts of the project at a root are saved."""
        return self._folder(root) is not None and installation() is not None

    @property
    def is_extended(self) -> bool:
        """Whether other distributions add rules, which may look at the day."""
        installed = installation()
        return installed is not None and installed.is_extended

    def find(self, place: Place) -> Found | None:
        """The entry of a spec that names the same articles and claims still; the articles may have changed."""
        folder = self._folder(place.root)
        body = folder.read(_name(place)) if folder else None
        installed = installation() if body else None
        if body is None or installed is None:
            return None
        with suppress(Unreadable, ValueError, RecursionError):
            head, _, counted = body.partition(b"\n")
            entry = restored(Entry, json.loads(head))
            if entry.key == _key(place, sha256(self._spec(place)).hexdigest(), installed):
                return Found(entry, counted)
        return None

    def holds(self, entry: Entry, place: Place, today: date) -> bool:
        """Whether the verdict of an entry holds today, with the files as they are."""
        is_day = entry.day in ("", today.isoformat())
        return is_day and all(self._is_same(place, one) for one in entry.dependencies)

    def save(
        self, place: Place, spec: str, rests_on: Iterable[tuple[str, str]], verdict: SpecVerdict, day: date | None
    ) -> None:
        """Save a verdict, unless the spec is a link.

        `spec` is the digest of the spec's bytes; `rests_on` are the other files as the spec writes them, each with the
        digest of its bytes, as for a `Dependency`. `day` is the only day on which the verdict holds, if any.
        """
        folder = self._folder(place.root)
        installed = installation() if folder else None
        if folder and installed and not place.path.is_symlink():
            files = (self.resolved(place, written)._replace(digest=digest) for written, digest in rests_on)
            listed, counted = parted(verdict)
            entry = Entry(_key(place, spec, installed), day.isoformat() if day else "", tuple(files), listed)
            folder.write(_name(place), b"\n".join(_json(part) for part in (entry, counted)))

    def resolved(self, place: Place, written: str) -> Dependency:
        """Where a path leads that a spec writes; the dependency without a digest."""
        root = self._real(place.root)
        try:
            found = resolve_below(root, self._real(place.path.parent), written)
        except PathRefused as error:
            return Dependency(written, f"{_REFUSED}{error.message}", "", "")
        shown = shown_article(Path(root, found), named_path(place.shown, written), place.root)
        return Dependency(written, found, shown, "")

    def _folder(self, root: Path) -> CacheFolder | None:
        if root not in self._folders:
            self._folders[root] = self._folder_of(root)
        return self._folders[root]

    def _is_same(self, place: Place, saved: Dependency) -> bool:
        if self.resolved(place, saved.written) != saved._replace(digest=""):
            return False
        if saved.place.startswith(_REFUSED):
            return saved.digest == ABSENT
        return not saved.digest or self._digest(Path(self._real(place.root), saved.place)) == saved.digest

    def _spec(self, place: Place) -> bytes:
        """The bytes of a spec; raises `Unreadable`, also for one that is a link, or is in a folder that leads out."""
        if below(self._real(place.path.parent), self._real(place.root)) is None:
            raise Unreadable("leads out of the project")
        return read_regular(place.path, SPEC_LIMIT, follow=False)

    def _real(self, folder: Path) -> str:
        """The path of a folder with every link followed; looked up once a run."""
        if folder not in self._reals:
            self._reals[folder] = os.path.realpath(folder)
        return self._reals[folder]

    def _digest(self, file: Path) -> str:
        """The digest of a file's bytes, empty if it cannot be read; read once a run, however many specs name it."""
        if file not in self._digests:
            try:
                self._digests[file] = sha256(read_regular(file, _LIMIT)).hexdigest()
            except Unreadable:
                self._digests[file] = ""
        return self._digests[file]


def _json(record: Entry | Counted) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode()


def _name(place: Place) -> str:
    return sha256(os.fsencode(plain_path(place.path))).hexdigest()[:40]


def _key(place: Place, spec: str, installed: Installation) -> str:
    return digest_of((installed.digest, place.policy, place.shown, spec))
