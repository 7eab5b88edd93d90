"""Approved quotation words as a pattern, and the passages of an article in which it is looked for.

A pattern is run over a passage one token at a time, with all its states in one integer (Baeza-Yates and Gonnet's
Shift-And, with Wu and Manber's gaps), so that a search takes time in proportion to the passage.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from factspec.draft import Span
from factspec.lexicon.gaps import NEVER_LEFT_OUT
from factspec.lexicon.sayings import SAYING, Stance
from factspec.text.tokens import Token, tokenize

_MARKS = frozenset("'\"")
_STOPS = frozenset(".!?\u3002")
_LOOSE = frozenset([",", ".", "\uff0c", "\u3002"])
_ELLIPSIS = "..."
GAP = "\u2026"
"""In a pattern: what an ellipsis leaves out."""
ANY = "[]"
"""In a pattern: one word, or none, that a bracket stands for."""
_LONGEST_BRACKET = 12
# How many words a bracket may stand for.
_BRACKET_WORDS = 4


class Piece(NamedTuple):
    """A token of a passage as it is matched.

    `loose` is a comma or full stop before a closing mark, which may be left out; `bracket` is a whole `[word]`, which
    stands for anything; `bars` is what no gap leaves out. A bracket that `begins` or `ends` a sentence or the passage
    may stand for the first or the last of the approved words. Offsets count characters of the text.
    """

    key: str
    start: int
    end: int
    loose: bool = False
    bracket: bool = False
    bars: bool = False
    begins: bool = False
    ends: bool = False


@dataclass(frozen=True)
class Passage:
    """Words of an article that stand together: those of one quotation, or of one block."""

    pieces: tuple[Piece, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys in it."""
        return frozenset(piece.key for piece in self.pieces)

    @cached_property
    def line(self) -> str:
        """Its keys as one string."""
        return " ".join(piece.key for piece in self.pieces)

    @cached_property
    def has_bracket(self) -> bool:
        """Whether some `[word]` in it stands for anything."""
        return any(piece.bracket for piece in self.pieces)


def passage(text: str, parts: Iterable[tuple[int, int]]) -> Passage:
    """The passage that these ranges of a text make together; what ends a range may be a loose comma."""
    return Passage(tuple(piece for start, end in parts for piece in _pieces(text[start:end], start)))


def _pieces(words: str, offset: int) -> Iterator[Piece]:
    tokens = [token for token in tokenize(words) if token.key not in _MARKS]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        closing = bracket_end(tokens, at)
        if closing:
            yield Piece(
                ANY,
                token.start + offset,
                tokens[closing - 1].end + offset,
                bracket=True,
                begins=at == 0 or tokens[at - 1].key in _STOPS,
                ends=closing == len(tokens) or tokens[closing].key in _STOPS,
            )
            at = closing
            continue
        last = at == len(tokens) - 1
        yield Piece(
            token.key,
            token.start + offset,
            token.end + offset,
            loose=last and token.key in _LOOSE,
            bars=_bars(tokens, at),
        )
        at += 1


def bracket_end(tokens: Sequence[Token], at: int) -> int:
    """The index after a bracket's end; 0 where none begins here, and where it holds no word or one that counts."""
    if tokens[at].key != "[":
        return 0
    for index in range(at + 1, min(at + _LONGEST_BRACKET, len(tokens))):
        if tokens[index].key == "]":
            inside = [token.key for token in tokens[at + 1 : index]]
            return index + 1 if any(key[0].isalnum() for key in inside) and not any(map(counts, inside)) else 0
    return 0


def counts(key: str) -> bool:
    """Whether a word changes what is said so that neither a gap nor a bracket may take its place."""
    said = SAYING.get(key)
    return key in NEVER_LEFT_OUT or key.endswith("n't") or (said is not None and said.stance is Stance.DENIES)


def _bars(tokens: Sequence[Token], at: int) -> bool:
    key = tokens[at].key
    if key in _STOPS:
        follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return key != "." or (follows[:1].isupper() and len(tokens[at - 1].text) > 2)
    return counts(key)


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
    tokens = tuple(token for token in tokenize(words) if token.key not in _MARKS)
    stop = tokens[-1].key if len(tokens) > 1 and tokens[-1].key in _LOOSE else ""
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
        if back and _ends_as(wanted.stop, pieces[end : end + 1]):
            yield Span(end - back, end)
        at = end


def _ends_as(stop: str, following: Sequence[Piece]) -> bool:
    return not stop or not following or following[0].loose or following[0].key == stop
