"""A glob in a policy that names no file: the article or spec that it was meant for is never asked for."""

import re
from itertools import islice
from pathlib import Path, PurePosixPath

from factspec.policy_file import policy_mistake
from factspec.project import GLOBBING, articles_at, folders_at
from factspec.reading import suffixes
from factspec.spec.model import Mistake
from factspec.spec.vocabulary import listed, nearest
from factspec.text.printable import printable

_BRACES = re.compile(r"\{([^{}]*)\}")
_SHOWN = 80


def waits(root: Path, pattern: str) -> bool:
    """Whether a glob that names no file waits for articles of another format in a folder that is there.

    Such a glob is no mistake beside others that name files: without it the first article of that format would need no
    spec. One that passes by the folders below its own is a mistake where articles lie there.
    """
    path = PurePosixPath(pattern)
    if path.name[:1] != "*" or path.name[1:] not in suffixes():
        return False
    folder = str(path.parent)
    return (folder == "." or folders_at(root, folder)) and not articles_at(root, str(path.parent / "**" / path.name))


def empty_glob(root: Path, pattern: str) -> Mistake:
    """The mistake of a glob in `articles` that names no file below the root, at its line of the policy."""
    message = f"the glob `{printable(pattern, _SHOWN)}` in `articles` names no file"
    return policy_mistake(root, "articles", pattern, message, _spelling(pattern) or _advice(root, pattern))


def empty_spec_glob(root: Path, pattern: str) -> Mistake:
    """The mistake of a glob in `specs` that names no spec below the root, at its line of the policy."""
    message = f"the glob `{printable(pattern, _SHOWN)}` in `specs` names no spec"
    advice = _spelling(pattern) or f"{_absent(root, pattern)}correct it, or remove it until there is such a spec"
    return policy_mistake(root, "specs", pattern, message, advice)


def _spelling(pattern: str) -> str:
    """How to write a glob that has what globs have not."""
    if "\\" in pattern:
        return f"globs have no backslashes: write `{printable(pattern.replace(chr(92), '/'), _SHOWN)}`"
    if braces := _BRACES.search(pattern):
        around = pattern[: braces.start()], pattern[braces.end() :]
        each = (printable(one.strip().join(around), _SHOWN) for one in islice(braces[1].split(","), 3))
        return f"globs have no braces: write one for each, {listed(each)}"
    return ""


def _advice(root: Path, pattern: str) -> str:
    if folders_at(root, pattern):
        inside = printable(pattern.rstrip("/"), _SHOWN) + "/**/*"
        return f"it names a folder: `{inside}` names the files in it"
    path = PurePosixPath(pattern)
    deeper = (path.parent / "**" / path.name).as_posix()
    if articles_at(root, deeper):
        return f"`{printable(deeper, _SHOWN)}` names those in the folders below"
    return f"{_absent(root, pattern)}correct it, or remove it until there is such an article"


def _absent(root: Path, pattern: str) -> str:
    """The first folder of a glob that is not there, and one of a name like it."""
    place = root
    for part in PurePosixPath(pattern).parts[:-1]:
        if GLOBBING & set(part):
            break
        if not (place / part).is_dir():
            close = nearest(part, _folders_in(place))
            meant = f"; did you mean `{printable(close, _SHOWN)}`? " if close else ": "
            return f"there is no folder `{printable(part, _SHOWN)}`{meant}"
        place /= part
    return ""


def _folders_in(place: Path) -> list[str]:
    try:
        return [one.name for one in islice(place.iterdir(), 1000) if one.is_dir()]
    except OSError:
        return []
