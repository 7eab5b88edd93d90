"""Hold an article and its claims against the stored texts of the sources."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from factspec.match.anchored import Anchored
from factspec.match.citing import Citing
from factspec.match.index import Index
from factspec.sources.held import Holding, Outcome, Stored, Tested
from factspec.sources.needle import needle
from factspec.sources.sourced import sourced
from factspec.sources.stated import stated
from factspec.sources.stored import StoredText, searchable
from factspec.spec.model import Claim


def hold(index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, Stored]) -> Holding:
    """Hold an article's quotations, and its claims' evidence and facts, against stored texts."""
    texts = {source: searchable(text) for source, text in stored.items()}
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
