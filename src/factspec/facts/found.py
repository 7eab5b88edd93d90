"""The facts of tokens, all kinds together: the kinds' modules found in their directory and loaded once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from factspec.facts.fact import Fact
from factspec.facts.kind import AMOUNTS, KINDS, TIMES, VALUES, FactKind, Sort
from factspec.language.tokens import Token, run_of


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
