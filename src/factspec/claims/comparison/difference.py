"""The result of comparing approved wording with found wording."""

from enum import StrEnum
from typing import NamedTuple

from factspec.facts.difference import Difference


class Outcome(StrEnum):
    """What became of the approved wording."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"


class Comparison(NamedTuple):
    """How two wordings compare; `differences` are those that no harmless class explains, in the found text's order."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
