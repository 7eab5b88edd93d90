"""Facts that must stand together (`facts`): the sentence or paragraph that holds most of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from factspec.match.anchored import Anchored, Framing, Verdict
from factspec.match.belonging import another_owner, may_part
from factspec.match.displaced import displaced
from factspec.match.frame import frame_of
from factspec.match.framing_error import reports_in_error
from factspec.match.framing_roles import frames_of_roles
from factspec.match.framing_within import frames_within
from factspec.match.framing_word import Frame
from factspec.match.index import Index
from factspec.match.listed import kinds_of, standing
from factspec.spec.model import Claim, Within
from factspec.text.places import Span

# So many facts that stand together show that a sentence is about the same.
_SAME_MATTER = 2
# What takes up the subject of a sentence before: "They have not fallen by | 12 per cent".
_PRONOUNS = frozenset("it they he she this that these those".split())


class Together(NamedTuple):
    """Which facts stand in one stretch: of each in order its token range, or None where it does not stand there."""

    held: tuple[Span | None, ...]

    @property
    def number(self) -> int:
        """How many of the facts stand there."""
        return sum(span is not None for span in self.held)

    @property
    def hull(self) -> Span:
        """The token range from the first fact that stands there to the last; at least one must."""
        spans = [span for span in self.held if span is not None]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def anchor(claim: Claim, index: Index, published: date | None) -> Anchored:
    """Find where a claim's facts stand together; relative days count from the day of publication."""
    stretches = _stretches(index, claim, published)
    if not stretches:
        return Anchored(claim, Verdict.MISSING)
    together = min(stretches, key=partial(_rank, index))
    if not index.in_body(together.hull.start):
        # What a headline says as approved, the text below it may contradict.
        together = next((one for one in stretches if _says_otherwise(index, claim, published, one)), together)
    held = tuple(span is not None for span in together.held)
    spans = (index.span(together.hull),)
    if not all(held):
        return Anchored(claim, Verdict.CHANGED, spans, holds=held)
    stands = [span for span in together.held if span is not None]
    frame = next(_frames(index, stands), None) or _another_owner(index, claim, published, together)
    if frame:
        framing = Framing(frame.does, index.span(frame.tokens))
        return Anchored(claim, Verdict.REFRAMED, spans, framing=framing, holds=held)
    return Anchored(claim, Verdict.PASSED, spans, holds=held)


def _frames(index: Index, stands: Sequence[Span]) -> Iterator[Frame]:
    """The frames around facts that stand together, sentence by sentence."""
    by_sentence: dict[int, list[Span]] = {}
    for span in stands:
        by_sentence.setdefault(index.sentence_of(span.start), []).append(span)
    for number in sorted(by_sentence):
        spans = by_sentence[number]
        hull = Span(min(span.start for span in spans), max(span.end for span in spans))
        frame = frame_of(index, hull, wording=False)
        if frame:
            yield frame
        first = index.sentence_tokens[number].start
        goes_on = number > min(by_sentence) and index.token_keys[first] in _PRONOUNS
        yield from frames_within(index, Span(first, hull.end) if goes_on else hull, spans)
        yield from reports_in_error(index, hull)
        yield from frames_of_roles(index, hull, spans)
        yield from displaced(index, spans)


def _another_owner(index: Index, claim: Claim, published: date | None, together: Together) -> Frame | None:
    """The subject that the sentence gives a listed fact to, where that is another than the listed one."""
    number = index.sentence_of(together.hull.start)
    in_one = index.sentence_of(together.hull.end - 1) == number
    if len(claim.facts) < 2 or not in_one or not may_part(index, index.sentence_tokens[number]):
        return None
    found = [
        [span for span in standing(index, fact, published) if index.sentence_of(span.start) == number]
        for fact in claim.facts
    ]
    owner = another_owner(index, found)
    return Frame("subject", owner) if owner else None


def _stretches(index: Index, claim: Claim, published: date | None) -> list[Together]:
    """The sentences or paragraphs that hold some of a claim's facts, in order."""
    held: dict[int, list[Span | None]] = {}
    for number, fact in enumerate(claim.facts):
        for span in standing(index, fact, published):
            stretch = _stretch_of(index, span, claim.within)
            spans = held.setdefault(stretch, [None] * len(claim.facts))
            spans[number] = spans[number] or span
    return [Together(tuple(held[stretch])) for stretch in sorted(held)]


def _rank(index: Index, together: Together) -> tuple[int, bool]:
    """The stretch that holds most comes first, of two the one in the body."""
    return (-together.number, not index.in_body(together.hull.start))


def _says_otherwise(index: Index, claim: Claim, published: date | None, together: Together) -> bool:
    """Whether a sentence of the body holds all facts but one, and another value of it, which the body does not have."""
    if together.number < max(len(claim.facts) - 1, _SAME_MATTER) or not index.in_body(together.hull.start):
        return False
    lacking = claim.facts[together.held.index(None)]
    kinds, number = kinds_of(lacking), index.sentence_of(together.hull.start)
    if not any(one.kind in kinds for one in index.facts_of(number)):
        return False
    return not any(index.in_body(span.start) for span in standing(index, lacking, published))


def _stretch_of(index: Index, span: Span, within: Within) -> int:
    """The number of the sentence or block that a token range begins in."""
    sentence = index.sentence_of(span.start)
    return sentence if within is Within.SENTENCE else index.article.sentences[sentence].block
