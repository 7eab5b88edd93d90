"""Facts that must occur together (`facts`): the sentence or paragraph that contains most of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from factspec.articles.article import Cell
from factspec.claims.anchored import Anchored, Comparison, Framing, Outcome, Verdict
from factspec.claims.frames.around import frame_of
from factspec.claims.frames.between_facts import frames_of_roles, frames_within
from factspec.claims.frames.frame import Frame
from factspec.claims.index import Index
from factspec.claims.listed import kinds_of, places_of
from factspec.facts.difference import Difference
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import counted_kinds, naming_kinds, time_kinds, value_kinds
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.places import Span
from factspec.language.tokens import Token
from factspec.language.verbs import is_verb
from factspec.specs.model import Claim, Within
from factspec.specs.model import Fact as Listed

# Listed facts in one sentence that belong to different subjects: "Ana paid 6 million and Bo 5 million".


_JOINING = frozenset([",", ";", "and", "but", "while", "whereas"])
# What may be between a conjunction and the following subject.
_PASSED = frozenset("and but while whereas the a an her his its their in for that then only just also".split())
# What gives a value to the following name: "61 votes went to | Ana Lind and 38 to | Bo Ek".
_GIVING = frozenset("to for by".split())
# How many tokens a subject without a name and its verb have at most: "and | imports fell by | 3 per cent".
_REACH = 4
_GAPPED = 2
# Before a noun that has a value but no verb: "and her | husband 6 million".
_OWN = frozenset("her his its their".split())
# Longer sentences are not parted: a bound on time.
_LONGEST = 120
_VERB = "verb"
_NONE = frozenset("none not nothing neither".split())


class _Part(NamedTuple):
    """A part of a sentence: its subject, and the places of its facts of one kind."""

    owner: Span
    facts: tuple[Span, ...]


def may_part(index: Index, sentence: Span) -> bool:
    """Whether a sentence may have parts with subjects of their own."""
    return sentence.end - sentence.start <= _LONGEST and not _JOINING.isdisjoint(index.keys(sentence))


def another_owner(index: Index, places: Sequence[Sequence[Span]]) -> Span | None:
    """The subject of a listed fact if it is not listed, and that of another fact is; otherwise None.

    `places` are the token ranges of each listed fact in one sentence.
    """
    number = index.sentence_of(places[0][0].start)
    sentence = index.sentence_tokens[number]
    listed = [span for spans in places for span in spans]
    for fact_places in places:
        spans = [_said_by(index, span, sentence) for span in fact_places]
        by_kind = dict(_facts_by_kind(index, number, spans))
        for kind, facts in by_kind.items():
            parts = _parts(index, sentence, facts, _names(index, number, listed), kind)
            strangers = [_stranger(parts, span, listed) for span in spans] if len(parts) > 1 else []
            if strangers and all(strangers):
                return strangers[0]
        valued = not by_kind.keys() <= {_VERB}
        stranger = _denied_to_listed(index, number, fact_places, listed) if valued else None
        if stranger:
            return stranger
    return None


def _denied_to_listed(index: Index, number: int, fact_places: Sequence[Span], listed: Sequence[Span]) -> Span | None:
    """The owner of a listed value if the listed subject has none: "Ostmark built | 12 |; Ferrand built none"."""
    sentence = index.sentence_tokens[number]
    verbs = [Span(at, at + 1) for at in range(*sentence) if index.is_verb(at)]
    parts = _parts(index, sentence, verbs, _names(index, number, listed), _VERB) if len(verbs) > 1 else []
    if len(parts) < 2 or not _NONE.intersection(index.keys(Span(parts[-1].facts[0].start, sentence.end))):
        return None
    owned = [[part for part in parts if part.owner.start < span.start][-1:] or parts[:1] for span in fact_places]
    strangers = [_stranger(parts, part.facts[0], listed) for [part] in owned]
    if not all(strangers) or [parts[-1]] in owned:
        return None
    # "Pallas sold | Tern | 40 ships and Tern paid nothing"
    receives = any(
        part.owner.start < one.start < span.start and index.tokens.texts[one.start][0].isupper()
        for [part], span in zip(owned, fact_places, strict=True)
        for one in listed
    )
    return None if receives else strangers[0]


def _facts_by_kind(index: Index, number: int, spans: Sequence[Span]) -> Iterator[tuple[str, list[Span]]]:
    """Yield the kinds of a listed fact's values, or that it has a verb, with all of that kind in its sentence."""
    first, last = index.sentence_tokens[number]
    found = [fact for fact in index.facts_of(number) if fact.kind in value_kinds()]
    kinds = {_kind(fact) for fact in found for span in spans if _overlaps(_moved(fact, first), span)}
    for kind in sorted(kinds):
        yield kind, [_moved(fact, first) for fact in found if _kind(fact) == kind]
    if not kinds and any(index.is_verb(at) for span in spans for at in range(*span)):
        yield _VERB, [Span(at, at + 1) for at in range(first, last) if index.is_verb(at)]


