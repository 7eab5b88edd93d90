"""Frames in the sentence behind approved words, which takes them back: "That is false.", "It was not."."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index

_IS = frozenset("is was are were be been has have had".split())
# What may stand with it before the word that undoes: "was later overturned".
_ADVERBS = frozenset("later since then soon quickly subsequently".split())
_GROUP = _IS | _ADVERBS | frozenset("be been do does did could can also now all simply clearly".split())
# What leaves open what is still to come as often as what was said.
_DOUBT = framing.DOUBT - frozenset("probably presumably hopefully perhaps maybe possibly".split())
_SAY_SO = frozenset({"say", "claim", "accuse", "suggest", "warn", "think"})
_SAID = frozenset({"said", "told", "thought"})
_TAKING_BACK = framing.DOUBT | framing.FALSITY | framing.DENIAL | framing.TRUTH | framing.EVIDENCE | {"made", "such"}
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
    words = words[words[:1] != () and words[0] in framing.OPENING_BACK :]
    if len(words) <= _LONGEST_TAKING_BACK and words in framing.TAKING_BACK:
        return True
    if _TAKING_BACK.isdisjoint(keys):
        return False
    points = _subject_points(keys)
    if points and (_judges_it(keys) if keys[0] == "it" else _judges(keys)):
        return True
    if (keys[:2] == ("no", "such") and "happened" in keys) or _without_evidence(words) or _calls_untrue(keys):
        return True
    return any(key in framing.DENIAL and points_back(keys[place + 1 :]) for place, key in enumerate(keys))


def _says(key: str) -> bool:
    return SAYINGS.get(key) in _SAY_SO and (key in _SAID or key.endswith("ed"))


def _judges(keys: Sequence[str]) -> bool:
    """Whether a sentence that points back calls untrue or doubtful, or says that it is not true."""
    if any(key in framing.FALSITY or key in framing.DENIAL or key in _DOUBT for key in keys):
        return True
    untrue = any(map(negates, keys)) and not framing.TRUTH.isdisjoint(keys)
    return untrue or "made up" in " ".join(keys)


def _judges_it(keys: Sequence[str]) -> bool:
    """Whether a sentence says so of "it", which may be somebody: "It is false", but not "It denies the rumour"."""
    place = next((at for at, key in enumerate(keys) if key in _TAKING_BACK), -1)
    group = keys[1:place]
    predicate = place > 1 and all(key in _GROUP or negates(key) for key in group)
    ends = place + 1 >= len(keys) or not keys[place + 1][0].isalnum() or keys[place + 1] in {"by", "up"}
    denied = keys[place] in framing.TRUTH and any(map(negates, group))
    return predicate and ends and (denied or keys[place] not in framing.TRUTH)


def _without_evidence(words: Sequence[str]) -> bool:
    """Whether a sentence says that there is none: "There is no evidence for this"."""
    evidence = words[:1] == ("there",) and not framing.EVIDENCE.isdisjoint(words) and any(map(negates, words))
    return evidence and words[-1] in framing.BACK_POINTERS


def _calls_untrue(keys: Sequence[str]) -> bool:
    """Whether a sentence calls what was said untrue: "The mayor says this is untrue"."""
    called = (at for at, key in enumerate(keys[:-2]) if key in framing.BACK_POINTERS and keys[at + 1] in _IS)
    return any(keys[at + 2] in framing.FALSITY and keys[at + 3 : at + 4] != ("to",) for at in called)


def _undoes(keys: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence undoes what the words before it decided: "The order was later overturned"."""
    if framing.UNDONE.isdisjoint(keys) or keys[:1] != ("the",) or len(keys) < 2:
        return False
    verb = next((at for at, key in enumerate(keys) if key in framing.UNDONE), 0)
    named = keys[1] in said or keys[1] in framing.POINTING_NOUNS
    return named and verb > 2 and set(keys[2:verb]) <= _IS | _ADVERBS and not _IS.isdisjoint(keys[2:verb])


def _subject_points(keys: Sequence[str]) -> bool:
    """Whether a sentence is about what was just said: "That …", "The report …", "None of this …", "Both claims …"."""
    first = tuple(keys[:3])
    if first[:1] and first[0] in framing.BACK_POINTERS:
        return len(first) < 2 or first[1] not in framing.POINTING_NOUNS or first[0] in {"this", "that"}
    if first[:1] in (("the",), ("both",)) and len(first) > 1 and first[1] in framing.POINTING_NOUNS:
        return True
    if first[:2] == ("none", "of") and len(first) > 2 and first[2] in framing.BACK_POINTERS:
        return True
    return first[:1] == ("not",) and "of" in keys[:4] and keys[keys.index("of") + 1] in framing.BACK_POINTERS


def points_back(keys: Sequence[str]) -> bool:
    """Whether these keys begin with an object that points at what was said: "this.", "it", "the claim"."""
    if not keys:
        return False
    if keys[0] in framing.BACK_POINTERS:
        return len(keys) == 1 or not keys[1][0].isalnum()
    return keys[0] == "the" and keys[1:2] != () and keys[1] in framing.STATEMENTS
