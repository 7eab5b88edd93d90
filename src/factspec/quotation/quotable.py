"""Approved quotation words as a pattern, and where it stands in a passage of an article.

A pattern is run over a passage one token at a time, with all its states in one integer (Baeza-Yates and Gonnet's
Shift-And, with Wu and Manber's gaps), so that a search takes time in proportion to the passage.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from factspec.quotation.pieces import ANY, LOOSE, MARKS, Passage, Piece, bracket_end, counts
from factspec.text.places import Span
from factspec.text.tokens import Token, tokenize

_ELLIPSIS = "..."
GAP = "\u2026"
"""In a pattern: what an ellipsis leaves out."""
# How many words a bracket may stand for.
_BRACKET_WORDS = 4


class Pattern(NamedTuple):
    """Approved words ready to be looked for.

    `keys` are its words in order, `GAP` for a gap and `ANY` for a word that a bracket may stand for; `tokens` are those
    of the approved text. `stop` is the comma or full stop that ended it, which the end of a quotation may replace.
    """

    keys: tuple[str, ...]
    tokens: tuple[Token, ...]
    stop: str

    @property
    def words(self) -> frozenset[str]:
        """The keys that must stand in a passage."""
        return frozenset(self.keys[1:]) - {GAP, ANY}


def pattern(words: str) -> Pattern:
    """The pattern of approved words."""
    tokens = tuple(token for token in tokenize(words) if token.key not in MARKS)
    stop = tokens[-1].key if len(tokens) > 1 and tokens[-1].key in LOOSE else ""
    if stop:
        tokens = tokens[:-1]
    elements = list(_elements(tokens))
    while elements and elements[-1] in (GAP, ANY):
        elements.pop()
        stop = ""
    first = next((at for at, key in enumerate(elements) if key not in (GAP, ANY)), 0)
    return Pattern(tuple(elements[first:]), tokens, stop)


def _elements(tokens: Sequence[Token]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        closing = bracket_end(tokens, at)
        if closing:
            yield from [ANY] * _BRACKET_WORDS
        elif tokens[at].key == "[" and [token.key for token in tokens[at + 1 : at + 3]] == [_ELLIPSIS, "]"]:
            closing = at + 3
            yield GAP
        else:
            yield GAP if tokens[at].key == _ELLIPSIS else tokens[at].key
        at = closing or at + 1


class _Machine:
    """A pattern as bit sets: bit n stands for "the first n keys are matched"."""

    def __init__(self, keys: Sequence[str], first: int) -> None:
        """Take the keys in reading direction; `first` is the index of the first in the order of the text."""
        self.final = 1 << len(keys)
        self.by_key: dict[str, int] = {}
        self.gaps = sum(1 << at for at, key in enumerate(keys) if key == GAP)
        self.any = sum(1 << at for at, key in enumerate(keys) if key == ANY)
        words = sum(key not in (GAP, ANY) for key in keys)
        self.most = min(_BRACKET_WORDS, (words - 1) // 2)
        self.first, self.last = 1 << first, 1 << (len(keys) - 1 - first)
        self.inner = sum(1 << at for at, key in enumerate(keys) if not counts(key)) & ~(self.first | self.last)
        for at, key in enumerate(keys):
            for form in _forms(key) if at == first else (key,):
                self.by_key[form] = self.by_key.get(form, 0) | 1 << at

    def run(self, pieces: Iterable[Piece], searching: bool) -> int:
        """How many pieces it takes to match all, beginning anywhere if `searching`, else at the first; 0 if none."""
        states = 1
        for count, piece in enumerate(pieces, 1):
            states = self._step(states, piece) | searching
            if states & self.final:
                return count
            if not states:
                return 0
        return 0

    def _step(self, states: int, piece: Piece) -> int:
        following = (states & (self.by_key.get(piece.key, 0) | self.any)) << 1
        if not piece.bars:
            following |= states & self.gaps
        if piece.loose or piece.bracket:
            following |= states & ~1
        if piece.bracket:
            replaced = states
            for _ in range(self.most):
                replaced = (replaced & self._replaceable(piece)) << 1
                following |= replaced
        passed = following
        while passed:
            passed = (passed & (self.gaps | self.any)) << 1
            following |= passed
        return following

    def _replaceable(self, piece: Piece) -> int:
        return self.inner | (self.first if piece.begins else 0) | (self.last if piece.ends else 0)


def _forms(key: str) -> frozenset[str]:
    return frozenset([key, key.lower(), key.capitalize()] if key[1:] == key[1:].lower() else [key])


def find(wanted: Pattern, where: Passage) -> Iterator[Span]:
    """The ranges of pieces at which a pattern stands in a passage, in order, none overlapping another."""
    if not wanted.keys or not (where.has_bracket or wanted.words <= where.keys):
        return
    forwards = _Machine(wanted.keys, 0)
    backwards = _Machine(wanted.keys[::-1], len(wanted.keys) - 1)
    pieces = where.pieces
    at = 0
    while count := forwards.run(islice(pieces, at, None), searching=True):
        end = at + count
        back = backwards.run((pieces[index] for index in range(end - 1, at - 1, -1)), searching=False)
        if back and _ends_as(wanted.stop, pieces[end : end + 1]) and not _is_cut(pieces, end - back, end):
            yield Span(end - back, end)
        at = end


def _ends_as(stop: str, following: Sequence[Piece]) -> bool:
    return not stop or not following or following[0].loose or following[0].key == stop


def _is_cut(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a hyphen joins the first or the last of these pieces to a word beside them: "safe|-ish"."""
    return any(
        pieces[at].hyphen and pieces[at - 1].end == pieces[at].start and pieces[at].end == pieces[at + 1].start
        for at in (start - 1, end)
        if 0 < at < len(pieces) - 1
    )
