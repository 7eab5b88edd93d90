"""Frames that stand behind approved words, in the rest of their sentence."""

from collections.abc import Iterator, Sequence

from factspec.lexicon import framing
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_limits import ALL_REACH, LIMITING, limits
from factspec.match.framing_next import takes_back
from factspec.match.framing_undone import UNDOING_BEHIND, points_back, undone_behind
from factspec.match.framing_word import SIGHT, WHEN, Frame, ends, negates, one_token
from factspec.match.index import Index
from factspec.match.verbs import DETERMINERS
from factspec.registry import load
from factspec.text.places import Span
from factspec.text.worded import WORDS

# How many tokens a clause such as ", the bank said" may have before its verb.
_TAIL = 8
# How many tokens of the anchor's own clause may stand between it and what is said of it.
_REST = 8
# How near behind an anchor a condition stands that has no comma before it.
_NEAR = 3
# How soon behind the noun or the article a verdict in apposition stands: ", a claim since withdrawn".
_APPOSITION = 4
_BE = frozenset("is was are were be been being has have had proved proves turned out to later since".split())
_OPENING = (",", "-", "--", "(", "[")
# Words by which what stands before them is judged.
_JUDGING = framing.DOUBT | framing.FALSITY | framing.DENIAL
_FRAMING = (
    framing.UNTRUE
    | framing.HEARSAY
    | {"words", "account", "accounts", "telling", "reckoning"}
    | _JUDGING
    | framing.UNDONE
    | framing.HOPING
    | framing.OPEN
    | SAYINGS.keys()
    | {"if", "unless", "or", "according", "not"}
)
# "many, if not all", "the wording, if not the decision": what may be more, or is left out, is no condition.
_MUCH = DETERMINERS | WORDS | frozenset("all most many much more quite entirely always".split())
_NOTHING = frozenset("no nobody nothing none neither few".split())
# Without one of these nothing behind words frames them; behind most stand none.
_CUES = _FRAMING | _NOTHING | LIMITING | UNDOING_BEHIND | {'"'}
# What "no" and "few" stand with and deny nothing.
_NO_LONGER = frozenset({"longer", "more"})
_NO_DENIAL = frozenset("later earlier sooner more less fewer longer doubt matter small".split())


def frames_after(index: Index, anchor: Span, *, governed: bool) -> Iterator[Frame]:
    """Frames behind an anchor in its sentence; `governed` where its clause hangs on "that" or "whether"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + SIGHT)))
    if after and index.token_keys[sentence.end - 1] == "?":
        yield Frame("question", Span(sentence.end - 1, sentence.end))
    if _CUES.isdisjoint(after):
        return
    yield from _of_nothing(after, anchor.end)
    yield from limits(after, anchor.end, index.keys(Span(max(anchor.end - ALL_REACH, anchor.start), anchor.end)))
    yield from undone_behind(after, anchor.end, index.keys(anchor))
    if after[:1] == ('"',):
        yield from _verdict(after[1:], anchor.end + 1)
    if _FRAMING.isdisjoint(after):
        return
    yield from _condition(after, anchor.end)
    rest = _rest(after)
    if (
        _ends_in_relative(index.keys(Span(max(anchor.start - 1, sentence.start), anchor.end)))
        and after[rest : rest + 1] == (",",)
        and _is_verb(after[rest + 1 : rest + 2])
    ):
        return  # behind the comma the clause goes on that the relative one stands in
    yield from _verdict(after, anchor.end)
    if rest:
        yield from _verdict(after[rest:], anchor.end + rest)
    clause = index.tokens[anchor.end + rest : anchor.end + len(after)]
    yield from load("factspec.match", "framing_say_so").say_so(clause, anchor.end + rest)
    if governed:
        yield from _of_the_clause(after, anchor.end)


def _ends_in_relative(keys: Sequence[str]) -> bool:
    """Whether words, with the one before them, end in a relative clause: "The mayor, who is on a visit to Oman | ,"."""
    pronoun = next((at for at in range(len(keys) - 1, -1, -1) if keys[at] in {"who", "which", ","}), 0)
    return keys[pronoun] in {"who", "which"}


def _is_verb(keys: Sequence[str]) -> bool:
    """Whether a key is a verb in the past or an auxiliary, and so follows its subject."""
    return keys != () and (keys[0] in PASTS | AUXILIARIES | SAYINGS.keys() or keys[0].endswith("ed"))


def _rest(after: Sequence[str]) -> int:
    """How many tokens of the anchor's own clause follow it, before a comma or dash; 0 where none is near."""
    for position, key in enumerate(after[: _REST + 1]):
        if key in _OPENING:
            return position
        if key in framing.BOUNDARIES or key in framing.RELATIVES:
            return 0
    return 0


