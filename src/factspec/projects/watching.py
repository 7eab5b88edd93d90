"""Judge again what changed: the files that each verdict rests on, and the folders in which they may change.

The system only says that something happened in a folder. What changed is seen from the files themselves: from their
sizes, times and numbers on the disk. So it does not matter how an editor saves, or what was missed meanwhile.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from factspec.projects.checking import Call, CallError, Outcome, judge_others
from factspec.projects.globs import GLOBBING, find_specs, spec_folders
from factspec.projects.paths import (
    SPEC_LIMIT,
    Unreadable,
    exists,
    folders_below,
    inside,
    is_folder,
    lock_of,
    on_disk,
    plain_path,
    read_regular,
    real_path,
)
from factspec.projects.projects import Project, Projects
from factspec.projects.verdict import Judged, Run
from factspec.specs.model import SpecError
from factspec.specs.nodes import ScalarNode, value_of
from factspec.specs.policy import FILE
from factspec.specs.yaml import compose

# Milliseconds: what follows a change within a step is one change with it, up to the whole; a look at least so often.
_STEP, _WHOLE, _LOOK = 25, 1_000, 200

Stamp = tuple[int, ...]
"""What tells two contents of a file apart without reading them; empty if there is no file."""


class State(NamedTuple):
    """What is known after a look.

    `again` are the specs that were judged again, by their paths as shown, and `gone` those that are no longer there.
    `mistakes` say why nothing can be judged.
    """

    run: Run
    again: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """That of the run; 2 if nothing can be judged."""
        return 2 if self.mistakes else self.run.exit_code


def states(call: Call, today: Callable[[], date]) -> Iterator[State]:
    """Yield what a call finds, and then what is found after each change of a file that it rests on, without end.

    Raises `CallError` if nothing can be judged at first, or if watchfiles is not installed.
    """
    if find_spec("watchfiles") is None:
        what = "`--watch` needs watchfiles, which is not installed: install factspec with the extra `watch`"
        raise CallError((f"{what}, as in `pip install 'factspec[watch]'`",))
    memory = _Memory(call)
    first = memory.look(today())
    if first.mistakes:
        raise CallError(first.mistakes)
    yield first
    memory.load_engine(today())
    while True:
        folders = memory.folders()
        for _ in _stirred(folders):
            if state := memory.change(today()):
                yield state
            if memory.folders() != folders:
                break


def _stirred(folders: Iterable[Path]) -> Iterator[None]:
    """Yield at once, and whenever something happened in a folder; raises `OSError` if that cannot be watched."""
    from watchfiles import watch

    times = partial(watch, step=_STEP, debounce=_WHOLE, rust_timeout=_LOOK, yield_on_timeout=True)
    try:
        for number, changes in enumerate(times(*sorted(folders), watch_filter=None, recursive=False)):
            if changes or not number:
                yield
    except FileNotFoundError:  # a folder is gone; the next look is at those that are there
        yield
    except RuntimeError as error:
        raise OSError(f"the folders cannot be watched: {error}") from error


class _Memory:
    """What the last look found, with the stamps of all files that it rests on and the folders that these are in."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._projects = Projects(call.folder_of)
        self._judged: dict[Path, Judged] = {}
        self._stamps: dict[Path, dict[Path, Stamp]] = {}
        self._places: dict[Path, frozenset[Path]] = {}
        self._last = State(Run(()))
        self._day: date | None = None

    def change(self, today: date) -> State | None:
        """The state after a new look, None if nothing was judged and nothing else is found than before."""
        before = self._last
        try:
            after = self.look(today)
        except FileNotFoundError:  # a folder went while it was looked through, which is seen next
            return None
        is_same = (after.run.missing, after.mistakes) == (before.run.missing, before.mistakes)
        return None if is_same and not after.again and not after.gone else after

    def look(self, today: date) -> State:
        """Judge the specs that are new or rest on a file that changed."""
        before = dict(self._judged)
        self._forget(today)
        self._learn()
        known = dict(self._judged)
        try:
            outcome = judge_others(self._call, today, self._projects, known)
            mistakes: tuple[str, ...] = ()
        except CallError as error:
            outcome, mistakes = Outcome({}, ()), error.mistakes
        self._judged = outcome.judged
        again = tuple(one.path for path, one in self._judged.items() if path not in known)
        gone = tuple(one.path for path, one in before.items() if path not in self._judged)
        self._last = State(Run(tuple(self._judged.values()), outcome.missing), again, gone, mistakes)
        return self._last

    def _forget(self, today: date) -> None:
        """Forget what rests on a file that is not as it was; with a new day, everything."""
        now = _Stamps()
        changed = {path for files in self._stamps.values() for path, old in files.items() if now[path] != old}
        is_new_day, self._day = today != self._day, today
        stale = [one for one, files in self._stamps.items() if is_new_day or not changed.isdisjoint(files)]
        if any(path.name == FILE for path in changed):
            self._projects = Projects(self._call.folder_of)
        elif stale:
            from factspec.projects.stored_texts import StoredTexts  # loads the reader of articles

            self._projects.one(StoredTexts).forget(changed)
        self._projects.forget(stale)
        for spec in stale:
            del self._stamps[spec], self._places[spec]
            self._judged.pop(spec, None)

    def _learn(self) -> None:
        """Remember what specs that are not known rest on, before that is read, so that no later change is missed."""
        now = _Stamps()
        paths = self._call.paths
        project = self._projects.of(paths[0] if paths else self._call.start)
        for spec in find_specs(paths, project.root, project.policy).specs:
            if spec not in self._stamps:
                own = now[spec]
                files = {path: now[path] for path in _inputs(spec, self._projects)}
                self._stamps[spec] = {**files, spec: own}
                self._places[spec] = frozenset(place for path in files for place in _places(path))

    def folders(self) -> dict[Path, Stamp]:
        """The folders in which a change matters, each with what tells it from a later one of the same name."""
        found = {place for places in self._places.values() for place in places}
        for project in self._projects.known:
            found |= {project.root, *_named_folders(project)}
        found.update(below for path in self._call.paths for below in _below(path, path))
        there = {_nearest(place) for place in found}
        roots = [project.root for project in self._projects.known]
        there |= {above for one in there for above in one.parents if any(inside(above, root) for root in roots)}
        now = _Stamps()
        return {place: now[place][-2:] for place in there}

    def load_engine(self, today: date) -> None:
        """Load what judges and explains mistakes, which saved verdicts did not need, while nobody waits for it."""
        from factspec.projects.judging import judge_spec

        for spec in tuple(self._judged)[:1]:
            judge_spec(spec, Projects(), today)
            Projects().spec_in(b"no: spec", spec)


