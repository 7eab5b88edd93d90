"""The facts of tokens, all kinds together: the kinds' modules found in their directory and loaded once."""

# ruff: noqa: ARG002 -- the defaults of a contract
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import Protocol

from factspec import registry
from factspec.facts.fact import Fact
from factspec.language.tokens import Token, run_of
from factspec.registry import Registry

# What a kind of fact is: the contract that each module of `factspec.facts.kinds` keeps, and their registry.


class Sort(StrEnum):
    """What the facts of a kind say."""

    AMOUNT = "amount"  # how much or how many
    UNIT = "unit"  # what an amount is counted in, without its number
    DATE = "date"  # when, by the calendar
    CLOCK = "clock"  # when, by the clock
    WORD = "word"  # anything else: who, whether, how surely


AMOUNTS = (Sort.AMOUNT,)
TIMES = (Sort.DATE, Sort.CLOCK)
VALUES = (*AMOUNTS, *TIMES)
"""The sorts whose facts have a value that can be written in several ways."""


class FactKind(Protocol):
    """One kind of fact. Its docstring begins with the sentence that docs/comparison.md has about it.

    A kind must have `KIND`, `RANK`, `find` and `agree`; the rest has the defaults below.
    """

    KIND: str
    """The name in findings and differences: that of the module, or of the entry point."""

    RANK: int
    """Of two facts that overlap, the one of the higher rank is kept."""

    SORT: Sort = Sort.WORD
    """What its facts say. An amount or a time is a value: it is compared as a whole, by `agree`."""

    TRIGGERS: frozenset[str] = frozenset()
    """The keys of tokens without which a text has no fact of the kind; empty where every text is searched."""

    ACROSS_ALONE: bool = False
    """Whether its facts show only in `across`, between two differing texts, and are not searched for in one."""

    NAMES_DAY: bool = False
    """Whether a fact may name a single day, which `factspec.facts.kinds.date.resolve` gives."""

    PRECEDENCE: int = 0
    """Where a value replaces one of another kind, the higher precedence names the difference; 0: its `RANK`."""

    SOUGHT: bool = True
    """Whether a value is looked for, by its value, in the stored texts of sources."""

    STATES: bool = False
    """Whether a word belongs to what a statement says, so that no edge of a claim cuts it; a value always does."""

    MOVES: bool = False
    """Whether a word may move within its sentence; a value always may."""

    ORDERED: bool = False
    """Whether words that change places are a difference; values always are."""

    COMPARES: bool = False
    """Whether an amount may say by itself how far two things are apart: "3 per cent | lower"."""

    @abstractmethod
    def find(self, tokens: Sequence[Token], /) -> Iterable[Fact]:
        """The facts of tokens, in no order."""

    @abstractmethod
    def agree(self, approved: Fact, found: Fact, /) -> bool:
        """Whether two facts of the kind say the same."""

    def across(
        self, approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range, /
    ) -> Iterable[tuple[Fact, Fact]]:
        """Pairs of facts that only two differing ranges of tokens together show."""
        return ()

    def alone(self, fact: Fact, inside: Sequence[str], around: Sequence[str], /) -> bool:
        """Whether a fact is a change where the other text has none: its keys inside and around the difference."""
        return True


KINDS: Registry[FactKind] = Registry(registry.KINDS, FactKind)
"""The kinds of fact by name."""


@cache
def kinds() -> Mapping[str, FactKind]:
    """All kinds of fact by name, the highest rank first."""
    return {kind.KIND: kind for kind in sorted(KINDS.values(), key=lambda kind: (-kind.RANK, kind.KIND))}


@cache
def kinds_of_sort(*sorts: Sort) -> frozenset[str]:
    """The names of the kinds whose facts say something of these sorts."""
    return frozenset(name for name, kind in kinds().items() if kind.SORT in sorts)


def value_kinds() -> frozenset[str]:
    """The kinds whose facts have a value that can be written in several ways."""
    return kinds_of_sort(*VALUES)


