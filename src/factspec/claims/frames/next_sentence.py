"""Frames in the sentence behind approved words, which takes them back: "That is false.", "It was not."."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import SIGHT, Frame, negates
from factspec.claims.frames.undone import UNDOING, points_back, undoes
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.framing_words import PAST
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.verbs import AUXILIARIES, DETERMINERS, inflections

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
_AUXILIARIES = AUXILIARIES | _ADVERBS | {"be", "been", "ever", "actually"}
_BEHIND = frozenset("by up on in at according".split())
_PRONOUNS = frozenset("he she it they i we this that".split())
_REAL = frozenset("real true actual correct".split())
_CONFIRM = frozenset("confirm verify substantiate".split())
_CALLING = frozenset("called calls calling labelled labeled described dismissed".split())
_FAKE = frozenset("fake absurd nonsense inaccurate ridiculous joke prank spoof parody satire drill".split())
_HAPPENING = frozenset("happened occurred place".split())
_GOES = frozenset("goes went ran runs has had".split())
# How many tokens a sentence may have before the "but" of "not 300 but 30", and before what a noun really is.
_LONGEST_INSTEAD = 8
_FAR = 8
_SUPPORT = framing_words.EVIDENCE | {"confirmation", "truth"}
_NEAR = 3
# What is said of people and what they do as often as of statements.
_OF_PEOPLE = frozenset({"wrong", "mistaken", "absurd", "lied"})
# What leaves open what is still to come as often as what was said.
_DOUBT = framing_words.DOUBT - frozenset("probably presumably hopefully perhaps maybe possibly".split())
_SAY_SO = frozenset({"say", "claim", "accuse", "suggest", "warn", "think"})
_SAID = frozenset({"said", "told", "thought"})
_JUDGING = _DOUBT | framing_words.FALSITY | framing_words.DENIAL | framing_words.TRUTH | _FAKE | {"made", "hoax"}
_TAKING_BACK = {"nothing"} | _JUDGING | _SUPPORT | _REAL | _CALLING | _CONFIRM | {"such"}
_LONGEST_TAKING_BACK = max(map(len, framing_words.TAKING_BACK))
# A sentence without one of these, or a word with "n't", takes nothing back; most have none.
_CUES = _TAKING_BACK | framing_words.NEGATION | UNDOING | {"or", "so", "correction"}
_CUES |= {max(words, key=len) for words in framing_words.TAKING_BACK if _CUES.isdisjoint(words)}


def frames_in_next_sentence(index: Index, anchor: Span) -> Iterator[Frame]:
    """A frame in the sentence after the anchor's, in its block: "That is false.", "The exchange has denied this."."""
    number = index.sentence_of(anchor.end - 1) + 1
    sentences = index.article.sentences
    if number >= len(sentences) or sentences[number].block != sentences[number - 1].block:
        return
    first, last = index.sentence_tokens[number]
    tokens = Span(first, min(last, first + SIGHT))
    keys = index.keys(tokens)
    if _CUES.isdisjoint(keys) and not index.holds("n't ", tokens):
        return
    said = index.keys(anchor)
    # That somebody said so stands, whoever denies what was said.
    taken_back = not any(map(_says, said)) and (takes_back(keys, said) or _corrects(keys, said))
    if taken_back or undoes(keys, said):
        yield Frame("denial", tokens)


def takes_back(keys: Sequence[str], said: Sequence[str] = ()) -> bool:
    """Whether the keys of a sentence, or of a parenthesis, take back what stands before it: `said`."""
    keys = _opened(keys)
    words = tuple([key for key in keys if key[0].isalnum()])
    if not words:
        return False
    if len(words) <= _LONGEST_TAKING_BACK and (words in framing_words.TAKING_BACK or _only_denies(words)):
        return True
    if words[:2] == ("or", "so") or _is_rumoured(words) or _denies_verb(keys, said):
        return True
    if _TAKING_BACK.isdisjoint(keys):
        return False
    subject = _pointing_subject(keys)
    if subject and _judges(keys, subject):
        return True
    return (
        _no_such(words) or _without_evidence(words) or _calls_untrue(keys) or _gives_real(keys, said) or _denies(keys)
    )


def _opened(keys: Sequence[str]) -> Sequence[str]:
    """The keys of a sentence behind what may open it: "In fact, …", "Correction: …"."""
    keys = _worded(keys)
    if tuple(keys[:2]) in framing_words.OPENING_PAIRS:
        keys = keys[2:]
    elif len(keys) > 1 and keys[0] in framing_words.OPENING_BACK and (keys[0] != "no" or not keys[1].isalnum()):
        keys = keys[1:]
    return _worded(keys)


def _worded(keys: Sequence[str]) -> Sequence[str]:
    first = next((at for at, key in enumerate(keys) if key[0].isalnum()), len(keys))
    return keys[first:]


