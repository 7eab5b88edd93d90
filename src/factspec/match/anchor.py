"""Anchor a claim: find where it stands in an article and whether it stands there as approved."""

from datetime import date

from factspec.match.anchored import Anchored
from factspec.match.index import Index
from factspec.match.quotes import anchor_quotes
from factspec.match.says import anchor_says
from factspec.match.together import anchor_facts
from factspec.spec.model import Claim


def anchor(claim: Claim, index: Index, published: date | None = None) -> Anchored:
    """Find a claim of any kind in an article; relative days count from the day of publication."""
    if claim.says:
        return anchor_says(claim, index)
    return anchor_quotes(claim, index) if claim.quotes else anchor_facts(claim, index, published)
