"""How the cost of a call grows, counted instead of timed: a busy machine makes as many calls as an idle one.

What no call shows, as a slow pattern or the copying of long texts, is timed by `python -m benchmarks.growth`.
"""

from collections.abc import Callable
from cProfile import Profile

Work = Callable[[int], Callable[[], object]]
"""For a size, the call whose cost is in question; what is made for it before is not counted."""

SQUARE = 2.5
"""The growth of linear work is 2, and a little more where something is sorted; that of a square is 4."""


def calls(do: Callable[[], object]) -> int:
    """The calls of functions, in Python or in C, that a call leads to."""
    profile = Profile()
    profile.runcall(do)
    return sum(one.callcount for one in profile.getstats())


def growth(work: Work, size: int) -> float:
    """How many times as many calls twice the size takes; what is made once for all sizes, is made before."""
    work(size // 8)()
    once, twice = calls(work(size)), calls(work(2 * size))
    return twice / once
