"""What is installed, as a digest: another version of anything may read or judge otherwise."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Installation(NamedTuple):
    """What judges: a digest of it, and whether other distributions add entries, which may look at the day."""

    digest: str
    is_extended: bool


@cache
def installation() -> Installation | None:
    """Python, factspec's own files, and every distribution; None if it cannot be told what they do.

    That is so while a distribution that adds entries is being worked on, for its files may be anywhere.
    """
    try:
        parts, extended = [sys.version, sys.platform, *_own_files()], False
        for place in dict.fromkeys(sys.path):
            for name in _distributions(place):
                parts.append(name)
                record = _record(Path(place or ".", name))
                if record is None:
                    return None
                extended = extended or bool(record)
                parts.append(record)
    except OSError:
        return None
    return Installation(digest_of(parts), extended)


def _own_files() -> Iterator[str]:
    """The names and digests of the files of this package; raises `OSError` if it is in an archive."""
    package = Path(__file__).parents[1]
    for folder, folders, files in os.walk(package, onerror=_raise):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = Path(folder, name)
            yield str(path.relative_to(package))
            yield sha256(path.read_bytes()).hexdigest()


def _raise(error: OSError) -> None:
    raise error


def _distributions(place: str) -> list[str]:
    """The names, with versions, of the distributions in a folder of modules; raises `OSError` for an archive."""
    if not Path(place or ".").exists():
        return []
    names = os.listdir(place or ".")  # noqa: PTH208 -- thousands of paths would be made for a handful
    return sorted(name for name in names if name.lower().endswith((".dist-info", "egg-info")))


def _record(info: Path) -> str | None:
    """The digests of a distribution's files if it adds entries, empty if it adds none, None if they cannot be told."""
    try:
        if b"[factspec." not in (info / "entry_points.txt").read_bytes():
            return ""
        is_editable = b'"editable": true' in _bytes(info / "direct_url.json")
        return None if is_editable else sha256((info / "RECORD").read_bytes()).hexdigest()
    except OSError:
        return "" if not (info / "entry_points.txt").is_file() else None


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def digest_of(parts: Iterable[str]) -> str:
    """A digest of texts in their order."""
    return sha256(json.dumps(list(parts)).encode()).hexdigest()
