"""Short names of states and unions."""

from collections.abc import Iterable, Sequence

from factspec.comparison.units import Unit
from factspec.lexicon.acronyms import EXPANSIONS

NAME = "acronyms"
PASSES = "Acronyms with and without stops (U.K., UK), and states, unions and listed bodies in full (US, United States)."
NEVER = "America for the United States, Britain for the UK; the full name of any other body; us in lower case."
SAME = (("the UN envoy", "the United Nations envoy"), ("U.S. troops", "US troops"))
NOT_SAME = (("the UK left", "Britain left"), ("they told US voters", "they told us voters"))
IN_QUOTATIONS = False
NOT_AT_WORDS = True


def moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """An acronym against itself in another form, or against its long form."""
    short = _acronym(one[at])
    if not short:
        return ()
    if _acronym(other[there]) in _forms(short) and one[at].key != other[there].key:
        return ((at + 1, there + 1),)
    stem, possessive = (short[:-2], "'s") if short.endswith("'s") else (short, "")
    return [
        (at + 1, there + len(long))
        for long in EXPANSIONS.get(stem, ())
        if _keys(other, there, len(long)) == (*long[:-1], long[-1] + possessive)
    ]


def _acronym(unit: Unit) -> str:
    written = unit.token.text.removesuffix("s").rstrip("'’")
    return unit.token.key.lower() if unit.fact is None and len(written) > 1 and written.isupper() else ""


def _forms(short: str) -> tuple[str, ...]:
    return (short, "usa") if short == "us" else (short, "us") if short == "usa" else (short,)


def _keys(units: Sequence[Unit], first: int, count: int) -> tuple[object, ...]:
    return tuple(unit.key for unit in units[first : first + count])
