"""The quotations of a text: the words between quotation marks, and whole blocks that are set as quotations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factspec.language.places import FAMILIES, Quotation, Span
from factspec.language.reporting import SAYING
from factspec.language.tokens import is_unspaced


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without white space at its ends; None if it contains nothing else."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    return Span(first, last) if first < last else None


# Marks: which characters are quotation marks, and what each of them does.


class Role(StrEnum):
    """What a mark does: it opens, it closes, or it closes an open quotation and opens one otherwise."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Mark(NamedTuple):
    """A quotation mark: its offset, character, family and role.

    `sure` is false for a closing mark that may be an apostrophe or a unit ("the leaders' ties", `12"`), and for an
    opening mark that may be something else (a straight mark between spaces, a single mark within a sentence).
    """

    at: int
    character: str
    family: str
    role: Role
    sure: bool


_RUN = re.compile("[" + "".join(FAMILIES) + "]+")
# A longer run of marks is an ornament.
_LONGEST_RUN = 8
_STRAIGHT = frozenset("\"'\uff02")
# The mark that each character closes in at least one language, such as German or Swedish.
CLOSES = {
    "\u00bb": "\u00ab",
    "\u00ab": "\u00bb",
    "\u203a": "\u2039",
    "\u2039": "\u203a",
    "\u201c": "\u201e",
    "\u2018": "\u201a",
}
_ALWAYS = {
    **dict.fromkeys("\u201e\u201f\u201a\u201b\u300c\u300e", Role.OPENS),
    **dict.fromkeys("\u300d\u300f", Role.CLOSES),
}
_FACING = {  # what a mark does unless its surroundings show the contrary
    **dict.fromkeys("\u201c\u2018\u00ab\u2039", Role.OPENS),
    **dict.fromkeys("\u201d\u2019\u00bb\u203a", Role.CLOSES),
}
_BEFORE_WORDS = frozenset("([{<\u2014\u2013-/=\u00a1\u00bf")
_AFTER_WORDS = frozenset(")]}>\u2014\u2013-/,.;:!?\u2026\u3002\uff0c\uff01\uff1f")
# Words that lose their first letters in English print, and decades; "’tis" and "'tis" alike.
_ELIDED = r"tis|twas|twere|twill|twould|em|til|till|nuff|nother|neath|fraid|scuse|cos|coz|bout"
_ELISION = re.compile(
    rf"(?:\d\ds|{_ELIDED}|cause(?= (?:he|she|it|they|we|you|i)\b)|n(?=['\u2019]))(?!\w)", re.IGNORECASE
)
_YEAR = re.compile(r"\d\d(?![\w%.,])(?! per\b)")
_HEIGHT = re.compile(r"\d['\u2019] ?\d{1,2}$")
_DROPPED_G = re.compile(r"\w\win$")


