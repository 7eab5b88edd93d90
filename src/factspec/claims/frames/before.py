"""Frames that stand before approved words in their sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factspec.claims.frames.frame import SIGHT, Frame, class_of, governing, negates, one_token
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS, STRONG
from factspec.language.verbs import DETERMINERS

# Frames before a colon or an opening mark: "Untrue: …", "The union said: …", "The mayor denies the following: …".


# "denies | this:", "claims | the following:", "denied | one thing:"
_ALL_THAT_FOLLOWS = frozenset("that this the following one thing things".split())
_DOING = frozenset("do done".split())


def of_colon(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What stands before a colon or an opening mark: "Untrue: …", "The union said: …", 'The union said, "…'."""
    last = len(before) - 1
    while last > 0 and len(before) - last < _OWN and before[last] not in framing_words.BOUNDARIES:
        last -= 1
    if before[last] != ":":
        last = len(before) - 1
    quoted = before[last] == '"'
    last -= quoted
    dashed = before[last] == "-" and last < _OWN
    if last < 1 or not (before[last] == ":" or dashed or (quoted and (before[last] == "," or before[last] in SAYINGS))):
        return
    untrue = (position for position in range(last) if before[position] in framing_words.UNTRUE)
    headed = before[last] in {":", "-"}
    if headed and (position := next(untrue, -1)) >= 0:
        yield Frame("denial", one_token(start, position))
    elif headed and any(map(negates, before[:last])) and not framing_words.TRUTH.isdisjoint(before[:last]):
        yield Frame("denial", Span(start, start + last))
    elif not dashed:
        yield from announced(before[: last + 1], start)


