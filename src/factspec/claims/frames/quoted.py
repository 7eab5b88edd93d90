"""Frames around an approved quotation: inside its own marks ("It is not true that we won"), and before them.

By what a speaker's own words around a stretch of them turn it: they deny it, ask it, make it a condition, doubt it or
give it to somebody else. Before the marks it is the article that turns what is quoted: "the deal was not “a step”".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from factspec.claims.edges import uncut
from factspec.claims.frames.around import frames
from factspec.claims.frames.before import opened
from factspec.claims.frames.frame import SIGHT, Frame, negates
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.verbs import PASTS

# What surrounds a stretch of quoted words inside its marks, and turns or bounds it: "I doubt that we won".


_INSIDE = frozenset({"denial", "negation", "condition", "question", "doubt", "say-so"})
# Who speaks of what he says himself: "I think we won", "let me say".
_FRAMING_STRETCH_OWN = frozenset({"i", "we", "i'm", "we're", "i've", "we've", "me", "us", "my", "our"})
_STOPS = frozenset(".!")
_PARTING = frozenset([",", ";", "and", "but", "so", "-"])
# Words by which a speaker takes what he says for unreal or past: "I wish I could say", "I used to think".
_UNMEANT = frozenset("wish lying thought pretend pretended imagine imagined".split())
# What bounds, right behind them, the words of a speaker, or says that they are another's.
_LIMITS = tuple(
    tuple(text.split())
    for text in """only|as long as|so long as|provided|, provided|- not|-- not|... not|. that is what they
|. or so they""".split("|")
)
_LIMIT = max(map(len, _LIMITS))
# Behind these, what is said of "we" and "I" is said by somebody else: "we were told".
_PASSIVE = frozenset("was were am are been".split())
# How many tokens before a verb of saying its subject is looked for, before the words a turn, and behind "is" a denial.
_SUBJECT, _FRAMING_STRETCH_REACH, _DENIAL = 5, 8, 4
# What stops short of all: "practically every seat"; and what stands between a negation and what it bounds.
_SHORT_OF = frozenset("almost nearly practically virtually hardly barely".split())
_DEGREES = frozenset("very quite so really too exactly entirely altogether yet always all that".split())
# How hearsay begins, and a clause that tells when something will be: "once they sign".
_HEARSAY = tuple(tuple(text.split()) for text in "word is|has it|story goes|we hear|i hear|word is that".split("|"))
_NOT_YET = tuple(tuple(text.split()) for text in "once|when|whenever|until|till|as soon as|by the time".split("|"))
_FUTURE = frozenset("will won't shall we'll i'll they'll he'll she'll it'll 'll going".split())
# What ends a statement with a doubt, what a thing is called that is untrue, and what may begin a clause.
_DOUBTS = tuple(tuple(text.split()) for text in "perhaps|maybe|possibly|or not|or so they say".split("|"))
_UNTRUE = framing_words.UNTRUE | {"nonsense", "rubbish", "propaganda", "invention"}
_BE = frozenset("is was".split())
_SUBJECTS = frozenset("i we you he she they it the a an this that these those all".split())


def within(index: Index, words: Span, whole: Span, *, asks: bool) -> Iterator[Frame]:
    """What turns or bounds the words at a token range in the quotation that holds them, at another; marks included.

    `asks` where the approved words are a question.
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
    yield from _unmeant(index, words, whole)
    yield from _opened(index, words, whole)
    yield from _closed(index, words, whole)
    yield from _bound(index, words, whole)


