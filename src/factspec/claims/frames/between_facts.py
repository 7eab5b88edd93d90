"""Frames before and between the facts of a claim that lists them: "the mill did not cut 300 jobs" for mill and 300."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.claims.frames.frame import Frame, negates
from factspec.claims.index import Index
from factspec.facts.found import counted_kinds, facts_in
from factspec.language import framing_words
from factspec.language.calendar import WEEKDAYS
from factspec.language.framing_words import PHRASES, PLANS, REJECTING, TURNED_DOWN
from factspec.language.people import AGENTS, RELATIONS, STAND_INS
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.verbs import AUXILIARIES, DETERMINERS, is_past

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

NO_NEGATION = frozenset("only just merely least long far surprisingly including counting sooner".split())
"""Words after which a negation is none: "not only", "no sooner"."""


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


# How far, in tokens, a fact may be after the word that denies or doubts it.
_REACH = 12
# The same where a few words that belong to the denial, and others between two commas, are between them.
_FARTHEST = 3 * _REACH
# What may be between a negation and its verb: "has not | been | convicted".
_GROUP = frozenset("be been being have had yet ever also even".split())
_ENDS = framing_words.BOUNDARIES | framing_words.RELATIVES | framing_words.SUBORDINATORS
_NEGATIONS = frozenset({"never", "neither", "cannot", "none", "hardly", "scarcely"})
# What leaves little or nothing of the next word: "anything but safe".
_PAIRS = frozenset({("anything", "but"), ("far", "from"), ("no", "longer")})
# Verbs whose gerund somebody did not do, or is only accused of; the first need "of".
_CHARGED = frozenset("accused accuses accusing suspected cleared acquitted absolved exonerated".split())
_MISSED = frozenset("avoided avoids avoiding escaped escapes considered considers".split())
_PRONOUNS = frozenset("he she it they we i".split())
# How many tokens after a denial the "that" of what it denies may be: "rejects the claim | that".
_DENIED = 3
_WRONGLY = frozenset("wrongly falsely mistakenly incorrectly erroneously".split())
# Words before an "if" that is no condition: "even if", "asked if".
_NO_CONDITION = frozenset("even as asked asks wonder wonders wondered know knows knew see".split())
# How many tokens of a time, or of a noun, may be between such a word and what it takes.
_ADVERBIAL = 5
# Words that cannot be the object of a gerund before them: "drowning | in", "closing | with".
_NO_OBJECTS = (
    framing_words.BOUNDARIES
    | framing_words.RELATIVES
    | WEEKDAYS.keys()
    | frozenset("in on at of off by for with during to from near into over under through behind".split())
)
_KEPT_FROM = framing_words.KEPT_FROM | frozenset("prevents opposed opposes saved saves spared rescued".split())
# What leaves part of the next word undone: "was half | built".
_PARTLY = frozenset("partly partially half".split())
# How near an exception is to its word, and "all" to "but".
_NEAR = 3
_ALL = frozenset("all every everything everyone everybody any".split())
_RELATIVES = frozenset("who which that".split())
_EXCEPT = frozenset("except excepting excluding minus unlike".split())
_EXCEPTING = frozenset({("apart", "from"), ("other", "than"), ("rather", "than"), ("instead", "of")})
# Objects after "no" that do not deny the verb: "had no choice but to close".
_NO_OBJECT = frozenset(
    "choice doubt matter later sooner fewer less more other question wonder secret time option".split()
)
_UNSURE = frozenset(
    """may might could should almost nearly reportedly allegedly supposedly purportedly rumoured rumored wish wishes
    wished""".split()
)
# Classes of hedge that confirm nothing: "appears to", "is thought to".
_SEEMING = frozenset({"apparent", "believed"})
_STOPS_PLAN = (
    framing_words.BOUNDARIES | framing_words.RELATIVES | frozenset("to of against over about for in with that".split())
)
_PARTING = framing_words.BOUNDARIES | framing_words.RELATIVES | frozenset("why how what that until without".split())


def frames_within(index: Index, hull: Span, places: Sequence[Span]) -> Iterator[Frame]:
    """Yield negations, refusals and doubts between facts that reach the next of them, unless a fact contains them."""
    keys = index.keys(hull)
    taken = {at for span in places for at in range(span.start, span.end)}
    within_reach = {at for span in places for at in range(max(span.start - _FARTHEST, hull.start), span.end)}
    for at in sorted(within_reach - taken):
        place = at - hull.start
        key = keys[place]
        does = _does(keys, place)
        if key == "no" and keys[place + 1 : place + 2] != () and keys[place + 1] not in _NO_OBJECT:
            does = "negation" if _denies_object(index, hull, place, taken) else ""
        # "anything but safe", "denied that it sold": the words after these are turned.
        begins = place + (_denied(keys, place) or keys[place : place + 2] in _PAIRS)
        if does and _reaches(keys, begins, hull.start, taken) and not _is_of_others(index, hull, place, taken):
            yield Frame(does, Span(hull.start + place, hull.start + place + 1))
            continue
        if hull.start + place + 1 in taken and _is_in_part(keys, place):
            yield Frame("doubt", Span(hull.start + place, hull.start + place + 1))
        near = _NEAR if _leaves_out(keys, place) else int(key in {"less", "not"})
        if near and not taken.isdisjoint(range(hull.start + place + 1, hull.start + place + 1 + near)):
            yield Frame("negation", Span(hull.start + place, hull.start + place + 1))


def _is_in_part(keys: Sequence[str], place: int) -> bool:
    """Whether a word leaves part of the next verb undone: "was half | built", but "half | 12"."""
    verb = keys[place + 1]
    return keys[place] in _PARTLY and (keys[place] != "half" or is_past(verb))


def _is_of_others(index: Index, hull: Span, place: int, taken: set[int]) -> bool:
    """Whether a word is about nothing that is listed: "saved | a family | from drowning"."""
    keys = index.keys(hull)
    kept = _kept_from(keys, place)
    return _is_aside(keys, place, hull.start, taken) or (kept > 0 and not _takes_fact(keys, kept, hull.start, taken))


def _takes_fact(keys: Sequence[str], gerund: int, start: int, taken: set[int]) -> bool:
    """Whether a gerund, its participle or its object is listed: "from being | sold", "from selling the old | mill"."""
    for at in range(gerund, min(gerund + 1 + _NEAR, len(keys))):
        if at > gerund and is_past(keys[at]) and keys[gerund] not in {"being", "having"}:
            return False  # "accused of hiding costs | sold the mill"
        if start + at in taken:
            return True
        if keys[at] in _NO_OBJECTS:
            return False
    return False


def _is_aside(keys: Sequence[str], place: int, start: int, taken: set[int]) -> bool:
    """Whether a word is about a relative clause alone: "a nurse who could not drive | walked"."""
    relative = not _RELATIVES.isdisjoint(keys[max(place - _NEAR, 0) : place])
    verb = place + 1
    while verb < len(keys) and keys[verb] in _GROUP:
        verb += 1
    return relative and start + verb not in taken


def _does(keys: Sequence[str], place: int) -> str:
    """What a word does to what follows it."""
    key, before = keys[place], keys[place - 1] if place else ""
    after = keys[place + 1] if place + 1 < len(keys) else ""
    negated = key in _NEGATIONS or key.endswith("n't") or (key == "not" and _turns(before, after))
    if negated or (key, after) in _PAIRS:
        return "" if after in NO_NEGATION else "negation"
    if (key in framing_words.REFUSAL and _refuses(keys, place)) or _rejects(keys, place):
        return "negation"
    if _kept_from(keys, place) or (key == "against" and _is_gerund(after)):
        return "doubt" if key in _CHARGED | _MISSED else "negation"
    if key in _WRONGLY or (key in framing_words.DENIAL and (after in _PRONOUNS or after.endswith("ing"))):
        return "denial"
    if _denied(keys, place):
        return "denial"
    if (key in {"if", "unless"} and before not in _NO_CONDITION) or (key, after) == ("whether", "to"):
        return "condition"
    unreal = (key, after) == ("would", "have") and before not in framing_words.RELATIVES | {"that"}
    unsure = key in _UNSURE and before not in _RELATIVES and after not in _ALL
    return "doubt" if unsure or unreal or PHRASES.get((key, after)) in _SEEMING else ""


def _denied(keys: Sequence[str], place: int) -> int:
    """How many tokens after a denial its "that" is: "rejects the claim that"; 0 if there is none."""
    near = keys[place + 1 : place + 2 + _DENIED]
    denies = keys[place] in framing_words.DENIAL and "that" in near
    return near.index("that") + 1 if denies and _ENDS.isdisjoint(near[: near.index("that")]) else 0


def _kept_from(keys: Sequence[str], place: int) -> int:
    """Where a prevented, avoided or alleged act begins: "barred from | closing"; otherwise 0."""
    following = keys[place + 1 : place + 2 + _ADVERBIAL]
    charged = keys[place] in _CHARGED and following[:1] == ("of",)
    if (charged or keys[place] in _MISSED) and any(map(_is_gerund, following[charged : charged + 1])):
        return place + 1 + charged
    if keys[place] not in _KEPT_FROM:
        return 0
    pairs = enumerate(pairwise(following), place + 2)
    kept = (at for at, (one, other) in pairs if other == "being" or (one == "from" and _is_gerund(other)))
    return next(kept, 0)


def _is_gerund(key: str) -> bool:
    return key.endswith("ing") and not key.endswith("thing")


def _turns(before: str, after: str) -> bool:
    """Whether a "not" turns its clause: "has not", "as yet not", "not having", "but not for"."""
    if before in {"or", ","}:
        return False
    return before in _AUXILIARIES | {"yet", "still", "but"} or after == "to" or after.endswith("ing")


def _refuses(keys: Sequence[str], place: int) -> bool:
    """Whether a "to" follows a refusal, directly or after a time or place: "refused on Monday to"."""
    following = keys[place + 1 : place + 1 + _ADVERBIAL]
    to = following.index("to") if "to" in following else -1
    return to == 0 or (to > 0 and _PARTING.isdisjoint(following[:to]) and keys[place] != "yet")


def _rejects(keys: Sequence[str], place: int) -> bool:
    """Whether a plan is rejected at a word: "voted down a plan to", "rejected the idea of"."""
    particle = (keys[place], keys[place + 1] if place + 1 < len(keys) else "") in TURNED_DOWN
    if not particle and keys[place] not in REJECTING:
        return False
    following = keys[place + 1 + particle : place + 1 + particle + _REACH]
    plan = next((at for at, key in enumerate(following[:_ADVERBIAL]) if key in PLANS), -1)
    if plan < 0 or not _STOPS_PLAN.isdisjoint(following[:plan]):
        return False
    after = following[plan + 1 : plan + 1 + _ADVERBIAL]
    takes = next((at for at, key in enumerate(after) if key in {"to", "of"}), -1)
    return takes >= 0 and _PARTING.isdisjoint(after[:takes])


def _leaves_out(keys: Sequence[str], place: int) -> bool:
    """Whether a word excludes what follows from what precedes it: "all branches except", "rather than"."""
    key, before = keys[place], keys[place - 1] if place else ""
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if key == "but":
        near = keys[max(place - _NEAR, 0) : place]
        every = next((at for at, word in enumerate(near) if word in _ALL), len(near))
        return every < len(near) and not any(word == "," or is_past(word) for word in near[every:])
    return key in _EXCEPT or (key, after) in _EXCEPTING or (key == "not" and before == ",")


def _denies_object(index: Index, hull: Span, place: int, taken: set[int]) -> bool:
    """Whether a "no" after a verb denies an object with a fact in it: "approved no | money for the | stadium"."""
    if not place or not index.is_verb(hull.start + place - 1):
        return False
    for at in range(hull.start + place + 1, min(hull.start + place + 1 + _REACH, hull.end)):
        if at in taken:
            return True
        if index.token_keys[at] in _PARTING or index.token_keys[at] in {"and", "or"} or index.is_verb(at):
            return False
    return False


def _reaches(keys: Sequence[str], place: int, start: int, taken: set[int]) -> bool:
    """Whether a fact follows a word in its clause, with no second negation between them.

    Words between two commas right after the word are skipped: "did not, as promised, close".
    """
    aside = keys[place + 1 : place + 2] == (",",) and "," in keys[place + 2 : place + _REACH]
    first = keys.index(",", place + 2) if aside else place
    for at in range(first + 1, min(first + 1 + _REACH, len(keys))):
        if start + at in taken:
            return True
        if keys[at] in _PARTING or (negates(keys[at]) and at > place + 1 and keys[at] != "nor"):
            return False
    return False