def _said_by(index: Index, span: Span, sentence: Span) -> Span:
    """A listed fact; if it is not a verb, value or name, the verb right before it: "was | found guilty"."""
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
    """The unlisted subject of the part that contains a fact, if another part has a listed one."""
    own = next((part for part in parts if any(_overlaps(fact, place) for fact in part.facts)), None)
    if own is None or any(_overlaps(own.owner, span) for span in listed):
        return None
    others = (part.owner for part in parts if part is not own)
    return own.owner if any(_overlaps(owner, span) for owner in others for span in listed) else None


def _names(index: Index, number: int, listed: Sequence[Span]) -> list[Span]:
    """The names of a sentence in order, and a listed word with a capital at its head: "Ada paid"."""
    first = index.sentence_tokens[number].start
    names = [_moved(fact, first) for fact in index.facts_of(number) if fact.kind in naming_kinds()]
    head = (span for span in listed if span.start == first and index.tokens.texts[first][0].isupper())
    # "Ostmark built": a capital at the head before a verb
    opens = index.tokens.texts[first][0].isupper() and index.token_keys[first] not in FUNCTION_WORDS
    if opens and first + 1 < len(index.tokens) and index.is_verb(first + 1):
        names.append(Span(first, first + 1))
    return sorted({*names, *(span for span in head if not any(_overlaps(span, name) for name in names))})


def _parts(index: Index, sentence: Span, facts: Sequence[Span], names: Sequence[Span], kind: str) -> list[_Part]:
    """The parts of a sentence, each with a subject and facts of one kind; empty unless all have them in one way."""
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
    """A sentence that is being parted: the places of its facts of one kind, and of its names."""

    read: Index
    facts: Sequence[Span]
    names: Sequence[Span]
    kind: str


_Way = Callable[[_Seen, Span, Span], Span | None]


