"""Read an article from bytes: choose its format, read its text, and cut out its markers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from factspec.articles.article import Article, ArticleError, Block, Marker, Reference, Sentence, Unread
from factspec.articles.citations import Clean, cut, marks
from factspec.articles.contracts import FORMATS, MARKERS
from factspec.articles.draft import Anchor, Draft, DraftBlock, Kind, Skipped
from factspec.articles.labels import set_off
from factspec.articles.references import is_page
from factspec.language.places import Lines, lines_of
from factspec.language.printing import printable
from factspec.language.sentences import sentences

LIMIT = 10_000_000
_BOM = b"\xef\xbb\xbf"


def read_article(
    data: bytes,
    format: str = "",  # noqa: A002  the key of a spec's article
    *,
    styles: Sequence[str] | None = None,
    select: str = "",
    path: str = "",
) -> Article:
    """The article in bytes of a given format.

    `format` is the name of a format, or a suffix without its dot; if it is empty, the suffix of `path` chooses the
    format. `styles` are the citation styles to read; None means the usual ones of the format. `select` names the
    element of a page that contains the article. `path` is the article's name in messages. Raises `ArticleError`.
    """
    try:
        return _parse(data, _format(format, path), styles, select, path)
    except ArticleError as error:
        error.path = error.path or path
        raise


def _limited(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        message = f"the file is larger than {limit // 1_000_000} MB; split it, or check that it is the article"
        raise ArticleError(message)
    return data


def _format(name: str, path: str) -> str:
    """The name of the format that is given or that the suffix of a path chooses."""
    if name in FORMATS:
        return name
    by_suffix = _formats_by_suffix()
    if f".{name}" in by_suffix:
        return by_suffix[f".{name}"]
    if name:
        raise ArticleError(f"'{name}' is not a format; the formats are {', '.join(FORMATS)}")
    suffix = Path(path).suffix.lower()
    if suffix not in by_suffix:
        problem = (
            f"'{suffix}' is not the suffix of a format" if suffix else "the file has no suffix to choose a format by"
        )
        raise ArticleError(f"{problem}; use one of {', '.join(sorted(by_suffix))}, or name the format")
    return by_suffix[suffix]


def suffixes() -> frozenset[str]:
    """The suffixes that a format reads, such as `.md`."""
    return frozenset(_formats_by_suffix())


@lru_cache
def _formats_by_suffix() -> dict[str, str]:
    return {end: name for name, format_ in FORMATS.items() for end in format_.SUFFIXES}


def _parse(data: bytes, name: str, wanted: Sequence[str] | None, select: str, path: str) -> Article:
    source = _decoded(_limited(data, LIMIT))
    draft = FORMATS[name].read(source, select)
    if draft.misread and not (source.isascii() or data.startswith(_BOM)):
        at, charset = draft.misread
        message = f"the page says that it is {printable(charset)}, but it is UTF-8; readers see other characters"
        raise ArticleError(f"{message}: write utf-8", "", *lines_of(source).place(at))
    found = marks(draft, _known(FORMATS[name].STYLES if wanted is None else wanted))
    clean = cut(set_off(draft, found), found)
    if all(block.kind is Kind.TITLE for block in clean.blocks):
        raise ArticleError("the article has no visible text; write it, or check that this is its file")
    return _article(name, draft, clean, sha256(data).hexdigest(), path)


def visible_text(data: bytes, path: str, limit: int) -> str:
    """The text that a reader of a file sees, without its citation markers and its own list of references.

    `path` chooses the format by its suffix; `limit` is in bytes. Raises `ArticleError`.
    """
    name = _format("", path)
    draft = FORMATS[name].read(_decoded(_limited(data, limit)), "")
    found = marks(draft, _known(FORMATS[name].STYLES))
    return cut(set_off(draft, found), found).text


def unusual_styles(data: bytes, path: str) -> tuple[str, ...]:
    """The styles of citation in a file that its format does not usually have, if it has no marker of the usual ones.

    The markers of such a style name at least half of the article's references and nothing else. Where there are no
    references they are names, because numbers may be powers. `path` chooses the format by its suffix. Raises
    `ArticleError`.
    """
    name = _format("", path)
    draft = FORMATS[name].read(_decoded(_limited(data, LIMIT)), "")
    usual = FORMATS[name].STYLES
    if marks(draft, usual):
        return ()
    listed = {str(reference[0]) for reference in draft.references}
    found = {style: {one for mark in marks(draft, [style]) for one in mark.ids} for style in MARKERS.keys() - {*usual}}
    return tuple(sorted(style for style, labels in found.items() if labels and _explained(labels, listed)))


def _explained(labels: set[str], listed: set[str]) -> bool:
    """Whether labels are those of the article's references, or names if it has none."""
    if not listed:
        return not any(map(str.isdigit, labels))
    return labels <= listed and len(labels) * 2 >= len(listed)


