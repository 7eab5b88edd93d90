"""Places of forbidden wording: word for word, in the plural, in another form that says the same, or in disguise."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from factspec.articles.article import Reference
from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare_tokens, harmless_classes
from factspec.claims.index import Index
from factspec.claims.nearest import nearest_window
from factspec.claims.sharing import MANY, places_of_words
from factspec.claims.wording import everywhere, segments
from factspec.facts.found import facts_in, value_kinds
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.inflection import with_s
from factspec.language.names import EXPANSIONS
from factspec.language.number_words import ORDINALS, WORDS
from factspec.language.people import ABBREVIATIONS
from factspec.language.places import Span
from factspec.language.printing import invisible_in, is_invisible
from factspec.language.scripts import LOOKALIKES
from factspec.language.spelling import american
from factspec.language.tokens import Token, keys, tokenize
from factspec.specs.model import Forbidden

# An article's words as a reader sees them: without invisible characters, and in the letters that they look like.


_LETTERS = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")


def looks(text: str) -> str:
    """A text as it looks: "pilot" without a zero-width space or Cyrillic letter in it."""
    seen = text.translate(dict.fromkeys(map(ord, invisible_in(text))))
    return seen.translate(LOOKALIKES) if _LETTERS.search(seen) else seen


def tokens_as_they_look(text: str) -> tuple[Token, ...]:
    """The tokens of a text as it looks, each with its offsets in the text; empty if the text hides nothing."""
    plain = looks(text)
    if plain == text:
        return ()
    offsets = [at for at, character in enumerate(text) if not is_invisible(character)]
    return tuple(one._replace(start=offsets[one.start], end=offsets[one.end - 1] + 1) for one in tokenize(plain))


def where(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The range of an article's tokens between two offsets."""
    place = attrgetter("start")
    return Span(bisect_right(tokens, start, key=place) - 1, bisect_left(tokens, end, key=place))


_HYPHEN = "-"
# "news" is no plural of "new".
_NOUN = 4
_LEFT_OUT = frozenset({'"', "'"})
# "can't", "a year", and words that an exact number leaves out.
_IN_OTHER_WORDS = frozenset({"cannot", "annum", "around", "roughly", "approximately"})


class _Line(NamedTuple):
    """Words in a row with a space around each, their offsets in it, and the tokens that each consists of."""

    text: str
    offsets: Sequence[int]
    tokens: Sequence[Span]


def forbidden_in(index: Index, entries: Sequence[Forbidden]) -> Iterator[tuple[Forbidden, Span]]:
    """Yield each place, in the tokens of an article, of each of these wordings, headings included."""
    if not entries:
        return
    ends = frozenset(block.end for block in index.article.blocks)
    tokens = index.tokens[:]
    lines = [(joined, _line(tokens, joined, ends)) for joined in (False, True)]
    candidates = _Candidates(index) if len(index.sentence_tokens) > MANY else None
    seen = tokens_as_they_look(index.article.text)
    disguised = [(joined, _line(seen, joined, ends)) for joined in (False, True)] if seen else []
    for entry in entries:
        hidden = (
            where(tokens, seen[one.start].start, seen[one.end - 1].end)
            for one in _loosely(disguised, looks(entry.says))
        )
        found = {*everywhere(index, entry.says), *_loosely(lines, entry.says), *hidden}
        found = found or set(_otherwise(index, entry.says, candidates))
        yield from ((entry, span) for span in _apart(sorted(found)))


def forbidden_in_references(
    references: Iterable[Reference], entries: Sequence[Forbidden]
) -> Iterator[tuple[Forbidden, Reference]]:
    """Yield each reference or note whose text, as a reader sees it, contains one of these wordings."""
    for reference in references:
        tokens = tokenize(looks(reference.text))
        lines = [(joined, _line(tokens, joined, frozenset())) for joined in (False, True)]
        for entry in entries:
            if next(_loosely(lines, looks(entry.says)), None):
                yield entry, reference


class _Candidates:
    """The sentences of an article by the words that they have, as any harmless difference leaves them."""

    def __init__(self, index: Index) -> None:
        """Read the words of all sentences, compounds with hyphens also as one word."""
        self._last = len(index.sentence_tokens) - 1
        self._places = places_of_words(map(spellings, map(index.keys, index.sentence_tokens)))

    def of(self, run: Sequence[Token]) -> list[int] | None:
        """The sentences that may say the same as a wording, and their neighbours; None if all may."""
        found = [self._places.get(american(word), []) for word in words_that_stay(run)]
        if not found:
            return None
        numbers = {number + by for number in min(found, key=len) for by in (-1, 0, 1)}
        return sorted(number for number in numbers if 0 <= number <= self._last)