def _cuts(seen: _Seen, sentence: Span) -> Iterator[tuple[int, _Way]]:
    """Yield where, after a fact of the kind, another subject begins, and in which way that has its fact."""
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
    """How a following subject has the next fact: as a name or noun before it, or as a name after it.

    After a bare comma there is no verb; if `gapped`, a name must be right before its fact.
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
    after = (name for name in seen.names if fact.end < name.start and name.end <= part.end)
    return next((name for name in after if seen.read.token_keys[name.start - 1] in _GIVING), None)


def _noun(seen: _Seen, part: Span, fact: Span) -> Span | None:
    """The noun that begins a part before its verb and value; without a verb, one after a possessive."""
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


# Listed values that a sentence only compares with another: "rose 1 per cent, down from 4 per cent" for 4 per cent.


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
    """Yield the words before a listed value that compare an unlisted one with it.

    `listed` are the token ranges of the facts found together in a sentence.
    """
    number = index.sentence_of(listed[0].start)
    first = index.sentence_tokens[number].start
    for span in listed:
        yield from _planned(index, number, span, listed)
        words = _comparing(index, first, span)
        if not words or any(_overlaps(one, words) for one in listed):
            continue
        values = [one for one in index.facts_of(number) if one.kind in counted_kinds()]
        own = next((one for one in values if _overlaps(span, _moved(one, first))), None)
        if own and any(_is_unlisted(one, own, listed, first, words.start) for one in values):
            yield Frame("comparison", words)


def _planned(index: Index, number: int, span: Span, listed: Sequence[Span]) -> Iterator[Frame]:
    """Yield the word that makes a listed day one that was only planned: "planned for | 12 May | but held on 13 May"."""
    first, last = index.sentence_tokens[number]
    if _PLANNED.isdisjoint(index.keys(Span(max(span.start - _REACH, first), span.start))):
        return
    dated = [_moved(one, first) for one in index.facts_of(number) if one.kind in time_kinds()]
    if not any(_overlaps(span, day) for day in dated):
        return
    but = next((at for at in range(span.end, min(span.end + _REACH, last)) if index.token_keys[at] == "but"), last)
    if any(day.start > but and not any(_overlaps(one, day) for one in listed) for day in dated):
        yield Frame("comparison", Span(but, but + 1))


def _comparing(index: Index, first: int, span: Span) -> Span | None:
    """The comparing words before a value: "down from", or "against" before one of the past."""
    for at in range(span.start - 2, max(span.start - 2 - _REACH, first) - 1, -1):
        if index.keys(Span(at, at + 2)) in _PAIRS:
            return Span(at, at + 2)
    opposed = span.start > first and index.token_keys[span.start - 1] in _AGAINST
    former = opposed and not _FORMER.isdisjoint(index.keys(Span(span.end, span.end + _REACH)))
    return Span(span.start - 1, span.start) if former else None


def _is_unlisted(one: Fact, own: Fact, listed: Sequence[Span], first: int, before: int) -> bool:
    """Whether an unlisted value of the same sort precedes the comparison."""
    place = _moved(one, first)
    same = one.kind == own.kind and _sort(one) == _sort(own)
    return same and place.end <= before and not any(_overlaps(span, place) for span in listed)


def _sort(fact: Fact) -> object:
    return (fact.value.form, fact.value.unit) if isinstance(fact.value, Amount) else None


# So many facts found together show that a sentence is about the same matter.
_SAME_MATTER = 2
# If so many facts are not where they are listed, they have changed places with each other.
_EXCHANGED = 2
# How many characters are between two facts in the text of a claim.
_APART = len(" … ")
# Words that repeat the subject of the sentence before: "They have not fallen by | 12 per cent".
_PRONOUNS = frozenset("it they he she this that these those".split())


class Together(NamedTuple):
    """The facts found in one sentence, paragraph or row: the token range of each as listed, or None.

    `headings` are the ranges of those found in the heading of a column. `ordered` are all ranges of each fact, empty
    for one whose place its column gives.
    """

    places: tuple[Span | None, ...]
    ordered: tuple[Sequence[Span], ...]
    headings: frozenset[Span] = frozenset()

    @property
    def number(self) -> int:
        """How many of the facts are there."""
        return len(self.places) - self.places.count(None)

    @property
    def hull(self) -> Span:
        """The token range from the first fact there to the last, without headings; there must be at least one."""
        spans = [span for span in self.places if span is not None and span not in self.headings]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def anchor(claim: Claim, index: Index, published: date | None) -> Anchored:
    """Find where a claim's facts occur together; relative days count from the day of publication."""
    stretches = _stretches(index, claim, published)
    if not stretches:
        return Anchored(claim, Verdict.MISSING, reason=_no_row(index) if claim.within is Within.ROW else "")
    together = _best(claim, index, stretches)
    if not index.in_body(together.hull.start):
        # The body may contradict what a headline says as approved.
        together = next((one for one in stretches if _says_otherwise(index, claim, published, one)), together)
    facts_found = tuple(span is not None for span in together.places)
    spans = (index.span(together.hull),)
    if not all(facts_found):
        return Anchored(claim, Verdict.CHANGED, spans, facts_found=facts_found)
    fact_places = [span for span in together.places if span is not None]
    frame = None if claim.pinned else _guessed(claim, index, published, together, fact_places)
    if frame:
        framing = Framing(frame.does, index.span(frame.tokens))
        reason = _before_facts(index, frame, fact_places)
        return Anchored(claim, Verdict.REFRAMED, spans, framing=framing, facts_found=facts_found, reason=reason)
    if claim.strict:
        in_order = _in_order(together)
        if not (in_order or claim.pinned):
            return _reordered(claim, index, together)
        fact_places = in_order or fact_places
    return Anchored(claim, Verdict.PASSED, spans, facts_found=facts_found, words=tuple(map(index.span, fact_places)))


def _best(claim: Claim, index: Index, stretches: Sequence[Together]) -> Together:
    """The first of the stretches with most facts; of a strict spec, the first that has them in the listed order."""
    best = min(stretches, key=partial(_rank, index))
    if not claim.strict or None in best.places:
        return best
    rank = _rank(index, best)
    alike = (one for one in stretches if _rank(index, one) == rank)
    return next(filter(_in_order, alike), best)


# The order of the facts in a strict spec: as the claim lists them.


def _in_order(together: Together) -> list[Span]:
    """A place of each fact, none before that of the fact listed before it; empty if there are no such places."""
    found: list[Span] = []
    last = Span(-1, -1)
    for place, spans in zip(together.places, _own_places(together.ordered), strict=True):
        later = [one for one in spans if one.start > last.start][:1]
        if place is None or (spans and not later and last not in spans):
            return []
        if later:
            last = later[0]
        found.append(last if spans else place)
    return found