def _known(wanted: Sequence[str]) -> Sequence[str]:
    for style in wanted:
        if style not in MARKERS:
            raise ArticleError(f"'{style}' is not a citation style; the styles are {', '.join(MARKERS)}")
    return wanted


def _decoded(data: bytes) -> str:
    """The text of bytes, without a byte-order mark."""
    data = data.removeprefix(_BOM)
    if b"\0" in data:
        raise ArticleError("the file contains binary data; save the article as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = lines_of(before).place(len(before))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the article as UTF-8"
        raise ArticleError(message, line=line, column=column) from error


def _within(places: Sequence[int], block: Block) -> list[int]:
    """The sorted offsets that are in a block, counted from its start."""
    return [at - block.start for at in places[bisect_left(places, block.start) : bisect_right(places, block.end)]]


def _described(draft: Draft) -> Iterator[Skipped]:
    """Yield the references that say more than an address: only that is compared with the declared source.

    Those that are notes are read.
    """
    notes = sorted([draft.map.offset(block.start) for block in draft.blocks if block.kind is Kind.NOTE])
    for one in draft.references:
        is_note = bisect_left(notes, one.source_start) < bisect_left(notes, one.source_end)
        if not is_note and any(map(str.isalpha, one.text.replace(one.url, ""))):
            written = set(one.text.split())
            beside = [url for url in dict.fromkeys(one.urls) if url not in written]
            yield Skipped("source description", one.source_start, " ".join([one.text, *beside]))


# Tags between an empty element and the text that it names, and how long they are at most.
_NEAR = 1000
_TAGS = r"(?:\s*<[^<>]{0,500}>){0,9}+\s*"


def _references(draft: Draft) -> Iterator[Reference]:
    """The references, each with the ids by which the page names it."""
    starts = [one.source_start for one in draft.references]
    named: dict[int, list[str]] = {}
    # Of two elements with one id, a link leads to the first.
    ids = {anchor.id: anchor for anchor in sorted(draft.anchors, reverse=True, key=attrgetter("start"))}
    for name, anchor in ids.items() if starts else ():
        number = _named(draft, anchor, starts)
        named.setdefault(number, []).append(name)
    for number, one in enumerate(draft.references):
        yield Reference(*one, anchors=tuple(named.get(number, ())))


def _named(draft: Draft, anchor: Anchor, starts: Sequence[int]) -> int:
    """The reference that an element contains, is in or is right before; -1 if there is none, or several are in it."""
    first, last = bisect_left(starts, anchor.start), bisect_left(starts, anchor.end)
    if last > first:
        return first if last == first + 1 else -1
    if first and anchor.start < draft.references[first - 1].source_end:
        return first - 1
    is_near = first < len(starts) and starts[first] - anchor.end < _NEAR
    return first if is_near and re.fullmatch(_TAGS, draft.source[anchor.end : starts[first]]) else -1


def _uncompared(markers: Sequence[Marker]) -> Iterator[Skipped]:
    """Yield the targets of markers that no rule compares: neither pages nor places in this one."""
    for one in markers:
        if one.url and not one.url.startswith("#") and not is_page(one.url):
            yield Skipped("marker target", one.source_start, one.url)


def _unread(draft: Draft, markers: Sequence[Marker], lines: Lines) -> Iterator[Unread]:
    for kind, at, text in (*draft.skipped, *_described(draft), *_uncompared(markers)):
        yield Unread(kind, lines.place(at).line, " ".join(text.split()))


def _article(name: str, draft: Draft, clean: Clean, digest: str, path: str) -> Article:
    places = [marker.at for marker in clean.markers]
    found = [
        Sentence(block.start + start, block.start + end, index)
        for index, block in enumerate(clean.blocks)
        for start, end in sentences(clean.text[block.start : block.end], _within(places, block))
    ]
    lines = lines_of(draft.source)
    return Article(
        path=path,
        format=name,
        sha256=digest,
        source=draft.source,
        text=clean.text,
        map=clean.map,
        blocks=clean.blocks,
        sentences=tuple(found),
        markers=clean.markers,
        references=tuple(_references(draft)),
        links=clean.links,
        hidden=draft.hidden,
        lines=lines,
        unread=tuple(_unread(draft, clean.markers, lines)),
        stylings=draft.stylings,
        cells=clean.cells,
        above=_above(draft, clean),
        titles=draft.titles,
        unseen=draft.unseen,
    )


# What each block is under.


# Titles and notes are not in the flow of the text.
_OUTSIDE = frozenset({Kind.TITLE, Kind.NOTE})
# Code and captions do not end the list that they are in.
_BESIDE = frozenset({Kind.CODE, Kind.CAPTION})
_INTRODUCING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION})
_COLONS = (":", "\uff1a")
# What is nested deeper is read as if it were at this depth, so that the way to the top is short.
_DEEPEST = 16