class _Context(NamedTuple):
    """The characters around a run of marks, and whether words can begin or end there."""

    before: str
    after: str
    begins: bool
    ends: bool


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of `text[start:end]`, in order; offsets count from the start of the text."""
    for run in _RUN.finditer(text, start, end):
        if len(run[0]) > _LONGEST_RUN:
            continue
        around = _context(text, run.start(), run.end(), start, end)
        for at in range(run.start(), run.end()):
            mark = _mark(text, at, around, alone=len(run[0]) == 1, bounds=(start, end))
            if mark:
                yield mark


def _context(text: str, first: int, last: int, start: int, end: int) -> _Context:
    before = text[first - 1] if first > start else ""
    after = text[last] if last < end else ""
    begins = not before or before.isspace() or before in _BEFORE_WORDS
    ends = not after or after.isspace() or after in _AFTER_WORDS
    return _Context(before, after, begins, ends)


def _mark(text: str, at: int, around: _Context, *, alone: bool, bounds: tuple[int, int]) -> Mark | None:
    character = text[at]
    family = FAMILIES[character]
    if family == "single" and _is_apostrophe(text, at, around, alone, bounds):
        return None
    role = _role(character, around)
    if family == "double" and character in _STRAIGHT and around.before.isdecimal():
        role = Role.CLOSES  # a unit or the end of a quotation, never a beginning
    return Mark(at, character, family, role, _is_sure(text, at, role, family, around, bounds))


def _role(character: str, around: _Context) -> Role:
    if character in _ALWAYS:
        return _ALWAYS[character]
    if around.begins and not around.ends:
        return Role.OPENS
    if around.ends and not around.begins:
        return Role.CLOSES
    return _FACING.get(character, Role.EITHER)


def _is_apostrophe(text: str, at: int, around: _Context, alone: bool, bounds: tuple[int, int]) -> bool:
    character = text[at]
    if alone and _is_letter(around.before) and _is_letter(around.after):
        return character != "\u201a"
    if around.begins and around.ends and character == "'":
        return bool(around.before.isspace() or around.after.isspace())
    inside = text[max(at - 2, bounds[0]) : at]
    if inside[-1:] in ("n", "N") and inside[:1] in ("'", "\u2018", "\u2019"):
        return True  # the second of rock 'n' roll
    if not around.begins or around.ends:
        return False
    return character == "\u2019" or _is_elision(text, at, bounds)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_unspaced(character)


def _is_elision(text: str, at: int, bounds: tuple[int, int]) -> bool:
    if _ELISION.match(text, at + 1, bounds[1]):
        return True
    introduced = text[max(at - 2, bounds[0]) : at].rstrip()[-1:] in ("", ",", ":", ".", "?", "!")
    return not introduced and bool(_YEAR.match(text, at + 1, bounds[1]))


def _is_sure(text: str, at: int, role: Role, family: str, around: _Context, bounds: tuple[int, int]) -> bool:
    if role is Role.EITHER:
        return not (around.begins and around.ends)
    if role is Role.OPENS:
        return family != "single" or (
            around.after.isupper() and text[max(at - 2, bounds[0]) : at].rstrip()[-1:] in ("", ",", ":")
        )
    if family == "single":
        return not (around.after.isspace() and _may_be_apostrophe(text, at, around, bounds))
    inches = text[at] in _STRAIGHT and around.before.isdecimal()
    return not inches or not (around.after.isspace() or _HEIGHT.search(text[max(at - 6, bounds[0]) : at]))


def _may_be_apostrophe(text: str, at: int, around: _Context, bounds: tuple[int, int]) -> bool:
    unit_or_plural = around.before in ("s", "S") or around.before.isdecimal()
    return unit_or_plural or bool(_DROPPED_G.search(text[max(at - 4, bounds[0]) : at]))


# Pairs of marks, within one block and from one block to the next.


# How many quotations may be open at once: more are not prose, and the limit keeps the time linear.
_DEEPEST = 12


class Open(NamedTuple):
    """A quotation that has not ended: the mark that opened it, its start, and its parts in earlier blocks.

    The parts are a growing list, because a quotation may run over every paragraph of a long text.
    """

    mark: Mark
    start: int
    parts: list[Span]

    def ended(self) -> Quotation:
        """The quotation, if it ends with its last block."""
        return Quotation(self.start, self.parts[-1].end, tuple(self.parts), 1)


class Pairs(NamedTuple):
    """The quotations that end in a block, in the order of their ends, and the one that is still open at its end."""

    ended: tuple[Quotation, ...]
    left_open: Open | None


def pair(text: str, start: int, end: int, carried: Open | None) -> Pairs:
    """The quotations of a block, `text[start:end]`.

    `carried` was open at the end of the block before. It continues if this block begins with the same mark; otherwise
    it ended with its own block. Depths are not yet counted.
    """
    waiting: list[Open] = []
    counts: Counter[str] = Counter()
    ended: list[Quotation] = []
    found = _without_apostrophes(list(marks(text, start, end)))
    if carried:
        if found and _continues(text, start, found[0], carried):
            waiting.append(carried._replace(mark=found.pop(0)))
            counts[carried.mark.family] += 1
        else:
            ended.append(carried.ended())
    for mark in found:
        if _closes(mark, waiting, counts):
            ended.append(_end(text, mark, waiting, counts))
        elif mark.role is not Role.CLOSES:
            _open(mark, waiting, counts)
    return Pairs(tuple(one for one in ended if one.parts), _left_open(text, end, waiting))


def _continues(text: str, start: int, first: Mark, carried: Open) -> bool:
    return (
        first.character == carried.mark.character
        and not text[start : first.at].strip()
        and first.role is not Role.CLOSES
    )


def _without_apostrophes(found: Sequence[Mark]) -> list[Mark]:
    """Drop each unsure closing mark that a sure one follows: the leaders' ties … are strong'."""
    kept: list[Mark] = []
    closing: set[str] = set()
    for mark in reversed(found):
        doubtful = mark.role is Role.CLOSES and not mark.sure
        if doubtful and mark.family in closing:
            continue
        if mark.role is Role.CLOSES and mark.sure:
            closing.add(mark.family)
        else:
            closing.discard(mark.family)
        kept.append(mark)
    return kept[::-1]


def _open(mark: Mark, waiting: list[Open], counts: Counter[str]) -> None:
    if len(waiting) == _DEEPEST:
        counts[waiting.pop(0).mark.family] -= 1
    waiting.append(Open(mark, mark.at, []))
    counts[mark.family] += 1


def _closes(mark: Mark, waiting: Sequence[Open], counts: Counter[str]) -> bool:
    """Whether a mark ends an open quotation; a single mark can end only the innermost one."""
    if not counts[mark.family]:
        return False
    last = waiting[-1].mark
    if mark.family == "single" and last.family != "single":
        return False
    if mark.role is Role.OPENS:
        return last.family == mark.family and CLOSES.get(mark.character) == last.character
    return True


def _end(text: str, mark: Mark, waiting: list[Open], counts: Counter[str]) -> Quotation:
    """Take the quotation that a mark ends off the stack, with those that are open inside it."""
    while waiting:
        opened = waiting.pop()
        counts[opened.mark.family] -= 1
        if opened.mark.family == mark.family:
            break
    part = trimmed(text, opened.mark.at + 1, mark.at)
    return Quotation(opened.start, mark.at + 1, (*opened.parts, part) if part else tuple(opened.parts), 1)


def _left_open(text: str, end: int, waiting: Sequence[Open]) -> Open | None:
    for opened in waiting:
        part = trimmed(text, opened.mark.at + 1, end)
        if opened.mark.sure and part:
            opened.parts.append(part)
            return opened
    return None


# Quotations that the words "he said" split in two, read as one.


# Room for a speaker with a title, a verb, an addressee, a place and a day.
_LONGEST = 140
_MOST_WORDS = 16
_MOST_WORDS_UNPARTED = 4
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Words that begin another statement: the quotation after them is from another sentence or clause.
_JOINS = frozenset(
    ["and", "but", "or", "that", "which", "while", "whereas", "when", "because", "whether", "if", "then"]
)
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|[A-Z])\.")


def joined(text: str, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations of a block, in order, with the pieces of each split one joined; none is inside another."""
    run: list[Quotation] = []
    for one in found:
        if run and not _is_split(text, run[-1], one):
            yield _as_one(run)
            run = []
        run.append(one)
    if run:
        yield _as_one(run)


