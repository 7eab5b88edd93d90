"""Anchor approved wording (`says`): its place word for word, or the nearest one."""

from collections.abc import Mapping
from datetime import date

from factspec.claims.anchored import QUOTED, Anchored, Comparison, Framing, Outcome, Verdict, chosen
from factspec.claims.cut_facts import uncut
from factspec.claims.index import Index
from factspec.claims.other_words import other_words
from factspec.claims.wording import added, as_typed, is_whole, marks_around, places, sentences_around
from factspec.facts.difference import Difference
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
        return _in_another_style(claim, index)
    if not index.in_body(found[0].start):
        # The body may contradict what a headline says as approved.
        from factspec.claims.nearest import nearest

        below = nearest(claim, index, body=True)
        if _says_otherwise(below):
            return below
    if is_whole(claim.says):
        return _whole(claim, index, found)
    return _settled(claim, index, {tokens: _disturbed(claim, index, tokens) for tokens in found})


def _in_another_style(claim: Claim, index: Index) -> Anchored:
    """The result for wording that is nowhere word for word: a place with harmless differences, or the nearest one."""
    from factspec.claims.nearest import nearest, passing

    there = nearest(claim, index)
    if there.verdict is Verdict.MISSING:
        return there
    found = there if there.verdict is Verdict.PASSED else passing(claim, index)
    if found is None:
        return there
    if index.in_body(index.tokens_in(found.spans[0]).start):
        return found
    below = nearest(claim, index, body=True)
    return below if _says_otherwise(below) else found


def _settled(claim: Claim, index: Index, judged: Mapping[Span, Anchored | None]) -> Anchored:
    """The result for wording found in these places, each with what spoils it there."""
    found = tuple(judged)
    clean = tuple(tokens for tokens, disturbed in judged.items() if disturbed is None)
    named = chosen(claim, tuple(index.span(tokens) for tokens in (found if claim.occurrence else clean or found[:1])))
    disturbed = (one for tokens, one in judged.items() if one and index.span(tokens) in named.spans)
    return next(disturbed, named) if named.verdict is Verdict.PASSED else named


def _whole(claim: Claim, index: Index, found: tuple[Span, ...]) -> Anchored:
    """The result for a whole sentence whose words were found: nothing may be added to its sentence."""
    clean = tuple(tokens for tokens in found if not added(index, tokens))
    if clean:
        return _settled(claim, index, {tokens: _in_marks(claim, index, tokens) for tokens in clean})
    from factspec.claims.nearest import compared_whole, passing

    return passing(claim, index) or compared_whole(claim, index, found[0])


def _in_marks(claim: Claim, index: Index, tokens: Span) -> Anchored | None:
    """What spoils a whole sentence that the article gives as somebody's words: quotation marks that `says` has not."""
    marks = () if claim.pinned else marks_around(index, tokens)
    if not marks:
        return None
    text, start = index.article.text, index.span(tokens).start
    before_or_after = ((one, 0 if one.start < start else len(claim.says)) for one in marks)
    differences = tuple(Difference("quotation", "", text[slice(*one)], at, at, *one) for one, at in before_or_after)
    return Anchored(
        claim,
        Verdict.REFRAMED,
        (index.span(sentences_around(index, tokens)),),
        Comparison(Outcome.REWORDED, differences),
        Framing(QUOTED, marks[0]),
        reason="quotation marks added",
    )


def _says_otherwise(below: Anchored) -> bool:
    """Whether the body has the wording with another value for a fact or two, or a denial."""
    differences = below.comparison.differences if below.comparison else ()
    denials = kinds_of_role(Role.DENIAL)
    replaced = all((one.approved and one.found) or one.kind in denials for one in differences)
    return below.verdict is Verdict.CHANGED and len(differences) <= _FEW and replaced


def _disturbed(claim: Claim, index: Index, tokens: Span) -> Anchored | None:
    """What spoils wording found word for word: a fact that its edge cuts, marks around it, or other words."""
    whole = uncut(index, tokens)
    if whole != tokens:
        from factspec.claims.nearest import cut

        if disturbed := cut(claim, index, whole):
            return disturbed
    if claim.strict and not added(index, tokens) and (in_marks := _in_marks(claim, index, tokens)):
        return in_marks
    framing = other_words(claim, index, [tokens])
    return Anchored(claim, Verdict.REFRAMED, (index.span(tokens),), framing=framing) if framing else None
