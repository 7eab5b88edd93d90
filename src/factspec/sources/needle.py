"""Quoted words as they are looked for in a stored text: runs of words, and what may stand between them."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factspec.quotation.pieces import bracket_end
from factspec.text.skeleton import letters
from factspec.text.tokens import Token, tokenize

_MARKS = frozenset("'\"")
_ELLIPSIS = "..."
_LOOSE = frozenset([",", ".", "\uff0c", "\u3002", ";", ":", "-"])
_BRACKETS = {"[": "]", "(": ")"}


class Unit(NamedTuple):
    """A word or sign; a word may have been written with hyphens, or broken at the end of a line.

    `key` is without them. `hyphens` are the places in it where one stands, `breaks` those where a hyphen is followed
    by white space, so that nobody knows whether it belongs to the word.
    """

    key: str
    hyphens: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()

    def same(self, other: "Unit", *, first: bool = False) -> bool:
        """Whether both are the same word; the `first` of a quotation may begin with a capital letter or a small one."""
        mine, theirs = self.key, other.key
        if first:
            mine, theirs = mine[:1].lower() + mine[1:], theirs[:1].lower() + theirs[1:]
        known = self.hyphens <= other.hyphens | other.breaks and other.hyphens <= self.hyphens | self.breaks
        return mine == theirs and known


class Between(StrEnum):
    """What may stand between two runs of words: a sign, words that `…` left out, words that `[word]` replaced."""

    SIGN = "sign"
    GAP = "gap"
    BRACKET = "bracket"


class Run(NamedTuple):
    """Words that stand together; `before` is what may stand before them, `begins` whether they begin a sentence."""

    units: tuple[Unit, ...]
    letters: str
    before: Between
    begins: bool


def needle(parts: Sequence[str]) -> tuple[Run, ...]:
    """The runs of a quotation's words; `parts` are what "he said" or a paragraph's end parts."""
    runs: list[Run] = []
    for part in parts:
        before = Between.SIGN
        tokens = [token for token in tokenize(part) if token.key not in _MARKS]
        for stretch, ends_with in _stretches(tokens):
            words = _without_signs(stretch)
            units = units_of(words)
            spelled = letters("".join(unit.key for unit in units))
            if spelled:
                runs.append(Run(units, spelled, before, words[0].text[0].isupper()))
            before = ends_with
    return tuple(runs)


def _without_signs(tokens: list[Token]) -> list[Token]:
    """Tokens without the commas, stops and dashes at their ends, which a quotation may have of its own."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].key in _LOOSE:
        first += 1
    while first < last and tokens[last - 1].key in _LOOSE:
        last -= 1
    return tokens[first:last]


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Between]]:
    """Tokens between gaps and brackets, each with what ends them."""
    stretch: list[Token] = []
    at = 0
    while at < len(tokens):
        last, between = _interrupted(tokens, at)
        if between is None:
            stretch.append(tokens[at])
        else:
            yield stretch, between
            stretch = []
        at = last
    yield stretch, Between.SIGN


def _interrupted(tokens: Sequence[Token], at: int) -> tuple[int, Between | None]:
    """The index after a gap or bracket that begins here, and which it is; else the next index."""
    key = tokens[at].key
    if key == _ELLIPSIS:
        return at + 1, Between.GAP
    if [token.key for token in tokens[at + 1 : at + 3]] == [_ELLIPSIS, _BRACKETS.get(key)]:
        return at + 3, Between.GAP
    closing = bracket_end(tokens, at)
    return (closing, Between.BRACKET) if closing else (at + 1, None)


def units_of(tokens: Sequence[Token]) -> tuple[Unit, ...]:
    """Tokens as units: words that hyphens join are one."""
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        key = tokens[at].key
        hyphens: set[int] = set()
        breaks: set[int] = set()
        while _is_hyphen(tokens, at + 1):
            place = len(key)
            (breaks if tokens[at + 1].end < tokens[at + 2].start else hyphens).add(place)
            key += tokens[at + 2].key
            at += 2
        units.append(Unit(key, frozenset(hyphens), frozenset(breaks)))
        at += 1
    return tuple(units)


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen between two words stands here: it touches the first."""
    if at + 1 >= len(tokens) or tokens[at].key != "-" or tokens[at - 1].end != tokens[at].start:
        return False
    return tokens[at - 1].key[-1].isalpha() and tokens[at + 1].key[0].isalpha()
