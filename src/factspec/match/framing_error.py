"""Reports of listed facts that the sentence itself calls mistaken: "We reported in error that …".

A claim of facts leaves open who says them, so that a report alone is no frame around it; one in error is.
"""

from collections.abc import Iterator, Sequence

from factspec.match.frame import frames
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index
from factspec.text.places import Span

# Two words by which the report before the facts is called mistaken, made up, or no longer what is said.
_MISTAKEN = frozenset(
    tuple(pair.split()) for pair in "in error,by mistake,made up,making up,earlier version,previous version".split(",")
)
# "The claim that … does not hold up"
_HOLDS = frozenset({("hold", "up"), ("stand", "up"), ("add", "up"), ("hold", "water")})
_NEAR = 4
# "made up her mind", "made up of", "made up for"
_MIND = frozenset("his her its their of for".split())


def reports_in_error(index: Index, hull: Span) -> Iterator[Frame]:
    """The words that call mistaken the report in which the tokens from the first listed fact to the last stand."""
    said = next((frame for frame in frames(index, hull) if frame.does == "say-so"), None)
    if said is None:
        return
    sentence = index.sentence_tokens[index.sentence_of(hull.start)]
    start = max(sentence.start, hull.start - SIGHT)
    before = index.keys(Span(start, hull.start))
    at = _pair(before, _MISTAKEN)
    if at >= 0 and _MIND.isdisjoint(before[at + 2 : at + 3]):
        yield Frame("denial", Span(start + at, start + at + 2))
    after = index.keys(Span(hull.end, min(sentence.end, hull.end + SIGHT)))
    at = _pair(after, _HOLDS)
    if at >= 0 and any(map(negates, after[max(at - _NEAR, 0) : at])):
        yield Frame("denial", Span(hull.end + at, hull.end + at + 2))


def _pair(keys: Sequence[str], pairs: frozenset[tuple[str, ...]]) -> int:
    return next((at for at in range(len(keys) - 1) if tuple(keys[at : at + 2]) in pairs), -1)