def announced(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What a verb or noun does to all that follows a colon: "The union said:", "denies the following:"."""
    said = len(before) - 1 - (before[-1] in {":", ","})
    while said > 0 and before[said] in _ALL_THAT_FOLLOWS:
        said -= 1
    does = governing(before, said)
    undone = before[said] in _DOING and any(map(negates, before[max(said - 2, 0) : said]))
    if undone or does in {"say-so", "doubt", "denial"} or (does == "negation" and not negates(before[said])):
        yield Frame(does or "negation", one_token(start, said))


# How far before an anchor, in tokens, the word that governs a clause is looked for.
_REACH = 14
# How many tokens of its own clause may stand before an anchor: "that the mighty old | mill".
_OWN = 10
# Behind these another clause begins, which an adverb before them says nothing of.
_OTHER_CLAUSE = frozenset(["but", "and", ";", "while", "whereas"])
_BARRING = frozenset("barring pending".split())
# How far before someone's say-so, in tokens, a word calls it untrue.
_AGAINST = 5
# What follows a "that" which is a relative pronoun, and takes no clause of the verb or noun before it.
_VERBAL = frozenset("is are was were be has have had will would may might can could should must did does do".split())
# What does not begin a clause behind a verb of saying.
_NO_CLAUSE = frozenset("to of about that nothing little more so as by for with against him her them us me".split())
# "told me | the company paid": who is told stands before the clause.
_TELLING = frozenset("tell tells told".split())
_TOLD = frozenset("me us him her them you".split())
_UNREAL = frozenset({("in", "theory"), ("on", "paper"), ("in", "principle"), ("rumour", "has"), ("rumor", "has")})


def opened(index: Index, anchor: Span) -> int:
    """The token at which the anchor's clause is opened by "that", "whether" or "if"; -1 where none opens it."""
    before, start = _seen(index, anchor)
    for position in range(len(before) - 1, max(len(before) - 1 - _OWN, -1), -1):
        key = before[position]
        if key in framing_words.COMPLEMENTISERS:
            return start + position if not _relative(before, position) else -1
        # A comma right after "that" opens a parenthesis, and is no end of a clause.
        takes_object = before[position + 1 : position + 2] != () and before[position + 1] in DETERMINERS
        governs = class_of(key) in {"say-so", "denial", "negation"} and not takes_object
        if (key in framing_words.BOUNDARIES and key != '"') or governs:
            return -1
    return -1


def _relative(before: Sequence[str], position: int) -> bool:
    following = before[position + 1] if position + 1 < len(before) else ""
    return before[position] == "that" and (following in _VERBAL or following.endswith("ed"))


def _seen(index: Index, anchor: Span) -> tuple[tuple[str, ...], int]:
    """The keys before an anchor in its sentence, and the token that they begin with."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    start = max(sentence.start, anchor.start - SIGHT)
    before = index.keys(Span(start, anchor.start))
    # What begins in the middle of a sentence is not its head.
    return (before, start) if start == sentence.start else (("", *before), start - 1)


def frames_before(index: Index, anchor: Span, opening: int) -> Iterator[Frame]:
    """Frames before an anchor whose clause is opened at a token (-1: at none)."""
    before, start = _seen(index, anchor)
    if not before:
        return
    alone = len(before) == 1 or (len(before) == 2 and before[1] in DETERMINERS)
    if before[0] in framing_words.INVERTED and (alone or before[-1] == ","):
        yield Frame("condition", one_token(start, 0))
    yield from _opening(before, start)
    yield from _adverbs(index, before, start)
    yield from of_colon(before, start)
    if opening >= start:
        yield from _governor(before[: opening - start + 1], start)
    else:
        yield from _clause(before, start)


def _opening(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What makes a sentence unreal, or a case that may not come: "In theory, …", "In case of rain, …"."""
    if tuple(before[:2]) in _UNREAL:
        yield Frame("doubt", Span(start, start + 2))
    if before[-1] in {"except", "excepting"}:
        yield Frame("negation", one_token(start, len(before) - 1))
    if before[:2] == ("far", "from") and before[-1] == "that":
        yield Frame("denial", Span(start, start + 2))
    if before[0] in _BARRING or tuple(before[:2]) == ("in", "case") or tuple(before[:3]) == ("in", "the", "worst"):
        yield Frame("condition", one_token(start, 0))


def _adverbs(index: Index, before: Sequence[str], start: int) -> Iterator[Frame]:
    """An adverb or phrase for the whole sentence: "Reportedly, …", "According to critics, …", "From next year, …"."""
    for position, key in enumerate(before):
        if not _OTHER_CLAUSE.isdisjoint(before[position + 1 :]) or _is_quoted(before, position):
            continue
        if key in framing_words.DOUBT and key.endswith(("ly", "perhaps", "maybe")):
            yield Frame("doubt", one_token(start, position))
        elif key in framing_words.FUTURE_TIMES and (
            position == 0 or before[position - 1] in {"by", "from", ",", ":", "until"}
        ):
            yield Frame("future", one_token(start, position))
        elif key == "according" and before[position + 1 : position + 2] == ("to",) and not _cites(index, before, start):
            yield Frame("say-so", Span(start + position, start + position + 2))
        elif (
            key in framing_words.CONDITION
            and key != "whether"
            and (position == 0 or before[position - 1] in framing_words.BOUNDARIES)
            and not _is_closed(before, position)
        ):
            yield Frame("condition", one_token(start, position))


def _is_closed(before: Sequence[str], position: int) -> bool:
    """Whether a clause between two commas has ended: "its surface, if it has one, is hidden"."""
    return before[position - 1 : position] == (",",) and "," in before[position:-1]


def _is_quoted(before: Sequence[str], position: int) -> bool:
    """Whether a word stands between quotation marks, and what follows behind them: '"If we stop," said'."""
    return before[:position].count('"') % 2 == 1 and '"' in before[position:]


def _cites(index: Index, before: Sequence[str], start: int) -> bool:
    """Whether a marker stands among these tokens: "According to Reuters [1], …" names a cited source."""
    first, last = index.tokens.starts[max(start, 0)], index.tokens.ends[start + len(before) - 1]
    markers = index.article.markers
    place = bisect_right(markers, first, key=attrgetter("at"))
    return place < len(markers) and markers[place].at <= last


def _governor(before: Sequence[str], start: int) -> Iterator[Frame]:
    """The word that takes the clause: the nearest before "that" or "whether"; one that vouches for it is no frame."""
    if before[-1] in {"whether", "if"}:
        yield Frame("condition" if before[-1] == "if" else "doubt", one_token(start, len(before) - 1))
        return
    if before[0] in framing_words.INVERTED:
        yield Frame("condition", one_token(start, 0))
        return
    if before[-2:-1] == ("be",) and before[-3:-2] and before[-3] in framing_words.MODAL:
        yield Frame("doubt", one_token(start, len(before) - 3))
        return
    for position in range(len(before) - 2, max(len(before) - 2 - _REACH, -1), -1):
        does = governing(before, position)
        if does == "fact" or before[position] == ";":
            return
        if does:
            untrue = _untrue(before, position) if does == "say-so" else -1
            yield Frame("denial", one_token(start, untrue)) if untrue >= 0 else Frame(does, one_token(start, position))
            return


def _untrue(before: Sequence[str], position: int) -> int:
    """Where a word before someone's say-so calls it untrue: "rejected claims that", "wrongly reported that"; or -1."""
    for at in range(position - 1, max(position - 1 - _AGAINST, -1), -1):
        key = before[at]
        if key in framing_words.BOUNDARIES:
            return -1
        if key in framing_words.FALSITY or key in framing_words.DENIAL or key in framing_words.AGAINST:
            return at
    return -1


# Nouns that are spelled as verbs of saying.
_NOUNS = frozenset("state states report reports post posts note notes comment tweet remark".split())
_CERTAIN = frozenset("certain clear sure true known".split())
_QUOTED_BEFORE = frozenset([",", '"', "'"])


def _clause(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A word that takes the clause without "that", or opens it: "nobody could say | the dam was leaking", "if | …"."""
    last = len(before) - 1
    if before[last] in _NOUNS and before[last - 1 : last] != () and before[last - 1] in DETERMINERS:
        return  # "The state | joined the union"
    if before[last] in DETERMINERS and last:
        last -= 1
    does = governing(before, last)
    if not does:
        last = _saying(before)
        does = governing(before, last) if last >= 0 else ""
        untrue = _untrue(before, last) if does == "say-so" else -1
        does, last = ("denial", untrue) if untrue >= 0 else (does, last)
    certain = before[last] in _CERTAIN and before[0] in {"it", "is"}
    if certain and (any(map(negates, before[:last])) or before[last - 2 : last] == ("far", "from")):
        yield Frame("doubt", one_token(start, last))
    if before[last] == "wonder" and before[last - 1 : last] == ("no",):
        return
    if does == "say-so" and last and before[last - 1] in _QUOTED_BEFORE:
        # '…," said | Ines Calder, who runs the office': the words are who says it, not what is said.
        return
    if does in {"say-so", "denial", "doubt", "condition"} or (does == "negation" and not negates(before[last])):
        yield Frame(does, one_token(start, last))


def _saying(before: Sequence[str]) -> int:
    """The verb of saying or thinking that takes the anchor's clause without "that": "say the old | mill"; or -1."""
    if before[-1] == ",":
        return -1
    for position in range(len(before) - 2, max(len(before) - 2 - _OWN, 0), -1):
        if before[position] in framing_words.BOUNDARIES or before[position] in framing_words.RELATIVES:
            return -1
        if SAYINGS.get(before[position]) in {"say", "claim", "think"}:
            plain = before[position] in STRONG or SAYINGS[before[position]] == "think"
            takes = before[position + 1][0].isalnum() and before[position + 1] not in _NO_CLAUSE
            takes = takes or (before[position] in _TELLING and before[position + 1] in _TOLD)
            return position if plain and takes and before[position - 1] not in DETERMINERS else -1
    return -1
