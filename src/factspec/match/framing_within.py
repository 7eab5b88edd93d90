"""Frames between the facts of a claim that lists them: "the mill did not cut 300 jobs" for mill and 300."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.lexicon import framing
from factspec.lexicon.hedges import PHRASES
from factspec.lexicon.pasts import PASTS
from factspec.lexicon.plans import PLANS, REJECTING, TURNED_DOWN
from factspec.match.framing_between import frames_between
from factspec.match.framing_roles import NO_NEGATION
from factspec.match.framing_word import Frame, negates
from factspec.match.index import Index
from factspec.text.calendar import WEEKDAYS
from factspec.text.places import Span

# How far, in tokens, what is denied or doubted may stand behind the word that does it.
_REACH = 12
_AUXILIARIES = frozenset(
    "did does do has have had is are was were be been will would can could should must may might".split()
)
# What stands between a negation and its verb: "has not | been | convicted".
_GROUP = frozenset("be been being have had yet ever also even".split())
_NEGATIONS = frozenset({"never", "neither", "cannot", "none", "hardly", "scarcely"})
# What leaves little or nothing of the word behind: "anything but safe".
_PAIRS = frozenset({("anything", "but"), ("far", "from"), ("no", "longer")})
_TWO = _PAIRS | {(key, "that") for key in framing.DENIAL}
_WRONGLY = frozenset("wrongly falsely mistakenly incorrectly erroneously".split())
# Before "if" these make no condition of it: "even if", "asked if".
_NO_CONDITION = frozenset("even as asked asks wonder wonders wondered know knows knew see".split())
# How many tokens of a time or a noun's own words may stand between such a word and what it takes.
_ADVERBIAL = 5
# What behind a gerund is no object of it, nor a word before one: "drowning | in", "closing | with".
_NO_OBJECTS = (
    framing.BOUNDARIES
    | framing.RELATIVES
    | WEEKDAYS.keys()
    | frozenset("in on at of off by for with during to from near into over under through behind".split())
)
_KEPT_FROM = framing.KEPT_FROM | frozenset("prevents opposed opposes saved saves spared rescued".split())
# What leaves part of what the word behind says undone: "was half | built".
_PARTLY = frozenset("partly partially half".split())
# How near what is left out stands behind the word that does it, and "all" before "but".
_NEAR = 3
_ALL = frozenset("all every everything everyone everybody any".split())
_RELATIVES = frozenset("who which that".split())
_CLEFTS = frozenset({("it", "was"), ("it", "is")})
_EXCEPT = frozenset("except excepting excluding minus unlike".split())
_EXCEPTING = frozenset({("apart", "from"), ("other", "than"), ("rather", "than"), ("instead", "of")})
# What behind "no" denies nothing of what the verb says: "had no choice but to close".
_NO_OBJECT = frozenset(
    "choice doubt matter later sooner fewer less more other question wonder secret time option".split()
)
_UNSURE = frozenset(
    """may might could should almost nearly reportedly allegedly supposedly purportedly rumoured rumored wish wishes
    wished""".split()
)
# Classes of hedge by which nobody vouches for what follows: "appears to", "is thought to".
_SEEMING = frozenset({"apparent", "believed"})
_STOPS_PLAN = framing.BOUNDARIES | framing.RELATIVES | frozenset("to of against over about for in with that".split())
_PARTING = framing.BOUNDARIES | framing.RELATIVES | frozenset("why how what that until without".split())


def frames_within(index: Index, hull: Span, held: Sequence[Span]) -> Iterator[Frame]:
    """Negations, refusals and doubts between facts that reach the next of them; those a fact holds are none."""
    keys = index.keys(hull)
    taken = {at for span in held for at in range(span.start, span.end)}
    yield from frames_between(index, hull, held, taken)
    for place, key in enumerate(keys):
        if hull.start + place in taken:
            continue
        does = _does(keys, place)
        if key == "no" and keys[place + 1 : place + 2] != () and keys[place + 1] not in _NO_OBJECT:
            does = "negation" if _denies_object(index, hull, place, taken) else ""
        # "anything but safe", "denied that it sold": what is reached begins behind two words.
        begins = place + (keys[place : place + 2] in _TWO)
        if does and _reaches(keys, begins, hull.start, taken) and not _is_of_others(index, hull, place, taken):
            yield Frame(does, Span(hull.start + place, hull.start + place + 1))
            continue
        if hull.start + place + 1 in taken and _is_in_part(keys, place):
            yield Frame("doubt", Span(hull.start + place, hull.start + place + 1))
        near = _NEAR if _leaves_out(keys, place) else int(key in {"less", "not"})
        if near and not taken.isdisjoint(range(hull.start + place + 1, hull.start + place + 1 + near)):
            yield Frame("negation", Span(hull.start + place, hull.start + place + 1))


def _is_in_part(keys: Sequence[str], place: int) -> bool:
    """Whether a word leaves part of the verb behind it undone: "was half | built", but "half | 12"."""
    verb = keys[place + 1]
    return keys[place] in _PARTLY and (keys[place] != "half" or verb in PASTS or verb.endswith("ed"))


def _is_of_others(index: Index, hull: Span, place: int, taken: set[int]) -> bool:
    """Whether a word says something of nothing that is listed: "saved | a family | from drowning"."""
    keys = index.keys(hull)
    kept = _kept_from(keys, place)
    aside = _is_aside(keys, place, hull.start, taken) and not _is_cleft(index, hull.start + place)
    return aside or (kept > 0 and not _takes_fact(keys, kept, hull.start, taken))


def _is_cleft(index: Index, at: int) -> bool:
    """Whether the relative clause of a token is what its sentence says: "It was the council which did | not"."""
    first = index.sentence_tokens[index.sentence_of(at)].start
    before = index.keys(Span(max(first, at - _REACH), at))
    relative = max((place for place, key in enumerate(before) if key in _RELATIVES), default=0)
    heads = (place for place, pair in enumerate(pairwise(before[:relative])) if pair in _CLEFTS)
    head = next(heads, relative)
    return head < relative and framing.BOUNDARIES.isdisjoint(before[head:relative])


def _takes_fact(keys: Sequence[str], gerund: int, start: int, taken: set[int]) -> bool:
    """Whether a gerund, its participle or its object is listed: "from being | sold", "from selling the old | mill"."""
    for at in range(gerund, min(gerund + 1 + _NEAR, len(keys))):
        if start + at in taken:
            return True
        if keys[at] in _NO_OBJECTS:
            return False
    return False


def _is_aside(keys: Sequence[str], place: int, start: int, taken: set[int]) -> bool:
    """Whether a word says something of a relative clause alone: "a nurse who could not drive | walked"."""
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
    if (key in framing.REFUSAL and _refuses(keys, place)) or _rejects(keys, place):
        return "negation"
    if _kept_from(keys, place) or (key == "against" and _is_gerund(after)):
        return "negation"
    if key in _WRONGLY or (key in framing.DENIAL and (after == "that" or after.endswith("ing"))):
        return "denial"
    if (key in {"if", "unless"} and before not in _NO_CONDITION) or (key, after) == ("whether", "to"):
        return "condition"
    unreal = (key, after) == ("would", "have") and before not in framing.RELATIVES | {"that"}
    unsure = key in _UNSURE and before not in _RELATIVES and after not in _ALL
    return "doubt" if unsure or unreal or PHRASES.get((key, after)) in _SEEMING else ""


def _kept_from(keys: Sequence[str], place: int) -> int:
    """Where what somebody is kept from begins: "barred from | closing", "prevented it | being sold"; else 0."""
    if keys[place] not in _KEPT_FROM:
        return 0
    following = keys[place + 1 : place + 2 + _ADVERBIAL]
    pairs = enumerate(pairwise(following), place + 2)
    kept = (at for at, (one, other) in pairs if other == "being" or (one == "from" and _is_gerund(other)))
    return next(kept, 0)


def _is_gerund(key: str) -> bool:
    return key.endswith("ing") and not key.endswith("thing")


def _turns(before: str, after: str) -> bool:
    """Whether a "not" turns the clause that it stands in: "has not", "as yet not", "not having", "but not for"."""
    if before in {"or", ","}:
        return False
    return before in _AUXILIARIES | {"yet", "still", "but"} or after == "to" or after.endswith("ing")


def _refuses(keys: Sequence[str], place: int) -> bool:
    """Whether a "to" follows a refusal, right behind it or after a time or place: "refused on Monday to"."""
    following = keys[place + 1 : place + 1 + _ADVERBIAL]
    to = following.index("to") if "to" in following else -1
    return to == 0 or (to > 0 and _PARTING.isdisjoint(following[:to]) and keys[place] != "yet")


def _rejects(keys: Sequence[str], place: int) -> bool:
    """Whether a plan is turned down at a word: "voted down a plan to", "rejected the idea of"."""
    particle = (keys[place], keys[place + 1] if place + 1 < len(keys) else "") in TURNED_DOWN
    if not particle and keys[place] not in REJECTING:
        return False
    following = keys[place + 1 + particle : place + 1 + particle + _REACH]
    plan = next((at for at, key in enumerate(following[:_ADVERBIAL]) if key in PLANS), -1)
    if plan < 0 or not _STOPS_PLAN.isdisjoint(following[:plan]):
        return False
    behind = following[plan + 1 : plan + 1 + _ADVERBIAL]
    takes = next((at for at, key in enumerate(behind) if key in {"to", "of"}), -1)
    return takes >= 0 and _PARTING.isdisjoint(behind[:takes])


def _leaves_out(keys: Sequence[str], place: int) -> bool:
    """Whether what follows is left out of what was said before: "all branches except", "rather than"."""
    key, before = keys[place], keys[place - 1] if place else ""
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if key == "but":
        near = keys[max(place - _NEAR, 0) : place]
        every = next((at for at, word in enumerate(near) if word in _ALL), len(near))
        return every < len(near) and not any(
            word == "," or word.endswith("ed") or word in PASTS for word in near[every:]
        )
    return key in _EXCEPT or (key, after) in _EXCEPTING or (key == "not" and before == ",")


def _denies_object(index: Index, hull: Span, place: int, taken: set[int]) -> bool:
    """Whether a "no" behind a verb denies an object that holds a fact: "approved no | money for the | stadium"."""
    if not place or not index.is_verb(hull.start + place - 1):
        return False
    for at in range(hull.start + place + 1, min(hull.start + place + 1 + _REACH, hull.end)):
        if at in taken:
            return True
        if index.token_keys[at] in _PARTING or index.token_keys[at] in {"and", "or"} or index.is_verb(at):
            return False
    return False


def _reaches(keys: Sequence[str], place: int, start: int, taken: set[int]) -> bool:
    """Whether a fact stands behind a word, in its clause, with no second negation between them.

    What stands between two commas right behind the word is passed over: "did not, as promised, close".
    """
    aside = keys[place + 1 : place + 2] == (",",) and "," in keys[place + 2 : place + _REACH]
    first = keys.index(",", place + 2) if aside else place
    for at in range(first + 1, min(first + 1 + _REACH, len(keys))):
        if start + at in taken:
            return True
        if keys[at] in _PARTING or (negates(keys[at]) and at > place + 1 and keys[at] != "nor"):
            return False
    return False
