"""Frames before the facts of a claim that lists them: they are said of nobody, of another, or are forbidden.

A claim of facts leaves open what role a listed name has in its sentence. Some roles are none that can be meant: "nobody
on the council", "everyone but Ada Lind", "barred the council from closing", "friends of Ada Lind", "Ada Lind's lawyer",
and the name in a relative clause of somebody else ("Bo Ek, who replaced Ada Lind, scored twice").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.lexicon import framing
from factspec.lexicon.relations import AGENTS, RELATIONS, STAND_INS
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_subject import leaves_out
from factspec.match.framing_word import Frame
from factspec.match.index import Index
from factspec.match.verbs import DETERMINERS
from factspec.text.places import Span

# How far before a listed fact, in tokens, the word that turns it stands.
_SIGHT = 5
_NOBODY = frozenset("nobody none neither nor unlike except".split())
# "No member of the council", "under no circumstances will the council"
_NONE_OF = frozenset("no never few hardly nowhere rarely seldom".split())
_AMONG = frozenset("of on in from at among".split())
_AUXILIARIES = frozenset("will would can could shall should may must do does did has have had is are was were".split())
_STOPS = (framing.BOUNDARIES | framing.RELATIVES) - {"but"}
_FORBIDDING = framing.KEPT_FROM | frozenset(
    "forbade forbids forbidden bars bans prevents stops blocks prohibits".split()
)
_LINKS = frozenset("of for to".split())
# Who is near somebody, and no more: "someone close to | Ada Lind".
_SOMEONE = frozenset("someone somebody source sources people person persons man woman those figure figures".split())
# What takes up the listed one behind a relation: "critics of the council say that it closed".
_STANDING_IN = 3
_TAKING_UP = frozenset("he she it they who which that".split())
_RELATIVES = frozenset("who which".split())

NO_NEGATION = frozenset("only just merely least long far surprisingly including counting sooner".split())
"""What behind a plain negation turns it into none: "not only", "no sooner"."""


def frames_of_roles(index: Index, hull: Span, held: Sequence[Span]) -> Iterator[Frame]:
    """What around listed facts, at the token ranges `held`, gives them a role that cannot be meant."""
    first = index.sentence_tokens[index.sentence_of(hull.start)].start
    keys = index.keys(Span(max(first, hull.start - _SIGHT), hull.start))
    for at in range(len(keys) - 1, -1, -1):
        place = Span(hull.start - len(keys) + at, hull.start - len(keys) + at + 1)
        if keys[at] in _STOPS:
            break
        excepted = leaves_out(keys, at)
        forbidden = keys[at] in _FORBIDDING and _keeps(keys[at], index.keys(hull))
        heads = place.start <= first + 1 or index.token_keys[place.start - 1] in framing.BOUNDARIES
        none = heads and _is_none(keys[at:]) and not _is_taken_up(index, hull, held)
        lacked = keys[at] == "without" and all(key in DETERMINERS for key in keys[at + 1 :])
        if keys[at] in _NOBODY or forbidden or excepted or lacked or none:
            yield Frame("negation", place)
    for span in held:
        yield from (one for one in _related(index, span, hull, first) if not _holds(held, one.tokens, span))
        if span.start == hull.start:
            yield from _in_relative(index, span, hull, first)


def _is_none(keys: Sequence[str]) -> bool:
    """Whether a clause begins with nobody of those that follow: "No member of the", "Under no circumstances will"."""
    if keys[:2] == ("not", "one"):
        return True
    if not NO_NEGATION.isdisjoint(keys[1:2]):
        return False
    return keys[0] in _NONE_OF and not (_AMONG | _AUXILIARIES).isdisjoint(keys[1:])


def _is_taken_up(index: Index, hull: Span, held: Sequence[Span]) -> bool:
    """Whether the first fact stands again behind a "but", with the others: "Few on the council spoke, but the council".

    Then what comes before the "but" is said of nobody, and what the claim lists is not.
    """
    first, *others = sorted(held)
    keys = index.keys(Span(first.end, min((one.start for one in others), default=hull.end)))
    behind = keys[keys.index("but") :] if "but" in keys else ()
    return index.token_keys[first.start] in behind


def _keeps(verb: str, keys: Sequence[str]) -> bool:
    """Whether a verb keeps what follows from doing something: "barred it from closing", "forbade it to close"."""
    doing = any(one == "from" and other.endswith("ing") for one, other in pairwise(keys))
    return doing or (verb.startswith("forb") and "to" in keys)


def _related(index: Index, span: Span, hull: Span, first: int) -> Iterator[Frame]:
    """A listed fact that only says whose somebody is: "friends of | Ada Lind", "| Ada Lind's | lawyer"."""
    behind = index.keys(Span(span.end, hull.end))
    if not behind or not _TAKING_UP.isdisjoint(behind):
        return
    if index.token_keys[span.end - 1].endswith(("'s", "s'")) and behind[0] in RELATIONS:
        yield Frame("subject", Span(span.start, span.end + 1))
    agents = AGENTS if _is_person(index, span) and SAYINGS.keys().isdisjoint(behind) else frozenset()
    at = span.start - 1
    if at > first and index.token_keys[at] in DETERMINERS:
        at -= 1
    if at > first and index.token_keys[at] in _LINKS and index.token_keys[at - 1] in RELATIONS | agents:
        yield Frame("subject", Span(at - 1, span.start))
    before = index.keys(Span(max(span.start - _STANDING_IN, first), span.start))
    stands_in = before[-2:] in STAND_INS or before in STAND_INS
    if stands_in or (before[-2:] == ("close", "to") and before[0] in _SOMEONE):
        yield Frame("subject", Span(span.start - len(before), span.start))
    if agents and index.token_keys[span.end - 1].endswith(("'s", "s'")) and behind[0] in agents:
        yield Frame("subject", Span(span.start, span.end + 1))


def _is_person(index: Index, span: Span) -> bool:
    """Whether listed words may be a person's name: two or more with capitals, none of them in capitals alone."""
    words = [token.text for token in index.tokens[span.start : span.end]]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def _holds(held: Sequence[Span], tokens: Span, own: Span) -> bool:
    """Whether another listed fact holds one of these tokens: the relation itself is listed."""
    return any(one != own and one.start < tokens.end and tokens.start < one.end for one in held)


def _in_relative(index: Index, span: Span, hull: Span, first: int) -> Iterator[Frame]:
    """A listed name that is the object of a relative clause: "Bo Ek, who replaced | Ada Lind |, scored"."""
    if span.end >= hull.end or not index.tokens.texts[span.start][0].isupper():
        return
    for at in range(span.start - 2, max(span.start - _SIGHT, first), -1):
        if index.token_keys[at] in _RELATIVES:
            verb = index.token_keys[at + 1]
            ends = index.token_keys[span.end] == "," or index.is_verb(span.end)
            if index.is_verb(at + 1) and verb not in SAYINGS and ends:
                yield Frame("subject", Span(at, span.start))
            return
