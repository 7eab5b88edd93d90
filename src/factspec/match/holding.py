"""An article and its claims held against the stored texts of the sources, all that rules and figures need of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from factspec.draft import Span
from factspec.match.anchored import Anchored
from factspec.match.citing import Citing
from factspec.match.index import Index
from factspec.match.needle import needle
from factspec.match.sourced import Outcome, Sourced, sourced
from factspec.match.stated import Stated, stated
from factspec.match.stored import StoredText
from factspec.spec.model import Claim, Evidence

_NONE: Mapping[str, StoredText] = MappingProxyType({})


class Tested(NamedTuple):
    """A piece of a claim's evidence, and whether it stands in its source."""

    claim: Claim
    evidence: Evidence
    outcome: Outcome


@dataclass(frozen=True)
class Holding:
    """What became of each quotation, piece of evidence and fact; `stored` are the texts by their sources' ids."""

    stored: Mapping[str, StoredText] = field(default_factory=lambda: _NONE)
    quotations: tuple[Sourced, ...] = ()
    evidence: tuple[Tested, ...] = ()
    facts: tuple[Stated, ...] = ()

    @property
    def checked_quotations(self) -> tuple[Span, ...]:
        """The ranges of `Article.text` of the quotations that stand in a source, with their marks."""
        return tuple(
            Span(one.quotation.start, one.quotation.end) for one in self.quotations if one.outcome is Outcome.FOUND
        )

    def usable(self, sources: Sequence[str]) -> Iterator[tuple[str, StoredText]]:
        """The stored texts of these sources in which something can be looked for."""
        return ((one, self.stored[one]) for one in sources if one in self.stored and not self.stored[one].problem)


def hold(
    index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, StoredText] | None
) -> Holding:
    """Hold an article's quotations, and its claims' evidence and facts, against stored texts."""
    texts = stored or _NONE
    return Holding(
        stored=texts,
        quotations=sourced(index, citing, texts),
        evidence=tuple(chain.from_iterable(_tested(one.claim, texts) for one in anchored)),
        facts=tuple(stated(index, citing, anchored, texts)) if texts else (),
    )


def _tested(claim: Claim, stored: Mapping[str, StoredText]) -> Iterator[Tested]:
    for piece in claim.evidence:
        text = stored.get(piece.source)
        if text is None or text.problem:
            outcome = Outcome.UNCHECKED
        else:
            outcome = Outcome.FOUND if text.find(needle([piece.quote])) else Outcome.LACKING
        yield Tested(claim, piece, outcome)
