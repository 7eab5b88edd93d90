"""Frames around an approved quotation: inside its own marks ("It is not true that we won"), and before them.

By what a speaker's own words around a stretch of them turn it: they deny it, ask it, make it a condition, doubt it or
give it to somebody else. Before the marks it is the article that turns what is quoted: "the deal was not “a step”".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from factspec.lexicon import framing
from factspec.lexicon.pasts import PASTS
from factspec.lexicon.sayings import SAYINGS
from factspec.match.frame import frames
from factspec.match.framing_before import opened
from factspec.match.framing_stretch import within
from factspec.match.framing_word import SIGHT, Frame, negates
from factspec.match.index import Index
from factspec.text.places import Span

_TURNED = frozenset({"denial", "negation"})
# What a clause with its verb of saying can stand under: "denied that she had said", "it is unclear whether she said".
_REPORTED = frozenset({"denial", "negation", "doubt", "condition"})
_AFFIRMED = frozenset(
    "doubt question secret surprise wonder time dispute disputes disputed deny denies denied doubts".split()
)
_PERFECT = frozenset("had has have ever".split())
_PRONOUNS = frozenset("he she they it".split())
# Behind these another clause begins than the one that a word before them takes.
_OTHER_CLAUSE = (framing.BOUNDARIES | framing.RELATIVES | framing.SUBORDINATORS | {"or"}) - {"-"}
# How many tokens before a mark a negation is looked for.
_REACH = 8
# What takes what is quoted for wrong: "it is wrong to call the deal “a step”".
_MISTAKEN = frozenset("wrong false untrue incorrect misleading mistaken absurd".split())
_NO_NEGATION = frozenset("only just merely less least doubt but more question without".split())
# What a next sentence says of a quotation that is none.
_DENIED = 3
_NEVER = frozenset("never not denies denied didn't hasn't".split())
_SAID = frozenset("say says said saying".split())
_REMARKS = frozenset("quote quotes quotation quotations remark remarks comment comments words".split())
_STATED = _REMARKS | {"statement", "statements", "claim", "claims", "assertion"}
_WITHDREW = frozenset("withdrew withdrawn retracted recanted".split())
# Whose words are taken back, where a thing is brought back to, and what stands between a subject and its verb.
_OWN = frozenset("his her".split())
_PLACES = frozenset("to into in inside from home".split())
_BEFORE_VERB = frozenset("has had have later since then also now".split())
_MADE_UP = frozenset("false fake faked fabricated invented misquoted doctored denies denied".split())
# Verbs that call a thing what is quoted, and so are denied with it: "could not be called “a step”".
_NAMING = frozenset("be been called described labelled labeled seen considered regarded".split())
_ASKING = frozenset("asked asks wondered wonders questioned questions unsure".split())


def turned(index: Index, span: Span, marks: Span, *, asks: bool) -> Frame | None:
    """What turns the quoted words at a range of `Article.text` into another statement, None where nothing does.

    `marks` is the range of the quotation that holds them, with its marks; `asks` where the approved words are a
    question.
    """
    start, end, first, last = (bisect_left(index.tokens, at, key=attrgetter("start")) for at in (*span, *marks))
    words, whole = Span(start, end), Span(first, last)
    found = chain(within(index, words, whole, asks=asks), _outside(index, whole), _disowned(index, whole))
    return next(found, None)


def _outside(index: Index, whole: Span) -> Iterator[Frame]:
    """What in the sentence before the marks turns the words between them."""
    sentence = index.sentence_tokens[index.sentence_of(whole.start)]
    yield from _before_marks(index, whole, sentence.start)
    for one in frames(index, whole):
        # A negation further away is one of the speaker's own clauses.
        near = one.does == "denial" or one.tokens.end == whole.start
        if near and one.does in _TURNED and sentence.start <= one.tokens.start < whole.start:
            yield one
    yield from _reported(index, whole, sentence.start)


def _reported(index: Index, whole: Span, first: int) -> Iterator[Frame]:
    """What the clause that says it stands under: "denied that she had said", "a report that she said … was false"."""
    at = _saying(index, whole, first)
    if at <= first:
        return
    head = index.keys(Span(first, min(first + _REACH, at)))
    if head[0] in framing.INVERTED and first + _REACH > at and _OTHER_CLAUSE.isdisjoint(head):
        yield Frame("condition", Span(first, first + 1))
    clause = Span(at, whole.end)
    governed = opened(index, clause) >= 0
    # Of "declined to comment on the appeal" another clause is denied than what a colon brings in behind it.
    apart = at + 1 < whole.start and index.token_keys[at + 1] not in {":", ","}
    for one in frames(index, clause):
        taken = _takes(index, one.tokens, first, at)
        if taken and apart:
            taken = not framing.COMPLEMENTISERS.isdisjoint(index.keys(Span(one.tokens.end - 1, at)))
        if one.does in _REPORTED and (taken or (governed and one.tokens.start >= whole.end)):
            yield one
    before = at - 1
    while before > first and index.token_keys[before] in _PERFECT:
        before -= 1
    if index.token_keys[before] in _PRONOUNS and before > first and index.token_keys[before - 1] in framing.DENIAL:
        yield Frame("denial", Span(before - 1, before))


def _saying(index: Index, whole: Span, first: int) -> int:
    """The verb of saying that brings in what stands between marks, -1 for none: `said: "…"`, `told the court: "…"`."""
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
    """Whether words before a verb of saying take its clause; twice denied ("no doubt that"), they affirm it."""
    if not first <= frame.start < frame.end < at:
        return False
    before, between = index.keys(Span(max(frame.start - 1, first), frame.end)), index.keys(Span(frame.end, at))
    affirmed = any(map(negates, before)) and not _AFFIRMED.isdisjoint(before + between)
    return _OTHER_CLAUSE.isdisjoint(between) and not affirmed


def _before_marks(index: Index, whole: Span, first: int) -> Iterator[Frame]:
    for at in range(whole.start - 1, max(whole.start - 1 - _REACH, first - 1), -1):
        key = index.token_keys[at]
        if key != "as" and (key in framing.BOUNDARIES or key in framing.RELATIVES or key in {"than", "without"}):
            return
        does = _does(index, at)
        if does and not _ends_before(index, at + 1, whole.start):
            yield Frame(does, Span(at, at + 1))
            return


def _disowned(index: Index, whole: Span) -> Iterator[Frame]:
    """The next sentence where it says that this was never said: "She never said it.", "The quote was made up."."""
    number = index.sentence_of(whole.end - 1) + 1
    sentences = index.article.sentences
    if number >= len(sentences) or sentences[number].block != sentences[number - 1].block:
        return
    tokens = index.sentence_tokens[number]
    keys = index.keys(Span(tokens.start, min(tokens.end, tokens.start + SIGHT)))
    if any(
        _unsays(keys, at)
        or _is_made_up(keys, at)
        or (_withdraws(keys, at) and not _is_others(index, whole, tokens.start + at))
        or _misquotes(keys, at)
        for at in range(len(keys))
    ):
        yield Frame("denial", tokens)


def _is_others(index: Index, whole: Span, at: int) -> bool:
    """Whether a verb takes back another's own words: "“…,” Ada Lind said. Bo Ek withdrew his statement."."""
    if index.token_keys[at + 1] not in _OWN:
        return False
    sentence = index.sentence_tokens[index.sentence_of(whole.end - 1)]
    beside = (*index.tokens[sentence.start : whole.start], *index.tokens[whole.end : sentence.end])
    keys = {token.key for token in beside}
    names = {token.key for token in beside if token.text[0].isupper()} - _PRONOUNS
    subject = at - 1
    while index.token_keys[subject] in _BEFORE_VERB:
        subject -= 1
    by = index.tokens[subject]
    return by.text[0].isupper() and bool(names) and _PRONOUNS.isdisjoint(keys | {by.key}) and by.key not in names


