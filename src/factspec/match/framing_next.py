"""Frames in the sentence behind approved words, which takes them back: "That is false.", "It was not."."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index
from factspec.text.calendar import MONTHS, WEEKDAYS

_IS = frozenset("is was are were be been has have had".split())
# What may stand with it before the word that undoes: "was later overturned".
_ADVERBS = frozenset("later since then soon quickly subsequently".split())
_GROUP = (
    _IS
    | _ADVERBS
    | frozenset(
        "be been do does did could can also now all simply clearly a an the completely entirely just only both "
        "turned turns out to proved proven proves shown found".split()
    )
)
_BEHIND = frozenset("by up on in at according".split())
_WHEN = frozenset("on in at yesterday today again later".split())
_PRONOUNS = frozenset("he she it they i we this that".split())
_REAL = frozenset("real true actual correct".split())
_CONFIRM = frozenset("confirm verify substantiate".split())
_CALLING = frozenset("called calls calling labelled labeled described dismissed".split())
_FAKE = frozenset("fake absurd nonsense inaccurate ridiculous".split())
_SUPPORT = framing.EVIDENCE | {"confirmation", "truth"}
_NEAR = 3
# What is said of people and what they do as often as of statements.
_OF_PEOPLE = frozenset({"wrong", "mistaken", "absurd", "lied"})
_POINTING = frozenset("the this that these those its his her their".split())
_THEY = (("it",), ("they",), ("this",), ("that",))
# What may stand before the subject of a sentence that undoes: "But on Friday the order was overturned".
_OPENING = (
    frozenset(["but", "however", "yet", "later", "then", "and", "on", "in", ","]) | WEEKDAYS.keys() | MONTHS.keys()
)
# By so many letters a noun is that of a verb: "approved", "approval".
_STEM = 5
# What leaves open what is still to come as often as what was said.
_DOUBT = framing.DOUBT - frozenset("probably presumably hopefully perhaps maybe possibly".split())
_SAY_SO = frozenset({"say", "claim", "accuse", "suggest", "warn", "think"})
_SAID = frozenset({"said", "told", "thought"})
_JUDGING = _DOUBT | framing.FALSITY | framing.DENIAL | framing.TRUTH | _FAKE | {"made", "hoax"}
_TAKING_BACK = _JUDGING | _SUPPORT | _REAL | _CALLING | _CONFIRM | {"such"}
_LONGEST_TAKING_BACK = max(map(len, framing.TAKING_BACK))


def frames_in_next_sentence(index: Index, anchor: Span) -> Iterator[Frame]:
    """A frame in the sentence after the anchor's, in its block: "That is false.", "The exchange has denied this."."""
    number = index.sentence_of(anchor.end - 1) + 1
    sentences = index.article.sentences
    if number >= len(sentences) or sentences[number].block != sentences[number - 1].block:
        return
    first, last = index.sentence_tokens[number]
    tokens = Span(first, min(last, first + SIGHT))
    keys = index.keys(tokens)
    if any(map(_says, index.keys(anchor))):
        return  # that somebody said so stands, whoever denies what was said
    if takes_back(keys) or _undoes(keys, index.keys(anchor)):
        yield Frame("denial", tokens)


def takes_back(keys: Sequence[str]) -> bool:
    """Whether the keys of a sentence, or of a parenthesis, take back what stands before it."""
    words = tuple([key for key in keys if key[0].isalnum()])
    words = words[2 * (words[:2] in framing.OPENING_PAIRS) :]
    words = words[words[:1] != () and words[0] in framing.OPENING_BACK :]
    if not words:
        return False
    if len(words) <= _LONGEST_TAKING_BACK and (words in framing.TAKING_BACK or _only_denies(words)):
        return True
    if _TAKING_BACK.isdisjoint(keys):
        return False
    subject = _pointing_subject(keys)
    if subject and _judges(keys, subject):
        return True
    if (keys[:2] == ("no", "such") and "happened" in keys) or _without_evidence(words) or _calls_untrue(keys):
        return True
    return (keys[:1] == ("the",) and keys[1:2] != () and keys[1] in _REAL) or _denies(keys)


def _only_denies(words: Sequence[str]) -> bool:
    """Whether a sentence is but a pronoun and a verb that denies: "He didn't.", "They never have."."""
    group = words[1:]
    if words[-2:] == ("not", "all"):
        return False  # "That is not all."
    return words[0] in _PRONOUNS and all(one in _GROUP or negates(one) for one in group) and any(map(negates, group))


def _denies(keys: Sequence[str]) -> bool:
    """Whether somebody denies or does not confirm it: "The exchange has denied this.", "could not verify the claim"."""
    for at, key in enumerate(keys):
        following = keys[at + 1 :]
        denied = key in framing.DENIAL and keys[at - 1 : at] not in (("who",), ("which",))
        unconfirmed = key in _CONFIRM and any(map(negates, keys[max(at - _NEAR, 0) : at]))
        if (denied or unconfirmed) and points_back(following):
            return True
    return False