def _of_nothing(after: Sequence[str], start: int) -> Iterator[Frame]:
    """An object that is none: "The police arrested | no suspects", "found him guilty | of nothing"."""
    at = int(after[:1] != () and after[0] in {"of", "on", "in", "for", "to", "at"})
    following = (*after[at + 1 : at + 3], "", "")
    ends = following[0] in _NO_LONGER and not following[1][:1].isalnum()  # "no longer than", but "no longer."
    if after[at : at + 1] and after[at] in _NOTHING and (ends or following[0] not in _NO_DENIAL):
        yield Frame("negation", one_token(start, at))


def _condition(after: Sequence[str], start: int) -> Iterator[Frame]:
    for position, key in enumerate(after):
        earlier = after[position - 1] if position else ""
        if key in {"and", "but", ";"}:
            return
        following = after[position + 1 : position + 3]
        if following[:1] == ("only",) or (following[:1] == ("not",) and following[1:] != () and following[1] in _MUCH):
            continue
        if key in {"if", "unless"} and (earlier in {"", ","} or position < _NEAR) and earlier not in {"even", "as"}:
            yield Frame("condition", one_token(start, position))


def _verdict(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on the claim: ", a claim since withdrawn", ", which the ministry denied", ", allegedly"."""
    if after[:3] == (",", "or", "so"):
        yield Frame("doubt", Span(start + 1, start + 3))
    yield from _beside(after, start)
    for position, key in enumerate(after):
        ends = position + 1 == len(after) or not after[position + 1][0].isalnum()
        if key in framing.DOUBT and key.endswith("ly") and after[:position] in ((), (",",)) and ends:
            yield Frame("doubt", one_token(start, position))
        if key == "lied" or (key == "absurd" and not framing.DECISIONS.isdisjoint(after[:position])):
            continue  # what somebody did, or thinks of an act
        if (key in framing.FALSITY or key in framing.DENIAL or key in framing.UNDONE) and _judges(after, position):
            yield Frame("denial", one_token(start, position))


def _beside(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict right behind the claim: ", which is not true", "(this is disputed)", "(false)", ": not true"."""
    if after[:2] == (",", "which") and any(map(negates, after[:_TAIL])) and not framing.TRUTH.isdisjoint(after[:_TAIL]):
        yield Frame("denial", Span(start + 1, start + 2))
    end = next((at for at, key in enumerate(after) if key in {")", "]"}), 0)
    bracketed = after[:1] in (("(",), ("[",))
    if bracketed and takes_back(after[1:end]):
        yield Frame("denial", Span(start, start + end + 1))
    beside = bracketed or (after[:1] in ((":",), ("-",), ("--",)) and _ends_clause(after[2:]))
    if beside and after[1:2] and (after[1] in _JUDGING or after[1] == "not"):
        yield Frame("denial", one_token(start, 1))


def _ends_clause(following: Sequence[str]) -> bool:
    return not following or not following[0][0].isalnum()


def _judges(after: Sequence[str], position: int) -> bool:
    """Whether a word that denies or calls untrue speaks of the words before `after`."""
    earlier, following = after[:position], after[position + 1 :]
    if points_back(following) and framing.SUBORDINATORS.isdisjoint(earlier):
        return True
    if earlier and set(earlier) <= _BE | {"a"}:
        return True
    if earlier[:2] == (",", "which"):
        return earlier[-1] in _BE or (position > 2 and ends(following, WHEN))
    if earlier[:1] in ((",",), ("-",), ("(",)) and earlier[1:2] in (("a",), ("an",), ("something",), ("which",)):
        named = any(key in framing.POINTING_NOUNS or key in framing.SAY_SO_NOUNS for key in earlier[2:_APPOSITION])
        acts = len(earlier) > 4 and (earlier[2] in framing.DECISIONS or earlier[2] in framing.POINTING_NOUNS)
        relative = acts and earlier[3] in {"that", "which"} and set(earlier[4:]) <= _BE
        late = relative or (earlier[-1] in {"since", "later", "now"} and position <= _APPOSITION + 1)
        return named or earlier[1] in {"something", "which"} or position < _APPOSITION or late
    return (
        after[:1] == (",",)
        and ({",", "and"} | framing.SUBORDINATORS).isdisjoint(earlier[1:])
        and 1 < position < _TAIL
        and (not following or not following[0][0].isalnum())
    )


def _of_the_clause(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on a clause with "that", behind the rest of it: "reports that … | in May were false"."""
    for position, key in enumerate(after[:_REST]):
        if key in framing.BOUNDARIES or key in framing.RELATIVES:
            return
        verb = after[max(position - 1, 0)] if after[max(position - 1, 0)] != "a" else after[max(position - 2, 0)]
        if position and (key in framing.FALSITY | framing.UNTRUE or key in framing.DENIAL) and verb in _BE:
            yield Frame("denial", one_token(start, position))
