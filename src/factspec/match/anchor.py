"""Anchor a claim: find where it stands in an article and whether it stands there as approved."""

from datetime import date

from factspec import registry
from factspec.match.anchored import Anchored
from factspec.match.index import Index
from factspec.spec.model import Claim


def anchor(claim: Claim, index: Index, published: date | None = None) -> Anchored:
    """Find a claim of any kind in an article; relative days count from the day of publication."""
    anchored: Anchored = registry.load("factspec.match.anchors", claim.key).anchor(claim, index, published)
    return anchored
