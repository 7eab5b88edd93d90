"""Which closing mark ends which opening one, within one block and from one block into the next."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factspec.text.marks import CLOSES, Mark, Role, marks
from factspec.text.quotation import Part, Quotation, trimmed

# How many quotations may wait for their ends; more are no prose, and the time of a text of marks stays linear.
_DEEPEST = 12


class Open(NamedTuple):
    """A quotation that has not ended: the mark that opened it, where it starts, its parts in blocks before.

    The parts are a list that grows, for a quotation may run over every paragraph of a long text.
    """

    mark: Mark
    start: int
    parts: list[Part]

    def ended(self) -> Quotation:
        """The quotation as it stands at the end of its last block."""
        return Quotation(self.start, self.parts[-1].end, tuple(self.parts), 1)


class Pairs(NamedTuple):
    """The quotations that end in a block, in the order of their ends, and the one that its end leaves open."""

    ended: tuple[Quotation, ...]
    left_open: Open | None


def pair(text: str, start: int, end: int, carried: Open | None) -> Pairs:
    """The quotations of a block, `text[start:end]`.

    `carried` is what the block before left open: it goes on where this block begins with the same mark, and has
    ended with its own block where not. Depths are not yet counted.
    """
    waiting: list[Open] = []
    counts: Counter[str] = Counter()
    ended: list[Quotation] = []
    found = _apostrophes_left_out(list(marks(text, start, end)))
    if carried:
        if found and _goes_on(text, start, found[0], carried):
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


def _goes_on(text: str, start: int, first: Mark, carried: Open) -> bool:
    return (
        first.character == carried.mark.character
        and not text[start : first.at].strip()
        and first.role is not Role.CLOSES
    )


def _apostrophes_left_out(found: Sequence[Mark]) -> list[Mark]:
    """Leave out each doubtful closing mark after which a certain one follows: the leaders' ties … are strong'."""
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
    """Whether a mark ends an open quotation; a single mark ends the innermost one alone."""
    if not counts[mark.family]:
        return False
    last = waiting[-1].mark
    if mark.family == "single" and last.family != "single":
        return False
    if mark.role is Role.OPENS:
        return last.family == mark.family and CLOSES.get(mark.character) == last.character
    return True


def _end(text: str, mark: Mark, waiting: list[Open], counts: Counter[str]) -> Quotation:
    """Take the quotation that a mark ends off the stack, with what stands open inside it."""
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
