"""Find the markers of a draft, group adjacent ones, and cut them out of its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from factspec.articles.article import Block, Cell, Marker
from factspec.articles.contracts import MARKERS
from factspec.articles.draft import Draft, DraftBlock, Link, Mark, Piece, PieceMap, map_of, part_of
from factspec.articles.labels import leftovers
from factspec.language.places import Span
from factspec.language.tokens import is_unspaced


def marks(draft: Draft, wanted: Collection[str]) -> list[Mark]:
    """The marks of the wanted styles in order; of marks that overlap the earliest is kept, then the longest.

    So `[[1]](url)` is one mark, although the number in it is one too. Nothing in code is a mark. If any style is
    wanted, remains of chat programs are broken marks.
    """
    found = [mark for style in wanted for mark in MARKERS[style].find(draft)]
    found += leftovers(draft) if wanted else ()
    found.sort(key=lambda mark: (mark.start, -mark.end, mark.source_start - mark.source_end))
    apart = list(_apart(draft, found))
    return list(_with_urls(draft, apart)) if draft.links else apart


def _with_urls(draft: Draft, found: Iterable[Mark]) -> Iterator[Mark]:
    """The marks, each with the target of its link if it contains exactly one."""
    links = sorted(draft.links)
    for mark in found:
        first = bisect_left(links, mark.start, key=attrgetter("start"))
        inside = links[first : bisect_left(links, mark.end, key=attrgetter("start"))]
        yield mark._replace(url=inside[0].url) if len(inside) == 1 and inside[0].end <= mark.end else mark


def _apart(draft: Draft, found: Sequence[Mark]) -> Iterator[Mark]:
    end = -1
    for mark in found:
        if mark.start >= end and not (draft.code and _in_code(draft, mark)):
            yield mark
            end = mark.end


def _in_code(draft: Draft, mark: Mark) -> bool:
    index = bisect_right(draft.code, mark.start, key=attrgetter("start")) - 1
    before = index >= 0 and draft.code[index].end > mark.start
    return before or (index + 1 < len(draft.code) and draft.code[index + 1].start < mark.end)


_SPACES = r"[ \u00a0\u202f]*+"
_JOINING = rf"(?P<closed>{_SPACES}\))?{_SPACES}(?:,? ?and|[,;&])?{_SPACES}(?(closed)\({_SPACES}(?:see )?)"
# The longest text between two marks of a group.
_LONGEST_JOINING = 32


def grouped(text: str, found: Iterable[Mark]) -> list[list[Mark]]:
    """Marks grouped if only white space and joining signs are between them: `[1][2]`, `[1], [2]`, `([1]) ([2])`."""
    groups: list[list[Mark]] = []
    for mark in found:
        end = groups[-1][-1].end if groups else -1
        if 0 <= mark.start - end <= _LONGEST_JOINING and groups and re.fullmatch(_JOINING, text[end : mark.start]):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


# Cutting markers out of a draft.


# Before these signs, the space before the marker stays: otherwise a word would touch a quotation.
_OPENING = frozenset("“‘«„‚([{")
_STRAIGHT = frozenset("\"'")
# Zero-width space, joiner and byte-order mark, which tools put before a marker.
_UNSEEN = frozenset("\u200b\u2060\ufeff")
# Round brackets around markers, with the words that point a reader to a source.
_OPENED = r"(?i:[(\uff08]\s*+(?:(?:see(?: also)?|cf\.?|e\.g\.,?|sources?:?|refs?[.:]?)\s++)?\Z)"
_CLOSED = re.compile(r"\s*+[)\uff09]")
_LONGEST_OPENING = 24
# The start of a kept range.
_START = itemgetter(0)
# Signs of scripts that put no space between words: the punctuation of East Asia, and its wide forms.
_WIDE = (("\u2e80", "\u33ff"), ("\uff00", "\uffef"))


class Gap(NamedTuple):
    """A raw range that is cut; with `filled`, one space replaces it."""

    start: int
    end: int
    filled: bool = False


class Clean(NamedTuple):
    """A text without markers; offsets are those of `text`, of markers also those of the source.

    `kept` are the indexes of its blocks in the draft.
    """

    text: str
    map: PieceMap
    blocks: tuple[Block, ...]
    kept: tuple[int, ...]
    cells: tuple[Cell, ...]
    links: tuple[Link, ...]
    markers: tuple[Marker, ...]


class _Writing:
    """The text while it is written: the raw ranges that are kept, each with its new offset, and the offsets of gaps."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self.source = draft.map.pieces
        self.read = 0
        self.parts: list[str] = []
        self.kept: list[tuple[int, int, int]] = []
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.gaps: list[int] = []
        self.length = 0

    def keep(self, start: int, end: int) -> None:
        """Add a raw range; call it in the order of the ranges."""
        shift = self.length - start
        self.kept.append((start, end, self.length))
        self.add_new(self.text[start:end])
        for index in range(self.read, len(self.source)):
            piece = self.source[index]
            if piece.start >= end:
                break
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last:
                self.pieces.append(part_of(piece, first, last, shift))
            if piece.end > end:
                break
            self.read = index + 1

    def add_new(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def fill(self, source: Span) -> None:
        """Add a space that fills a gap."""
        self.pieces.append(Piece(self.length, self.length + 1, *source, verbatim=False))
        self.add_new(" ")

    def offset(self, raw: int) -> int:
        """The new offset of a raw one; inside a gap, the offset of the gap."""
        return self._offset(raw, bisect_right(self.kept, raw, key=_START) - 1)

    def end_offset(self, raw: int) -> int:
        """The new offset of the end of a raw range, without a space that fills a gap there."""
        return self._offset(raw, bisect_left(self.kept, raw, key=_START) - 1)

    def _offset(self, raw: int, index: int) -> int:
        if index < 0:
            return 0
        start, end, at = self.kept[index]
        return at + min(raw, end) - start


def cut(draft: Draft, marks: Sequence[Mark]) -> Clean:
    """A draft without the marks and the white space before them; a block that is only marks is dropped."""
    groups = grouped(draft.text, marks)
    writing = _Writing(draft)
    index = 0
    # For each block of the draft its new range.
    places: list[Span | None] = []
    cells: list[Cell] = []
    for block in draft.blocks:
        first = index
        while index < len(groups) and groups[index][0].start <= block.end:
            index += 1
        gaps = [_gap(draft.text, group, block) for group in groups[first:index]]
        places.append(_write_block(draft, writing, block, gaps))
        if block.row and places[-1]:
            heading = places[block.heading] if block.heading >= 0 else None
            cells.append(Cell(len(writing.blocks) - 1, block.row, heading))
    return Clean(
        text="".join(writing.parts),
        map=map_of(writing.pieces),
        blocks=tuple(writing.blocks),
        kept=tuple([number for number, place in enumerate(places) if place]),
        cells=tuple(cells),
        links=tuple(_links(draft.links, writing)),
        markers=tuple(_markers(groups, writing.gaps)),
    )


def _gap(text: str, group: Sequence[Mark], block: DraftBlock) -> Gap:
    """The gap for a group: its marks, what is between them, and the white space before; at the start of a block, after.

    Round brackets around nothing but the group are cut too.
    """
    start, end = group[0].start, group[-1].end
    if start == end:
        return Gap(start, end)
    closed = _CLOSED.match(text, end, block.end)
    opening = _opening(text, start, block) if closed else None
    first, end = (start, end) if closed is None or opening is None else (opening, closed.end())
    while first > block.start and (text[first - 1].isspace() or text[first - 1] in _UNSEEN):
        first -= 1
    if first == block.start:
        while end < block.end and text[end].isspace():
            end += 1
        return Gap(first, end)
    return Gap(first, end, filled=end < block.end and _would_glue(text, end))


def _opening(text: str, start: int, block: DraftBlock) -> int | None:
    """The offset of the round bracket that opens right before an offset."""
    reach = max(start - _LONGEST_OPENING, block.start)
    opened = re.search(_OPENED, text[reach:start])
    return reach + opened.start() if opened else None


def _would_glue(text: str, end: int) -> bool:
    """Whether the text after a gap would touch the text before it."""
    following = text[end]
    if not following.isascii() and (is_unspaced(following) or any(first <= following <= last for first, last in _WIDE)):
        return False
    return (
        following.isalnum() or following in _OPENING or (following in _STRAIGHT and text[end + 1 : end + 2].isalnum())
    )


def _write_block(draft: Draft, writing: _Writing, block: DraftBlock, gaps: Sequence[Gap]) -> Span | None:
    """Write a block and return its new range; None for a block that is only marks, which is dropped."""
    if sum([gap.end - gap.start for gap in gaps]) == block.end - block.start:
        writing.gaps += [writing.length] * len(gaps)
        return None
    if writing.blocks:
        writing.add_new("\n")
    start, raw = writing.length, block.start
    for gap in gaps:
        if gap.end > gap.start:
            writing.keep(raw, max(gap.start, raw))
            raw = gap.end
        writing.gaps.append(writing.length + max(gap.start - raw, 0))
        if gap.filled:
            writing.fill(draft.map.span(gap.start, gap.end))
    writing.keep(raw, block.end)
    writing.blocks.append(Block(block.kind, start, writing.length))
    return Span(start, writing.length)


def _links(links: Iterable[Link], writing: _Writing) -> Iterator[Link]:
    for link in links:
        start, end = writing.offset(link.start), writing.end_offset(link.end)
        if start < end:
            yield link._replace(start=start, end=end)


def _markers(groups: Iterable[Sequence[Mark]], gaps: Iterable[int]) -> Iterator[Marker]:
    for number, (group, at) in enumerate(zip(groups, gaps, strict=True)):
        for mark in group:
            yield Marker(at, mark.ids, mark.source_start, mark.source_end, number, mark.problem, mark.url)
