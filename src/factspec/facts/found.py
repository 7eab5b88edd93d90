"""The kinds of fact, what each of them declares, and the facts of all kinds that a text contains."""

# ruff: noqa: ARG002 -- the defaults of a contract
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Protocol

from factspec import registry
from factspec.facts.fact import Fact
from factspec.language.tokens import Token, index_tokens
from factspec.registry import Registry

# The contract that each module of `factspec.facts.kinds` keeps, and their registry.


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
"""The sorts whose facts are values: each can be written in several ways."""


class Role(StrEnum):
    """What a word does to what is right after it."""

    BOUND = "bound"  # limits or blurs an amount: at least, about, only
    DOUBT = "doubt"  # leaves open whether it is so: may, expected to
    SAYING = "saying"  # says whose words it is: said, denied
    DENIAL = "denial"  # says that it is not so: not, without


class FactKind(Protocol):
    """One kind of fact. The first line of its docstring is also its line in docs/comparison.md.

    A kind must have `KIND`, `RANK`, `find` and `agree`; the rest has the defaults below.
    """

    KIND: str
    """The name in findings and differences: that of the module or entry point."""

    RANK: int
    """If two facts overlap, the one of the higher rank is kept."""

    SORT: Sort = Sort.WORD
    """What its facts say. Amounts, dates and times are values: `agree` compares each as a whole."""

    TRIGGERS: frozenset[str] = frozenset()
    """Keys of tokens: a text without any of them has no fact of the kind. If empty, every text is searched."""

    ACROSS_ALONE: bool = False
    """Whether `across` alone finds its facts, by comparing two texts; one text alone is not searched for them."""

    NAMES_DAY: bool = False
    """Whether a fact may name a single day, which `day` gives."""

    PRECEDENCE: int = 0
    """If a value replaces one of another kind, the higher precedence names the difference; 0 means `RANK`."""

    SOUGHT: bool = True
    """Whether the stored texts of sources are searched for the value, in passages with a number; see also `forms`."""

    ROLE: Role | None = None
    """What a word does to what is right after it; such a word beside a claim belongs to the claim."""

    STATES: bool = False
    """Whether a word is part of what a statement says, which no edge of a claim may cut; a value always is."""

    MOVES: bool = False
    """Whether a word may move within its sentence; a value always may."""

    NAMES: bool = False
    """Whether its words name somebody or something.

    An exchange of two is then a difference, as of values. A claim that lists words may list part of one: "Putin" of
    "Vladimir Putin". A sentence with one says something that can be checked.
    """

    COUNTS: bool = False
    """Whether an amount may count the noun after it: "300 | jobs"."""

    @abstractmethod
    def find(self, tokens: Sequence[Token], /) -> Iterable[Fact]:
        """The facts of tokens, in any order."""

    @abstractmethod
    def agree(self, approved: Fact, found: Fact, /) -> bool:
        """Whether two facts of the kind say the same."""

    def across(
        self, approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range, /
    ) -> Iterable[tuple[Fact, Fact]]:
        """Pairs of facts that show only when two differing ranges of tokens are compared."""
        return ()

    def alone(self, fact: Fact, inside: Sequence[str], around: Sequence[str], /) -> bool:
        """Whether a fact is a change if the other text has no such fact.

        `inside` and `around` are the keys of the other text inside the difference and around it.
        """
        return True

    def difference(self, approved: Fact, found: Fact, /) -> str:
        """The kind that names the difference of two facts of this kind; empty for this kind itself."""
        return ""

    def turns(self, fact: Fact, /) -> bool:
        """Whether a word may deny, doubt or attribute whatever else its sentence says."""
        return False

    def day(self, fact: Fact, published: date | None, /) -> date | None:
        """The day that a fact names, None if it names none or several; `published` is the day of writing."""
        return None

    def forms(self, fact: Fact, /) -> Sequence[str]:
        """The words in which a source may have a fact; none if the fact is sought by its value, or not at all."""
        return ()


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
    """The kinds whose facts are values: amounts, dates and times."""
    return kinds_of_sort(*VALUES)


def amount_kinds() -> frozenset[str]:
    """The kinds whose facts say how much."""
    return kinds_of_sort(*AMOUNTS)


def time_kinds() -> frozenset[str]:
    """The kinds whose facts say when."""
    return kinds_of_sort(*TIMES)


