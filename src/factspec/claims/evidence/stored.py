"""The stored text of a source, in which quoted words, numbers and dates are looked up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from factspec.claims.evidence.model import Stored
from factspec.claims.quotation.words import bracket_end, counts
from factspec.facts.fact import Fact
from factspec.facts.found import facts_in, sought_kinds
from factspec.language.number_words import SCALES, SMALL, TENS
from factspec.language.places import Span
from factspec.language.skeleton import Skeleton, letters, skeleton_of
from factspec.language.tokens import Token, tokenize

# The numbers and dates of a stored text, read piece by piece when they are asked for.


_TIMES = ("noon", "midday", "midnight")
_WORDS = "|".join(
    sorted({*SMALL, *TENS, *SCALES, "half", "third", "thirds", "quarter", "dozen", *_TIMES}, key=len, reverse=True)
)
_AMOUNT = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)
# A piece ends with a sentence or a paragraph, or after so many characters.
_PIECE = re.compile(r"(?:(?![.!?]\s{1,3}[A-Z]|\n[ \t]{0,9}\n).){1,600}[.!?]?", re.DOTALL)
# At most so many pieces of a text are read; of the rest nobody knows what it contains.
_MOST = 2_000


@dataclass(frozen=True)
class AmountsIn:
    """The pieces of a text that contain a number; `complete` if these are all of them."""

    text: str
    pieces: tuple[Span, ...]
    complete: bool
    _read: dict[Span, tuple[Fact, ...]] = field(default_factory=dict, repr=False, compare=False)

    def facts(self, shown: str) -> Iterator[Fact]:
        """Yield the facts of all pieces, first those of pieces that contain these words as written."""
        for span in sorted(self.pieces, key=lambda one: shown not in self.text[one.start : one.end]):
            yield from self._of(span)

    def _of(self, span: Span) -> tuple[Fact, ...]:
        if span not in self._read:
            self._read[span] = amounts(self.text[span.start : span.end])
        return self._read[span]


def amounts(words: str) -> tuple[Fact, ...]:
    """The numbers and dates in words."""
    return tuple(fact for fact in facts_in(tokenize(words)) if fact.kind in sought_kinds())


def amounts_in(text: str) -> AmountsIn:
    """The pieces of a text that contain numbers; one pass over it."""
    pieces = []
    for match in _PIECE.finditer(text):
        if _AMOUNT.search(match[0]):
            pieces.append(Span(*match.span()))
            if len(pieces) > _MOST:
                return AmountsIn(text, tuple(pieces[:_MOST]), complete=False)
    return AmountsIn(text, tuple(pieces), complete=True)


# Quoted words as they are looked up in a stored text: runs of words, and what may be between them.


_ELLIPSIS = "..."
_LOOSE = frozenset([",", ".", "\uff0c", "\u3002", ";", ":", "-"])
_BRACKETS = {"[": "]", "(": ")"}


class Word(NamedTuple):
    """A word or sign; a word may have been written with hyphens, or broken at the end of a line.

    `key` is without hyphens. `hyphens` are their places in it. `breaks` are the places at which a hyphen is followed by
    white space; nobody knows whether such a hyphen belongs to the word.
    """

    key: str
    hyphens: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()

    def same(self, other: "Word", *, first: bool = False) -> bool:
        """Whether both are the same word; the `first` of a quotation may begin with a capital letter or a small one."""
        mine, theirs = self.key, other.key
        if first:
            mine, theirs = mine[:1].lower() + mine[1:], theirs[:1].lower() + theirs[1:]
        known = self.hyphens <= other.hyphens | other.breaks and other.hyphens <= self.hyphens | self.breaks
        return mine == theirs and known


class Between(StrEnum):
    """What may be between two runs of words: a sign, words that `…` left out, words that `[word]` replaced."""

    SIGN = "sign"
    GAP = "gap"
    BRACKET = "bracket"


class WordRun(NamedTuple):
    """Adjacent words; `before` is what may precede them, `begins` whether they begin a sentence."""

    units: tuple[Word, ...]
    letters: str
    before: Between
    begins: bool


def needle(parts: Sequence[str]) -> tuple[WordRun, ...]:
    """The runs of a quotation's words; "he said" or a paragraph's end separates the `parts`."""
    runs: list[WordRun] = []
    for part in parts:
        before = Between.SIGN
        tokens = [token for token in tokenize(part) if token.key not in _MARKS]
        for stretch, ends_with in _stretches(tokens):
            words = _without_signs(stretch)
            units = words_of(words)
            spelled = letters("".join(unit.key for unit in units))
            if spelled:
                runs.append(WordRun(units, spelled, before, words[0].text[0].isupper()))
            before = ends_with
    return tuple(runs)


def _without_signs(tokens: list[Token]) -> list[Token]:
    """Tokens without the commas, stops and dashes at their ends, which a quotation may have added."""
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
    """The index after a gap or bracket that begins here, and which of the two it is; otherwise the next index."""
    key = tokens[at].key
    if key == _ELLIPSIS:
        return at + 1, Between.GAP
    if [token.key for token in tokens[at + 1 : at + 3]] == [_ELLIPSIS, _BRACKETS.get(key)]:
        return at + 3, Between.GAP
    closing = bracket_end(tokens, at)
    return (closing, Between.BRACKET) if closing else (at + 1, None)


def words_of(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Tokens as words; parts joined by hyphens are one word."""
    units: list[Word] = []
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
        units.append(Word(key, frozenset(hyphens), frozenset(breaks)))
        at += 1
    return tuple(units)


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a hyphen between two words: it touches the first."""
    if at + 1 >= len(tokens) or tokens[at].key != "-" or tokens[at - 1].end != tokens[at].start:
        return False
    return tokens[at - 1].key[-1].isalpha() and tokens[at + 1].key[0].isalpha()


_MARKS = frozenset("'\"")
# How many letters a gap may leave out.
_GAP_REACH = 2_000
# How many words a bracket may replace, and how many letters these have at most.
_BRACKET_WORDS = 4
_BRACKET_REACH = 80
# If "he said" split a quotation, or a paragraph ended, the source may have a sign and marks there.
_MOST_SIGNS = 2
# So few letters occur inside many words, so whole words are looked up.
_SHORT = 8
# At most so many places of a run of words are tried, over all runs: a bound on time.
_MOST_PLACES = 5_000
_STOPS = frozenset(".!?\u3002")
# What may follow a run's last letter and still belong to its last word: the stop of "U.S.".
_TAIL = 24


class StoredText(Stored):
    """The stored copy of a source, in which words are looked up."""

    @cached_property
    def skeleton(self) -> Skeleton:
        """Its letters and digits; made when the first quotation is looked up."""
        return skeleton_of(self.text)

    @cached_property
    def amounts(self) -> AmountsIn:
        """Its numbers and dates; read when the first one is not found as written."""
        return amounts_in(self.text)

    def find(self, runs: Sequence[WordRun]) -> Span | None:
        """The range of `text` in which runs of words occur, word for word, as one quotation; None if there is none."""
        if not runs or self.problem:
            return None
        first = runs[0].letters
        is_short = len(first) < _SHORT and first.isascii()
        for number, at in enumerate(self.skeleton.words(first) if is_short else self.skeleton.places(first)):
            if number * len(runs) >= _MOST_PLACES:
                break
            span = self._run_at(runs[0], at)
            end = self._rest(runs[1:], at + len(first), span.end) if span else 0
            if span and end:
                return Span(span.start, end)
        return None

    def _run_at(self, run: WordRun, at: int) -> Span | None:
        """The range of `text` of a run whose letters are at a place of the skeleton; None if its words differ."""
        start = self.skeleton.offset(at)
        if start and self._is_inside(start):
            return None
        end = self.skeleton.offset(at + len(run.letters) - 1) + 1
        tokens = [token for token in tokenize(self.text[start : end + _TAIL]) if token.start < end - start]
        if not tokens or self.text[end : start + tokens[-1].end] not in ("", "."):
            return None
        units = words_of([token for token in tokens if token.key not in _MARKS])
        if len(units) != len(run.units):
            return None
        same = all(
            mine.same(its, first=not place) for place, (mine, its) in enumerate(zip(run.units, units, strict=True))
        )
        return Span(start, end) if same else None

    def _is_inside(self, start: int) -> bool:
        """Whether an offset is inside a word or number."""
        if self.text[start - 1] in " \n":
            return False
        first = max(start - 2, 0)
        return any(first + token.start < start < first + token.end for token in tokenize(self.text[first : start + 1]))

    def _rest(self, runs: Sequence[WordRun], at: int, end: int) -> int:
        """The offset in `text` at which the last run ends, if all of them follow a place; 0 otherwise."""
        for run in runs:
            reach = {Between.SIGN: 0, Between.BRACKET: _BRACKET_REACH, Between.GAP: _GAP_REACH}[run.before]
            for place in self.skeleton.places(run.letters, at, at + reach + len(run.letters)):
                span = self._run_at(run, place)
                if span and _may_part(self.text[end : span.start], run):
                    at, end = place + len(run.letters), span.end
                    break
            else:
                return 0
        return end


def searchable(stored: Stored) -> StoredText:
    """A stored copy that can be searched; one that can already keeps what it has read."""
    return stored if isinstance(stored, StoredText) else StoredText(stored.sha256, stored.text, stored.problem)


def _may_part(between: str, run: WordRun) -> bool:
    """Whether words may be left out between two runs: no negation, and no sentence's end within a sentence."""
    tokens = [token for token in tokenize(between) if token.key not in _MARKS]
    if run.before is Between.SIGN:
        return len(tokens) <= _MOST_SIGNS
    if any(counts(token.key) for token in tokens):
        return False
    words = sum(token.key[0].isalnum() for token in tokens)
    if run.before is Between.BRACKET and words > _BRACKET_WORDS:
        return False
    return run.begins or not any(_ends_sentence(tokens, at) for at in range(len(tokens)))


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].key != ".":
        return tokens[at].key in _STOPS
    follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return follows[:1].isupper() and not (at and len(tokens[at - 1].text) <= 2)
