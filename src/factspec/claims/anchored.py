"""The results of comparing wordings and of looking for a claim: whether it occurs as approved, and where."""

from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from factspec.claims.quotation.model import Attribution, Quoted
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.specs.model import Claim


class Outcome(StrEnum):
    """What became of the approved wording."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"


class Comparison(NamedTuple):
    """How two wordings compare; `differences` are those that no harmless class explains, in the found text's order."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()


# Looking for a claim.


class Verdict(StrEnum):
    """The verdict on a claim."""

    PASSED = "passed"
    MISSING = "missing"
    CHANGED = "changed"
    REWORDED = "reworded"
    REFRAMED = "reframed"
    AMBIGUOUS = "ambiguous"
    FAILED = "failed"


ADDED = "added"
"""What a framing does if its words were added to a whole sentence."""
QUOTED = "quotation"
"""What a framing does if quotation marks were put around a whole sentence."""


class Framing(NamedTuple):
    """Words around a claim that turn it into another statement: what they do, and where they are."""

    does: str
    span: Span


class Anchored(NamedTuple):
    """A claim and its place.

    `spans` are the ranges of `Article.text` at which it occurs: one; several if it must occur in each (`occurrence:
    all`) or is ambiguous; none if it is missing. `comparison` has the differences of a changed or reworded claim,
    `framing` the words around a reframed one. `near` is the range of the nearest sentence, None if none is near.
    `facts_found` says of each listed fact, in order, whether it was found. `quoted` says how a quotation occurs, and
    `attributions` to whom the article attributes it in each of its `spans`. `reason` explains what the verdict alone
    does not say. `words` are the ranges of the words of listed facts, the only ones that such a claim accounts for;
    empty for other claims.
    """

    claim: Claim
    verdict: Verdict
    spans: tuple[Span, ...] = ()
    comparison: Comparison | None = None
    framing: Framing | None = None
    near: Span | None = None
    facts_found: tuple[bool, ...] = ()
    quoted: Quoted | None = None
    attributions: tuple[tuple[Attribution, ...], ...] = ()
    reason: str = ""
    words: tuple[Span, ...] = ()

    @property
    def attributed(self) -> tuple[Attribution, ...]:
        """All attributions of a quotation, those of its first place first."""
        return tuple(chain.from_iterable(self.attributions))


def chosen(claim: Claim, spans: tuple[Span, ...]) -> Anchored:
    """A claim found as approved in these places, and whether that settles it, by its `occurrence`."""
    if claim.occurrence < 0 or (len(spans) == 1 and not claim.occurrence):
        return Anchored(claim, Verdict.PASSED, spans)
    if not claim.occurrence:
        return Anchored(claim, Verdict.AMBIGUOUS, spans)
    if claim.occurrence > len(spans):
        times = "once" if len(spans) == 1 else f"{len(spans)} times"
        reason = f"it occurs {times}, but `occurrence` asks for number {claim.occurrence}"
        return Anchored(claim, Verdict.MISSING, reason=reason)
    return Anchored(claim, Verdict.PASSED, (spans[claim.occurrence - 1],))


def in_part(anchored: Anchored) -> Anchored:
    """A claim in a rendition that carries part of the story: it is missing if at most half of its facts were found."""
    few = (
        anchored.verdict is Verdict.CHANGED
        and anchored.facts_found
        and sum(anchored.facts_found) * 2 <= len(anchored.facts_found)
    )
    return Anchored(anchored.claim, Verdict.MISSING) if few else anchored
