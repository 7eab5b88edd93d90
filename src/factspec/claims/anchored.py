"""What became of a claim: where it stands in the article and whether it stands as approved."""

from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from factspec.claims.comparison.difference import Comparison
from factspec.claims.quotation.model import Attribution, Quoted
from factspec.language.places import Span
from factspec.specs.model import Claim


class Verdict(StrEnum):
    """What became of a claim."""

    PASSED = "passed"
    MISSING = "missing"
    CHANGED = "changed"
    REWORDED = "reworded"
    REFRAMED = "reframed"
    AMBIGUOUS = "ambiguous"
    FAILED = "failed"


ADDED = "added"
"""What a framing does whose words were added to a whole sentence."""


class Framing(NamedTuple):
    """What stands around a claim and turns it into another statement: what it does, and where its words stand."""

    does: str
    span: Span


class Anchored(NamedTuple):
    """A claim and its place.

    `spans` are the ranges of `Article.text` where it stands: one, several where it must stand in each (`occurrence:
    all`) or where it is ambiguous, none where it is missing. `comparison` says what differs where it stands changed
    or reworded, `framing` what stands around it where it is reframed. `near` is the range of the nearest sentence,
    None where none is near. `holds` tells of each listed fact, in order, whether it stands there. `quoted` is how a
    quotation stands, `attributions` to whom the article gives it in each of its `spans`. `reason` is said where the
    verdict alone does not say enough. `words` are the ranges of the words of listed facts, the only ones that such a
    claim accounts for; empty for other claims.
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
    """A claim that stands as approved in these places, and whether that settles it, as its `occurrence` says."""
    if claim.occurrence < 0 or (len(spans) == 1 and not claim.occurrence):
        return Anchored(claim, Verdict.PASSED, spans)
    if not claim.occurrence:
        return Anchored(claim, Verdict.AMBIGUOUS, spans)
    if claim.occurrence > len(spans):
        times = "once" if len(spans) == 1 else f"{len(spans)} times"
        reason = f"it stands {times}, and `occurrence` asks for number {claim.occurrence}"
        return Anchored(claim, Verdict.MISSING, reason=reason)
    return Anchored(claim, Verdict.PASSED, (spans[claim.occurrence - 1],))


def in_part(anchored: Anchored) -> Anchored:
    """What became of a claim in a rendition that carries a part of the story: few of its facts are none of it."""
    few = (
        anchored.verdict is Verdict.CHANGED
        and anchored.facts_found
        and sum(anchored.facts_found) * 2 <= len(anchored.facts_found)
    )
    return Anchored(anchored.claim, Verdict.MISSING) if few else anchored