def _as_one(run: list[Quotation]) -> Quotation:
    return run[0]._replace(end=run[-1].end, parts=tuple(part for one in run for part in one.parts))


def _is_split(text: str, first: Quotation, second: Quotation) -> bool:
    if not 0 < second.start - first.end <= _LONGEST:
        return False
    gap = text[first.end : second.start]
    opening, ending = first.parts[-1], second.parts[0]
    parted = gap.rstrip()[-1:] in (",", "\u2014", "\u2013")
    continues = text[ending.start].islower()
    last = text[opening.end - 1]
    if last in ".;" or (last in "!?\u2026" and not (parted and continues)):
        return False
    return (parted or continues) and _is_inserted(gap, parted)


def _is_inserted(gap: str, parted: bool) -> bool:
    """Whether a gap is only a speaker and a verb of saying: `," he said, "`."""
    words = [word.lower() for word in _WORD.findall(gap)]
    if not 2 <= len(words) <= (_MOST_WORDS if parted else _MOST_WORDS_UNPARTED):
        return False
    if not parted and "," in gap.lstrip(", "):
        return False
    says = any(word in SAYING for word in words)
    return says and _JOINS.isdisjoint(words) and not _SENTENCE_END.search(_ABBREVIATION.sub("", gap))


# The signature that ends a block quotation: a dash and a name.
_SIGNED = re.compile(r"\s(?:[\u2014\u2013-]|--) ?(?=[A-Z])[^\u2014\u2013\n]{2,100}$")
_LONGEST_SIGNATURE = 110
_SIGNATURE = re.compile(r"(?:[\u2014\u2013-]|--) ?(?=[A-Z])[^\u2014\u2013\n.]{2,100}$")
# Words outside the marks of a block which show that the whole block is somebody's words.
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b")
_MARKED = re.compile(r"[\"\u201c][^\"\u201c\u201d]*[\"\u201d]")
# A mark after a verb of saying, or before one: 'said: "We', 'sell," said'.
_REPORTED = re.compile(
    r"\b(?:said|says|told [\w ]{1,40}|added|asked|wrote|replied)[:,] [\"\u201c]"
    r"|[,.?!][\"\u201d] (?:[\w.'\u2019-]+ ){0,5}(?:said|says|told|added|asked|wrote|replied)\b"
)


