"""The article's own list of sources, taken out of its prose: one place for all formats.

A list is one that the page itself marks as such, one under a title such as "Sources", or a closing one without a
title: of lines that begin with `[1]`, or numbered, each with an address, and cited by the text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from factspec.draft import DraftReference, Kind, map_of
from factspec.drafting import Passage
from factspec.labels import LIST, labels
from factspec.reference_entries import (
    RAISED_DIGITS,
    SOURCE_TITLES,
    Entry,
    address,
    entries,
    is_address,
    label_alone,
    title_of,
)
from factspec.text.places import Span

# Links back to the text that pages put around an entry.
_DECORATION = " ^\u2191\u21a9\ufe0e\u00a0"
_CITED = rf"[\[\u3010]\s*+({LIST})\s*+[\]\u3011]"
_RAISED = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}"


def lift(passages: Sequence[Passage]) -> tuple[list[Passage], list[DraftReference]]:
    """The passages that are prose, and the references that the others hold, in the order of the page."""
    marked = _lists(passages)
    prose = [passage for passage, taken in zip(passages, marked, strict=True) if not taken]
    return prose, list(_references([passage for passage, taken in zip(passages, marked, strict=True) if taken]))


class _Citing:
    """What the passages of an article cite, each read once and only where it is asked for."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._read = 0
        self._before: set[str] = set()

    @cached_property
    def _each(self) -> list[set[str]]:
        return [_cited(passage) for passage in self._passages]

    @cached_property
    def last(self) -> int:
        """The last passage that cites; -1 where none does."""
        return max((at for at, cited in enumerate(self._each) if cited), default=-1)

    def before(self, at: int) -> set[str]:
        """The numbers cited before a passage; those are asked for in their order."""
        self._before.update(*self._each[self._read : at])
        self._read = max(at, self._read)
        return self._before


def _lists(passages: Sequence[Passage]) -> list[bool]:
    """Which passages belong to a reference list."""
    taken = [passage.defined for passage in passages]
    _take_titled(passages, taken)
    _take_untitled(passages, taken)
    return taken


def _take_titled(passages: Sequence[Passage], taken: list[bool]) -> None:
    citing = _Citing(passages)
    index = 0
    while index < len(passages):
        at, index = index, index + 1
        title = _title(passages[at])
        if not title:
            continue
        while index < len(passages) and (taken[index] or _is_entry(passages, index, title)):
            index += 1
        begins = any(entry.start for entry in entries(passages[at]))
        own = Span(at if begins else at + 1, index)
        if title in SOURCE_TITLES or any(taken[at:index]) or _names_sources(passages, own, citing):
            taken[at:index] = [begins or index > at + 1] * (index - at)


def _names_sources(passages: Sequence[Passage], own: Span, citing: _Citing) -> bool:
    """Whether notes are there for sources: one gives an address, or most are cited before them and nothing behind."""
    rows = _rows(passages, own)
    if any(address(*row) for row in rows):
        return True
    if not rows or citing.last >= own.end:
        return False
    cited = citing.before(own.start)
    return 2 * sum(entry.label in cited for _, entry in rows) > len(rows)


def _rows(passages: Sequence[Passage], own: Span) -> list[tuple[Passage, Entry]]:
    """The entries of a range of passages, each with its passage."""
    return [(one, entry) for one, after in _with_next(passages[own.start : own.end]) for entry in _entries(one, after)]


def _take_untitled(passages: Sequence[Passage], taken: list[bool]) -> None:
    """Take the runs of entries that are lists without a title: such as close the article, or stand before its end."""
    citing = _Citing(passages)
    for own in list(_runs(passages, taken)):
        rows = _rows(passages, own)
        known = {entry.label for _, entry in rows}
        if not (own.start and rows and len(known) == len(rows)):
            continue
        cited = citing.before(own.start)
        headed = passages[own.start - 1].kind is Kind.HEADING
        before_the_end = citing.last < own.end and len(rows) > 1 and _is_source_list(rows, cited)
        if (own.end == len(passages) or before_the_end) and _is_list(rows, cited, headed=headed):
            taken[own.start : own.end] = [True] * (own.end - own.start)


def _is_source_list(rows: Sequence[tuple[Passage, Entry]], cited: set[str]) -> bool:
    """Whether most entries are cited and give an address."""
    return 2 * sum(entry.label in cited and bool(address(one, entry)) for one, entry in rows) > len(rows)


def _runs(passages: Sequence[Passage], taken: Sequence[bool]) -> Iterator[Span]:
    """The runs of entries, and of what goes on with them, that count up; none goes on into another list."""
    first, last_label = -1, 0
    for index, passage in enumerate(passages):
        found = [] if taken[index] else entries(passage)
        goes_on = not found and not taken[index] and _goes_on(passages, index)
        label = _number(found[0].label) if found else last_label + goes_on
        if first >= 0 and not (goes_on or (found and not found[0].start and label > last_label)):
            yield Span(first, index)
            first = -1
        if first < 0 and (found or goes_on):
            first = index
        last_label = _number(found[-1].label) if found else last_label
    if first >= 0:
        yield Span(first, len(passages))


