"""Quotations that the words "he said" split in two, read as one."""

import re
from collections.abc import Iterable, Iterator

from factspec.lexicon.sayings import SAYING
from factspec.text.quotation import Quotation

# No more words than a speaker with a title, a verb, an addressee, a place and a day take.
_LONGEST = 140
_MOST_WORDS = 16
_MOST_WORDS_UNPARTED = 4
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Words that begin another statement: what follows them is quoted from another sentence or another clause.
_JOINS = frozenset(
    ["and", "but", "or", "that", "which", "while", "whereas", "when", "because", "whether", "if", "then"]
)
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|[A-Z])\.")


def joined(text: str, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations of a block, in order, with each split one as one; none of them stands inside another."""
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
    goes_on = text[ending.start].islower()
    stopped = text[opening.end - 1]
    if stopped in ".;" or (stopped in "!?\u2026" and not (parted and goes_on)):
        return False
    return (parted or goes_on) and _is_inserted(gap, parted)


def _is_inserted(gap: str, parted: bool) -> bool:
    """Whether a gap is a speaker and a verb of saying alone: `," he said, "`."""
    words = [word.lower() for word in _WORD.findall(gap)]
    if not 2 <= len(words) <= (_MOST_WORDS if parted else _MOST_WORDS_UNPARTED):
        return False
    if not parted and "," in gap.lstrip(", "):
        return False
    says = any(word in SAYING for word in words)
    return says and _JOINS.isdisjoint(words) and not _SENTENCE_END.search(_ABBREVIATION.sub("", gap))
