"""A frame, and what single words do to the clause that they govern."""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from factspec.language import framing_words
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.number_words import WORDS
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token

# What is only meant to show or to prove: "set out to show that".
_MEANT = frozenset("out tried tries trying sought seeks attempted hopes hoped wants wanted aims aimed".split())
# What joins a clause that it takes for granted to one that may be denied.
_CONJUNCTIONS = frozenset("because since although though".split())
# What nobody is surprised at is so: "it is no secret that".
_GRANTED = frozenset(("no", noun) for noun in "secret surprise wonder accident coincidence mystery".split())
# What the writer asks to be kept in mind: "it must be said that".
_REMARKED = frozenset("noted said added mentioned stated".split())
_OUGHT = (("should", "be"), ("must", "be"))
_FACTIVE_CLASSES = frozenset({"admit", "prove"})
_SAY_SO_CLASSES = frozenset({"say", "claim", "suggest", "think", "promise", "warn", "accuse", "ask", "demand"})
# How many tokens before a word a negation or refusal may stand that turns it: "has not yet shown", "declined to say".
_TURNING = 3

SIGHT = 60
"""How far from an anchor its sentence and the next are read, in tokens, so that one without an end costs no more."""


class Frame(NamedTuple):
    """A frame around an anchor: what it does (`denial`, `doubt`, …) and the token range of the words that do it."""

    does: str
    tokens: Span


WHEN = frozenset("on in at by for since yesterday today later as again".split())
"""What says when or why, and may follow the end of a clause in its sentence."""


def one_token(start: int, position: int) -> Span:
    """The token at a position behind a token."""
    return Span(start + position, start + position + 1)


def ends(following: Sequence[str], goes_on: Container[str] = ()) -> bool:
    """Whether a part of a sentence ends before these keys: at its end, at a sign, or at a word that begins another."""
    return not following or not following[0][0].isalnum() or following[0] in goes_on


def governing(keys: Sequence[str], position: int) -> str:
    """What a word does to the clause that it takes: `fact` where it takes it for granted, empty where nothing."""
    does = class_of(keys[position])
    if tuple(keys[max(position - 1, 0) : position + 1]) == ("ruled", "out"):
        return "denial"
    if does == "fact" and position > 1 and keys[position - 1] == "to" and keys[position - 2] in _MEANT:
        return "doubt"
    if (
        keys[position] in _CONJUNCTIONS
        or _is_remark(keys, position)
        or tuple(keys[position : position + 2]) in _GRANTED
    ):
        return "fact"
    turned = _turned(keys, position) or _headed(keys, position)
    if keys[position] in framing_words.EVIDENCE:
        return "negation" if turned else ""
    before = tuple(keys[max(position - _TURNING, 0) : position])
    if (does == "doubt" and before[-1:] == ("no",)) or (does == "denial" and _is_of_nobody(before)):
        return "fact"
    return "negation" if does in {"fact", "say-so"} and turned else does


def class_of(key: str) -> str:
    """What a word before a clause does to it by itself."""
    said = SAYINGS.get(key, "")
    classes = (
        ("denial", key in framing_words.DENIAL or said == "deny" or key in framing_words.FALSITY),
        ("doubt", key in framing_words.DOUBT or key in framing_words.OPEN or said == "doubt"),
        ("fact", key in framing_words.FACTIVE or said in _FACTIVE_CLASSES),
        ("say-so", said in _SAY_SO_CLASSES or key in framing_words.SAY_SO_NOUNS | framing_words.HEARSAY),
        ("condition", key in framing_words.CONDITION),
        ("negation", negates(key)),
    )
    return next((name for name, holds in classes if holds), "")


def _is_remark(keys: Sequence[str], position: int) -> bool:
    """Whether the writer only points something out: "Note that", "It is worth noting that", "It must be said that"."""
    before = tuple(keys[max(position - _TURNING, 0) : position])
    if keys[position] == "note":
        return not position or (before[-1:] == ("to",) and tuple(keys[:2]) == ("it", "is"))
    if before[-1:] == ("worth",):
        return True
    return keys[position] in _REMARKED and before[0:1] == ("it",) and before[1:] in _OUGHT


def _is_of_nobody(before: Sequence[str]) -> bool:
    """Whether these keys before a verb hold a subject that is nobody: "Nobody has | denied that"."""
    return "nobody" in before or ("no", "one") in pairwise(before)


def _turned(keys: Sequence[str], position: int) -> bool:
    for at in range(position - 1, max(position - 1 - _TURNING, -1), -1):
        if keys[at] in framing_words.BOUNDARIES:
            return False
        if negates(keys[at]) or keys[at] in framing_words.REFUSAL or keys[at] in _LITTLE:
            return True
    return False


def _headed(keys: Sequence[str], position: int) -> bool:
    """Whether a sentence begins with nothing or nobody that a verb near is said of: "Nothing in the books proves"."""
    near = position <= 2 * _TURNING and (framing_words.BOUNDARIES | framing_words.SUBORDINATORS).isdisjoint(
        keys[:position]
    )
    return near and keys[0] in _HEADS


_HEADS = frozenset("nothing nobody none no neither".split())
_LITTLE = frozenset("few little scant".split())
# What lets one thing or the other be, and so both.
_EITHER = frozenset("can may could whether".split())


def offers_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "or" offers something else for what stands before it: no clause behind a value ("by 2035 or lose")."""
    return not _is_valued(tokens, at - 1) or _is_valued(tokens, at + 1)


def _is_valued(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and (tokens[at].text[0].isdigit() or tokens[at].key in _VALUES)


_VALUES = MONTHS.keys() | WEEKDAYS.keys() | (WORDS - {"a", "an"})


def lets_either(key: str) -> bool:
    """Whether behind a word "or" leaves no choice open: "not … or" denies both, "can … or" allows both."""
    return key in framing_words.NEGATION or key in _EITHER or key.endswith("n't")


def negates(key: str) -> bool:
    """Whether a word negates what follows it."""
    return key in framing_words.NEGATION or key.endswith("n't")