def _number(label: str) -> int:
    return int(label) if label.isdecimal() else 0


def _is_list(rows: Sequence[tuple[Passage, Entry]], cited: set[str], *, headed: bool) -> bool:
    """Whether entries without a title are a list, by what is cited before them.

    Numbers without brackets may also count the items of a story: under a heading of their own, cited by nothing, or
    with links in what they tell.
    """
    if not all(entry.bracketed for _, entry in rows):
        known = sum(entry.label in cited for _, entry in rows)
        cites = 2 * known > len(rows) or (known > 0 and not headed)
        return cites and all(is_address(*row) for row in rows)
    return all(address(*row) for row in rows) or (len(rows) > 1 and bool(cited)) or rows[0][1].label in cited


def _cited(passage: Passage) -> set[str]:
    """The numbers that the markers in a passage name."""
    text = passage.text
    written = [match[1] for match in re.finditer(_CITED, text)] if "[" in text or "\u3010" in text else []
    written += [] if text.isascii() else [match[0].translate(RAISED_DIGITS) for match in re.finditer(_RAISED, text)]
    ranges = [Span(one.start, one.end) for one in passage.raised] + [Span(*one[:2]) for one in passage.links]
    marked = (text[start:end].strip(" []") for start, end in ranges)
    return {one for body in (*written, *(one for one in marked if re.fullmatch(LIST, one))) for one in labels(body).ids}


def _title(passage: Passage) -> str:
    """The title of a list that a passage is, or begins with; empty where it is none."""
    if passage.kind not in {Kind.HEADING, Kind.PARAGRAPH}:
        return ""
    text = passage.text
    title = "" if passage.lines else title_of(text)
    found = entries(passage)
    return title or (title_of(text[: found[0].start]) if found else "")


def _is_entry(passages: Sequence[Passage], index: int, title: str) -> bool:
    """Whether a passage is, or goes on with, an entry of a list with this title; empty is none."""
    passage = passages[index]
    found = entries(passage)
    if not found:
        return _goes_on(passages, index) or (title in SOURCE_TITLES and _is_unnumbered(passage))
    if found[0].start > 0:
        return False
    return bool(title) or all(entry.bracketed or address(passage, entry) for entry in found)


def _goes_on(passages: Sequence[Passage], index: int) -> bool:
    """Whether a passage without a label is the text of one that has it, or that label itself."""
    passage, following = passages[index], passages[index + 1] if index + 1 < len(passages) else None
    if label_alone(passage, following):
        return following is not None and not entries(following)
    return index > 0 and passage.kind is not Kind.HEADING and _belongs(passage, passages[index - 1])


def _is_unnumbered(passage: Passage) -> bool:
    return passage.item > 0 and bool(address(passage, _whole(passage)))


def _whole(passage: Passage, label: str = "") -> Entry:
    return Entry(label, 0, 0, passage.length, bracketed=bool(label))


def _with_next(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage | None]]:
    return zip_longest(passages, passages[1:])


def _entries(passage: Passage, following: Passage | None) -> list[Entry]:
    """The entries of a passage; a label alone is one whose text stands in the next passage."""
    if title_of(passage.text):
        return []
    alone = label_alone(passage, following)
    return [_whole(passage, alone)._replace(body=passage.length)] if alone else entries(passage)


def _references(passages: Sequence[Passage]) -> Iterator[DraftReference]:
    """One reference an entry; what follows a label alone, and the further passages of an item, go on with the last."""
    last: DraftReference | None = None
    before: Passage | None = None
    for passage, following in _with_next(passages):
        found = _entries(passage, following)
        if last and before and not found and _belongs(passage, before):
            last = _joined(last, passage)
        else:
            unnumbered = [_whole(passage)] if not found and _is_unnumbered(passage) else []
            for reference in _read(passage, found or unnumbered):
                if last:
                    yield last
                last = reference
        before = passage
    if last:
        yield last


def _belongs(passage: Passage, before: Passage) -> bool:
    return bool(label_alone(before, passage)) or (passage.item > 0 and passage.item == before.item)


def _read(passage: Passage, found: Sequence[Entry]) -> Iterator[DraftReference]:
    text, places = passage.text, map_of(passage.pieces)
    for entry in found:
        body = text[entry.body : entry.end]
        start, end = places.span(entry.start, entry.end - len(body) + len(body.rstrip()))
        yield DraftReference(entry.label, address(passage, entry), body.strip(_DECORATION), start, end)


def _joined(reference: DraftReference, passage: Passage) -> DraftReference:
    url = reference.url or address(passage, _whole(passage))
    joined = f"{reference.text} {passage.text}".strip(_DECORATION)
    return reference._replace(url=url, text=joined, source_end=passage.pieces[-1].source_end)