def _unmeant(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What else in the speaker's own words shows that the words are not meant, or only in part."""
    before = index.keys(Span(max(words.start - _FRAMING_STRETCH_REACH, whole.start), words.start))
    last = max((at for at, key in enumerate(before) if key in _STOPS or key in _PARTING), default=-1) + 1
    if not _UNMEANT.isdisjoint(before[last:]) or ("used", "to") in pairwise(before[last:]):
        yield Frame("doubt", Span(words.start - len(before) + last, words.start))
    after = index.keys(Span(words.end, min(words.end + _LIMIT, whole.end)))
    limited = next((limit for limit in _LIMITS if after[: len(limit)] == limit), ())
    if limited:
        yield Frame("condition", Span(words.end, words.end + len(limited)))


def _is_quoted(index: Index, at: int, whole: Span) -> bool:
    """Whether a token stands in a part of a quotation, and not in what interrupts it: "It was," she said, "late"."""
    start, marks = index.tokens.starts[at], index.span(whole)
    holding = (one for one in index.quotations if one.start <= marks.start and marks.end <= one.end)
    parts = next((one.parts for one in holding), (marks,))
    return any(first <= start < last for first, last in parts)


def _bound(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What bounds a number at an edge of the words, inside the same marks: "At least | 300 people died"."""
    wide = uncut(index, words)
    for beside in (Span(max(wide.start, whole.start), words.start), Span(words.end, min(wide.end, whole.end))):
        if beside.start < beside.end:
            yield Frame("bound", beside)


def _is_own(before: Sequence[str]) -> bool:
    """Whether the speaker says it; "we were told" is what somebody else said."""
    return not _FRAMING_STRETCH_OWN.isdisjoint(before) and _PASSIVE.isdisjoint(before[-1:])


def _opened(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What right before the words makes them no statement: "Once | they sign", "Word is | they signed"."""
    before = index.keys(Span(max(words.start - _FRAMING_STRETCH_REACH, whole.start), words.start))
    degrees = next((at for at in range(len(before), 0, -1) if before[at - 1] not in _DEGREES), 0)
    if before and before[-1] in _SHORT_OF:
        yield Frame("bound", Span(words.start - 1, words.start))
    elif 0 < degrees < len(before) and negates(before[degrees - 1]):
        yield Frame("negation", Span(words.start - len(before) + degrees - 1, words.start))
    elif _ends(before, _HEARSAY):
        yield Frame("say-so", Span(words.start - _ends(before, _HEARSAY), words.start))
    elif _ends(before, _NOT_YET) and _begins(before) and _is_now(index, words):
        yield Frame("condition", Span(words.start - _ends(before, _NOT_YET), words.start))


def _ends(before: Sequence[str], phrases: Sequence[Sequence[str]]) -> int:
    """How many tokens the phrase has with which the words before a place end; 0 for none."""
    return next((len(one) for one in phrases if before[-len(one) :] == one), 0)


def _begins(before: Sequence[str]) -> bool:
    """Whether some words end with what makes a condition of the next; no "when" of a present: "no day passes when"."""
    inside = any(key[0].isalnum() for key in before[-2:-1])
    return before[-1] != "when" or not inside or not _FUTURE.isdisjoint(before)


def _is_now(index: Index, words: Span) -> bool:
    """Whether the first verb of some words is no past: "once every seat is taken", but "when it rained"."""
    verbs = [at for at in range(words.start, words.end) if index.is_verb(at)]
    return bool(verbs) and not _framing_stretch_is_past(index.tokens[verbs[0]].key)


def _framing_stretch_is_past(key: str) -> bool:
    return key.endswith("ed") or key in PASTS | {"was", "were", "had", "did"}


def _closed(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What right behind the words doubts or denies them: "…, perhaps", "… or not", "… is nonsense"."""
    first = words.end + (words.end < whole.end and index.token_keys[words.end] == ",")
    after = index.keys(Span(first, min(first + _FRAMING_STRETCH_REACH, whole.end)))
    doubts = next((len(one) for one in _DOUBTS if after[: len(one)] == one), 0)
    if doubts and not (after[doubts:] and after[doubts][0].isalnum()):
        yield Frame("doubt", Span(first, first + doubts))
    elif after[:1] == ("once",) and after[1:2] != () and after[1] in _SUBJECTS:
        yield Frame("condition", Span(first, first + 2))
    elif after[:1] != () and after[0] in _BE and _denies(after[1:]):
        yield Frame("denial", Span(first, first + 2))


def _denies(after: Sequence[str]) -> bool:
    """Whether what follows "is" takes the words before it for untrue: "not true", "a lie", "nonsense"."""
    said = [key for key in after[:_DENIAL] if key not in {"a", "an", "just", "simply"}]
    if said[:1] == ["not"]:
        return said[1:2] != [] and said[1] in framing_words.TRUTH
    return said[:1] != [] and said[0] in _UNTRUE


_TURNED = frozenset({"denial", "negation"})
# What a clause with its verb of saying can stand under: "denied that she had said", "it is unclear whether she said".
_REPORTED = frozenset({"denial", "negation", "doubt", "condition"})
_AFFIRMED = frozenset(
    "doubt question secret surprise wonder time dispute disputes disputed deny denies denied doubts".split()
)
_PERFECT = frozenset("had has have ever".split())
_PRONOUNS = frozenset("he she they it".split())
# Behind these another clause begins than the one that a word before them takes.
_OTHER_CLAUSE = (framing_words.BOUNDARIES | framing_words.RELATIVES | framing_words.SUBORDINATORS | {"or"}) - {"-"}
# How many tokens before a mark a negation is looked for.
_FRAMING_QUOTED_REACH = 8
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
_FRAMING_QUOTED_OWN = frozenset("his her".split())
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
    head = index.keys(Span(first, min(first + _FRAMING_QUOTED_REACH, at)))
    if head[0] in framing_words.INVERTED and first + _FRAMING_QUOTED_REACH > at and _OTHER_CLAUSE.isdisjoint(head):
        yield Frame("condition", Span(first, first + 1))
    clause = Span(at, whole.end)
    governed = opened(index, clause) >= 0
    # Of "declined to comment on the appeal" another clause is denied than what a colon brings in behind it.
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
    """The verb of saying that brings in what stands between marks, -1 for none: `said: "…"`, `told the court: "…"`."""
    at = whole.start - 1
    led = index.token_keys[at] == ":"
    if at > first and index.token_keys[at] in {":", ","}:
        at -= 1
    while led and at > max(first, whole.start - _FRAMING_QUOTED_REACH) and index.token_keys[at] not in SAYINGS:
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
    for at in range(whole.start - 1, max(whole.start - 1 - _FRAMING_QUOTED_REACH, first - 1), -1):
        key = index.token_keys[at]
        if key != "as" and (
            key in framing_words.BOUNDARIES or key in framing_words.RELATIVES or key in {"than", "without"}
        ):
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
    if index.token_keys[at + 1] not in _FRAMING_QUOTED_OWN:
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
    named = (
        following[1:] != ()
        and following[0] in _FRAMING_QUOTED_OWN | {"the", "this", "that"}
        and following[1] in _STATED
    )
    back = at + 1 if keys[at] in _WITHDREW else at + 2
    pointed = following[:1] in (("it",), ("this",), ("that",)) and _PLACES.isdisjoint(keys[back + 1 : back + 2])
    taken = keys[at] in {"took", "taken"} and "back" in keys[at + 1 : at + 2 + _DENIED]
    return (named or pointed) and (taken or keys[at] in _WITHDREW)


def _unsays(keys: Sequence[str], at: int) -> bool:
    """Whether a verb of saying is denied of what was quoted: "She never said it.", "He denies saying so."."""
    if keys[at] not in _SAID or _NEVER.isdisjoint(keys[max(at - _DENIED, 0) : at]):
        return False
    ends = at + 2 >= len(keys) or not keys[at + 2][0].isalnum()
    return keys[at + 1 : at + 2] != () and keys[at + 1] in framing_words.BACK_POINTERS | {"so"} and ends


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
    verbs = (
        index.token_keys[at] for at in range(first, last) if index.is_verb(at) or _framing_quoted_is_past(index, at)
    )
    return any(verb not in _NAMING for verb in verbs)


def _framing_quoted_is_past(index: Index, at: int) -> bool:
    return index.token_keys[at].endswith("ed") or index.token_keys[at] in PASTS