class _Outline:
    """For each block so far the index of the one that it is under, -1 if there is none.

    A line that ends with a colon introduces the paragraph, list, table, block quotation or code after it.
    """

    def __init__(self, clean: Clean) -> None:
        self.above: list[int] = []
        self._clean = clean
        self._depths: list[int] = []
        # The open headings with their levels.
        self._headings: list[tuple[int, int]] = []
        # What the last block was part of, and what all of that is under.
        self._part: str = ""
        self._lead = -1

    def add(self, block: DraftBlock, under: int) -> None:
        """Add the next block; `under` is the one that begins its list item or is the caption of its table, or -1."""
        part = "row" if block.row else block.kind.value
        if part in _OUTSIDE:
            self._put(-1)
        elif part == Kind.HEADING:
            self._begin_section(block.level)
        elif part in _BESIDE:
            self._put(self._introduction() if part == Kind.CODE else self._top)
        else:
            if under < 0 or block.row:
                self._begin_part(part)
            self._put(under if under >= 0 else self._lead)

    @property
    def _top(self) -> int:
        return self._headings[-1][1] if self._headings else -1

    def _begin_section(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._put(self._top)
        self._headings.append((level, len(self.above) - 1))
        self._part = ""

    def _begin_part(self, part: str) -> None:
        """Begin a paragraph, or the first item, row or paragraph of a list, a table or a block quotation."""
        if part == Kind.PARAGRAPH or part != self._part:
            self._lead = self._introduction()
        self._part = part

    def _introduction(self) -> int:
        """The block before, if it introduces the next one; otherwise the heading."""
        last = len(self.above) - 1
        block = self._clean.blocks[last] if self.above else None
        introduces = block and block.kind in _INTRODUCING and self._clean.text.endswith(_COLONS, 0, block.end)
        return last if introduces else self._top

    def _put(self, at: int) -> None:
        if at >= 0 and self._depths[at] == _DEEPEST:
            at = self.above[at]
        self.above.append(at)
        self._depths.append(self._depths[at] + 1 if at >= 0 else 0)


def _above(draft: Draft, clean: Clean) -> tuple[int, ...]:
    outline = _Outline(clean)
    numbers = {old: new for new, old in enumerate(clean.kept)}
    for old in clean.kept:
        block = draft.blocks[old]
        outline.add(block, numbers.get(block.under, -1))
    return tuple(outline.above)
