"""Markers cut out of a draft: what remains is the text that an article is judged by, with its way to the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from factspec.article import Block, Marker
from factspec.draft import Draft, DraftBlock, Link, Mark, Piece, PieceMap, Span, map_of
from factspec.marking import grouped
from factspec.text.unspaced import is_unspaced

# Before these a space that stood before the marker stays, lest two words or a word and a quotation be glued.
_OPENING = frozenset("“‘«„‚([{")
_STRAIGHT = frozenset("\"'")
# Zero-width space, joiner and byte-order mark, which tools put before a marker.
_UNSEEN = frozenset("\u200b\u2060\ufeff")
# Round brackets around markers, with the words that point a reader to a source.
_OPENED = re.compile(r"[(\uff08]\s*+(?:(?:see(?: also)?|cf\.?|e\.g\.,?|sources?:?|refs?[.:]?)\s++)?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\s*+[)\uff09]")
_LONGEST_OPENING = 24
# Signs of scripts that put no space between words: the punctuation of East Asia, and its wide forms.
_WIDE = (("\u2e80", "\u33ff"), ("\uff00", "\uffef"))


class Gap(NamedTuple):
    """A raw range that is cut; with `filled`, one space stands in its place."""

    start: int
    end: int
    filled: bool = False


class _Kept(NamedTuple):
    """A raw range that stays, and the offset it gets."""

    start: int
    end: int
    at: int


class Clean(NamedTuple):
    """A text without markers; offsets are those of `text`, of markers also those of the source."""

    text: str
    map: PieceMap
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    markers: tuple[Marker, ...]


class _Writing:
    """The text as it grows, and the raw ranges it is made of."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.kept: list[_Kept] = []
        self.fillers: list[Piece] = []
        self.blocks: list[Block] = []
        self.length = 0

    def add(self, text: str, raw: int) -> None:
        self.kept.append(_Kept(raw, raw + len(text), self.length))
        self.add_new(text)

    def add_new(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def offset(self, raw: int) -> int:
        """The offset that a raw one got; inside a gap that of the gap."""
        return self._offset(raw, bisect_right(self.kept, raw, key=attrgetter("start")) - 1)

    def end_offset(self, raw: int) -> int:
        """The offset that the end of a raw range got; a space that fills a gap at it is left out."""
        return self._offset(raw, bisect_left(self.kept, raw, key=attrgetter("start")) - 1)

    def _offset(self, raw: int, index: int) -> int:
        if index < 0:
            return 0
        kept = self.kept[index]
        return kept.at + min(raw, kept.end) - kept.start


def cut(draft: Draft, marks: Sequence[Mark]) -> Clean:
    """A draft without the marks and the white space before them; a block of marks alone vanishes."""
    groups = grouped(draft.text, marks)
    gaps = [_gap(draft, group) for group in groups]
    writing = _Writing()
    for block, inside in _by_block(draft.blocks, gaps):
        _write_block(draft, writing, block, inside)
    return Clean(
        text="".join(writing.parts),
        map=map_of(_pieces(draft.map.pieces, writing)),
        blocks=tuple(writing.blocks),
        links=tuple(_links(draft.links, writing)),
        markers=tuple(_markers(groups, gaps, writing)),
    )


def _gap(draft: Draft, group: Sequence[Mark]) -> Gap:
    """What is cut for a group: its marks, what parts them, and the white space before or, at a block's start, after.

    A pair of round brackets that holds nothing else is cut with them.
    """
    text, start, end = draft.text, group[0].start, group[-1].end
    if start == end:
        return Gap(start, end)
    block = draft.blocks[bisect_right(draft.blocks, start, key=attrgetter("start")) - 1]
    first, end = _with_brackets(text, start, end, block)
    while first > block.start and (text[first - 1].isspace() or text[first - 1] in _UNSEEN):
        first -= 1
    if first == block.start:
        while end < block.end and text[end].isspace():
            end += 1
        return Gap(first, end)
    return Gap(first, end, filled=end < block.end and _would_glue(text, end))


def _with_brackets(text: str, start: int, end: int, block: DraftBlock) -> Span:
    """A range of marks, widened by the round brackets around it."""
    opened = _OPENED.search(text, max(start - _LONGEST_OPENING, block.start), start)
    closed = _CLOSED.match(text, end, block.end)
    return Span(opened.start(), closed.end()) if opened and closed else Span(start, end)


def _would_glue(text: str, end: int) -> bool:
    """Whether what follows a gap would be glued to what stands before it."""
    following = text[end]
    if not following.isascii() and (is_unspaced(following) or any(first <= following <= last for first, last in _WIDE)):
        return False
    return (
        following.isalnum() or following in _OPENING or (following in _STRAIGHT and text[end + 1 : end + 2].isalnum())
    )


def _by_block(blocks: Iterable[DraftBlock], gaps: Sequence[Gap]) -> Iterator[tuple[DraftBlock, list[Gap]]]:
    index = 0
    for block in blocks:
        first = index
        while index < len(gaps) and gaps[index].start <= block.end:
            index += 1
        yield block, [gap for gap in gaps[first:index] if gap.end > gap.start]


def _write_block(draft: Draft, writing: _Writing, block: DraftBlock, gaps: Sequence[Gap]) -> None:
    if sum(gap.end - gap.start for gap in gaps) == block.end - block.start:
        return
    if writing.blocks:
        writing.add_new("\n")
    start, raw = writing.length, block.start
    for gap in gaps:
        writing.add(draft.text[raw : gap.start], raw)
        if gap.filled:
            source = draft.map.span(gap.start, gap.end)
            writing.fillers.append(Piece(writing.length, writing.length + 1, *source, verbatim=False))
            writing.add_new(" ")
        raw = gap.end
    writing.add(draft.text[raw : block.end], raw)
    writing.blocks.append(Block(block.kind, start, writing.length))


def _pieces(pieces: Sequence[Piece], writing: _Writing) -> Iterator[Piece]:
    """The pieces of what was kept, in order, with the spaces that fill gaps between them."""
    fillers = iter([*writing.fillers, None])
    filler = next(fillers)
    index = 0
    for kept in writing.kept:
        while filler and filler.start < kept.at:
            yield filler
            filler = next(fillers)
        while index < len(pieces) and pieces[index].end <= kept.start:
            index += 1
        yield from _overlapping(pieces, index, kept)


def _overlapping(pieces: Sequence[Piece], index: int, kept: _Kept) -> Iterator[Piece]:
    shift = kept.at - kept.start
    while index < len(pieces) and pieces[index].start < kept.end:
        piece = pieces[index]
        start, end = max(piece.start, kept.start), min(piece.end, kept.end)
        if start < end:
            before, after = (start - piece.start, piece.end - end) if piece.verbatim else (0, 0)
            yield Piece(
                start + shift, end + shift, piece.source_start + before, piece.source_end - after, piece.verbatim
            )
        index += 1


def _links(links: Iterable[Link], writing: _Writing) -> Iterator[Link]:
    for link in links:
        start, end = writing.offset(link.start), writing.end_offset(link.end)
        if start < end:
            yield link._replace(start=start, end=end)


def _markers(groups: Iterable[Sequence[Mark]], gaps: Iterable[Gap], writing: _Writing) -> Iterator[Marker]:
    for number, (group, gap) in enumerate(zip(groups, gaps, strict=True)):
        at = writing.offset(gap.start)
        for mark in group:
            yield Marker(at, mark.ids, mark.source_start, mark.source_end, number, mark.problem, mark.url)
