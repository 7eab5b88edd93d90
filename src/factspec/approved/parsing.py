"""The bytes of a lock, of this version or of the first, as a lock; and two sides of a merge as one."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from factspec.approved.lock import Key, Line, Lock
from factspec.approved.lock_text import HEAD, WrongLine, read, written
from factspec.language.printing import printable
from factspec.specs.model import Mistake, SpecError

_AGAIN = "take back the last change of the file, or delete it and approve the article again with `factspec review`"
_MARKERS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)", re.MULTILINE)
_NEWER = re.compile(r"factspec-lock (\d{1,9})\b")


def parse_lock(data: bytes, path: str) -> Lock:
    """The lock in a file's bytes; raises `SpecError` with the one mistake that makes it unusable.

    `path` is shown in the mistake.
    """
    try:
        return _parsed(_text(data))
    except WrongLine as wrong:
        raise SpecError((Mistake(path, wrong.line, 1, str(wrong), wrong.advice or _AGAIN),)) from wrong


def _text(data: bytes) -> str:
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise WrongLine("the lock is not UTF-8", data.count(b"\n", 0, error.start) + 1) from error


def _parsed(text: str) -> Lock:
    marker = _MARKERS.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        advice = "run `factspec review`, which keeps what both sides approved and asks again where they differ"
        raise WrongLine("the lock contains merge markers: two changes of it were not brought together", line, advice)
    head = text.partition("\n")[0]
    if head == HEAD:
        return read(text)
    if text.lstrip().startswith(("{", "[")):
        from factspec.approved import version_1  # imports json, which a lock of this version does not need

        return version_1.read(text)
    if newer := _NEWER.fullmatch(head):
        message = f"the lock has version {newer[1]}, but this factspec reads versions 1 and 2"
        raise WrongLine(message, 1, "update factspec, or delete the file and approve the article again")
    raise WrongLine(f"this is not a lock: its first line is '{printable(head, 40)}' instead of '{HEAD}'", 1)


def joined(data: bytes) -> bytes | None:
    """A lock with merge markers as one lock: what both sides approved, without the entries in which they differ.

    None if there are no markers, or if one of the sides is no lock.
    """
    text = data.decode("utf-8", "replace")
    if not _MARKERS.search(text):
        return None
    try:
        one, other = (_parsed(_side(text, ours=ours)) for ours in (True, False))
    except WrongLine:
        return None
    # What is no list of approvals is asked again only where it differs from the article: one side is kept.
    return written(
        Lock(
            _agreed(one.approvals, other.approvals),
            _agreed(one.sections, other.sections),
            None if one.waivers is None and other.waivers is None else _agreed(one.waivers or {}, other.waivers or {}),
            {**other.sources, **one.sources},
            {**other.unread, **one.unread},
            {file: _lines(one, other, file) for file in {**one.articles, **other.articles}},
            {file: {**other.notes.get(file, {}), **one.notes.get(file, {})} for file in {**one.notes, **other.notes}},
        )
    )


def _side(text: str, *, ours: bool) -> str:
    """One side of a text with merge markers; what was there before both is left out."""
    kept, part = [], ""
    for line in text.splitlines(keepends=True):
        marker = line[:7] if _MARKERS.match(line) else ""
        if marker:
            part = "" if marker == ">" * 7 else marker[0]
        elif not part or part == ("<" if ours else "="):
            kept.append(line)
    return "".join(kept)


def _agreed(one: Mapping[Key, Any], other: Mapping[Key, Any]) -> dict[Key, Any]:
    both = {**one, **other}
    return {key: value for key, value in both.items() if one.get(key, value) == value == other.get(key, value)}


def _lines(one: Lock, other: Lock, file: str) -> tuple[Line, ...]:
    """The lines of an article on either side; where each has its own, all of them: the article has what is right."""
    ours, theirs = one.articles.get(file, ()), other.articles.get(file, ())
    return tuple(both_sides(ours, theirs))


def both_sides(ours: Sequence[Line], theirs: Sequence[Line]) -> list[Line]:
    """The lines of two sides in order; a line that is on both has been approved by the people of both."""
    steps = SequenceMatcher(None, [line.words for line in ours], [line.words for line in theirs], autojunk=False)
    found: list[Line] = []
    for tag, first, last, there, end in steps.get_opcodes():
        if tag == "equal":
            pairs = zip(ours[first:last], theirs[there:end], strict=True)
            found += [
                mine._replace(signatures=tuple(sorted({*mine.signatures, *their.signatures}))) for mine, their in pairs
            ]
        else:
            found += [*ours[first:last], *theirs[there:end]]
    return found
