"""The step that several benign classes share: two values of a kind that agree, however they are written."""

from collections.abc import Callable, Iterable, Sequence

from factspec.comparison.units import Unit
from factspec.fact import Fact
from factspec.facts_found import agree

Moves = Callable[[Sequence[Unit], int, Sequence[Unit], int], Iterable[tuple[int, int]]]

_APPROXIMATORS = frozenset({"about", "around", "roughly", "approximately"})


def _rounds(stated: Fact | None, exact: Fact) -> bool:
    """Whether an approximation agrees with another number than its own, which is then the exact one."""
    return stated is not None and agree(stated, exact) and _numbers(stated) != _numbers(exact)


def _numbers(fact: Fact) -> object:
    return [number.value for number in getattr(fact.value, "numbers", ())]


def values_of(*kinds: str) -> Moves:
    """The moves of a class that lets two values of its kinds pass where they agree."""

    def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
        mine, theirs = one[at].fact, other[there].fact
        if mine and theirs and mine.kind in kinds and agree(mine, theirs):
            return ((at + 1, there + 1),)
        if theirs and theirs.kind in kinds and one[at].key in _APPROXIMATORS:
            return ((at + 2, there + 1),) if _rounds(one[at + 1].fact, theirs) else ()
        return ()

    return moves