def counted_kinds() -> frozenset[str]:
    """The kinds whose facts say how much, or in which unit."""
    return kinds_of_sort(*AMOUNTS, Sort.UNIT)


@cache
def sought_kinds() -> frozenset[str]:
    """The kinds for whose values the stored texts of sources are searched."""
    return frozenset(name for name in value_kinds() if kinds()[name].SOUGHT)


@cache
def kinds_of_role(*roles: Role) -> frozenset[str]:
    """The names of the kinds whose words do one of these to what is right after them."""
    return frozenset(name for name, kind in kinds().items() if kind.ROLE in roles)


@cache
def naming_kinds() -> frozenset[str]:
    """The kinds whose words name somebody or something."""
    return frozenset(name for name, kind in kinds().items() if kind.NAMES)


@cache
def day_kinds() -> frozenset[str]:
    """The kinds whose facts may name a single day."""
    return frozenset(name for name, kind in kinds().items() if kind.NAMES_DAY)


@cache
def statement_kinds() -> frozenset[str]:
    """The kinds whose facts are part of what a statement says: values, and words such as names and negations."""
    return value_kinds() | {name for name, kind in kinds().items() if kind.STATES}


# Longer texts are read anew each time, because the cache would keep them in memory.
_LONGEST_CACHED = 64


def facts_in(tokens: Iterable[Token]) -> tuple[Fact, ...]:
    """The facts of tokens in order. If two overlap, the one of the higher rank is kept, then the longer one."""
    text = tuple(tokens)
    return _cached(text) if len(text) <= _LONGEST_CACHED else read_facts(text)


@lru_cache(maxsize=1024)
def _cached(tokens: tuple[Token, ...]) -> tuple[Fact, ...]:
    return read_facts(tokens)


def read_facts(tokens: Iterable[Token]) -> tuple[Fact, ...]:
    """`facts_in` without its cache, for tokens that are read once."""
    finders, watched = _finders()
    indexed = index_tokens(tokens, watched)
    taken = bytearray(len(indexed))
    kept: list[Fact] = []
    for find, triggers in finders:
        if triggers and triggers.isdisjoint(indexed.present):
            continue
        found: list[Fact] = list(find(indexed))
        if len(found) > 1:
            found.sort(key=_length_first)
        for fact in found:
            if taken.find(1, fact.first, fact.last) < 0:
                taken[fact.first : fact.last] = b"\x01" * (fact.last - fact.first)
                kept.append(fact)
    kept.sort(key=_place)
    return tuple(kept)


# A numeral in words may begin with these; they are not triggers of numbers.
_ARTICLES = frozenset({"a", "an"})
_Finder = tuple[Callable[[Sequence[Token]], Iterable[Fact]], frozenset[str]]


@cache
def _finders() -> tuple[tuple[_Finder, ...], frozenset[str]]:
    """How each kind is found and its triggers, the highest rank first; and the keys that any of them looks for."""
    searched = [kind for kind in kinds().values() if not kind.ACROSS_ALONE]
    finders = tuple((kind.find, kind.TRIGGERS) for kind in searched)
    return finders, _ARTICLES.union(*(triggers for _, triggers in finders))


def _length_first(fact: Fact) -> tuple[int, int]:
    return (fact.first - fact.last, fact.first)


def _place(fact: Fact) -> int:
    return fact.first


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two facts are of one kind and agree by its rules."""
    return approved.kind == found.kind and (
        approved.value == found.value or kinds()[approved.kind].agree(approved, found)
    )


def facts_across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts that show only when two differing ranges of tokens are compared."""
    for kind in kinds().values():
        yield from kind.across(approved, mine, found, theirs)


def matters_alone(fact: Fact, inside: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a fact is a change if the other side has no such fact; see `FactKind.alone`."""
    return kinds()[fact.kind].alone(fact, inside, around)


def forms_of(fact: Fact) -> Sequence[str]:
    """The words in which a source may have a fact, if it is sought so; see `FactKind.forms`."""
    return kinds()[fact.kind].forms(fact)


def resolve(fact: Fact, published: date | None) -> date | None:
    """The day that a fact names; None if it names none or several. See `FactKind.day`."""
    return kinds()[fact.kind].day(fact, published)
