"""Listed facts that stand together and belong to different subjects: "Ana paid 6 million and Bo 5 million".

A sentence may give each of several subjects a value of one kind, or a verb, of its own. There a listed value or verb
belongs to the subject of its own part, and where that one is not listed while another part's is, the sentence gives
the fact to somebody else. What belongs to all (a day, a place, a verb that the second part leaves out) is left alone.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factspec.amount import Amount
from factspec.fact import Fact
from factspec.facts_found import VALUE_KINDS
from factspec.lexicon.function_words import FUNCTION_WORDS
from factspec.match.going_on import DAYS
from factspec.match.index import Index
from factspec.match.verbs import is_verb
from factspec.text.places import Span
from factspec.text.tokens import Token

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
    found = [fact for fact in index.facts_of(number) if fact.kind in VALUE_KINDS]
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
    if fact.kind in DAYS:
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
