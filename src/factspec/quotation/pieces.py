"""The passages of an article in which a quotation is looked for, token by token."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factspec.lexicon.gaps import NEVER_LEFT_OUT
from factspec.lexicon.sayings import SAYING, Stance
from factspec.text.tokens import Token, tokenize

MARKS = frozenset("'\"")
LOOSE = frozenset([",", ".", "\uff0c", "\u3002"])
_STOPS = frozenset(".!?\u3002")
ANY = "[]"
"""In a pattern: one word, or none, that a bracket stands for."""
_LONGEST_BRACKET = 12
_HYPHENS = frozenset("-\u2010\u2011")


class Piece(NamedTuple):
    """A token of a passage as it is matched.

    `loose` is a comma or full stop before a closing mark, which may be left out; `bracket` is a whole `[word]`, which
    stands for anything; `bars` is what no gap leaves out. A bracket that `begins` or `ends` a sentence or the passage
    may stand for the first or the last of the approved words. A `hyphen` is no dash. Offsets count characters
    of the text.
    """

    key: str
    start: int
    end: int
    loose: bool = False
    bracket: bool = False
    bars: bool = False
    begins: bool = False
    ends: bool = False
    hyphen: bool = False


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
    tokens = [token for token in tokenize(words) if token.key not in MARKS]
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
            loose=last and token.key in LOOSE,
            bars=_bars(tokens, at),
            hyphen=token.text in _HYPHENS,
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
