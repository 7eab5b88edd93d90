"""Facts that must stand together (`facts`): the sentence or paragraph that holds most of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.anchored import Anchored, Framing, Verdict
from factspec.claims.frames.around import frame_of
from factspec.claims.frames.between_facts import frames_of_roles, frames_within
from factspec.claims.frames.frame import Frame
from factspec.claims.index import Index
from factspec.claims.listed import kinds_of, standing
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import counted_kinds, time_kinds, value_kinds
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.places import Span
from factspec.language.tokens import Token
from factspec.language.verbs import is_verb
from factspec.specs.model import Claim, Within

# Listed facts that stand together and belong to different subjects: "Ana paid 6 million and Bo 5 million".


_JOINING = frozenset([",", ";", "and", "but", "while", "whereas"])
# What may stand between a conjunction and the subject behind it.
_PASSED = frozenset("and but while whereas the a an her his its their in for that then only just also".split())
# What gives a value to the name behind it: "61 votes went to | Ana Lind and 38 to | Bo Ek".
_GIVING = frozenset("to for by".split())
# How many tokens a subject that is no name and its verb have at most: "and | imports fell by | 3 per cent".
_REACH = 4
_GAPPED = 2
# Before a noun that has its value without a verb: "and her | husband 6 million".
_OWN = frozenset("her his its their".split())
# No sentence of more tokens is parted, so that one without an end costs no more.
_LONGEST = 120
_VERB = "verb"
_NONE = frozenset("none not nothing neither".split())


class _Part(NamedTuple):
    """A part of a sentence: its subject, and where in it facts of one kind stand."""

    owner: Span
    facts: tuple[Span, ...]


def may_part(index: Index, sentence: Span) -> bool:
    """Whether a sentence may have parts with subjects of their own; one without an end is left alone."""
    return sentence.end - sentence.start <= _LONGEST and not _JOINING.isdisjoint(index.keys(sentence))


def another_owner(index: Index, places: Sequence[Sequence[Span]]) -> Span | None:
    """The subject that a listed fact belongs to where that one is not listed, and another fact's is; else None.

    `places` are the token ranges of one sentence at which each listed fact stands.
    """
    number = index.sentence_of(places[0][0].start)
    sentence = index.sentence_tokens[number]
    listed = [span for spans in places for span in spans]
    for stands in places:
        spans = [_said_by(index, span, sentence) for span in stands]
        by_kind = dict(_facts_by_kind(index, number, spans))
        for kind, facts in by_kind.items():
            parts = _parts(index, sentence, facts, _names(index, number, listed), kind)
            strangers = [_stranger(parts, span, listed) for span in spans] if len(parts) > 1 else []
            if strangers and all(strangers):
                return strangers[0]
        valued = not by_kind.keys() <= {_VERB}
        stranger = _denied_to_listed(index, number, stands, listed) if valued else None
        if stranger:
            return stranger
    return None


def _denied_to_listed(index: Index, number: int, stands: Sequence[Span], listed: Sequence[Span]) -> Span | None:
    """Whose a listed value is where the listed subject has none of it: "Ostmark built | 12 |; Ferrand built none"."""
    sentence = index.sentence_tokens[number]
    verbs = [Span(at, at + 1) for at in range(*sentence) if index.is_verb(at)]
    parts = _parts(index, sentence, verbs, _names(index, number, listed), _VERB) if len(verbs) > 1 else []
    if len(parts) < 2 or not _NONE.intersection(index.keys(Span(parts[-1].facts[0].start, sentence.end))):
        return None
    owned = [[part for part in parts if part.owner.start < span.start][-1:] or parts[:1] for span in stands]
    strangers = [_stranger(parts, part.facts[0], listed) for [part] in owned]
    if not all(strangers) or [parts[-1]] in owned:
        return None
    # "Pallas sold | Tern | 40 ships and Tern paid nothing"
    receives = any(
        part.owner.start < one.start < span.start and index.tokens.texts[one.start][0].isupper()
        for [part], span in zip(owned, stands, strict=True)
        for one in listed
    )
    return None if receives else strangers[0]


def _facts_by_kind(index: Index, number: int, spans: Sequence[Span]) -> Iterator[tuple[str, list[Span]]]:
    """The kinds of a listed fact's values, or that it has a verb, with all that its sentence has of that kind."""
    first, last = index.sentence_tokens[number]
    found = [fact for fact in index.facts_of(number) if fact.kind in value_kinds()]
    kinds = {_kind(fact) for fact in found for span in spans if _overlaps(_moved(fact, first), span)}
    for kind in sorted(kinds):
        yield kind, [_moved(fact, first) for fact in found if _kind(fact) == kind]
    if not kinds and any(index.is_verb(at) for span in spans for at in range(*span)):
        yield _VERB, [Span(at, at + 1) for at in range(first, last) if index.is_verb(at)]


