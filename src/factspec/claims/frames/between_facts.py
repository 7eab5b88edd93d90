"""Frames before and between the facts of a claim that lists them: "the mill did not cut 300 jobs" for mill and 300."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.claims.frames.frame import NO_NEGATION, Frame
from factspec.claims.frames.rows import BETWEEN
from factspec.claims.index import Index
from factspec.facts.found import counted_kinds, facts_in
from factspec.language import framing_words
from factspec.language.people import AGENTS, RELATIONS, STAND_INS
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.verbs import AUXILIARIES, DETERMINERS

# Frames before listed facts: the facts are said of nobody or of another, or are forbidden.


# How far before a listed fact, in tokens, the word that turns it is looked for.
_SIGHT = 5
_NOBODY = frozenset("nobody none neither nor unlike except".split())
# "No member of the council", "under no circumstances will the council"
_NONE_OF = frozenset("no never few hardly nowhere rarely seldom".split())
_AMONG = frozenset("of on in from at among".split())
_AUXILIARIES = AUXILIARIES | framing_words.MODAL | {"been"}
_STOPS = (framing_words.BOUNDARIES | framing_words.RELATIVES) - {"but"}
_FORBIDDING = framing_words.KEPT_FROM | frozenset(
    "forbade forbids forbidden bars bans prevents stops blocks prohibits".split()
)
_LINKS = frozenset("of for to".split())
_EXCEEDING = frozenset({("more", "than"), ("less", "than"), ("fewer", "than")})
# Nouns for somebody near a person: "someone close to | Ada Lind".
_SOMEONE = frozenset("someone somebody source sources people person persons man woman those figure figures".split())
# How far a listed fact may be from such words, and words that refer to it again: "critics of the council say that it".
_STANDING_IN = 3
_TAKING_UP = frozenset("he she it they who which that".split())
_PERSONAL = frozenset("who which".split())


def frames_of_roles(index: Index, hull: Span, places: Sequence[Span]) -> Iterator[Frame]:
    """Yield what around listed facts, at these token ranges, gives them a role that cannot be meant."""
    first = index.sentence_tokens[index.sentence_of(hull.start)].start
    keys = index.keys(Span(max(first, hull.start - _SIGHT), hull.start))
    for at in range(len(keys) - 1, -1, -1):
        place = Span(hull.start - len(keys) + at, hull.start - len(keys) + at + 1)
        if keys[at] in _STOPS:
            break
        forbidden = keys[at] in _FORBIDDING and _keeps(keys[at], index.keys(hull))
        heads = place.start <= first + 1 or index.token_keys[place.start - 1] in framing_words.BOUNDARIES
        none = heads and _is_none(keys[at:]) and not _is_taken_up(index, hull, places)
        without = keys[at] == "without" and all(key in DETERMINERS for key in keys[at + 1 :])
        if keys[at] in _NOBODY or forbidden or without or none:
            yield Frame("negation", place)
    for span in places:
        yield from (one for one in _exceeded(index, span, first) if not _is_listed(places, one.tokens, span))
        yield from (one for one in _related(index, span, hull, first) if not _is_listed(places, one.tokens, span))
        if span.start == hull.start:
            yield from _in_relative(index, span, hull, first)


def _exceeded(index: Index, span: Span, first: int) -> Iterator[Frame]:
    """Yield the bound before a listed phrase with a value: "more than | Warren (2)"."""
    bounds = index.keys(Span(max(span.start - 2, first), span.start)) in _EXCEEDING
    if bounds and any(fact.kind in counted_kinds() for fact in facts_in(index.tokens[span.start : span.end])):
        yield Frame("bound", Span(span.start - 2, span.start))


def _is_none(keys: Sequence[str]) -> bool:
    """Whether a clause begins by excluding all that follow: "No member of the", "Under no circumstances will"."""
    if keys[:2] == ("not", "one"):
        return True
    if not NO_NEGATION.isdisjoint(keys[1:2]):
        return False
    return keys[0] in _NONE_OF and not (_AMONG | _AUXILIARIES).isdisjoint(keys[1:])


def _is_taken_up(index: Index, hull: Span, places: Sequence[Span]) -> bool:
    """Whether the first fact occurs again after a "but", with the others: "Few on the council spoke, but the council".

    The words before the "but" are then not about the listed facts.
    """
    first, *others = sorted(places)
    keys = index.keys(Span(first.end, min((one.start for one in others), default=hull.end)))
    after = keys[keys.index("but") :] if "but" in keys else ()
    return index.token_keys[first.start] in after


def _keeps(verb: str, keys: Sequence[str]) -> bool:
    """Whether a verb prevents what follows: "barred it from closing", "forbade it to close"."""
    doing = any(one == "from" and other.endswith("ing") for one, other in pairwise(keys))
    return doing or (verb.startswith("forb") and "to" in keys)


def _related(index: Index, span: Span, hull: Span, first: int) -> Iterator[Frame]:
    """Yield a listed fact that is only related to somebody: "friends of | Ada Lind", "| Ada Lind's | lawyer"."""
    after = index.keys(Span(span.end, hull.end))
    if not after or not _TAKING_UP.isdisjoint(after):
        return
    if index.token_keys[span.end - 1].endswith(("'s", "s'")) and after[0] in RELATIONS:
        yield Frame("subject", Span(span.start, span.end + 1))
    agents = AGENTS if _is_person(index, span) and SAYINGS.keys().isdisjoint(after) else frozenset()
    at = span.start - 1
    if at > first and index.token_keys[at] in DETERMINERS:
        at -= 1
    if at > first and index.token_keys[at] in _LINKS and index.token_keys[at - 1] in RELATIONS | agents:
        yield Frame("subject", Span(at - 1, span.start))
    before = index.keys(Span(max(span.start - _STANDING_IN, first), span.start))
    stands_in = before[-2:] in STAND_INS or before in STAND_INS
    if stands_in or (before[-2:] == ("close", "to") and before[0] in _SOMEONE):
        yield Frame("subject", Span(span.start - len(before), span.start))
    if agents and index.token_keys[span.end - 1].endswith(("'s", "s'")) and after[0] in agents:
        yield Frame("subject", Span(span.start, span.end + 1))


def _is_person(index: Index, span: Span) -> bool:
    """Whether listed words may be a person's name: two or more with capitals, none of them all in capitals."""
    words = [token.text for token in index.tokens[span.start : span.end]]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def _is_listed(places: Sequence[Span], tokens: Span, own: Span) -> bool:
    """Whether another listed fact contains one of these tokens: the relation itself is listed."""
    return any(one != own and one.start < tokens.end and tokens.start < one.end for one in places)


