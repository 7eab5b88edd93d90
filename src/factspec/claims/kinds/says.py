"""Anchor approved wording (`says`): its place word for word, or the nearest one."""

from datetime import date

from factspec.claims.anchored import Anchored, Verdict, chosen
from factspec.claims.edges import uncut
from factspec.claims.frames.around import frame_of, reframed
from factspec.claims.index import Index
from factspec.claims.wording import added, as_typed, is_whole, places
from factspec.facts.found import Role, kinds_of_role
from factspec.language.places import Span
from factspec.specs.model import Claim

# How many facts may differ between a headline and the sentence that says the same.
_FEW = 2


def anchor(claim: Claim, index: Index, _published: date | None) -> Anchored:
    """Find approved wording in an article."""
    found = places(index, claim.says)
    if claim.exact:
        found = tuple(tokens for tokens in found if as_typed(index, tokens, claim.says))
    if not found:
        from factspec.claims.nearest import nearest

        return nearest(claim, index)
    if not index.in_body(found[0].start):
        # The body may contradict what a headline says as approved.
        from factspec.claims.nearest import nearest

        below = nearest(claim, index, body=True)
        if _says_otherwise(below):
            return below
    if is_whole(claim.says):
        return _whole(claim, index, found)
    judged = {tokens: _disturbed(claim, index, tokens) for tokens in found}
    clean = tuple(tokens for tokens, disturbed in judged.items() if disturbed is None)
    named = chosen(claim, tuple(index.span(tokens) for tokens in (found if claim.occurrence else clean or found[:1])))
    disturbed = (one for tokens, one in judged.items() if one and index.span(tokens) in named.spans)
    return next(disturbed, named) if named.verdict is Verdict.PASSED else named


def _whole(claim: Claim, index: Index, found: tuple[Span, ...]) -> Anchored:
    """The result for a whole sentence whose words were found: nothing may be added to its sentence."""
    clean = tuple(tokens for tokens in found if not added(index, tokens))
    if clean:
        return chosen(claim, tuple(map(index.span, clean)))
    from factspec.claims.nearest import compared_whole

    return compared_whole(claim, index, found[0])


def _says_otherwise(below: Anchored) -> bool:
    """Whether the body has the wording with another value for a fact or two, or a denial."""
    differences = below.comparison.differences if below.comparison else ()
    denials = kinds_of_role(Role.DENIAL)
    replaced = all((one.approved and one.found) or one.kind in denials for one in differences)
    return below.verdict is Verdict.CHANGED and len(differences) <= _FEW and replaced


def _disturbed(claim: Claim, index: Index, tokens: Span) -> Anchored | None:
    """What spoils wording found word for word: a fact that its edge cuts, or a frame around it."""
    whole = uncut(index, tokens)
    if whole != tokens:
        from factspec.claims.nearest import cut

        if disturbed := cut(claim, index, whole):
            return disturbed
    frame = None if claim.pinned else frame_of(index, tokens)
    return reframed(claim, index, tokens, frame) if frame else None