class _Stamps(dict[Path, Stamp]):
    """The stamps of files, each looked up once: what is on the disk under a path, links followed."""

    def __missing__(self, path: Path) -> Stamp:
        try:
            own = os.stat(path)  # noqa: PTH116 -- a look asks for each file of a project
        except (OSError, ValueError):
            stamp: Stamp = ()
        else:
            stamp = (own.st_mtime_ns, own.st_ctime_ns, own.st_size, own.st_mode, own.st_dev, own.st_ino)
        self[path] = stamp
        return stamp


def _inputs(spec: Path, projects: Projects) -> Iterator[Path]:
    """Yield the files that the verdict on a spec rests on, whether they are there or not."""
    yield from (spec, lock_of(spec), *(folder / FILE for folder in plain_path(spec).parents))
    loaded = projects.spec(spec)
    written = [*projects.read(spec), *(one.file for one in loaded.renditions)]
    written += [_shared(spec)] if isinstance(loaded, SpecError) else [source.text for source in loaded.sources]
    yield from (spec.parent / on_disk(one) for one in written if one and "\0" not in one)


def _shared(spec: Path) -> str:
    """The file of sources that a spec with mistakes names, which may be its mistake; empty if it names none."""
    try:
        root, _ = compose(read_regular(spec, SPEC_LIMIT).decode())
    except (Unreadable, UnicodeDecodeError):
        return ""
    sources = value_of(root, "sources")
    return sources.text if isinstance(sources, ScalarNode) else ""


def _places(path: Path) -> Iterator[Path]:
    """Yield the folders that a file is in, that of the file that it links to among them; policies are in the root."""
    if path.name != FILE:
        yield path.parent
        yield real_path(path).parent


def _named_folders(project: Project) -> Iterator[Path]:
    """Yield the folders in which a new spec or article may be what a project's policy names."""
    root, policy = project.root, project.policy
    for folder in spec_folders(root, policy):
        yield from _below(folder, root)
    for pattern in policy.articles:
        parts = PurePosixPath(on_disk(pattern)).parts
        fixed = next((at for at, part in enumerate(parts) if GLOBBING & set(part)), len(parts) - 1)
        folder = root.joinpath(*parts[:fixed])
        yield from _below(folder, root) if fixed < len(parts) - 1 else [folder]


def _below(folder: Path, root: Path) -> Iterator[Path]:
    """Yield a folder, or where it would be, and the visible ones below it; nothing for a file."""
    if is_folder(folder):
        yield from folders_below(folder, root)
    elif not exists(folder):
        yield folder.parent


def _nearest(folder: Path) -> Path:
    """A folder, or if it is not there the nearest one above it that is."""
    place = plain_path(folder)
    return next((one for one in (place, *place.parents) if is_folder(one)), place)
