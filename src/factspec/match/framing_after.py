"""Frames that stand behind approved words: in the rest of their sentence, or in the next one."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index

# How many tokens a clause such as ", the bank said" may have before its verb.
_TAIL = 8
# How many tokens of the anchor's own clause may stand between it and what is said of it.
_REST = 8
# How near behind an anchor a condition stands that has no comma before it.
_NEAR = 3
# How soon behind the noun or the article a verdict in apposition stands: ", a claim since withdrawn".
_APPOSITION = 4
_BE = frozenset("is was are were be been being has have had proved proves turned out to later since".split())
_WHEN = frozenset("on in at by for since yesterday today later as again".split())
_OPENING = (",", "-", "--", "(")
# Words of which each frame behind an anchor, and each sentence that takes back, has one; most sentences have none.
_JUDGING = framing.DOUBT | framing.FALSITY | framing.DENIAL
_FRAMING = _JUDGING | SAYINGS.keys() | {"if", "unless", "or", "according", "not"}
_NOTHING = frozenset("no nobody nothing none neither few".split())
# What "no" and "few" stand with and deny nothing.
_NO_DENIAL = frozenset("later earlier sooner more less fewer longer doubt matter small".split())
_TAKING_BACK = _JUDGING | framing.TRUTH | {"made", "such"}
_LONGEST_TAKING_BACK = max(map(len, framing.TAKING_BACK))


def frames_after(index: Index, anchor: Span, *, governed: bool) -> Iterator[Frame]:
    """Frames behind an anchor in its sentence; `governed` where its clause hangs on "that" or "whether"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + SIGHT)))
    if after and index.tokens[sentence.end - 1].key == "?":
        yield Frame("question", Span(sentence.end - 1, sentence.end))
    yield from _of_nothing(after, anchor.end)
    if _FRAMING.isdisjoint(after):
        return
    yield from _condition(after, anchor.end)
    rest = _rest(after)
    yield from _verdict(after, anchor.end)
    if rest:
        yield from _verdict(after[rest:], anchor.end + rest)
    yield from _said(after[rest:], anchor.end + rest)
    if governed:
        yield from _of_the_clause(after, anchor.end)


def _at(start: int, position: int) -> Span:
    return Span(start + position, start + position + 1)


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
    if after[at : at + 1] and after[at] in _NOTHING and (after[at + 1 : at + 2] or ("",))[0] not in _NO_DENIAL:
        yield Frame("negation", _at(start, at))


def _condition(after: Sequence[str], start: int) -> Iterator[Frame]:
    for position, key in enumerate(after):
        earlier = after[position - 1] if position else ""
        if key in {"if", "unless"} and (earlier in {"", ","} or position < _NEAR) and earlier not in {"even", "as"}:
            yield Frame("condition", _at(start, position))