def _said_by(index: Index, span: Span, sentence: Span) -> Span:
    """A listed fact, or where it is neither verb nor value nor name the verb right before it: "was | found guilty"."""
    if index.tokens.texts[span.start][0].isupper() or any(index.is_verb(at) for at in range(*span)):
        return span
    if any(_overlaps(_moved(fact, sentence.start), span) for fact in index.facts_of(index.sentence_of(span.start))):
        return span
    near = range(span.start - 1, max(span.start - 1 - _REACH, sentence.start - 1), -1)
    verb = next((at for at in near if index.is_verb(at)), -1)
    joined = verb >= 0 and _JOINING.isdisjoint(index.keys(Span(verb, span.start)))
    return Span(verb, verb + 1) if joined else span


def _kind(fact: Fact) -> str:
    if fact.kind in time_kinds():
        return "day"
    return f"{fact.kind} {fact.value.form}" if isinstance(fact.value, Amount) else fact.kind


def _moved(fact: Fact, by: int) -> Span:
    return Span(fact.first + by, fact.last + by)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _stranger(parts: Sequence[_Part], place: Span, listed: Sequence[Span]) -> Span | None:
    """The unlisted subject of the part that a fact stands in, where another part has a listed one."""
    own = next((part for part in parts if any(_overlaps(fact, place) for fact in part.facts)), None)
    if own is None or any(_overlaps(own.owner, span) for span in listed):
        return None
    others = (part.owner for part in parts if part is not own)
    return own.owner if any(_overlaps(owner, span) for owner in others for span in listed) else None


def _names(index: Index, number: int, listed: Sequence[Span]) -> list[Span]:
    """The names of a sentence in order, a listed word with a capital at its head among them: "Ada paid"."""
    first = index.sentence_tokens[number].start
    names = [_moved(fact, first) for fact in index.facts_of(number) if fact.kind == "name"]
    head = (span for span in listed if span.start == first and index.tokens.texts[first][0].isupper())
    # "Ostmark built": a capital at the head that has a verb behind it
    opens = index.tokens.texts[first][0].isupper() and index.token_keys[first] not in FUNCTION_WORDS
    if opens and first + 1 < len(index.tokens) and index.is_verb(first + 1):
        names.append(Span(first, first + 1))
    return sorted({*names, *(span for span in head if not any(_overlaps(span, name) for name in names))})


def _parts(index: Index, sentence: Span, facts: Sequence[Span], names: Sequence[Span], kind: str) -> list[_Part]:
    """The parts of a sentence that each have a subject and facts of one kind; none unless all have one in one way."""
    seen = _Seen(index, facts, names, kind)
    cuts = list(_cuts(seen, sentence))
    ways = {way for _, way in cuts}
    if len(ways) != 1:
        return []
    owner = ways.pop()
    parts = []
    for first, last in pairwise([sentence.start - 1, *(at for at, _ in cuts), sentence.end]):
        span = Span(_opening(index.tokens, first, last), last)
        inside = tuple(fact for fact in facts if span.start <= fact.start and fact.end <= span.end)
        owned = owner(seen, span, inside[0]) if inside else None
        if owned is None:
            return []
        parts.append(_Part(owned, inside))
    return parts


class _Seen(NamedTuple):
    """A sentence as it is parted: the places of its facts of a kind, and of its names."""

    read: Index
    facts: Sequence[Span]
    names: Sequence[Span]
    kind: str


_Way = Callable[[_Seen, Span, Span], Span | None]


def _cuts(seen: _Seen, sentence: Span) -> Iterator[tuple[int, _Way]]:
    """Where, behind a fact of the kind, a conjunction or comma brings in another subject; and how it has its fact."""
    first = sentence.start
    for at in range(sentence.start, sentence.end):
        if seen.read.token_keys[at] in _JOINING and any(first <= fact.start and fact.end <= at for fact in seen.facts):
            start = _opening(seen.read.tokens, at, sentence.end)
            way = _way(seen, Span(start, sentence.end), gapped=start == at + 1 and seen.read.token_keys[at] == ",")
            if way:
                yield at, way
                first = at + 1


def _opening(tokens: Sequence[Token], at: int, end: int) -> int:
    start = at + 1
    while start < end and tokens[start].key in _PASSED:
        start += 1
    return start


def _way(seen: _Seen, rest: Span, *, gapped: bool) -> _Way | None:
    """How a subject that begins what follows has the next fact: as a name or a noun before it, or as a name behind.

    Behind a bare comma it has no verb: where `gapped`, a name must stand right before its fact.
    """
    fact = next((fact for fact in seen.facts if fact.start >= rest.start), None)
    if fact is None:
        return None
    name = next((name for name in seen.names if name.start == rest.start), None)
    if name:
        reach = _GAPPED if gapped else 2 * _REACH if seen.kind == _VERB else _LONGEST
        return _named if fact.start - name.end <= reach else None
    ways = (_noun,) if seen.kind == _VERB else (_noun, _given)
    return next((way for way in ways if way(seen, rest, fact)), None)