def _is_made_up(keys: Sequence[str], at: int) -> bool:
    """Whether the word for a remark stands beside one that calls it none: "The quote is fake"."""
    beside = (*keys[max(at - _DENIED, 0) : at], *keys[at + 1 : at + 1 + _DENIED])
    return keys[at] in _REMARKS and (not _MADE_UP.isdisjoint(beside) or {"made", "up"} <= set(beside))


def _misquotes(keys: Sequence[str], at: int) -> bool:
    """Whether it says that somebody was misquoted, or "made it up", or that the quotation "is wrong"."""
    if keys[at] == "misquoted":
        return not any(map(negates, keys[max(at - _DENIED, 0) : at]))
    wrong = keys[at] in _REMARKS - {"words"} and keys[at + 1 : at + 2] != () and keys[at + 1] in {"is", "was"}
    invented = keys[at : at + 3] == ("made", "it", "up") and not any(key[0].isalnum() for key in keys[at + 3 : at + 4])
    return invented or (wrong and keys[at + 2 : at + 3] == ("wrong",))


def _withdraws(keys: Sequence[str], at: int) -> bool:
    """Whether a speaker takes back what was said: "She later withdrew the statement", "has since taken it back"."""
    following = keys[at + 1 : at + 3]
    named = following[1:] != () and following[0] in _OWN | {"the", "this", "that"} and following[1] in _STATED
    back = at + 1 if keys[at] in _WITHDREW else at + 2
    pointed = following[:1] in (("it",), ("this",), ("that",)) and _PLACES.isdisjoint(keys[back + 1 : back + 2])
    taken = keys[at] in {"took", "taken"} and "back" in keys[at + 1 : at + 2 + _DENIED]
    return (named or pointed) and (taken or keys[at] in _WITHDREW)


def _unsays(keys: Sequence[str], at: int) -> bool:
    """Whether a verb of saying is denied of what was quoted: "She never said it.", "He denies saying so."."""
    if keys[at] not in _SAID or _NEVER.isdisjoint(keys[max(at - _DENIED, 0) : at]):
        return False
    ends = at + 2 >= len(keys) or not keys[at + 2][0].isalnum()
    return keys[at + 1 : at + 2] != () and keys[at + 1] in framing.BACK_POINTERS | {"so"} and ends


def _does(index: Index, at: int) -> str:
    """What a token before the marks does to what stands between them."""
    key, (before, following) = index.token_keys[at], (index.token_keys[at - 1] if at else "", index.token_keys[at + 1])
    if key in _MISTAKEN and following == "to":
        return "denial"
    if key in {"if", "whether"} and before in _ASKING:
        return "question"
    return "negation" if negates(key) and key not in {"nothing", "without"} and following not in _NO_NEGATION else ""


def _ends_before(index: Index, first: int, last: int) -> bool:
    """Whether what begins at a token is done with before a mark, for another clause has begun: "did not vote were"."""
    verbs = (index.token_keys[at] for at in range(first, last) if index.is_verb(at) or _is_past(index, at))
    return any(verb not in _NAMING for verb in verbs)


def _is_past(index: Index, at: int) -> bool:
    return index.token_keys[at].endswith("ed") or index.token_keys[at] in PASTS
