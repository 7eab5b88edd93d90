"""Anchor a claim: find where it stands in an article and whether it stands there as approved."""

from datetime import date

from factspec.claims.anchored import Anchored
from factspec.claims.index import Index
from factspec.claims.kinds import says
from factspec.specs.model import Claim


def anchor(claim: Claim, index: Index, published: date | None = None) -> Anchored:
    """Find a claim of any kind in an article; relative days count from the day of publication."""
    if claim.says:
        return says.anchor(claim, index, published)
    if claim.quotes:
        from factspec.claims.kinds import quotes

        return quotes.anchor(claim, index, published)
    from factspec.claims.kinds import facts

    return facts.anchor(claim, index, published)