def spellings(words: Sequence[str]) -> Iterator[str]:
    """Yield words in one spelling, and compounds with hyphens as one word each."""
    yield from map(american, words)
    for at in range(1, len(words) - 1):
        if words[at] == _HYPHEN:
            yield american(words[at - 1] + words[at + 1])


def words_that_stay(run: Sequence[Token]) -> Iterator[str]:
    """Yield the words that whatever says the same has too, in one spelling or another."""
    values = [fact for fact in facts_in(run) if fact.kind in value_kinds()]
    taken = {at for fact in values for at in range(fact.first, fact.last)}
    for at, (text, key, *_) in enumerate(run):
        plain = text.islower() and text.isalpha() and len(text) >= _NOUN
        compound = any(one.key == _HYPHEN for one in run[max(at - 1, 0) : at + 2])
        if plain and not compound and at not in taken and key not in _changing():
            yield key


@cache
def _changing() -> frozenset[str]:
    """The words that a harmless difference replaces or leaves out."""
    begun = {str(key) for one in harmless_classes() for key in one.starts}
    titles = {*ABBREVIATIONS, *ABBREVIATIONS.values()}
    bodies = {word for names in EXPANSIONS.values() for name in names for word in name}
    return frozenset(begun | titles | bodies | FUNCTION_WORDS | ORDINALS.keys() | WORDS | _IN_OTHER_WORDS)


def _otherwise(index: Index, says: str, candidates: _Candidates | None) -> Iterator[Span]:
    """Yield the place of a wording with other forms of its numbers, dates or contractions."""
    runs = segments(says)
    if len(runs) != 1:
        return
    among = candidates.of(runs[0]) if candidates else None
    window = nearest_window(index, keys(runs[0]), among=among)
    if window is not None:
        found = index.tokens[window.tokens.start : window.tokens.end]
        if compare_tokens(runs[0], found, says, index.article.text).outcome is Outcome.SAME:
            yield window.tokens


def _loosely(lines: Iterable[tuple[bool, _Line]], says: str) -> Iterator[Span]:
    runs = segments(says)
    if len(runs) != 1:
        return
    for joined, line in lines:
        wanted = _line(runs[0], joined, frozenset())
        if wanted.tokens:
            for text in _forms(wanted.text.strip()):
                yield from _find(line, f" {text} ", len(wanted.tokens))


def _forms(words: str) -> Iterator[str]:
    """Yield words as they are, as a possessive, and in the plural if the last of them is long enough to be a noun."""
    yield words
    last = words.rpartition(" ")[2]
    if last.isalpha():
        yield f"{words}'s"
    if last.isalpha() and len(last) >= _NOUN:
        plural = f"{words.removesuffix(last)}{with_s(last)}"
        yield from (plural, f"{plural}'s")


def _find(line: _Line, wanted: str, count: int) -> Iterator[Span]:
    at = line.text.find(wanted)
    while at >= 0:
        first = bisect_left(line.offsets, at)
        yield Span(line.tokens[first].start, line.tokens[first + count - 1].end)
        at = line.text.find(wanted, at + 1)


def _line(tokens: Sequence[Token], joined: bool, ends: frozenset[int]) -> _Line:
    """The words of tokens without quotation marks; a compound with hyphens is one word if `joined`, otherwise several.

    `ends` are the offsets at which a block ends, which no wording crosses.
    """
    hyphens = {at for at, token in enumerate(tokens) if token[1] == _HYPHEN and _is_hyphen(tokens, at)}
    words: list[str] = []
    places: list[Span] = []
    first, word = 0, ""
    for number, (_, key, _, end) in enumerate(tokens):
        if number not in hyphens and key not in _LEFT_OUT:
            first = first if word else number
            word += american(key)
        if word and not (joined and (number in hyphens or number + 1 in hyphens)):
            words.append(word)
            places.append(Span(first, number + 1))
            word = ""
        if end in ends:
            words.append("\n")
            places.append(Span(number + 1, number + 1))
    offsets = list(accumulate([len(one) + 1 for one in words], initial=0))
    return _Line(f" {' '.join(words)} ", offsets, places)


def _is_hyphen(tokens: Sequence[Token], number: int) -> bool:
    """Whether a token is a hyphen inside a compound."""
    if not 0 < number < len(tokens) - 1 or tokens[number].key != _HYPHEN:
        return False
    before, token, after = tokens[number - 1 : number + 2]
    touching = before.end == token.start and token.end == after.start
    return touching and before.key[0].isalnum() and after.key[0].isalnum()


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
