"""How far the sentences of an article are accounted for."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from factspec.text.places import Span


class Status(StrEnum):
    """How far a sentence is accounted for."""

    COVERED = "covered"
    PARTLY = "partly"
    WAIVED = "waived"
    UNCOVERED = "uncovered"


class Covered(NamedTuple):
    """A sentence, how far it is accounted for, and the ranges of `Article.text` that are left over."""

    sentence: int
    status: Status
    left: tuple[Span, ...] = ()


def percentage(covered: Sequence[Covered]) -> int:
    """How many of a hundred sentences are covered or waived, rounded down; 100 where there are none."""
    settled = sum([one.status is Status.COVERED or one.status is Status.WAIVED for one in covered])
    return settled * 100 // len(covered) if covered else 100