def _own_places(places: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The places of each fact in order, without those inside a longer fact: "12" of "12 ships"."""
    inside, end = set(), -1
    for span in sorted(set(chain.from_iterable(places)), key=lambda one: (one.start, -one.end)):
        if span.end <= end:
            inside.add(span)
        end = max(end, span.end)
    return [sorted(span for span in spans if span not in inside) for spans in places]


def _reordered(claim: Claim, index: Index, together: Together) -> Anchored:
    """A claim whose facts are all there, but in another order; the differences are those that changed places."""
    own = _own_places(together.ordered)
    listed = [number for number, spans in enumerate(own) if spans]
    found = sorted(listed, key=lambda number: own[number][0])
    text, texts = index.article.text, [fact.text for fact in claim.facts]
    at = list(accumulate((len(one) + _APART for one in texts), initial=0))
    moved = [
        Difference("order", texts[before], text[start:end], at[before], at[before + 1] - _APART, start, end)
        for before, now in zip(listed, found, strict=True)
        for start, end in [index.span(own[now][0])]
        if before != now
    ]
    names = " and ".join(f"'{one.found}'" for one in moved)
    return Anchored(
        claim,
        Verdict.CHANGED,
        (index.span(together.hull),),
        Comparison(Outcome.CHANGED, tuple(moved)),
        facts_found=(True,) * len(claim.facts),
        reason=f"{names} have changed places" if len(moved) == _EXCHANGED else "the facts are in another order",
        words=tuple(map(index.span, sorted({*filter(None, together.places), *chain.from_iterable(together.ordered)}))),
    )


def _guessed(
    claim: Claim, index: Index, published: date | None, together: Together, fact_places: Sequence[Span]
) -> Frame | None:
    """What turns facts found together into another statement, if the rows of frames see anything."""
    return next(_frames(index, fact_places), None) or _another_owner(index, claim, published, together)


def _before_facts(index: Index, frame: Frame, places: Sequence[Span]) -> str:
    """The message about another subject: its words before or after the listed facts, or around one of them."""
    if frame.does != "subject":
        return ""
    following = min((one.start for one in places if one.start >= frame.tokens.end), default=0)
    end = following if 0 < following - frame.tokens.end <= _REACH else frame.tokens.end
    words = index.span(Span(frame.tokens.start, end))
    said = f"'{index.article.text[words.start : words.end]}'"
    if any(one.start < frame.tokens.end and frame.tokens.start < one.end for one in places):
        return f"a listed fact is only part of the subject {said}"
    return f"the words {said} come {'before' if following else 'after'} your facts"


def _frames(index: Index, fact_places: Sequence[Span]) -> Iterator[Frame]:
    """Yield the frames around facts found together, sentence by sentence."""
    by_sentence: dict[int, list[Span]] = {}
    for span in fact_places:
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
    """The subject that the sentence gives a listed fact to, if it is not the listed one."""
    number = index.sentence_of(together.hull.start)
    in_one = index.sentence_of(together.hull.end - 1) == number
    if len(claim.facts) < 2 or not in_one or not may_part(index, index.sentence_tokens[number]):
        return None
    found = [
        [span for span in places_of(index, fact, published) if index.sentence_of(span.start) == number]
        for fact in claim.facts
    ]
    owner = another_owner(index, found)
    return Frame("subject", owner) if owner else None


def _stretches(index: Index, claim: Claim, published: date | None) -> list[Together]:
    """The rows, sentences or paragraphs that contain most of a claim's facts, in order.

    If none of these is in the body, others that have enough of its facts to be about the same matter are among them: a
    common word is in most sentences.
    """
    if claim.within is Within.ROW:
        return _rows(index, claim, published)
    places = [_places_by_stretch(index, fact, claim.within, published) for fact in claim.facts]
    numbers = Counter(chain.from_iterable(places))
    most = max(numbers.values(), default=0)
    for least in (most, min(most, _same_matter(claim))):
        kept = sorted(stretch for stretch, number in numbers.items() if number >= least)
        found = [_together([spans.get(stretch, ()) for spans in places]) for stretch in kept]
        if any(index.in_body(one.hull.start) for one in found):
            break
    return found


def _together(places: Iterable[Sequence[Span]]) -> Together:
    """The facts of a stretch, by all places of each."""
    ordered = tuple(places)
    return Together(tuple([spans[0] if spans else None for spans in ordered]), ordered)


def _places_by_stretch(index: Index, fact: Listed, within: Within, published: date | None) -> dict[int, list[Span]]:
    """The places of a listed fact by the sentence or paragraph that has them; claims often share a phrase."""
    known = index.places_of_facts
    key = (fact._replace(line=0), within, published)
    if key not in known:
        found = known[key] = {}
        for span in places_of(index, fact, published):
            found.setdefault(_stretch_of(index, span, within), []).append(span)
    return known[key]


def _same_matter(claim: Claim) -> int:
    """How many of a claim's facts a sentence has that is about the same matter, and may contradict one of them."""
    return max(len(claim.facts) - 1, _SAME_MATTER)


def _rows(index: Index, claim: Claim, published: date | None) -> list[Together]:
    """The table rows that contain some of a claim's facts.

    A fact may be in the heading of a column. If all others are in the row, it must be the column of the fact that is
    listed after it.
    """
    article = index.article
    found = [(number, span) for number, fact in enumerate(claim.facts) for span in places_of(index, fact, published)]
    rows: dict[int, list[tuple[int, Span, Cell]]] = {}
    for number, span in found:
        cell = index.cells.get(article.sentences[index.sentence_of(span.start)].block)
        if cell is not None:
            rows.setdefault(cell.row, []).append((number, span, cell))
    headings = [one for one in index.headings_of_cells if one]
    headed = {span for _, span in found if _is_inside(index, span, headings)}
    above = [(number, span) for number, span in found if span in headed]
    columns = index.headings_of_rows
    return [_in_row(index, claim, rows[row], columns.get(row, ()), above) for row in sorted(rows)]


def _in_row(
    index: Index,
    claim: Claim,
    in_cells: Sequence[tuple[int, Span, Cell]],
    columns: Sequence[Span],
    headings: Sequence[tuple[int, Span]],
) -> Together:
    """The facts in the cells of a row, and of the others those in the headings of its columns."""
    in_row: list[list[Span]] = [[] for _ in claim.facts]
    for number, span, _ in in_cells:
        in_row[number].append(span)
    places = [spans[0] if spans else None for spans in in_row]
    above = [(number, span) for number, span in headings if places[number] is None and _is_inside(index, span, columns)]
    if {number for number, _ in above} == {number for number, place in enumerate(places) if place is None}:
        there = [number for number, spans in enumerate(in_row) if spans]
        after = {number: next((one for one in there if one > number), there[-1]) for number, _ in above}
        above = [pair for pair in above if _is_inside(index, pair[1], _headings_of(after[pair[0]], in_cells))]
        for number in after.values():
            in_row[number] = []  # its column gives its place, wherever the column is
    for number, span in above:
        places[number] = places[number] or span
    return Together(tuple(places), tuple(in_row), frozenset(span for _, span in above))


def _headings_of(fact: int, in_cells: Sequence[tuple[int, Span, Cell]]) -> list[Span]:
    """The headings of the columns in which a listed fact was found."""
    return [cell.heading for number, _, cell in in_cells if number == fact and cell.heading]


def _is_inside(index: Index, tokens: Span, places: Sequence[Span]) -> bool:
    start, end = index.span(tokens)
    return any(place.start <= start and end <= place.end for place in places)


def _no_row(index: Index) -> str:
    return "no table row has any of these facts" if index.article.cells else "the article has no table"


def _rank(index: Index, together: Together) -> tuple[int, int]:
    """The sort key: the one with most facts comes first, then the one in the body, if any."""
    return (-together.number, index.rank(together.hull.start))


def _says_otherwise(index: Index, claim: Claim, published: date | None, together: Together) -> bool:
    """Whether a sentence of the body has all facts but one, and another value of it, which the body does not have."""
    if together.number < _same_matter(claim) or not index.in_body(together.hull.start):
        return False
    missing = claim.facts[together.places.index(None)]
    kinds, number = kinds_of(missing), index.sentence_of(together.hull.start)
    if not any(one.kind in kinds for one in index.facts_of(number)):
        return False
    return not any(index.in_body(span.start) for span in places_of(index, missing, published))


def _stretch_of(index: Index, span: Span, within: Within) -> int:
    """The number of the sentence or block that a token range begins in."""
    sentence = index.sentence_of(span.start)
    return sentence if within is Within.SENTENCE else index.article.sentences[sentence].block
