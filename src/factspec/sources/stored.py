"""The stored text of a source, and where quoted words stand in it."""

from collections.abc import Sequence
from functools import cached_property

from factspec.quotation.pieces import counts
from factspec.sources.amounts_in import AmountsIn, amounts_in
from factspec.sources.held import Stored
from factspec.sources.needle import Between, Run, units_of
from factspec.text.places import Span
from factspec.text.skeleton import Skeleton, skeleton_of
from factspec.text.tokens import Token, tokenize

_MARKS = frozenset("'\"")
# How many letters a gap may leave out.
_GAP_REACH = 2_000
# How many words a bracket may stand for, and how many letters these have at most.
_BRACKET_WORDS = 4
_BRACKET_REACH = 80
# Where "he said" split a quotation, or a paragraph ended, the source may have a sign, and marks of its own.
_MOST_SIGNS = 2
# Letters as few as these stand inside many words, so that whole words are looked for.
_SHORT = 8
# How many places of a run of words are looked at, each for all runs: a bound on time.
_MOST_PLACES = 5_000
_STOPS = frozenset(".!?\u3002")
# What may follow a run's last letter and still belong to its last word: the stop of "U.S.".
_TAIL = 24


class StoredText(Stored):
    """The stored copy of a source, in which words are looked for."""

    @cached_property
    def skeleton(self) -> Skeleton:
        """Its letters and digits; made when the first quotation is looked for."""
        return skeleton_of(self.text)

    @cached_property
    def amounts(self) -> AmountsIn:
        """Its numbers and dates; read when the first that does not stand as written is looked for."""
        return amounts_in(self.text)

    def find(self, runs: Sequence[Run]) -> Span | None:
        """The range of `text` in which runs of words stand, word for word, as one quotation; None where none is."""
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

    def _run_at(self, run: Run, at: int) -> Span | None:
        """The range of `text` of a run whose letters stand at a place of the skeleton; None if its words do not."""
        start = self.skeleton.offset(at)
        if start and self._is_inside(start):
            return None
        end = self.skeleton.offset(at + len(run.letters) - 1) + 1
        tokens = [token for token in tokenize(self.text[start : end + _TAIL]) if token.start < end - start]
        if not tokens or self.text[end : start + tokens[-1].end] not in ("", "."):
            return None
        units = units_of([token for token in tokens if token.key not in _MARKS])
        if len(units) != len(run.units):
            return None
        same = all(
            mine.same(its, first=not place) for place, (mine, its) in enumerate(zip(run.units, units, strict=True))
        )
        return Span(start, end) if same else None

    def _is_inside(self, start: int) -> bool:
        """Whether a word or number began before an offset and goes on there."""
        if self.text[start - 1] in " \n":
            return False
        first = max(start - 2, 0)
        return any(first + token.start < start < first + token.end for token in tokenize(self.text[first : start + 1]))

    def _rest(self, runs: Sequence[Run], at: int, end: int) -> int:
        """The offset in `text` where the last run ends, all of them following on a place; 0 where they do not."""
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
    """A stored copy as one in which words are looked for; one that was read so keeps what is known of it."""
    return stored if isinstance(stored, StoredText) else StoredText(stored.sha256, stored.text, stored.problem)


def _may_part(between: str, run: Run) -> bool:
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