def _in_relative(index: Index, span: Span, hull: Span, first: int) -> Iterator[Frame]:
    """Yield the clause if a listed name is the object in it: "Bo Ek, who replaced | Ada Lind |, scored"."""
    if span.end >= hull.end or not index.tokens.texts[span.start][0].isupper():
        return
    for at in range(span.start - 2, max(span.start - _SIGHT, first), -1):
        if index.token_keys[at] in _PERSONAL:
            verb = index.token_keys[at + 1]
            ends = index.token_keys[span.end] == "," or index.is_verb(span.end)
            if index.is_verb(at + 1) and verb not in SAYINGS and ends:
                yield Frame("subject", Span(at, span.start))
            return


# How far before a fact, in tokens, what turns it is looked for.
_FARTHEST = 36
# What may be between a negation and its verb: "has not | been | convicted".
_GROUP = frozenset("be been being have had yet ever also even".split())
_RELATIVES = frozenset("who which that".split())
# How near before a word its relative pronoun is.
_NEAR = 3


def frames_within(index: Index, hull: Span, places: Sequence[Span]) -> Iterator[Frame]:
    """Yield what turns the next fact between facts that were found together, unless a fact contains it."""
    taken = {at for span in places for at in range(span.start, span.end)}
    found: dict[int, Frame] = {}
    for span in places:
        low = max(hull.start, span.start - _FARTHEST)
        for row, shown in BETWEEN.found(index.keys(Span(low, span.start + 1))):
            at = low + shown.start
            if at not in taken and not any(_UNLESS[name](index, hull, at, taken) for name in row.unless):
                found.setdefault(at, Frame(row.does, Span(at, low + shown.end)))
    yield from (frame for _, frame in sorted(found.items()))


def _is_aside(index: Index, hull: Span, at: int, taken: set[int]) -> bool:
    """Whether a word is about a relative clause alone: "a nurse who could not drive | walked"."""
    relative = not _RELATIVES.isdisjoint(index.keys(Span(max(at - _NEAR, hull.start), at)))
    verb = at + 1
    while verb < hull.end and index.token_keys[verb] in _GROUP:
        verb += 1
    return relative and verb not in taken


def _is_unverbal(index: Index, hull: Span, at: int, taken: set[int]) -> bool:
    """Whether a "no" does not deny the object of the verb before it: "approved no | money for the stadium"."""
    following = next((place for place in range(at + 1, hull.end) if place in taken or index.is_verb(place)), at)
    return at <= hull.start or not index.is_verb(at - 1) or following not in taken


_UNLESS = {"aside": _is_aside, "unverbal": _is_unverbal}
