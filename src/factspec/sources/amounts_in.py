"""The numbers and dates of a stored text, read piece by piece, and only where they are asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from factspec.fact import Fact
from factspec.facts_found import facts_in
from factspec.text.number_words import SCALES, SMALL, TENS
from factspec.text.places import Span
from factspec.text.tokens import tokenize

KINDS: Final = frozenset({"number", "percentage", "money", "measure", "date", "time", "duration"})
"""The kinds of facts that are amounts or points in time."""

_TIMES = ("noon", "midday", "midnight")
_WORDS = "|".join(
    sorted({*SMALL, *TENS, *SCALES, "half", "third", "thirds", "quarter", "dozen", *_TIMES}, key=len, reverse=True)
)
_AMOUNT = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)
# A piece ends with a sentence or a paragraph; where neither comes, after so many characters.
_PIECE = re.compile(r"(?:(?![.!?]\s{1,3}[A-Z]|\n[ \t]{0,9}\n).){1,600}[.!?]?", re.DOTALL)
# Of one text so many pieces are read: what lies beyond is not told from what is not there.
_MOST = 2_000


@dataclass(frozen=True)
class AmountsIn:
    """The pieces of a text that hold a number; `complete` where these are all of them."""

    text: str
    pieces: tuple[Span, ...]
    complete: bool
    _read: dict[Span, tuple[Fact, ...]] = field(default_factory=dict, repr=False, compare=False)

    def facts(self, shown: str) -> Iterator[Fact]:
        """The facts of all pieces, those first that hold these words as written."""
        for span in sorted(self.pieces, key=lambda one: shown not in self.text[one.start : one.end]):
            yield from self._of(span)

    def _of(self, span: Span) -> tuple[Fact, ...]:
        if span not in self._read:
            self._read[span] = amounts(self.text[span.start : span.end])
        return self._read[span]


def amounts(words: str) -> tuple[Fact, ...]:
    """The numbers and dates in words."""
    return tuple(fact for fact in facts_in(tokenize(words)) if fact.kind in KINDS)


def amounts_in(text: str) -> AmountsIn:
    """Where a text has numbers; one pass over it."""
    pieces = []
    for match in _PIECE.finditer(text):
        if _AMOUNT.search(match[0]):
            pieces.append(Span(*match.span()))
            if len(pieces) > _MOST:
                return AmountsIn(text, tuple(pieces[:_MOST]), complete=False)
    return AmountsIn(text, tuple(pieces), complete=True)