def _corrects(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence puts something else for what was said: "Correction: …", "Not 300 but 30 jobs were lost"."""
    keys = _worded(keys)
    if keys[:2] == ("correction", ":"):
        return True
    instead = keys[1 : keys.index("but")] if keys[:1] == ("not",) and "but" in keys[:_LONGEST_INSTEAD] else ()
    return bool(instead) and all(key in said or key in DETERMINERS for key in instead)


def _is_rumoured(words: Sequence[str]) -> bool:
    """Whether a sentence calls what was said a rumour: "So the story goes"."""
    named = words[:2] == ("so", "the") and not (framing_words.SAY_SO_NOUNS | framing_words.STATEMENTS).isdisjoint(
        words[2:3]
    )
    return named and words[-1] in _GOES


def _denies_verb(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence says no more than that what was told is not so: "The mine did not close", "It never closed".

    A verb with an object of its own, or at another time, denies something else.
    """
    noun = keys[:1] == ("the",) and keys[1:2] != () and keys[1] in said
    subject = 2 if noun else int(keys[:1] != () and (keys[0] in _PRONOUNS or keys[0] in said))
    verb = next((at for at in range(subject, len(keys)) if keys[at] not in _AUXILIARIES and not negates(keys[at])), 0)
    denied = subject and verb > subject and any(map(negates, keys[subject:verb])) and not any(map(negates, said))
    if not denied or not _ends(keys[verb + 1 :]):
        return False
    return any(not _forms(key).isdisjoint(_forms(keys[verb])) for key in said)


def _ends(following: Sequence[str]) -> bool:
    rest = following[1:] if following[:1] != () and following[0] in framing_words.BACK_POINTERS else following
    return not rest or not rest[0][0].isalnum() or rest[:2] == ("at", "all")


def _forms(key: str) -> frozenset[str]:
    return inflections(PAST.get(key, key)) | {PAST.get(key, key)}


def _no_such(words: Sequence[str]) -> bool:
    """Whether nothing of what was said happened, or is true: "No such thing took place", "Nothing of this is true"."""
    none = words[:2] in (("no", "such"), ("nothing", "of"))
    return none and not (_HAPPENING | framing_words.TRUTH).isdisjoint(words[2:])


def _gives_real(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence gives another value for a noun of those before: "The real number is 60 per cent"."""
    if keys[:1] != ("the",) or keys[1:2] == () or keys[1] not in _REAL:
        return False
    verb = next((at for at, key in enumerate(keys[:_FAR]) if key in _IS), 0)
    named = any(key in framing_words.POINTING_NOUNS or key in said for key in keys[2:verb])
    return named and not any(map(negates, keys[verb : verb + 2]))


def _only_denies(words: Sequence[str]) -> bool:
    """Whether a sentence is but a pronoun and a verb that denies: "He didn't.", "They never have."."""
    group = words[1:]
    if words[-2:] == ("not", "all"):
        return False  # "That is not all."
    return words[0] in _PRONOUNS and all(one in _GROUP or negates(one) for one in group) and any(map(negates, group))


def _denies(keys: Sequence[str]) -> bool:
    """Whether somebody denies or does not confirm it: "The exchange has denied this.", "could not verify the claim"."""
    for at, key in enumerate(keys):
        if key not in framing_words.DENIAL and key not in _CONFIRM:
            continue
        denied = key in framing_words.DENIAL and keys[at - 1 : at] not in (("who",), ("which",))
        near = any(map(negates, keys[max(at - _NEAR, 0) : at]))
        denied = denied and not near  # "Nobody denies this"
        unconfirmed = key in _CONFIRM and near
        if (denied or unconfirmed) and points_back(keys[at + 1 :]):
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
    denied = any(map(negates, (*group, keys[0])))
    if keys[place] == "made":
        return following == ("up",) and not denied
    return ends and denied == (keys[place] in framing_words.TRUTH)


def _without_evidence(words: Sequence[str]) -> bool:
    """Whether a sentence says that there is none: "There is no evidence for this"."""
    evidence = words[:1] == ("there",) and not _SUPPORT.isdisjoint(words) and any(map(negates, words))
    return evidence and words[-1] in framing_words.BACK_POINTERS


def _calls_untrue(keys: Sequence[str]) -> bool:
    """Whether a sentence calls what was said untrue: "The mayor says this is untrue"."""
    for at, key in enumerate(keys[:-2]):
        if key in framing_words.BACK_POINTERS and keys[at + 1] in _IS and keys[at + 2] in framing_words.FALSITY:
            if any(map(negates, keys[:at])):
                return False  # "None of this is disputed"
            said = at and (keys[at - 1] == "that" or keys[at - 1] in SAYINGS)
            if said and key == "it" and keys[at + 2] in _OF_PEOPLE:
                return False  # "critics said it was wrong": to do so
            following = keys[at + 3 : at + 4]
            return not following or not following[0][0].isalnum() or following[0] in _BEHIND
        if key in _CALLING and (
            keys[at + 1] in framing_words.BACK_POINTERS or keys[at + 2] in framing_words.STATEMENTS
        ):
            return not (framing_words.FALSITY | _FAKE).isdisjoint(keys[at + 2 : at + 2 + _NEAR])
    return False


def _pointing_subject(keys: Sequence[str]) -> int:
    """Where the subject ends that is what was just said: "That …", "The report …", "None of this …"; 0 for none."""
    first = (*keys[:4], "", "", "", "")
    if first[0] in framing_words.BACK_POINTERS:
        return 2 if first[1] in framing_words.POINTING_NOUNS and first[0] != "it" else 1
    if first[0] in {"the", "both"} and first[1] in framing_words.POINTING_NOUNS:
        return 2
    if first[:2] == ("none", "of") and first[2] in framing_words.BACK_POINTERS:
        return 3
    of = keys.index("of") if first[0] == "not" and "of" in keys[:4] else 0
    return of + 2 if of and keys[of + 1 : of + 2] != () and keys[of + 1] in framing_words.BACK_POINTERS else 0
