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
    """How two wordings compare; `differences` holds what no benign class explains, in the order of the found text."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
