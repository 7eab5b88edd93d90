"""Written forms of one time of day."""

from collections.abc import Iterable, Sequence

from factspec.comparison.agreeing import values_of
from factspec.comparison.units import Unit, word
from factspec.facts.time import Time

NAME = "times"
PASSES = "Times of day in every form; behind at, by, from, to, until, before or after also 17.58 for 17:58."
NEVER = "Another time, morning for evening, another zone, a sum or measure with a point."
SAME = (("at 7:30 p.m.", "at 7.30pm"), ("it leaves at 17:58 from Lund", "it leaves at 17.58 from Lund"))
NOT_SAME = (
    ("at 7 a.m.", "at 7 p.m."),
    ("it leaves at 17:58", "it leaves at 17.59"),
    ("it leaves at 5.58 p.m.", "it leaves at 17.58"),
    ("it leaves at 17:58", "it sells at £17.58"),
    ("he ran it in 17:58", "he ran it in 17.58"),
)
IN_QUOTATIONS = False
OF_VALUES = True
_BEFORE = frozenset("at by from to until till before after".split())
_AGREEING = values_of("time")


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """Two times that agree, and a time against its figures with a point for the colon."""
    yield from _AGREEING(one, at, other, there)
    mine, theirs = one[at].fact, other[there].fact
    if not (mine and theirs and theirs.kind == "number" and isinstance(mine.value, Time)):
        return
    halved = mine.shown.lower().removesuffix(".").endswith("m")
    plain = mine.value._replace(hour=0, minute=0) == Time(0, 0) and not halved
    figures = f"{mine.value.hour}.{mine.value.minute:02}"
    if plain and theirs.shown.removeprefix("0") == figures and word(other[there - 1]) in _BEFORE:
        yield at + 1, there + 1
