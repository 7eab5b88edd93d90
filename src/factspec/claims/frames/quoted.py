"""Frames around an approved quotation: inside its own marks ("It is not true that we won"), and before them.

Inside the marks the speaker turns his own words: he denies them, asks them, makes them a condition, doubts them or
attributes them to somebody else. Before the marks the article turns the quotation: "the deal was not “a step”".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from factspec.claims.edges import uncut
from factspec.claims.frames.around import frames, opened
from factspec.claims.frames.frame import Frame, negates
from factspec.claims.frames.rows import INSIDE_AFTER, INSIDE_BEFORE
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.verbs import is_past

# Words inside the marks that turn or bound the approved ones: "I doubt that we won".


_INSIDE = frozenset({"denial", "negation", "condition", "question", "doubt", "say-so"})
# Words of a speaker about himself: "I think we won", "let me say".
_OWN = frozenset({"i", "we", "i'm", "we're", "i've", "we've", "me", "us", "my", "our"})
_STOPS = frozenset(".!")
# After these, "we" and "I" are not the speakers: "we were told".
_PASSIVE = frozenset("was were am are been".split())
# How far before a verb of saying its subject is looked for, and how far before the words what turns them, in tokens.
_SUBJECT, _REACH = 5, 8
_WERE = frozenset("was were had did".split())
_FUTURE = frozenset("will won't shall we'll i'll they'll he'll she'll it'll 'll going".split())


def within(index: Index, words: Span, whole: Span, *, asks: bool) -> Iterator[Frame]:
    """Yield what turns or bounds the words at a token range in the quotation at another, which includes the marks.

    `asks` if the approved words are a question.
    """
    if words.end < whole.end and index.token_keys[words.end] == "?" and not asks:
        yield Frame("question", Span(words.end, words.end + 1))
    for one in frames(index, words):
        at = one.tokens.start
        between = index.keys(Span(min(at, words.end), max(at, words.start)))
        inside = _is_quoted(index, at, whole) and one.does in _INSIDE and _STOPS.isdisjoint(between)
        before = index.keys(Span(max(at - _SUBJECT, whole.start), at))
        if inside and not (one.does == "say-so" and _is_own(before)):
            yield one
    yield from _beside(index, words, whole)
    yield from _bound(index, words, whole)


def _beside(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """Yield words beside these, in the same marks, that make them no statement: "Once | they sign", "|, perhaps"."""
    start = max(words.start - _REACH, whole.start)
    for row, shown in INSIDE_BEFORE.found(index.keys(Span(start, words.start))):
        before = index.keys(Span(start, start + shown.end))
        if "present" not in row.unless or (_begins(before) and _is_now(index, words)):
            yield Frame(row.does, Span(start + shown.start, start + shown.end))
    for row, shown in INSIDE_AFTER.found(index.keys(Span(words.end, min(words.end + _REACH, whole.end)))):
        yield Frame(row.does, Span(words.end + shown.start, words.end + shown.end))


def _is_quoted(index: Index, at: int, whole: Span) -> bool:
    """Whether a token is in a part of a quotation, and not in what interrupts it: "It was," she said, "late"."""
    start, marks = index.tokens.starts[at], index.span(whole)
    outer = index.quotation_around(marks)
    parts: Sequence[tuple[int, int]] = outer.parts if outer else (marks,)
    return any(first <= start < last for first, last in parts)


def _bound(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """Yield what bounds a number at an edge of the words, inside the same marks: "At least | 300 people died"."""
    wide = uncut(index, words)
    for beside in (Span(max(wide.start, whole.start), words.start), Span(words.end, min(wide.end, whole.end))):
        if beside.start < beside.end:
            yield Frame("bound", beside)


def _is_own(before: Sequence[str]) -> bool:
    """Whether the speaker says it; in "we were told" somebody else does."""
    return not _OWN.isdisjoint(before) and _PASSIVE.isdisjoint(before[-1:])


def _begins(before: Sequence[str]) -> bool:
    """Whether the last word makes a condition of what follows; "no day passes when" does not."""
    inside = any(key[0].isalnum() for key in before[-2:-1])
    return before[-1] != "when" or not inside or not _FUTURE.isdisjoint(before)


def _is_now(index: Index, words: Span) -> bool:
    """Whether the first verb of some words is not past: "once every seat is taken", but "when it rained"."""
    verbs = [at for at in range(words.start, words.end) if index.is_verb(at)]
    return bool(verbs) and not (index.token_keys[verbs[0]] in _WERE or is_past(index.token_keys[verbs[0]]))


_TURNED = frozenset({"denial", "negation"})
# What may turn a clause with its verb of saying: "denied that she had said", "it is unclear whether she said".
_REPORTED = frozenset({"denial", "negation", "doubt", "condition"})
_AFFIRMED = frozenset(
    "doubt question secret surprise wonder time dispute disputes disputed deny denies denied doubts".split()
)
_PERFECT = frozenset("had has have ever".split())
_PRONOUNS = frozenset("he she they it".split())
# What begins another clause than the one that a word before it takes.
_OTHER_CLAUSE = (framing_words.BOUNDARIES | framing_words.RELATIVES | framing_words.SUBORDINATORS | {"or"}) - {"-"}
# Adjectives that reject a quotation: "it is wrong to call the deal “a step”".
_MISTAKEN = frozenset("wrong false untrue incorrect misleading mistaken absurd".split())
_NO_NEGATION = frozenset("only just merely less least doubt but more question without".split())
# Verbs that name a thing with the quotation, and are denied with it: "could not be called “a step”".
_NAMING = frozenset("be been called described labelled labeled seen considered regarded".split())
_ASKING = frozenset("asked asks wondered wonders questioned questions unsure".split())


def turned(index: Index, span: Span, marks: Span, *, asks: bool) -> Frame | None:
    """What turns the quoted words at a range of `Article.text` into another statement; None if nothing does.

    `marks` is the range of the quotation that contains them, with its marks; `asks` if the approved words are a
    question.
    """
    start, end, first, last = (bisect_left(index.tokens, at, key=attrgetter("start")) for at in (*span, *marks))
    words, whole = Span(start, end), Span(first, last)
    found = chain(within(index, words, whole, asks=asks), _outside(index, whole))
    return next(found, None)


def _outside(index: Index, whole: Span) -> Iterator[Frame]:
    """Yield what in the sentence before the marks turns the words between them."""
    sentence = index.sentence_tokens[index.sentence_of(whole.start)]
    yield from _before_marks(index, whole, sentence.start)
    for one in frames(index, whole):
        # A negation further away belongs to one of the speaker's own clauses.
        near = one.does == "denial" or one.tokens.end == whole.start
        if near and one.does in _TURNED and sentence.start <= one.tokens.start < whole.start:
            yield one
    yield from _reported(index, whole, sentence.start)


def _reported(index: Index, whole: Span, first: int) -> Iterator[Frame]:
    """Yield what turns its clause of saying: "denied that she had said", "a report that she said … was false"."""
    at = _saying(index, whole, first)
    if at <= first:
        return
    head = index.keys(Span(first, min(first + _REACH, at)))
    if head[0] in framing_words.INVERTED and first + _REACH > at and _OTHER_CLAUSE.isdisjoint(head):
        yield Frame("condition", Span(first, first + 1))
    clause = Span(at, whole.end)
    governed = opened(index, clause) >= 0
    # "declined to comment on the appeal" denies another clause than the one after a colon.
    apart = at + 1 < whole.start and index.token_keys[at + 1] not in {":", ","}
    for one in frames(index, clause):
        taken = _takes(index, one.tokens, first, at)
        if taken and apart:
            taken = not framing_words.COMPLEMENTISERS.isdisjoint(index.keys(Span(one.tokens.end - 1, at)))
        if one.does in _REPORTED and (taken or (governed and one.tokens.start >= whole.end)):
            yield one
    before = at - 1
    while before > first and index.token_keys[before] in _PERFECT:
        before -= 1
    if (
        index.token_keys[before] in _PRONOUNS
        and before > first
        and index.token_keys[before - 1] in framing_words.DENIAL
    ):
        yield Frame("denial", Span(before - 1, before))


def _saying(index: Index, whole: Span, first: int) -> int:
    """The verb of saying before the marks, -1 if there is none: `said: "…"`, `told the court: "…"`."""
    at = whole.start - 1
    led = index.token_keys[at] == ":"
    if at > first and index.token_keys[at] in {":", ","}:
        at -= 1
    while led and at > max(first, whole.start - _REACH) and index.token_keys[at] not in SAYINGS:
        if index.token_keys[at] in _OTHER_CLAUSE:
            return -1
        at -= 1
    return at if index.token_keys[at] in SAYINGS else -1


def _takes(index: Index, frame: Span, first: int, at: int) -> bool:
    """Whether words before a verb of saying take its clause; a double denial ("no doubt that") confirms it."""
    if not first <= frame.start < frame.end < at:
        return False
    before, between = index.keys(Span(max(frame.start - 1, first), frame.end)), index.keys(Span(frame.end, at))
    affirmed = any(map(negates, before)) and not _AFFIRMED.isdisjoint(before + between)
    return _OTHER_CLAUSE.isdisjoint(between) and not affirmed


def _before_marks(index: Index, whole: Span, first: int) -> Iterator[Frame]:
    for at in range(whole.start - 1, max(whole.start - 1 - _REACH, first - 1), -1):
        key = index.token_keys[at]
        if key != "as" and (
            key in framing_words.BOUNDARIES or key in framing_words.RELATIVES or key in {"than", "without"}
        ):
            return
        does = _does(index, at)
        if does and not _ends_before(index, at + 1, whole.start):
            yield Frame(does, Span(at, at + 1))
            return


def _does(index: Index, at: int) -> str:
    """What a token before the marks does to the words between them."""
    key, (before, following) = index.token_keys[at], (index.token_keys[at - 1] if at else "", index.token_keys[at + 1])
    if key in _MISTAKEN and following == "to":
        return "denial"
    if key in {"if", "whether"} and before in _ASKING:
        return "question"
    return "negation" if negates(key) and key not in {"nothing", "without"} and following not in _NO_NEGATION else ""


def _ends_before(index: Index, first: int, last: int) -> bool:
    """Whether a clause that begins at a token ends before a mark, because another has begun: "did not vote were"."""
    verbs = (index.token_keys[at] for at in range(first, last) if index.is_verb(at) or is_past(index.token_keys[at]))
    return any(verb not in _NAMING for verb in verbs)