def amount_kinds() -> frozenset[str]:
    """The kinds whose facts say how much."""
    return kinds_of_sort(*AMOUNTS)


def time_kinds() -> frozenset[str]:
    """The kinds whose facts say when."""
    return kinds_of_sort(*TIMES)


def counted_kinds() -> frozenset[str]:
    """The kinds whose facts say how much, or in what it is counted."""
    return kinds_of_sort(*AMOUNTS, Sort.UNIT)


@cache
def sought_kinds() -> frozenset[str]:
    """The kinds whose values are looked for in the stored texts of sources."""
    return frozenset(name for name in value_kinds() if kinds()[name].SOUGHT)


@cache
def comparing_kinds() -> frozenset[str]:
    """The kinds whose amounts may say how far two things are apart."""
    return frozenset(name for name, kind in kinds().items() if kind.COMPARES)


@cache
def day_kinds() -> frozenset[str]:
    """The kinds whose facts may name a single day."""
    return frozenset(name for name, kind in kinds().items() if kind.NAMES_DAY)


@cache
def stated_kinds() -> frozenset[str]:
    """The kinds whose facts belong to what a statement says: values, and words such as names and negations."""
    return value_kinds() | {name for name, kind in kinds().items() if kind.STATES}


# A longer run of tokens is read anew each time, so that no long text stays in memory.
_KEPT = 64


def facts_in(tokens: Iterable[Token]) -> tuple[Fact, ...]:
    """The facts of tokens in order; where two overlap, that of the higher rank is kept, then the longer one."""
    run = tuple(tokens)
    return _kept(run) if len(run) <= _KEPT else read_facts(run)


@lru_cache(maxsize=1024)
def _kept(tokens: tuple[Token, ...]) -> tuple[Fact, ...]:
    return read_facts(tokens)


def read_facts(tokens: Iterable[Token]) -> tuple[Fact, ...]:
    """`facts_in` for tokens that are not read again."""
    finders, watched = _finders()
    run = run_of(tokens, watched)
    present = run.present
    taken = bytearray(len(run))
    kept: list[Fact] = []
    for find, triggers in finders:
        if triggers and triggers.isdisjoint(present):
            continue
        found: list[Fact] = list(find(run))
        if len(found) > 1:
            found.sort(key=_length_first)
        for fact in found:
            if taken.find(1, fact.first, fact.last) < 0:
                taken[fact.first : fact.last] = b"\x01" * (fact.last - fact.first)
                kept.append(fact)
    kept.sort(key=_place)
    return tuple(kept)


# What a numeral in words may begin with, beside the triggers of numbers.
_ARTICLES = frozenset({"a", "an"})
_Finder = tuple[Callable[[Sequence[Token]], Iterable[Fact]], frozenset[str]]


@cache
def _finders() -> tuple[tuple[_Finder, ...], frozenset[str]]:
    """How each kind is found, the highest rank first, with the keys without which it need not be looked for; and the
    keys that any of them looks for.
    """
    searched = [kind for kind in kinds().values() if not kind.ACROSS_ALONE]
    finders = tuple((kind.find, kind.TRIGGERS) for kind in searched)
    return finders, _ARTICLES.union(*(triggers for _, triggers in finders))


def _length_first(fact: Fact) -> tuple[int, int]:
    return (fact.first - fact.last, fact.first)


def _place(fact: Fact) -> int:
    return fact.first


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two facts of one kind agree, as their kind judges."""
    return approved.kind == found.kind and (
        approved.value == found.value or kinds()[approved.kind].agree(approved, found)
    )


def facts_across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts that only the two differing ranges of tokens together show."""
    for kind in kinds().values():
        yield from kind.across(approved, mine, found, theirs)


def matters_alone(fact: Fact, inside: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a fact is a change where the other side has no counterpart; its keys inside and around the difference."""
    return kinds()[fact.kind].alone(fact, inside, around)
