"""The article's own list of sources, taken out of its prose: one place for all formats.

A list is one that the page itself marks as such, one under a title such as "Sources", or a closing one without a
title whose every line begins with `[1]`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from factspec.draft import DraftReference, Kind, map_of
from factspec.drafting import Passage

# Titles of reference lists, as counted in public documents, folded to lower case without a final colon.
_TITLES = frozenset(
    {
        "sources",
        "source list",
        "list of sources",
        "sources cited",
        "references",
        "reference list",
        "works cited",
        "notes",
        "notes and references",
        "notes and sources",
        "sources and notes",
        "bibliography",
        "citations",
        "footnotes",
        "endnotes",
    }
)
_LONGEST_TITLE = 30
_ENTRY = re.compile(r"(?:\[\^?([^\s\[\]^]{1,60})\]:?|(\d{1,3})[.)])(?:[ \u00a0]+(?=\S)|(?=https?://))")
_INLINE_ENTRY = re.compile(r"\[(?<=\s\[)(\d{1,6})\]:?[ \u00a0]+(?=\S)")
_URL = re.compile(r"https?://(?:[^\s<>\"()\[\]]|\([^\s<>\"()]*+\))++")
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)
# Links back to the text that pages put around an entry.
_DECORATION = " ^\u2191\u21a9\ufe0e\u00a0"
_CITED = re.compile(r"\[\d")


class _Entry(NamedTuple):
    """An entry: its label, the range of its text in its passage, and whether the label stands in brackets."""

    label: str
    start: int
    body: int
    end: int
    bracketed: bool


def lift(passages: Sequence[Passage]) -> tuple[list[Passage], list[DraftReference]]:
    """The passages that are prose, and the references that the others hold, in the order of the page."""
    marked = _lists(passages)
    prose = [passage for passage, taken in zip(passages, marked, strict=True) if not taken]
    return prose, list(_references([passage for passage, taken in zip(passages, marked, strict=True) if taken]))


def _lists(passages: Sequence[Passage]) -> list[bool]:
    """Which passages belong to a reference list."""
    taken = [passage.defined for passage in passages]
    _take_titled(passages, taken)
    last = max((index for index, is_taken in enumerate(taken) if not is_taken), default=-1)
    if last == len(passages) - 1:
        _take_closing(passages, taken)
    return taken


def _take_titled(passages: Sequence[Passage], taken: list[bool]) -> None:
    index = 0
    while index < len(passages):
        title, index = index, index + 1
        if not _is_title(passages[title]):
            continue
        while index < len(passages) and (taken[index] or _is_entry(passages, index, titled=True)):
            taken[index] = True
            index += 1
        taken[title] = taken[title] or index > title + 1 or len(_entries(passages[title])) > 0


def _take_closing(passages: Sequence[Passage], taken: list[bool]) -> None:
    first = len(passages)
    while first and _is_entry(passages, first - 1, titled=False):
        first -= 1
    rows = [entry for passage in passages[first:] for entry in _entries(passage)]
    labels = {entry.label for entry in rows}
    if first and rows and len(labels) == len(rows) and _is_list(passages, first, rows):
        taken[first:] = [True] * (len(passages) - first)


def _is_list(passages: Sequence[Passage], first: int, rows: Sequence[_Entry]) -> bool:
    """Whether entries without a title are a list: each passage gives an address, or several do in a text that cites."""
    if all(_url(passage, passage.text, entry) for passage in passages[first:] for entry in _entries(passage)[:1]):
        return True
    return len(rows) > 1 and any(_CITED.search(passage.text) or passage.raised for passage in passages[:first])


def _is_title(passage: Passage) -> bool:
    if passage.kind not in {Kind.HEADING, Kind.PARAGRAPH}:
        return False
    first_line = passage.text[: passage.lines[0]] if passage.lines else passage.text
    if len(first_line) > _LONGEST_TITLE or first_line.strip(" :").lower() not in _TITLES:
        return False
    return len(passage.lines) == 0 or len(_entries(passage)) > 0


def _is_entry(passages: Sequence[Passage], index: int, *, titled: bool) -> bool:
    passage = passages[index]
    entries = _entries(passage)
    if not entries:
        return index > 0 and passage.item > 0 and passage.item == passages[index - 1].item
    if entries[0].start > 0:
        return False
    if titled or all(entry.bracketed for entry in entries):
        return True
    text = passage.text
    return all(_url(passage, text, entry) for entry in entries)


def _entries(passage: Passage) -> list[_Entry]:
    """The entries of a passage; a title may stand on its first line, every other text before them makes it none."""
    text = passage.text
    if passage.label:
        return [_Entry(passage.label, 0, 0, len(text), bracketed=False)]
    starts = list(_entry_starts(passage, text))
    if not starts:
        return []
    first = starts[0][0].start()
    if first and text[:first].strip(" :").lower() not in _TITLES:
        return []
    ends = [match.start() for match, _ in starts[1:]] + [len(text)]
    return [
        _Entry(label, match.start(), match.end(), end, bracketed=match[0][0] == "[")
        for (match, label), end in zip(starts, ends, strict=True)
    ]


def _entry_starts(passage: Passage, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where entries begin: at written lines, and inside one where the next number stands in brackets."""
    if not _ENTRY.match(text) and not (passage.lines and _ENTRY.match(text, passage.lines[0])):
        return
    previous = ""
    lines = [0, *passage.lines]
    for begin, end in zip(lines, [*passage.lines, len(text)], strict=True):
        at_line = _ENTRY.match(text, begin)
        if at_line:
            previous = at_line[1] or at_line[2]
            yield at_line, previous
        for inside in _INLINE_ENTRY.finditer(text, begin + 1, end):
            if previous.isdecimal() and int(inside[1]) == int(previous) + 1:
                previous = inside[1]
                yield inside, previous


def _references(passages: Sequence[Passage]) -> Iterator[DraftReference]:
    """One reference an entry; the further passages of an item go on with its last one."""
    last: DraftReference | None = None
    item = 0
    for passage in passages:
        entries = _entries(passage)
        if last and not entries and passage.item and passage.item == item:
            last = _joined(last, passage)
            continue
        for reference in _read(passage, entries):
            if last:
                yield last
            last = reference
        item = passage.item
    if last:
        yield last


def _read(passage: Passage, entries: Sequence[_Entry]) -> Iterator[DraftReference]:
    text, places = passage.text, map_of(passage.pieces)
    for entry in entries:
        body = text[entry.body : entry.end]
        start, end = places.span(entry.start, entry.end - len(body) + len(body.rstrip()))
        yield DraftReference(entry.label, _url(passage, text, entry), body.strip(_DECORATION), start, end)


def _joined(reference: DraftReference, passage: Passage) -> DraftReference:
    text = passage.text
    url = reference.url or _url(passage, text, _Entry("", 0, 0, len(text), bracketed=False))
    joined = f"{reference.text} {text}".strip(_DECORATION)
    return reference._replace(url=url, text=joined, source_end=passage.pieces[-1].source_end)


def _url(passage: Passage, text: str, entry: _Entry) -> str:
    """The target of an entry: its first link that leaves the page, else the first address written out."""
    first = bisect_left(passage.links, entry.start, key=attrgetter("start"))
    for link in islice(passage.links, first, None):
        if link.start >= entry.end:
            break
        if _EXTERNAL.match(link.url):
            return link.url
    written = _URL.search(text, entry.body, entry.end)
    return written[0].rstrip(".,;:!?'\u2019") if written else ""
