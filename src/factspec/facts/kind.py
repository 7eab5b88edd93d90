"""What a kind of fact is: the contract that each module of `factspec.facts.kinds` keeps, and their registry."""

# ruff: noqa: ARG002 -- the defaults of a contract
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from factspec import registry
from factspec.facts.fact import Fact
from factspec.language.tokens import Token
from factspec.registry import Registry


class Sort(StrEnum):
    """What the facts of a kind say."""

    AMOUNT = "amount"  # how much or how many
    UNIT = "unit"  # what an amount is counted in, without its number
    DATE = "date"  # when, by the calendar
    CLOCK = "clock"  # when, by the clock
    WORD = "word"  # anything else: who, whether, how surely


AMOUNTS = (Sort.AMOUNT,)
TIMES = (Sort.DATE, Sort.CLOCK)
VALUES = (*AMOUNTS, *TIMES)
"""The sorts whose facts have a value that can be written in several ways."""


class FactKind(Protocol):
    """One kind of fact. Its docstring begins with the sentence that docs/comparison.md has about it.

    A kind must have `KIND`, `RANK`, `find` and `agree`; the rest has the defaults below.
    """

    KIND: str
    """The name in findings and differences: that of the module, or of the entry point."""

    RANK: int
    """Of two facts that overlap, the one of the higher rank is kept."""

    SORT: Sort = Sort.WORD
    """What its facts say. An amount or a time is a value: it is compared as a whole, by `agree`."""

    TRIGGERS: frozenset[str] = frozenset()
    """The keys of tokens without which a text has no fact of the kind; empty where every text is searched."""

    ACROSS_ALONE: bool = False
    """Whether its facts show only in `across`, between two differing texts, and are not searched for in one."""

    NAMES_DAY: bool = False
    """Whether a fact may name a single day, which `factspec.facts.kinds.date.resolve` gives."""

    PRECEDENCE: int = 0
    """Where a value replaces one of another kind, the higher precedence names the difference; 0: its `RANK`."""

    SOUGHT: bool = True
    """Whether a value is looked for, by its value, in the stored texts of sources."""

    STATES: bool = False
    """Whether a word belongs to what a statement says, so that no edge of a claim cuts it; a value always does."""

    MOVES: bool = False
    """Whether a word may move within its sentence; a value always may."""

    ORDERED: bool = False
    """Whether words that change places are a difference; values always are."""

    COMPARES: bool = False
    """Whether an amount may say by itself how far two things are apart: "3 per cent | lower"."""

    @abstractmethod
    def find(self, tokens: Sequence[Token], /) -> Iterable[Fact]:
        """The facts of tokens, in no order."""

    @abstractmethod
    def agree(self, approved: Fact, found: Fact, /) -> bool:
        """Whether two facts of the kind say the same."""

    def across(
        self, approved: Sequence[Token], mine: range, found: Sequence[Token], theirs: range, /
    ) -> Iterable[tuple[Fact, Fact]]:
        """Pairs of facts that only two differing ranges of tokens together show."""
        return ()

    def alone(self, fact: Fact, inside: Sequence[str], around: Sequence[str], /) -> bool:
        """Whether a fact is a change where the other text has none: its keys inside and around the difference."""
        return True


KINDS: Registry[FactKind] = Registry(registry.KINDS, FactKind)
"""The kinds of fact by name."""
