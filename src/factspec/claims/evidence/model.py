"""The results of checking an article and its claims against the stored texts of the sources."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from factspec.claims.anchored import Anchored
from factspec.facts.fact import Fact
from factspec.language.places import Quotation, Span
from factspec.specs.model import Claim, Evidence


class Outcome(StrEnum):
    """The result for a quotation, a piece of evidence or a fact: found in a source, absent from all, or not checked."""

    FOUND = "found"
    ABSENT = "absent"
    UNCHECKED = "unchecked"


class Stored(NamedTuple):
    """The stored copy of a source: the hash of its bytes, its visible text in NFC, and what is wrong with it.

    If there is a `problem`, in words that follow the file's name in a message, `text` cannot be searched.
    """

    sha256: str = ""
    text: str = ""
    problem: str = ""


class CheckedQuotation(NamedTuple):
    """A quotation of an article, the sources cited for it, and the result.

    `words` is the range of `Article.text` from its first word to its last.
    """

    quotation: Quotation
    words: Span
    sources: tuple[str, ...]
    outcome: Outcome


class CheckedEvidence(NamedTuple):
    """A piece of a claim's evidence, and whether it occurs in its source."""

    claim: Claim
    evidence: Evidence
    outcome: Outcome


class CheckedFact(NamedTuple):
    """A fact of a claim, its range of `Article.text`, the sources that may confirm it, and the result."""

    anchored: Anchored
    fact: Fact
    span: Span
    sources: tuple[str, ...]
    outcome: Outcome


class SourceChecks(NamedTuple):
    """The results for all quotations, pieces of evidence and facts; `stored` are the texts by their sources' ids."""

    stored: Mapping[str, Stored] = MappingProxyType({})
    quotations: tuple[CheckedQuotation, ...] = ()
    evidence: tuple[CheckedEvidence, ...] = ()
    facts: tuple[CheckedFact, ...] = ()

    @property
    def checked_quotations(self) -> tuple[Span, ...]:
        """The ranges of `Article.text` of the quotations that occur in a source, with their marks."""
        return tuple(
            Span(one.quotation.start, one.quotation.end) for one in self.quotations if one.outcome is Outcome.FOUND
        )

    def usable(self, sources: Sequence[str]) -> Iterator[tuple[str, Stored]]:
        """The stored texts of these sources that can be searched."""
        return ((one, self.stored[one]) for one in sources if one in self.stored and not self.stored[one].problem)
