"""The entries of a list of sources: where each begins in its passage, its label, and the address it gives."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from factspec.drafting import Passage

# Titles of lists that name sources and nothing else, as counted in public documents, folded by `title_of`.
SOURCE_TITLES = frozenset(
    {
        "sources",
        "source",
        "source list",
        "list of sources",
        "sources cited",
        "references",
        "reference list",
        "works cited",
        "bibliography",
        "citations",
    }
)
# Under these stand sources or other notes.
_TITLES = SOURCE_TITLES | {
    "notes",
    "notes and references",
    "notes and sources",
    "sources and notes",
    "references and notes",
    "footnotes",
    "endnotes",
}
_LONGEST_TITLE = 40
# A title between what adorns it: "6. References", "References (12)", "📚 Sources:".
_TITLE = re.compile(r"[\W_]*+(?:\d{1,2}[.)]?\s++)?[\W_]*+([a-z][a-z& ]*[a-z])\s*+(?:\(\d{1,3}\))?[\W_]*+")
_BRACKETED = r"\[\^?([^\s\[\]^]{1,60})\]"
_ENTRY = re.compile(
    rf"(?:{_BRACKETED}[:.]?|(\d{{1,3}})[.)])(?:[ \u00a0]+(?=\S)|(?=https?://))|\[\^?(\d{{1,6}})\](?=[^\W\d_])"
)
_INLINE_ENTRY = re.compile(r"\[(?<=\s\[)(\d{1,6})\]:?[ \u00a0]+(?=\S)")
_ALONE = re.compile(rf"(?:{_BRACKETED}|(\d{{1,6}}))[:.]?")
_URL = re.compile(r"https?://(?:[^\s<>\"()\[\]]|\([^\s<>\"()]*+\))++")
# What may end an entry behind its address: ", accessed 4 May 2026."
_ACCESSED = re.compile(
    r"\W*+(?:(?:last )?(?:accessed|retrieved|archived|viewed|visited|read|checked)\b[^\n]{0,60})?", re.IGNORECASE
)
# What stands behind an address and is none of it.
_CLOSING = ".,;:!?'\u2019"
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)


class Entry(NamedTuple):
    """An entry: its label, the range of its text in its passage, and whether the label stands in brackets."""

    label: str
    start: int
    body: int
    end: int
    bracketed: bool


def title_of(line: str) -> str:
    """A line that is the title of a list of sources, folded; empty where it is none."""
    found = _TITLE.fullmatch(line.lower()) if len(line) <= _LONGEST_TITLE else None
    title = found[1].replace("&", "and") if found else ""
    return title if title in _TITLES else ""


def label_alone(passage: Passage, following: Passage | None) -> str:
    """The label that a passage consists of, where its text stands in the next one; else empty.

    A bare number is one only within one item of the page.
    """
    if following is None or passage.label or passage.length > _LONGEST_TITLE:
        return ""
    found = _ALONE.fullmatch(passage.text.strip())
    if found and not found[2]:
        return found[1]
    return found[2] if found and passage.item and passage.item == following.item else ""


def entries(passage: Passage) -> list[Entry]:
    """The entries of a passage; a title may stand before the first, every other text before them makes it none."""
    text = passage.text
    if passage.label:
        written = _ENTRY.match(text)
        body = written.end() if written and passage.label in written.groups() else 0
        return [Entry(passage.label, 0, body, len(text), bracketed=False)]
    starts = list(_starts(passage, text))
    if not starts:
        return []
    first = starts[0][0].start()
    if first and not title_of(text[:first]):
        return []
    ends = [match.start() for match, _ in starts[1:]] + [len(text)]
    return [
        Entry(label, match.start(), match.end(), end, bracketed=match[0][0] == "[")
        for (match, label), end in zip(starts, ends, strict=True)
    ]


def _starts(passage: Passage, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where entries begin: at written lines, and inside one where the next number stands in brackets."""
    titled = _behind_title(text)
    if not (titled or _ENTRY.match(text) or (passage.lines and _ENTRY.match(text, passage.lines[0]))):
        return
    previous = ""
    lines = [titled, *passage.lines]
    for begin, end in zip(lines, [*passage.lines, len(text)], strict=True):
        at_line = _ENTRY.match(text, begin)
        if at_line:
            previous = at_line[1] or at_line[2] or at_line[3]
            yield at_line, previous
        for inside in _INLINE_ENTRY.finditer(text, begin + 1, end):
            if previous.isdecimal() and int(inside[1]) == int(previous) + 1:
                previous = inside[1]
                yield inside, previous


def _behind_title(text: str) -> int:
    """Where the entries begin in "Sources: [1] …"; 0 where a text does not begin so."""
    title, colon, rest = text[: 2 * _LONGEST_TITLE].partition(":")
    at = len(title) + 1 + len(rest) - len(rest.lstrip())
    return at if colon and title_of(title) and text[at : at + 1] == "[" and _ENTRY.match(text, at) else 0


def address(passage: Passage, entry: Entry) -> str:
    """The target of an entry: its first link that leaves the page, else the first address written out."""
    return _addressed(passage, passage.text, entry)[0]


def is_address(passage: Passage, entry: Entry) -> bool:
    """Whether an entry is there for its address: that begins it, ends it, or is a link of a third of its text."""
    text = passage.text
    url, start, end = _addressed(passage, text, entry)
    begins = not any(map(str.isalnum, text[entry.body : start]))
    ends = _ACCESSED.fullmatch(text[end : entry.end].strip()) is not None
    linked = 3 * (end - start) >= entry.end - entry.body and not url.startswith(text[start:end].rstrip(_CLOSING))
    return end > start and (begins or ends or linked)


def _addressed(passage: Passage, text: str, entry: Entry) -> tuple[str, int, int]:
    """The address of an entry and the range of the passage that gives it."""
    first = bisect_left(passage.links, entry.start, key=attrgetter("start"))
    for link in islice(passage.links, first, None):
        if link.start >= entry.end:
            break
        if _EXTERNAL.match(link.url):
            return link.url, link.start, link.end
    written = _URL.search(text, entry.body, entry.end)
    return (written[0].rstrip(_CLOSING), *written.span()) if written else ("", 0, 0)
