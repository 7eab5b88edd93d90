"""The facts of tokens, all kinds together: the kinds' modules found in their directory and loaded once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from types import ModuleType

from factspec import registry
from factspec.facts.fact import Fact
from factspec.language.tokens import Token, run_of
from factspec.registry import load, names

_PACKAGE = registry.KINDS
# Kinds whose facts have a value that can be written in several ways.
VALUE_KINDS = frozenset({"number", "percentage", "money", "measure", "date", "weekday", "month", "time", "duration"})


@cache
def kinds() -> dict[str, ModuleType]:
    """The modules of all kinds of fact by kind, the highest rank first."""
    modules = [load(_PACKAGE, name) for name in names(_PACKAGE)]
    return {module.KIND: module for module in sorted(modules, key=lambda module: (-module.RANK, module.KIND))}


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
        if triggers is not None and triggers.isdisjoint(present):
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
_Finder = tuple[Callable[[Sequence[Token]], Iterable[Fact]], frozenset[str] | None]


@cache
def _finders() -> tuple[tuple[_Finder, ...], frozenset[str]]:
    """How each kind is found, the highest rank first, with the keys without which it need not be looked for; and the
    keys that any of them looks for.
    """
    modules = [module for module in kinds().values() if not getattr(module, "ACROSS_ALONE", False)]
    finders = tuple((module.find, getattr(module, "TRIGGERS", None)) for module in modules)
    return finders, _ARTICLES.union(*(triggers for _, triggers in finders if triggers))


def _length_first(fact: Fact) -> tuple[int, int]:
    return (fact.first - fact.last, fact.first)


def _place(fact: Fact) -> int:
    return fact.first


def agree(approved: Fact, found: Fact) -> bool:
    """Whether two facts of one kind agree, as their kind judges."""
    return approved.kind == found.kind and (
        approved.value == found.value or bool(kinds()[approved.kind].agree(approved, found))
    )


@cache
def _alone(kind: str) -> object:
    return getattr(kinds()[kind], "alone", None)


@cache
def _across() -> tuple[Callable[..., Iterable[tuple[Fact, Fact]]], ...]:
    return tuple(module.across for module in kinds().values() if hasattr(module, "across"))


def facts_across(
    approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts that only the two differing ranges of tokens together show."""
    for across in _across():
        yield from across(approved, mine, found, theirs)


def matters_alone(fact: Fact, inside: Sequence[str], around: Sequence[str]) -> bool:
    """Whether a fact is a change where the other side has no counterpart; its keys inside and around the difference."""
    judge = _alone(fact.kind)
    return bool(judge(fact, inside, around)) if callable(judge) else True