def _says(key: str) -> bool:
    return SAYINGS.get(key) in _SAY_SO and (key in _SAID or key.endswith("ed"))


def _judges(keys: Sequence[str], start: int) -> bool:
    """Whether what is said of a subject that ends at a token is that it is untrue, doubtful or not true.

    "It denies the rumour" and "The ruling rejected his claim" say what somebody did.
    """
    place = next((at for at in range(start, len(keys)) if keys[at] in _JUDGING), -1)
    group = keys[start:place]
    alone = place == start and not negates(keys[0])  # "None of this happened", but no "It denied"
    if place < start or alone or not all(key in _GROUP or negates(key) for key in group):
        return False
    following = keys[place + 1 : place + 2]
    ends = not following or not following[0][0].isalnum() or following[0] in _BEHIND
    if keys[place] == "made":
        return following == ("up",)
    return ends and (keys[place] not in framing.TRUTH or any(map(negates, (*group, keys[0]))))


def _without_evidence(words: Sequence[str]) -> bool:
    """Whether a sentence says that there is none: "There is no evidence for this"."""
    evidence = words[:1] == ("there",) and not _SUPPORT.isdisjoint(words) and any(map(negates, words))
    return evidence and words[-1] in framing.BACK_POINTERS


def _calls_untrue(keys: Sequence[str]) -> bool:
    """Whether a sentence calls what was said untrue: "The mayor says this is untrue"."""
    for at, key in enumerate(keys[:-2]):
        if key in framing.BACK_POINTERS and keys[at + 1] in _IS and keys[at + 2] in framing.FALSITY:
            said = at and (keys[at - 1] == "that" or keys[at - 1] in SAYINGS)
            if said and key == "it" and keys[at + 2] in _OF_PEOPLE:
                return False  # "critics said it was wrong": to do so
            return keys[at + 3 : at + 4] != ("to",)
        if key in _CALLING and (keys[at + 1] in framing.BACK_POINTERS or keys[at + 2] in framing.STATEMENTS):
            return not (framing.FALSITY | _FAKE).isdisjoint(keys[at + 2 : at + 2 + _NEAR])
    return False


def _undoes(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence undoes what was said before it: "The order was later overturned", "The mayor vetoed it"."""
    verb = next((at for at, key in enumerate(keys) if key in framing.UNDONE | framing.PUT_OFF), 0)
    start = verb
    while start and keys[start - 1] in _IS | _ADVERBS:
        start -= 1
    active = _IS.isdisjoint(keys[start:verb])
    noun = keys[verb + 1 : verb + 3] if active else keys[max(start - 2, 0) : start]
    decided = noun[1:] != () and noun[1] in framing.DECISIONS
    if not verb or (keys[verb] in framing.PUT_OFF and not decided and framing.FUTURE.isdisjoint(said)):
        return False
    if active:
        return points_back(keys[verb + 1 :]) or _points_at(noun, said)
    return set(keys[: max(start - 2, 0)]) <= _OPENING and (noun in _THEY or _points_at(noun, said))


def _points_at(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether "the order" or "this approval" is a word of those before, of the stem of one, or points at them."""
    if len(words) < 2 or words[0] not in _POINTING or not words[1].isalpha():
        return False
    stem = words[1][:_STEM]
    like = len(stem) == _STEM and any(key.startswith(stem) for key in said)
    return like or words[1] in said or words[1] in framing.POINTING_NOUNS


def _pointing_subject(keys: Sequence[str]) -> int:
    """Where the subject ends that is what was just said: "That …", "The report …", "None of this …"; 0 for none."""
    first = (*keys[:4], "", "", "", "")
    if first[0] in framing.BACK_POINTERS:
        return 2 if first[1] in framing.POINTING_NOUNS and first[0] != "it" else 1
    if first[0] in {"the", "both"} and first[1] in framing.POINTING_NOUNS:
        return 2
    if first[:2] == ("none", "of") and first[2] in framing.BACK_POINTERS:
        return 3
    of = keys.index("of") if first[0] == "not" and "of" in keys[:4] else 0
    return of + 2 if of and keys[of + 1 : of + 2] != () and keys[of + 1] in framing.BACK_POINTERS else 0


def points_back(keys: Sequence[str]) -> bool:
    """Whether these keys begin with an object that points at what was said: "this.", "it", "the claim"."""
    if not keys:
        return False
    if keys[0] in framing.BACK_POINTERS:
        return len(keys) == 1 or not keys[1][0].isalnum() or keys[1] in _WHEN or keys[1].endswith("ly")
    return keys[0] == "the" and keys[1:2] != () and keys[1] in framing.STATEMENTS
