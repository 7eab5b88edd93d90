"""Frames: words around approved ones in their sentence that turn them into another statement.

Approved words may still be denied ("the Kremlin denied that …"), doubted, made to depend on something, asked, put in
the future or given to someone ("critics claim that …"). What the approved words contain themselves is no frame.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored, Framing, Verdict
from factspec.claims.frames.after import frames_after
from factspec.claims.frames.before import frames_before, opened
from factspec.claims.frames.frame import Frame, alternatives
from factspec.claims.index import Index
from factspec.language.places import Span
from factspec.specs.model import Claim

_LEFT_OPEN = frozenset({"say-so", "future"})


def frame_of(index: Index, anchor: Span, *, wording: bool = True) -> Frame | None:
    """The frame around the tokens of an anchor, or None.

    Without `wording` (a claim of facts, which leaves open how they are told) it is neither a say-so nor a future.
    """
    return next((frame for frame in frames(index, anchor) if wording or frame.does not in _LEFT_OPEN), None)


def frames(index: Index, anchor: Span) -> Iterator[Frame]:
    """All frames around the tokens of an anchor."""
    opening = -1
    if anchor.start > index.sentence_tokens[index.sentence_of(anchor.start)].start:
        opening = opened(index, anchor)
        yield from frames_before(index, anchor, opening)
    yield from frames_after(index, anchor, governed=opening >= 0)
    yield from alternatives(index, anchor)


def reframed(claim: Claim, index: Index, anchor: Span, frame: Frame) -> Anchored:
    """A claim whose words are at these tokens, in a frame."""
    framing = Framing(frame.does, index.span(frame.tokens))
    return Anchored(claim, Verdict.REFRAMED, (index.span(anchor),), framing=framing)
