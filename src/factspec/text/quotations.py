"""The quotations of a text: what stands between quotation marks, and whole blocks that are set as quotations."""

import re
from collections.abc import Iterable, Iterator, Sequence

from factspec.text.marks import Role, marks
from factspec.text.pairing import Open, pair
from factspec.text.quotation import Part, Quotation, trimmed
from factspec.text.splits import joined

# The signature that ends a block quotation: a dash and a name.
_SIGNED = re.compile(r"\s(?:[\u2014\u2013-]|--) ?(?=[A-Z])[^\u2014\u2013\n]{2,100}$")
_LONGEST_SIGNATURE = 110
_SIGNATURE = re.compile(r"(?:[\u2014\u2013-]|--) ?(?=[A-Z])[^\u2014\u2013\n.]{2,100}$")
# Whoever says "I" outside the marks of a block tells of himself.
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b")
_MARKED = re.compile(r"[\"\u201c][^\"\u201c\u201d]*[\"\u201d]")
# A mark behind what brings it in, or before who says it: 'said: "We', 'sell," said'.
_REPORTED = re.compile(
    r"\b(?:said|says|told [\w ]{1,40}|added|asked|wrote|replied)[:,] [\"\u201c]"
    r"|[,.?!][\"\u201d] (?:[\w.'\u2019-]+ ){0,5}(?:said|says|told|added|asked|wrote|replied)\b"
)


def quotations(
    text: str, blocks: Sequence[tuple[int, int]], quoted_blocks: Sequence[tuple[int, int]] = ()
) -> tuple[Quotation, ...]:
    """The quotations of a text in the order of their starts, outer ones before inner ones.

    `blocks` are the ranges of its blocks in order; `quoted_blocks` those of them that are set as quotations. Such a
    block is one quotation, neighbouring ones together, unless it begins with a mark or tells who says what stands
    between marks in it: then its marks say what is quoted. A double mark that nothing closes reaches to the end of its
    block, and further where the next block begins with the same mark; a single one only where it follows a comma or a
    colon or begins its block.
    """
    whole = _whole_blocks(text, blocks, frozenset((start, end) for start, end in quoted_blocks))
    found = sorted((*_marked(text, blocks), *whole), key=lambda one: (one.start, -one.end))
    return tuple(_with_depths(found))


def _has_words(text: str, quotation: Quotation) -> bool:
    return any(character.isalnum() for part in quotation.parts for character in text[part.start : part.end])


def _marked(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    left_open: Open | None = None
    for start, end in blocks:
        found = pair(text, start, end, left_open)
        left_open = found.left_open
        yield from _read_together(text, [one for one in found.ended if _has_words(text, one)])
    if left_open and _has_words(text, left_open.ended()):
        yield left_open.ended()


def _read_together(text: str, ended: Iterable[Quotation]) -> Iterator[Quotation]:
    """Join what is split, on each depth and within each outer quotation by itself."""
    deep = list(_with_depths(sorted(ended, key=lambda one: (one.start, -one.end))))
    rows: list[list[Quotation]] = []
    for one in deep:
        for row in rows[one.depth :]:
            yield from joined(text, row)
        del rows[one.depth :]
        if len(rows) < one.depth:
            rows.append([])
        rows[one.depth - 1].append(one)
    for row in rows:
        yield from joined(text, row)


def _with_depths(found: Iterable[Quotation]) -> Iterator[Quotation]:
    ends: list[int] = []
    for one in found:
        while ends and ends[-1] <= one.start:
            ends.pop()
        ends.append(one.end)
        yield one._replace(depth=len(ends))


def _tells(words: str) -> bool:
    """Whether a block set as a quotation is no words of anybody: a signature, or a report with quotations in it."""
    if _SIGNATURE.match(words):
        return True
    return _REPORTED.search(words) is not None and _OWN.search(_MARKED.sub("", words)) is None


def _whole_blocks(
    text: str, blocks: Sequence[tuple[int, int]], quoted: frozenset[tuple[int, int]]
) -> Iterator[Quotation]:
    parts: list[Part] = []
    for start, end in (*blocks, (0, 0)):
        part = trimmed(text, start, end) if (start, end) in quoted else None
        if part and not (_begins_with_mark(text, part) or _tells(text[part.start : part.end])):
            parts.append(_unsigned(text, part))
        elif parts:
            yield Quotation(parts[0].start, parts[-1].end, tuple(parts), 1)
            parts = []


def _begins_with_mark(text: str, part: Part) -> bool:
    first = next(marks(text, part.start, min(part.end, part.start + 12)), None)
    return first is not None and first.at == part.start and first.role is not Role.CLOSES


def _unsigned(text: str, part: Part) -> Part:
    signed = _SIGNED.search(text, max(part.start, part.end - _LONGEST_SIGNATURE), part.end)
    return Part(part.start, signed.start()) if signed and signed.start() > part.start else part
