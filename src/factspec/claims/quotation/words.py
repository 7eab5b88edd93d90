"""Approved quotation words in an article: whether they occur between quotation marks, word for word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, Levenshtein

from factspec.claims.quotation.model import Quoted, QuoteMatch
from factspec.claims.sharing import MANY, places_of_words, sharing
from factspec.facts.difference import Difference
from factspec.language.function_words import NEVER_LEFT_OUT
from factspec.language.places import Quotation, Span
from factspec.language.reporting import SAYING, Stance
from factspec.language.tokens import Token, tokenize

# The passages of an article in which a quotation is looked for, token by token.


MARKS = frozenset("'\"")
LOOSE = frozenset([",", ".", "\uff0c", "\u3002"])
_STOPS = frozenset(".!?\u3002")
ANY = "[]"
"""In a pattern: one word, or none, that a bracket may replace."""
_LONGEST_BRACKET = 12
_HYPHENS = frozenset("-\u2010\u2011")


class Piece(NamedTuple):
    """A token of a passage as it is matched.

    `loose` is a comma or full stop before a closing mark, which may be left out. `bracket` is a whole `[word]`, which
    may replace anything. `bars` is a token that no gap leaves out. A bracket that `begins` or `ends` a sentence or the
    passage may replace the first or the last of the approved words. A `hyphen` is not a dash. Offsets count characters
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
    """Adjacent words of an article: those of one quotation or of one block."""

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
        """Whether some `[word]` in it may replace anything."""
        return any(piece.bracket for piece in self.pieces)


def passage(text: str, parts: Iterable[tuple[int, int]]) -> Passage:
    """The passage of these ranges of a text; a comma at the end of a range may be loose."""
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
    """The index after the end of a bracket; 0 if none begins here, or if it contains no word or one that counts."""
    if tokens[at].key != "[":
        return 0
    for index in range(at + 1, min(at + _LONGEST_BRACKET, len(tokens))):
        if tokens[index].key == "]":
            inside = [token.key for token in tokens[at + 1 : index]]
            return index + 1 if any(key[0].isalnum() for key in inside) and not any(map(counts, inside)) else 0
    return 0


def counts(key: str) -> bool:
    """Whether a word changes what is said, and therefore neither a gap nor a bracket may replace it."""
    said = SAYING.get(key)
    return key in NEVER_LEFT_OUT or key.endswith("n't") or (said is not None and said.stance is Stance.DENIES)


def _bars(tokens: Sequence[Token], at: int) -> bool:
    key = tokens[at].key
    if key in _STOPS:
        follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return key != "." or (follows[:1].isupper() and len(tokens[at - 1].text) > 2)
    return counts(key)


# Approved quotation words as a pattern, and where it occurs in a passage of an article.


_ELLIPSIS = "..."
GAP = "\u2026"
"""In a pattern: what an ellipsis leaves out."""
# How many words a bracket may replace.
_BRACKET_WORDS = 4


class Pattern(NamedTuple):
    """Approved words, ready to be looked up.

    `keys` are its words in order, `GAP` for a gap and `ANY` for a word that a bracket may replace; `tokens` are those
    of the approved text. `stop` is the comma or full stop that ended it, which the end of a quotation may replace.
    """

    keys: tuple[str, ...]
    tokens: tuple[Token, ...]
    stop: str

    @property
    def words(self) -> frozenset[str]:
        """The keys that must occur in a passage."""
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
    """A pattern as bit sets: bit n means "the first n keys are matched"."""

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
        """How many pieces match everything, from any piece if `searching`, otherwise from the first; 0 if none do."""
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
    """Yield the ranges of pieces at which a pattern occurs in a passage, in order, without overlaps."""
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


# With this ratio of rapidfuzz (0 to 100) a passage is near the approved words: "good friend" and "great friend" have
# 78. Words without marks need more, because there are more of them.
_NEAR_QUOTED = 65
_NEAR_UNMARKED = 75
# Of many passages so many are compared with approved words.
_CONSIDERED = 50
# How many more words a passage with words left out may take to be shown as the nearest.
_GAP_REACH = 20


@dataclass(frozen=True)
class _Passages:
    """Passages of an article; what is looked up in them is read once."""

    all: tuple[Passage, ...]

    @cached_property
    def with_key(self) -> dict[str, list[int]]:
        """The numbers of the passages that contain each key."""
        return places_of_words(one.keys for one in self.all)

    @cached_property
    def with_bracket(self) -> tuple[int, ...]:
        """The numbers of those in which some `[word]` may replace anything."""
        return tuple(number for number, one in enumerate(self.all) if one.has_bracket)

    def possible(self, wanted: Pattern) -> Iterator[Passage]:
        """The passages that may contain a pattern, in order."""
        words = wanted.words
        rarest = min((self.with_key.get(word, []) for word in words), key=len, default=range(len(self.all)))
        yield from (self.all[number] for number in sorted({*self.with_bracket, *rarest}))

    def near(self, keys: Sequence[str]) -> Sequence[Passage]:
        """The passages that may be near these keys; if there are many, those that share rarer ones."""
        if len(self.all) <= MANY:
            return self.all
        return [self.all[number] for number in sharing(self.with_key, keys, _CONSIDERED)]


