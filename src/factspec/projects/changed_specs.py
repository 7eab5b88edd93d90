"""The specs that must be judged again after a git revision: a file that their verdict rests on may be another one."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from factspec.projects.git import WorkingTree
from factspec.projects.paths import lock_of, on_disk, pending_of
from factspec.projects.projects import Projects
from factspec.specs.model import SpecError
from factspec.specs.policy import FILE

# As many links as a system follows.
_MOST_LINKS = 40


class Files(NamedTuple):
    """The files that a spec names, as written: its articles, and the others."""

    articles: tuple[str, ...]
    others: tuple[str, ...]


def changed_specs(specs: Iterable[Path], projects: Projects, tree: WorkingTree) -> tuple[Path, ...]:
    """Those of some specs for which something changed.

    That is the spec, its lock, an article, a stored text, a shared file of sources, or a policy at or above the spec. A
    file counts as changed too if git does not keep it, and so does a spec that is wrong.
    """
    return tuple(spec for spec in specs if not _is_unchanged(spec, projects, tree))


def _is_unchanged(spec: Path, projects: Projects, tree: WorkingTree) -> bool:
    own = spec.absolute()
    if os.path.lexists(pending_of(own)):
        return False
    if not (is_kept(own, tree, required=True) and is_kept(lock_of(own), tree) and _are_policies_kept(own, tree)):
        return False
    files = _files_of(spec, projects)
    return files is not None and all(
        is_kept(own.parent / on_disk(name), tree, required=name in files.articles)
        for name in (*files.articles, *files.others)
    )


def _are_policies_kept(spec: Path, tree: WorkingTree) -> bool:
    """Whether no policy above a spec was changed, added or removed: a new one makes a root of its folder."""
    folder = Path(os.path.realpath(spec.parent))
    return all(is_kept(one / FILE, tree) for one in (folder, *folder.parents) if one.is_relative_to(tree.top))


def _files_of(spec: Path, projects: Projects) -> Files | None:
    """The files that a spec names; None if the spec is wrong, or names what no system takes for a file."""
    loaded = projects.spec(spec)
    if isinstance(loaded, SpecError) or projects.of(spec).mistakes:
        return None
    articles = tuple(one.file for one in loaded.renditions)
    shared = (name for name in projects.read(spec) if name)
    others = (*shared, *dict.fromkeys(str(one.text) for one in loaded.sources if one.text))
    return None if any("\0" in name for name in (*articles, *others)) else Files(articles, others)


def is_kept(path: Path, tree: WorkingTree, *, required: bool = False) -> bool:
    """Whether a path, absolute, leads to the same file as at the revision.

    What is not there, and has not changed, was not there either; with `required` it counts as changed nevertheless.
    """
    *links, file = _steps(str(path))
    inside = [link for link in links if _within(link, tree.top)]
    if not _within(file, tree.top) or any(_is_changed(one, tree) for one in (*inside, file)):
        return False
    if os.path.islink(file):  # noqa: PTH114 -- links in a circle
        return False
    is_there = os.path.lexists(file)
    return all(link in tree.tracked for link in inside) and (file in tree.tracked if is_there else not required)


def _is_changed(path: str, tree: WorkingTree) -> bool:
    """Whether a file changed, or a submodule that contains it."""
    while len(path) > len(tree.top):
        if path in tree.changed:
            return True
        path = os.path.dirname(path)  # noqa: PTH120 -- asked for each file of each spec
    return False


def _within(path: str, top: str) -> bool:
    return path.startswith(top.rstrip(os.sep) + os.sep)


def _steps(path: str) -> Iterator[str]:
    """Each link on the way to a file, and the file itself, all by names without another link in them."""
    place, parts = _begun(PurePath(path).parts)
    links = 0
    while parts:
        part = parts.popleft()
        if part == os.pardir:
            place = os.path.dirname(place)  # noqa: PTH120
            continue
        at = os.path.join(place, part)  # noqa: PTH118
        if links < _MOST_LINKS and os.path.islink(at):  # noqa: PTH114
            links += 1
            yield at
            target = PurePath(os.readlink(at))  # noqa: PTH115
            if target.is_absolute():
                place, more = _begun(target.parts)
            else:
                more = deque(target.parts)
            parts.extendleft(reversed(more))
        else:
            place = at
    yield place


def _begun(parts: Sequence[str]) -> tuple[str, deque[str]]:
    """The root of an absolute path, and its other parts."""
    return parts[0], deque(parts[1:])
