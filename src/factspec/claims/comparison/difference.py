"""The result of comparing approved wording with found wording."""

from enum import StrEnum
from typing import NamedTuple


class Difference(NamedTuple):
    """One difference between approved and found wording.

    `kind` is a module name of `factspec.facts` or `speaker`, `quotation`, `citation`, `wording`. `approved` and
    `found` are the values in the words of each side, empty where it has none. `approved_start` and `approved_end`
    count characters of the approved text, `start` and `end` those of the found text; ends are exclusive.
    """

    kind: str
    approved: str
    found: str
    approved_start: int
    approved_end: int
    start: int
    end: int


class Outcome(StrEnum):
    """What became of the approved wording."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"


class Comparison(NamedTuple):
    """How two wordings compare; `differences` holds what no benign class explains, in the order of the found text."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
