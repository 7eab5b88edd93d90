"""Frames: what stands around approved words and turns them into another statement.

Approved words that stand word for word may still be denied ("the Kremlin denied that …"), doubted, made to depend on
something, asked, put in the future or given to someone ("critics claim that …"), in their own sentence or by the next
("That is false."). A frame that the approved words hold themselves lies inside them and is no frame around them.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Anchored, Framing, Verdict
from factspec.claims.frames.after import frames_after
from factspec.claims.frames.before import frames_before, opened
from factspec.claims.frames.frame import SIGHT, Frame, lets_either, offers_another
from factspec.claims.index import Index
from factspec.language.places import Span
from factspec.specs.model import Claim

_LEFT_OPEN = frozenset({"say-so", "future"})


def frame_of(index: Index, anchor: Span, *, wording: bool = True) -> Frame | None:
    """The frame around the tokens of an anchor, or None.

    Without `wording` (a claim of facts, which leaves open how they are told) someone's say-so and the future are none.
    """
    return next((frame for frame in frames(index, anchor) if wording or frame.does not in _LEFT_OPEN), None)


def frames(index: Index, anchor: Span) -> Iterator[Frame]:
    """All frames around the tokens of an anchor."""
    opening = -1
    if anchor.start > index.sentence_tokens[index.sentence_of(anchor.start)].start:
        opening = opened(index, anchor)
        yield from frames_before(index, anchor, opening)
    yield from frames_after(index, anchor, governed=opening >= 0)
    yield from _alternative(index, anchor)


def _alternative(index: Index, anchor: Span) -> Iterator[Frame]:
    """An "or" right beside an anchor, which makes it one of two, but where either holds: "not … or", "can … or"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    for at in (anchor.start - 1, anchor.end):
        beside = sentence.start <= at < sentence.end and index.token_keys[at] == "or"
        beside = beside and offers_another(index.tokens, at)
        if beside and not any(map(lets_either, index.keys(Span(max(sentence.start, at - SIGHT), at)))):
            yield Frame("alternative", Span(at, at + 1))


def reframed(claim: Claim, index: Index, anchor: Span, frame: Frame) -> Anchored:
    """A claim that stands at these tokens, in a frame."""
    framing = Framing(frame.does, index.span(frame.tokens))
    return Anchored(claim, Verdict.REFRAMED, (index.span(anchor),), framing=framing)