def quotations(
    text: str, blocks: Sequence[tuple[int, int]], quoted_blocks: Sequence[tuple[int, int]] = ()
) -> tuple[Quotation, ...]:
    """The quotations of a text in the order of their starts, outer ones before inner ones.

    `blocks` are the ranges of its blocks in order, and `quoted_blocks` those that are set as quotations. Neighbouring
    quoted blocks are one quotation. If such a block begins with a mark, or reports who says the words between its
    marks, its marks show what is quoted instead. A double mark without its end reaches to the end of its block, and
    further if the next block begins with the same mark. A single mark does so only if a comma or colon is before it or
    it begins its block.
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
    """Join split quotations, separately for each depth and each outer quotation."""
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


def _is_report(words: str) -> bool:
    """Whether a block set as a quotation is not one: it is a signature, or a report with quotations in it."""
    if _SIGNATURE.match(words):
        return True
    return _REPORTED.search(words) is not None and _OWN.search(_MARKED.sub("", words)) is None


def _whole_blocks(
    text: str, blocks: Sequence[tuple[int, int]], quoted: frozenset[tuple[int, int]]
) -> Iterator[Quotation]:
    parts: list[Span] = []
    for start, end in (*blocks, (0, 0)):
        part = trimmed(text, start, end) if (start, end) in quoted else None
        if part and not (_begins_with_mark(text, part) or _is_report(text[part.start : part.end])):
            parts.append(_unsigned(text, part))
        elif parts:
            yield Quotation(parts[0].start, parts[-1].end, tuple(parts), 1)
            parts = []


def _begins_with_mark(text: str, part: Span) -> bool:
    first = next(marks(text, part.start, min(part.end, part.start + 12)), None)
    return first is not None and first.at == part.start and first.role is not Role.CLOSES


def _unsigned(text: str, part: Span) -> Span:
    signed = _SIGNED.search(text, max(part.start, part.end - _LONGEST_SIGNATURE), part.end)
    return Span(part.start, signed.start()) if signed and signed.start() > part.start else part