def _named(seen: _Seen, part: Span, fact: Span) -> Span | None:
    """The name nearest before a fact."""
    before = [name for name in seen.names if part.start <= name.start and name.end <= fact.start]
    return before[-1] if before else None


def _given(seen: _Seen, part: Span, fact: Span) -> Span | None:
    """The name that a fact is given to."""
    behind = (name for name in seen.names if fact.end < name.start and name.end <= part.end)
    return next((name for name in behind if seen.read.token_keys[name.start - 1] in _GIVING), None)


def _noun(seen: _Seen, part: Span, fact: Span) -> Span | None:
    """The noun that begins a part and is followed by its verb and its value; without a verb it may be one itself."""
    word = seen.read.tokens[part.start]
    near = part.start < fact.start <= part.start + _REACH
    verb = near and any(is_verb(seen.read.tokens, at) for at in range(part.start + 1, fact.start))
    if seen.kind == _VERB:
        verb = fact.start == part.start + 1
    owned = seen.read.token_keys[part.start - 1] in _OWN and fact.start == part.start + 1
    if (
        not (verb or owned)
        or not word.key.isalpha()
        or word.key in FUNCTION_WORDS
        or is_verb(seen.read.tokens, part.start)
    ):
        return None
    return Span(part.start, part.start + 1)


# Listed values that a sentence only compares another with: "rose 1 per cent, down from 4 per cent" for 4 per cent.


_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "down from,up from,compared with,compared to,rather than,instead of,forecast of,forecasts of,target of,"
        "targets of,estimate of,estimates of,expectations of"
    ).split(",")
)
_PLANNED = frozenset("planned scheduled due expected originally".split())
# "12 per cent, against 31 per cent before"
_AGAINST = frozenset("against versus vs".split())
_FORMER = frozenset("before earlier previously ago last expected forecast".split())


def displaced(index: Index, listed: Sequence[Span]) -> Iterator[Frame]:
    """The words before a listed value that compare with it one that is not listed.

    `listed` are the token ranges of the facts that stand together in a sentence.
    """
    number = index.sentence_of(listed[0].start)
    first = index.sentence_tokens[number].start
    values = [one for one in index.facts_of(number) if one.kind in counted_kinds()]
    for span in listed:
        yield from _planned(index, number, span, listed)
        words = _comparing(index, first, span)
        if not words or any(_holds(one, words) for one in listed):
            continue
        own = next((one for one in values if _holds(span, _place(one, first))), None)
        if own and any(_stands(one, own, listed, first, words.start) for one in values):
            yield Frame("comparison", words)


def _planned(index: Index, number: int, span: Span, listed: Sequence[Span]) -> Iterator[Frame]:
    """What makes a listed day one that was only planned: "planned for | 12 May | but held on 13 May"."""
    first, last = index.sentence_tokens[number]
    near = index.keys(Span(max(span.start - _REACH, first), span.start))
    dated = [_place(one, first) for one in index.facts_of(number) if one.kind in time_kinds()]
    if _PLANNED.isdisjoint(near) or not any(_holds(span, day) for day in dated):
        return
    but = next((at for at in range(span.end, min(span.end + _REACH, last)) if index.token_keys[at] == "but"), last)
    if any(day.start > but and not any(_holds(one, day) for one in listed) for day in dated):
        yield Frame("comparison", Span(but, but + 1))


def _place(one: Fact, first: int) -> Span:
    return Span(one.first + first, one.last + first)


def _holds(span: Span, place: Span) -> bool:
    return span.start < place.end and place.start < span.end


def _comparing(index: Index, first: int, span: Span) -> Span | None:
    """The words that compare with a value, before it: "down from", or "against" where it is one of before."""
    for at in range(span.start - 2, max(span.start - 2 - _REACH, first) - 1, -1):
        if index.keys(Span(at, at + 2)) in _PAIRS:
            return Span(at, at + 2)
    opposed = span.start > first and index.token_keys[span.start - 1] in _AGAINST
    former = opposed and not _FORMER.isdisjoint(index.keys(Span(span.end, span.end + _REACH)))
    return Span(span.start - 1, span.start) if former else None


def _stands(one: Fact, own: Fact, listed: Sequence[Span], first: int, before: int) -> bool:
    """Whether a value of the same sort stands before the comparison and is not listed."""
    place = _place(one, first)
    same = one.kind == own.kind and _sort(one) == _sort(own)
    return same and place.end <= before and not any(_holds(span, place) for span in listed)


def _sort(fact: Fact) -> object:
    return (fact.value.form, fact.value.unit) if isinstance(fact.value, Amount) else None


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
    return Anchored(claim, Verdict.PASSED, spans, holds=held, words=tuple(map(index.span, stands)))


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


def _rank(index: Index, together: Together) -> tuple[int, int]:
    """The stretch that holds most comes first, of two the one in the body, if any."""
    return (-together.number, index.rank(together.hull.start))


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