def _verdict(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on the claim: ", a claim since withdrawn", ", which the ministry denied", ", allegedly"."""
    if after[:3] == (",", "or", "so"):
        yield Frame("doubt", Span(start + 1, start + 3))
    if after[:1] in (("(",), (":",), ("-",), ("--",)) and after[1:2]:
        judged = after[1] in _JUDGING and (after[0] == "(" or after[2:3] == () or not after[2][0].isalnum())
        if judged or after[:2] == ("(", "not"):
            yield Frame("denial", _at(start, 1))
    for position, key in enumerate(after):
        ends = position + 1 == len(after) or not after[position + 1][0].isalnum()
        if key in framing.DOUBT and key.endswith("ly") and after[:position] in ((), (",",)) and ends:
            yield Frame("doubt", _at(start, position))
        if (key in framing.FALSITY or key in framing.DENIAL) and _judges(after, position):
            yield Frame("denial", _at(start, position))


def _judges(after: Sequence[str], position: int) -> bool:
    """Whether a word that denies or calls untrue speaks of the words before `after`."""
    earlier, following = after[:position], after[position + 1 :]
    if points_back(following):
        return True
    if earlier and set(earlier) <= _BE | {"a"}:
        return True
    if earlier[:2] == (",", "which"):
        return earlier[-1] in _BE or (position > 2 and _ends(following))
    if earlier[:1] in ((",",), ("-",), ("(",)) and earlier[1:2] in (("a",), ("an",), ("something",), ("which",)):
        named = any(key in framing.POINTING_NOUNS or key in framing.SAY_SO_NOUNS for key in earlier[2:_APPOSITION])
        return named or earlier[1] in {"something", "which"} or position < _APPOSITION
    return (
        after[:1] == (",",)
        and "," not in earlier[1:]
        and 1 < position < _TAIL
        and (not following or not following[0][0].isalnum())
    )


def _ends(following: Sequence[str]) -> bool:
    return not following or not following[0][0].isalnum() or following[0] in _WHEN


def points_back(keys: Sequence[str]) -> bool:
    """Whether these keys begin with an object that points at what was said: "this.", "it", "the claim"."""
    if not keys:
        return False
    if keys[0] in framing.BACK_POINTERS:
        return len(keys) == 1 or not keys[1][0].isalnum()
    return keys[0] == "the" and keys[1:2] != () and keys[1] in framing.POINTING_NOUNS


def _said(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A clause that gives the words to someone: ", officials said", ", according to the bank"."""
    if after[:1] not in ((",",), ("-",)):
        return
    if after[1:3] == ("according", "to"):
        yield Frame("say-so", Span(start + 1, start + 3))
        return
    for position in range(1, min(len(after), _TAIL)):
        key = after[position]
        if key in framing.RELATIVES or key == ",":
            return
        said = SAYINGS.get(key) in {"say", "claim", "suggest", "think"}
        if said and position > 1 and after[position + 1 : position + 2] != ("of",):
            untrue = after[position - 1] in framing.FALSITY
            yield Frame("denial" if untrue else "say-so", _at(start, position - untrue))
            return


def _of_the_clause(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on a clause with "that", behind the rest of it: "reports that … | in May were false"."""
    for position, key in enumerate(after[:_REST]):
        if key in framing.BOUNDARIES or key in framing.RELATIVES:
            return
        if position and (key in framing.FALSITY or key in framing.DENIAL) and after[position - 1] in _BE:
            yield Frame("denial", _at(start, position))


def frames_in_next_sentence(index: Index, anchor: Span) -> Iterator[Frame]:
    """A frame in the sentence after the anchor's, in its block: "That is false.", "The exchange has denied this."."""
    number = index.sentence_of(anchor.end - 1) + 1
    sentences = index.article.sentences
    if number >= len(sentences) or sentences[number].block != sentences[number - 1].block:
        return
    first, last = index.sentence_tokens[number]
    tokens = Span(first, min(last, first + SIGHT))
    if _takes_back(index.keys(tokens)):
        yield Frame("denial", tokens)


def _takes_back(keys: Sequence[str]) -> bool:
    words = tuple([key for key in keys if key[0].isalnum()])
    if len(words) <= _LONGEST_TAKING_BACK and words in framing.TAKING_BACK:
        return True
    if _TAKING_BACK.isdisjoint(keys):
        return False
    points = _subject_points(keys)
    if points and any(key in framing.FALSITY or key in framing.DENIAL or key in framing.DOUBT for key in keys):
        return True
    if points and any(map(negates, keys)) and not framing.TRUTH.isdisjoint(keys):
        return True
    if points and "made up" in " ".join(keys):
        return True
    if keys[:2] == ("no", "such") and "happened" in keys:
        return True
    return any(key in framing.DENIAL and points_back(keys[place + 1 :]) for place, key in enumerate(keys))


def _subject_points(keys: Sequence[str]) -> bool:
    """Whether a sentence is about what was just said: "That …", "The report …", "None of this …", "Both claims …"."""
    first = tuple(keys[:3])
    if first[:1] and first[0] in framing.BACK_POINTERS:
        return len(first) < 2 or first[1] not in framing.POINTING_NOUNS or first[0] in {"this", "that"}
    if first[:1] in (("the",), ("both",)) and len(first) > 1 and first[1] in framing.POINTING_NOUNS:
        return True
    return first[:2] == ("none", "of") and len(first) > 2 and first[2] in framing.BACK_POINTERS
