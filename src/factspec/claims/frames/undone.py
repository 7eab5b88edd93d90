"""What undoes what was told, in the next sentence or behind it in its own: "The deal fell through", "until it was"."""

from collections.abc import Iterator, Sequence
from itertools import chain

from factspec.claims.frames.frame import Frame
from factspec.language import framing_words
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.framing_words import DONE_WITH, EVENTS, IN_TWO
from factspec.language.places import Span

_BE = frozenset("is was are were be been".split())
_HAVE = frozenset("have has had".split())
# What may stand with a verb before the word that undoes: "was later overturned".
_ADVERBS = frozenset("later since then soon quickly subsequently".split())
_GROUP = _BE | _HAVE | _ADVERBS
_POINTING = frozenset("the this that these those its his her their".split())
_THEY = (("it",), ("they",), ("this",), ("that",))
_PERSONS = frozenset("he she they it".split())
# What may stand before the subject of a sentence that undoes: "But on Friday the order was overturned".
_OPENING = (
    frozenset(
        """but however yet later then and on in , a an the next same one two few hour hours day days week weeks month
        months year years""".split()
    )
    | WEEKDAYS.keys()
    | MONTHS.keys()
)
# By so many letters a noun is that of a verb: "approved", "approval".
_STEM = 5
# How many tokens a noun may have between the two words of a verb: "called | the strike | off".
_BETWEEN = 3
# Behind these a second clause may undo the first, as may a noun for what it told: "in a result later annulled".
_JOINING = frozenset("but until before".split())
_NOUNS = (
    framing_words.DECISIONS
    | framing_words.SAY_SO_NOUNS
    | framing_words.POINTING_NOUNS
    | frozenset().union(*(e.nouns for e in EVENTS))
)
_DEEDS = frozenset().union(*(event.undone for event in EVENTS))
_UNDONE = framing_words.UNDONE | framing_words.PUT_OFF
_FIRST = frozenset(first for first, _ in IN_TWO)
_OF_EVENTS = DONE_WITH | _FIRST
UNDOING = _UNDONE | _OF_EVENTS | _DEEDS
"""Without one of these a sentence undoes nothing; most sentences have none."""
UNDOING_BEHIND = UNDOING | _JOINING
"""Without one of these nothing in the rest of a sentence undoes what stands before it."""

# How many tokens of the words' own clause behind them are read.
_REST = 8
_WHEN_SAID = frozenset("on in at yesterday today again later".split())
_WHEN = frozenset("on in at by after for until yesterday today again later".split())
# Behind a noun these make another of it: "the sale | of its Ulm arm".
_NARROWED = frozenset({("of",), ("to",), ("between",), ("with",), ("for",)})


def undone_behind(after: Sequence[str], start: int, said: Sequence[str]) -> Iterator[Frame]:
    """What undoes words in the rest of their sentence: "| but was later acquitted", "|, a plan since dropped".

    `after` are the keys behind them, from the token `start` on, and `said` are their own.
    """
    for at, key in enumerate(after[:_REST]):
        if key in _JOINING:
            if undoes(_with_subject(after[at + 1 :]), said):
                yield Frame("denial", Span(start + at, start + at + 2))
            return
        if key in {"a", "an"} and after[max(at - 1, 0) : at] in ((",",), ("in",)) and _is_undone(after[at + 1 :]):
            yield Frame("denial", Span(start + at, start + at + 2))
        if key in framing_words.RELATIVES or key in {";", ":"}:
            return


def _with_subject(keys: Sequence[str]) -> Sequence[str]:
    """The keys of a clause behind "but" or "before" with the subject that it shares: "was acquitted", "dropping it"."""
    if not keys:
        return keys
    stem = keys[0].removesuffix("ing")
    if stem != keys[0]:
        past = next((one for one in _UNDONE if one.startswith(stem)), "")
        return ("it", past, *keys[1:]) if len(stem) > 2 and past else keys
    return keys if keys[0] not in _GROUP | framing_words.UNDONE | _DEEDS else ("it", "was", *keys)


def _is_undone(keys: Sequence[str]) -> bool:
    """Whether a noun for what was told is said to be undone: "plan since dropped", "deal that later fell through"."""
    if keys[:1] == () or keys[0] not in _NOUNS:
        return False
    verb = 1 + (keys[1:2] in (("that",), ("which",)))
    while keys[verb : verb + 1] != () and keys[verb] in _GROUP:
        verb += 1
    two = tuple(keys[verb : verb + 2]) in IN_TWO
    one = keys[verb : verb + 1] != () and keys[verb] in _UNDONE | DONE_WITH
    return verb > 1 and (one or two)