@dataclass(frozen=True)
class Quotable:
    """A text in which quotations are looked up, with its quotations and the ranges of its blocks."""

    text: str
    quotations: Sequence[Quotation]
    blocks: Sequence[tuple[int, int]]

    @cached_property
    def quoted(self) -> _Passages:
        """The words between marks, one passage for each quotation."""
        return _Passages(tuple(passage(self.text, one.parts) for one in self.quotations if one.depth == 1))

    @cached_property
    def plain(self) -> _Passages:
        """All words, one passage for each block."""
        return _Passages(tuple(passage(self.text, [(block[-2], block[-1])]) for block in self.blocks))


def find_quoted(words: str, where: Quotable) -> Quoted:
    """How and where approved quotation words occur in a text.

    Between marks only typography, the case of the first letter, a comma or full stop before the closing mark and
    `[word]` may differ; the words may be part of a longer quotation. `…` replaces words left out of one quotation,
    never the end of a sentence, a negation, a denial or a hedge.
    """
    wanted = pattern(words)
    same = _places(wanted, where.quoted)
    if same:
        return Quoted(QuoteMatch.SAME, *same[0], same)
    unmarked = _places(wanted, where.plain) if where.plain.with_key.keys() >= wanted.words else ()
    if unmarked:
        return Quoted(QuoteMatch.UNMARKED, *unmarked[0], unmarked)
    return _nearest(words, wanted, where.text, ((where.quoted, _NEAR_QUOTED), (where.plain, _NEAR_UNMARKED)))


def _places(wanted: Pattern, passages: _Passages) -> tuple[Span, ...]:
    return tuple(
        Span(where.pieces[found.start].start, where.pieces[found.end - 1].end)
        for where in passages.possible(wanted)
        for found in find(wanted, where)
    )


def _nearest(words: str, wanted: Pattern, text: str, groups: Sequence[tuple[_Passages, float]]) -> Quoted:
    for group, cutoff in groups:
        pieces = _near(wanted, group, cutoff)
        if pieces:
            start, end = pieces[0].start, pieces[-1].end
            differences = word_differences(words, text[start:end])
            return Quoted(QuoteMatch.ALTERED, start, end, (Span(start, end),), differences)
    return Quoted(QuoteMatch.MISSING)


def _near(wanted: Pattern, passages: _Passages, cutoff: float) -> Sequence[Piece]:
    """The part of a passage that is nearest to a pattern; empty if none is near."""
    keys = (*(key for key in wanted.keys if key not in (GAP, ANY)), *filter(None, [wanted.stop]))
    gaps = len(wanted.keys) - len(keys)
    line = " ".join(keys)
    group = passages.near(keys)
    best = cutoff - 0.01
    pieces: Sequence[Piece] = ()
    for where in group:
        stretch = _window(keys, where, gaps)
        # Words in a gap do not count against a passage.
        score = fuzz.ratio(line, " ".join(piece.key for piece in stretch if not gaps or piece.key in keys))
        if score > best:
            best, pieces = score, stretch
    whole = process.extractOne(line, [where.line for where in group], scorer=fuzz.ratio, score_cutoff=max(best, 1))
    return group[whole[2]].pieces if whole and whole[1] > best else pieces


def _window(keys: Sequence[str], where: Passage, gaps: int) -> tuple[Piece, ...]:
    """The part of a passage that shares most keys, as long as they are, longer by gaps, and fitted to them."""
    if not where.keys.intersection(keys):
        return ()
    size = len(keys)
    reach = size + (_GAP_REACH if gaps else 0)
    at = _fullest(Counter(keys), [piece.key for piece in where.pieces], size)
    near = where.pieces[max(at - reach, 0) : at + size + reach]
    equal = [step for step in Indel.opcodes(keys, [piece.key for piece in near]) if step.tag == "equal"]
    if not equal:
        return ()
    first, last = equal[0], equal[-1]
    return near[max(first.dest_start - first.src_start, 0) : last.dest_end + size - last.src_end]


def _fullest(wanted: Counter[str], found: Sequence[str], size: int) -> int:
    """The start of the window of `size` keys that contains most of the wanted ones."""
    left = wanted.copy()
    held = most = at = 0
    for index, key in enumerate(found):
        if key in wanted:
            held += left[key] > 0
            left[key] -= 1
        if index >= size and (gone := found[index - size]) in wanted:
            left[gone] += 1
            held -= left[gone] > 0
        if held > most:
            most, at = held, max(index - size + 1, 0)
    return at


def word_differences(words: str, found: str) -> tuple[Difference, ...]:
    """The differences between approved and found words, in the order of the found ones."""
    approved_tokens, found_tokens = tokenize(words), tokenize(found)
    steps = Levenshtein.opcodes([token.key for token in approved_tokens], [token.key for token in found_tokens])
    differences = []
    for differs, run in groupby(steps, key=lambda step: step.tag != "equal"):
        if differs:
            together = list(run)
            first, last = together[0], together[-1]
            a = _range(approved_tokens, first.src_start, last.src_end, len(words))
            b = _range(found_tokens, first.dest_start, last.dest_end, len(found))
            differences.append(Difference("quotation", words[slice(*a)], found[slice(*b)], *a, *b))
    return tuple(differences)


def _range(tokens: Sequence[Token], first: int, last: int, length: int) -> Span:
    if first == last:
        at = tokens[first].start if first < len(tokens) else length
        return Span(at, at)
    return Span(tokens[first].start, tokens[last - 1].end)
