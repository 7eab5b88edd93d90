"""Figures that are set lower in a formula: "CO₂", "CO2"."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import PADDING, Unit

NAME = "subscripts"
PASSES = "The figures of a formula, set lower or on the line: CO₂ and CO2."
NEVER = "Another figure, one dropped, figures that are set higher."
SAME = (("emissions of CO₂ rose", "emissions of CO2 rose"), ("a glass of H₂O fell", "a glass of H2O fell"))
NOT_SAME = (
    ("emissions of CO₂ rose", "emissions of CO rose"),
    ("emissions of CO₂ rose", "emissions of CO3 rose"),
    ("emissions of CO₂ rose", "emissions of CO 2 rose"),
)
IN_QUOTATIONS = True
NOT_AT_WORDS = True
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_MOST = 6


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A word with lowered figures against the same letters and figures, which touch each other."""
    written = one[at].token.text
    plain = written.translate(_LOWERED)
    if plain == written:
        return
    joined = ""
    start = other[there].token.start
    for last in range(there, min(there + _MOST, len(other) - PADDING)):
        unit = other[last]
        if unit.token.start != start + len(joined):
            return
        joined += unit.fact.shown if unit.fact else unit.token.text
        if joined == plain:
            yield at + 1, last + 1