def undoes(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence undoes what was said before it: "The order was later overturned", "The mayor vetoed it"."""
    if UNDOING.isdisjoint(keys):
        return False
    told = [event for event in EVENTS if not event.verbs.isdisjoint(said)]
    nouns = frozenset(chain.from_iterable(event.nouns for event in told))
    undone = frozenset(chain.from_iterable(event.undone for event in told))
    return (
        (not _UNDONE.isdisjoint(keys) and _undoes_decision(keys, said, nouns))
        or (bool(nouns) and not _OF_EVENTS.isdisjoint(keys) and _undoes_event(keys, nouns))
        or (not undone.isdisjoint(keys) and _undoes_deed(keys, said, undone, nouns))
    )


def _undoes_decision(keys: Sequence[str], said: Sequence[str], nouns: frozenset[str]) -> bool:
    verb = next((at for at, key in enumerate(keys) if key in _UNDONE), 0)
    start = _group(keys, verb)
    active = _BE.isdisjoint(keys[start:verb])
    noun = keys[verb + 1 : verb + 3] if active else keys[max(start - 2, 0) : start]
    decided = noun[1:] != () and (noun[1] in framing_words.DECISIONS or noun[1] in nouns)
    following = keys[verb + 1 :]
    planned = decided or not framing_words.FUTURE.isdisjoint(said)
    planned = planned or (active and points_back(following) and not framing_words.DECISIONS.isdisjoint(said))
    if not verb or (keys[verb] in framing_words.PUT_OFF and not planned):
        return False
    points = _points_at(noun, said) or (
        decided and noun[0] in _POINTING and (keys[verb] in framing_words.PUT_OFF or noun[1] in nouns)
    )
    if active:
        return points_back(following) or points
    if keys[max(start - 1, 0) : start] in _THEY:
        return _opens(keys[: start - 1])
    return points and _opens(keys[: max(start - 2, 0)])


def _opens(keys: Sequence[str]) -> bool:
    """Whether nothing but a conjunction or a time stands before a subject: "But on Friday", "A month later"."""
    return all(key in _OPENING or key.isdigit() for key in keys)


def _undoes_event(keys: Sequence[str], nouns: frozenset[str]) -> bool:
    """Whether a noun of the event told before is the subject or the object of a verb that undoes such a one."""
    for verb in _undoing(keys):
        start = _group(keys, verb.start)
        subject = keys[max(start - 2, 0) : start]
        inside = keys[verb.start + 1 : verb.end - 1]
        following = keys[verb.end : verb.end + 3]
        if keys[verb.start : verb.start + 2] == ("failed", "to"):
            continue
        if _is_event(subject, nouns) and _opens(keys[: max(start - 2, 0)]):
            return True
        if _BE.isdisjoint(keys[start : verb.start]) and (
            _is_event(inside, nouns) or (_is_event(following[:2], nouns) and following[2:] not in _NARROWED)
        ):
            return True
    return False


def _undoing(keys: Sequence[str]) -> Iterator[Span]:
    """Where verbs stand that undo an event, one in two words with what is between them."""
    for at, key in enumerate(keys):
        if key in DONE_WITH:
            yield Span(at, at + 1)
        if key in _FIRST:
            second = range(at + 1, min(at + 1 + _BETWEEN, len(keys)))
            yield from (Span(at, behind + 1) for behind in second if (key, keys[behind]) in IN_TWO)


def _is_event(noun: Sequence[str], nouns: frozenset[str]) -> bool:
    return len(noun) == 2 and noun[0] in _POINTING and noun[1] in nouns


def _undoes_deed(keys: Sequence[str], said: Sequence[str], undone: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether whoever did or got what was told is said to have it no more: "She was acquitted on appeal"."""
    verb = next((at for at, key in enumerate(keys) if key in undone), 0)
    if not verb:
        return False
    start = _group(keys, verb)
    following = keys[verb + 1 :]
    if _BE.isdisjoint(keys[start:verb]):
        return points_back(following)  # "The maker has since recalled it"
    subject = keys[start - 1 : start]
    taken_up = subject != () and (subject[0] in _PERSONS or subject[0] in said)
    what = following[1:3] if following[1:2] and following[1] in _POINTING else following[1:2]
    same = bool(what) and (what[-1] in said or what[-1] in nouns)
    ends = not following or not following[0][0].isalnum() or following[0] in _WHEN
    return taken_up and (ends or (following[0] in {"of", "from"} and same))


def _group(keys: Sequence[str], verb: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    start = verb
    while start and keys[start - 1] in _GROUP:
        start -= 1
    return start


def _points_at(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether "the order" or "this approval" is a word of those before, of the stem of one, or points at them."""
    if len(words) < 2 or words[0] not in _POINTING or not words[1].isalpha():
        return False
    stem = words[1][:_STEM]
    like = len(stem) == _STEM and any(key.startswith(stem) for key in said)
    return like or words[1] in said or words[1] in framing_words.POINTING_NOUNS


def points_back(keys: Sequence[str]) -> bool:
    """Whether these keys begin with an object that points at what was said: "this.", "it", "the claim"."""
    if not keys:
        return False
    if keys[0] in framing_words.BACK_POINTERS:
        when = len(keys) > 1 and (keys[1] in _WHEN_SAID or keys[1].endswith("ly"))
        return len(keys) == 1 or not keys[1][0].isalnum() or when
    return keys[0] == "the" and keys[1:2] != () and keys[1] in framing_words.STATEMENTS
