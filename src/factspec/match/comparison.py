"""The result of comparing approved wording with found wording."""

from dataclasses import dataclass
from enum import StrEnum

from factspec.finding import Difference


class Outcome(StrEnum):
    """What became of the approved wording."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two wordings compare; `differences` holds what no benign class explains, in the order of the found text."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
