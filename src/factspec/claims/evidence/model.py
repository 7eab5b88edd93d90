"""What became of an article and its claims against the stored texts of the sources: results alone, no looking."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from factspec.claims.anchored import Anchored
from factspec.facts.fact import Fact
from factspec.language.places import Span
from factspec.language.quotation import Quotation
from factspec.specs.model import Claim, Evidence


class Outcome(StrEnum):
    """What became of a quotation, of evidence or of a fact: it stands in a source, in none, or nobody could tell."""

    FOUND = "found"
    ABSENT = "lacking"
    UNCHECKED = "unchecked"


class Stored(NamedTuple):
    """The stored copy of a source: the hash of its bytes, its visible text in NFC, and what is wrong with it.

    Where there is a `problem`, said in words that go behind the file's name, nothing can be looked for in `text`.
    """

    sha256: str = ""
    text: str = ""
    problem: str = ""


class CheckedQuotation(NamedTuple):
    """A quotation of an article, the sources cited for it, and what became of it.

    `words` is the range of `Article.text` from its first word to its last.
    """

    quotation: Quotation
    words: Span
    sources: tuple[str, ...]
    outcome: Outcome


class CheckedEvidence(NamedTuple):
    """A piece of a claim's evidence, and whether it stands in its source."""

    claim: Claim
    evidence: Evidence
    outcome: Outcome


class CheckedFact(NamedTuple):
    """A fact of a claim, its range of `Article.text`, the sources it may rest on, and what became of it."""

    anchored: Anchored
    fact: Fact
    span: Span
    sources: tuple[str, ...]
    outcome: Outcome


class SourceChecks(NamedTuple):
    """What became of each quotation, piece of evidence and fact; `stored` are the texts by their sources' ids."""

    stored: Mapping[str, Stored] = MappingProxyType({})
    quotations: tuple[CheckedQuotation, ...] = ()
    evidence: tuple[CheckedEvidence, ...] = ()
    facts: tuple[CheckedFact, ...] = ()

    @property
    def checked_quotations(self) -> tuple[Span, ...]:
        """The ranges of `Article.text` of the quotations that stand in a source, with their marks."""
        return tuple(
            Span(one.quotation.start, one.quotation.end) for one in self.quotations if one.outcome is Outcome.FOUND
        )

    def usable(self, sources: Sequence[str]) -> Iterator[tuple[str, Stored]]:
        """The stored texts of these sources in which something can be looked for."""
        return ((one, self.stored[one]) for one in sources if one in self.stored and not self.stored[one].problem)
