"""Anchor approved wording (`says`): where it stands word for word and whole, or where it nearly does."""

from datetime import date
from typing import Protocol, cast

from factspec import registry
from factspec.match.anchored import Anchored, Verdict, chosen
from factspec.match.edges import uncut
from factspec.match.frame import frame_of, reframed
from factspec.match.index import Index
from factspec.match.wording import as_typed, places
from factspec.spec.model import Claim
from factspec.text.places import Span

# So many facts may differ between a headline and the sentence that says the same.
_FEW = 2


class _Nearly(Protocol):
    """The module that compares, which is loaded when something differs."""

    def cut(self, claim: Claim, index: Index, whole: Span) -> Anchored | None:
        """What wording became of which an edge cuts a fact."""

    def nearest(self, claim: Claim, index: Index, *, body: bool = False) -> Anchored:
        """Where wording nearly stands, with `body` in the body alone."""


def anchor(claim: Claim, index: Index, _published: date | None) -> Anchored:
    """Find approved wording in an article."""
    found = places(index, claim.says)
    if claim.exact:
        found = tuple(tokens for tokens in found if as_typed(index, tokens, claim.says))
    if not found:
        return _nearly().nearest(claim, index)
    if not index.in_body(found[0].start):
        # What a headline says as approved, the text below it may contradict.
        below = _nearly().nearest(claim, index, body=True)
        if _says_otherwise(below):
            return below
    judged = {tokens: _disturbed(claim, index, tokens) for tokens in found}
    clean = tuple(tokens for tokens, disturbed in judged.items() if disturbed is None)
    named = chosen(claim, tuple(index.span(tokens) for tokens in (found if claim.occurrence else clean or found[:1])))
    disturbed = (one for tokens, one in judged.items() if one and index.span(tokens) in named.spans)
    return next(disturbed, named) if named.verdict is Verdict.PASSED else named


def _says_otherwise(below: Anchored) -> bool:
    """Whether wording stands in the body but for a fact or two that have another value there, or are denied."""
    differences = below.comparison.differences if below.comparison else ()
    replaced = all((one.approved and one.found) or one.kind == "negation" for one in differences)
    return below.verdict is Verdict.CHANGED and len(differences) <= _FEW and replaced


def _disturbed(claim: Claim, index: Index, tokens: Span) -> Anchored | None:
    """What spoils wording that stands word for word: a fact that its edge cuts, or a frame around it."""
    whole = uncut(index, tokens)
    cut = _nearly().cut(claim, index, whole) if whole != tokens else None
    if cut:
        return cut
    frame = frame_of(index, tokens)
    return reframed(claim, index, tokens, frame) if frame else None


def _nearly() -> _Nearly:
    return cast("_Nearly", registry.load("factspec.match", "nearly"))
