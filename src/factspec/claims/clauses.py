"""The clauses of an article: parts of a sentence between commas, conjunctions and subordinators, with their words.

A clause that begins with "which" or "who" after a comma has the words before the comma as its subject.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Tokens

_SIGNS = frozenset([",", ";", ":", "(", ")", "-", "--", '"', "'", "..."])
_OPENERS = frozenset(
    """that which who when after before while because since until although though whereas but where if as""".split()
)
_JOINED = frozenset(["and", "or", "nor"])
_RELATIVE = frozenset(["which", "who"])
_DETERMINERS = frozenset("the a an this these that those its his her their our my".split())
# What cannot begin a clause about a known thing: pronouns, and determiners that introduce something new.
_NO_SUBJECT = frozenset(
    """it he she they we i you this these those there a an another some any no each every its his her their our my your
    to by with without and or nor of for from""".split()
)
_BREAKS = _SIGNS | _OPENERS | _JOINED | SAYINGS.keys()
_AFTER_COMMA = _RELATIVE | _OPENERS | {"and"}
_JOINING = _RELATIVE | _JOINED
# Nouns that open a sentence like a function word; without a determiner they do not name one group.
_GROUPS = frozenset(
    """people men women children police officials experts scientists researchers analysts critics authorities
    prosecutors investigators witnesses residents voters workers students teachers doctors leaders ministers
    lawmakers""".split()
)
_LIGHT = (FUNCTION_WORDS - _GROUPS) | {".", "!"}
# Table rows and headings are not sentences that could contradict one another.
CLAUSE_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION, Kind.CAPTION})
"""Kinds of block whose sentences have clauses."""

_LONGEST = 40
_NO_HEAD = Span(0, 0)
# How many words one of two clauses may have and the other not: those of one fact.
_MOST_DIFFERING = 4
# How many words two clauses about one thing share at least.
_FEWEST = 2
_MOST_SHARED = 50
# At most so many pairs of clauses of an article are compared.
_MOST_PAIRS = 2000


class Clause(NamedTuple):
    """A clause as token ranges of an index: its subject from before a comma (may be empty), its own, its sentence.

    `words` are the keys of its content words, `numbers` those that begin with a digit.
    """

    head: Span
    own: Span
    sentence: int
    words: frozenset[str]
    numbers: frozenset[str]


def clauses_in(tokens: Tokens, within: Span, sentence: int) -> tuple[Clause, ...]:
    """The clauses of a sentence about a known thing, with two content words or more.

    `tokens` are those of the article, `within` the sentence's range of them.
    """
    keys = tokens.keys
    if within.end <= within.start or keys[within.end - 1] == "?":
        return ()
    found = []
    for head, own in _split(tokens, within):
        start, end = own
        if end - start < _LONGEST and _about_one_thing(tokens, head, start, within.start):
            words = frozenset(keys[start:end]) - _LIGHT
            if head is not _NO_HEAD:
                words |= frozenset(keys[head.start : head.end]) - _LIGHT
            if len(words) > 1:
                numbers = frozenset([word for word in words if word[0].isdigit()])
                found.append(Clause(head, own, sentence, words, numbers))
    return tuple(found)


def _split(tokens: Tokens, within: Span) -> list[tuple[Span, Span]]:
    keys = tokens.keys
    first, last = within
    found, head = [], _NO_HEAD
    for at in [at for at, key in enumerate(keys[first:last], first) if key in _BREAKS]:
        if at < first or not _parts(tokens, at, within):
            continue
        if at > first:
            found.append((head, Span(first, at)))
        head, began, first = _NO_HEAD, first, at + 1
        if keys[at] == "," and first < last and keys[first] in _AFTER_COMMA:
            if keys[first] in _RELATIVE and at > began:
                head = _subject(tokens, began, at)
            first += 1
    if first < last:
        found.append((head, Span(first, last)))
    return found


def _parts(tokens: Tokens, at: int, within: Span) -> bool:
    """Whether a clause ends at a token of a sentence; signs inside a number or a compound do not end it."""
    keys = tokens.keys
    key = keys[at]
    if key in _OPENERS:
        return True
    inside, goes_on = within.start < at, at + 1 < within.end
    if key in _SIGNS:
        if inside and goes_on:
            if key == "," and keys[at - 1][0].isdigit() and keys[at + 1][0].isdigit():
                return False
            if key in {"-", "'"} and (
                tokens.ends[at - 1] == tokens.starts[at] or tokens.ends[at] == tokens.starts[at + 1]
            ):
                return False
        return True
    if key in _JOINED:
        return not (inside and goes_on and _is_number(keys[at + 1]) and _is_number(keys[at - 1]))
    return key in SAYINGS and goes_on and keys[at + 1] not in {"to", "by", "of", "on"}


def _is_number(key: str) -> bool:
    return key[0].isdigit() or key in {"a", "half"}


def _subject(tokens: Tokens, first: int, last: int) -> Span:
    """The words before a comma that a relative clause is about, from the last determiner on."""
    at = next((at for at in range(last - 1, first - 1, -1) if tokens.keys[at] in _DETERMINERS), -1)
    if at >= 0:
        return Span(at, last) if tokens.keys[at] == "the" else _NO_HEAD
    at = last
    while at > first and tokens.texts[at - 1][0].isupper():
        at -= 1
    return Span(at, last)


def _about_one_thing(tokens: Tokens, head: Span, start: int, first: int) -> bool:
    if head is not _NO_HEAD and head.end > head.start:
        return True
    opening = tokens.keys[start]
    if opening in _NO_SUBJECT or opening in _GROUPS:
        return False
    before = tokens.keys[start - 1] if start > first else ""
    if before in _JOINING:
        return False
    return before not in {",", ")"} or opening == "the" or tokens.texts[start][0].isupper()


def without_series(found: Sequence[Clause], most: int) -> list[Clause]:
    """The clauses without those that have more than `most` numbers in the same words, such as the steps of a list."""
    values: defaultdict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for clause in found:
        if clause.numbers:
            values[clause.words - clause.numbers].add(clause.numbers)
    serial = {words for words, numbers in values.items() if len(numbers) > most}
    return [clause for clause in found if clause.words - clause.numbers not in serial] if serial else list(found)


def alike(found: Sequence[Clause], starting: Container[int] | None = None) -> Iterator[tuple[Clause, Clause]]:
    """Yield pairs of clauses of different sentences, in order, that share half of their words and differ in few.

    With `starting` one of a pair must have one of these numbers. Very common words do not make pairs, and the number of
    pairs is bounded.
    """
    clauses_with: defaultdict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(found):
        for word in clause.words:
            clauses_with[word].append(number)
    return islice(_pairs(found, starting, clauses_with), _MOST_PAIRS)


def _pairs(
    found: Sequence[Clause], starting: Container[int] | None, clauses_with: dict[str, list[int]]
) -> Iterator[tuple[Clause, Clause]]:
    for number, clause in enumerate(found):
        if starting is not None and number not in starting:
            continue
        for other in _sharing(number, clause, clauses_with):
            again = other < number and (starting is None or other in starting)
            if not again and found[other].sentence != clause.sentence and _differ_in_one_fact(clause, found[other]):
                yield clause, found[other]


def _sharing(number: int, clause: Clause, clauses_with: dict[str, list[int]]) -> list[int]:
    clauses = [others for word in clause.words if 1 < len(others := clauses_with[word]) <= _MOST_SHARED]
    needed = max(_FEWEST, (len(clause.words) + 1) // 2)
    if len(clauses) < needed:
        return []
    counts = Counter(chain.from_iterable(clauses))
    return sorted([other for other, count in counts.items() if other != number and count >= needed])


def _differ_in_one_fact(one: Clause, other: Clause) -> bool:
    """Whether the two differ in as few words as one fact has, and in about as many on either side."""
    shared = len(one.words & other.words)
    mine, theirs = len(one.words) - shared, len(other.words) - shared
    return max(mine, theirs) <= _MOST_DIFFERING and abs(mine - theirs) <= _MOST_DIFFERING // 2
