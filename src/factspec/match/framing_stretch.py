"""What surrounds a stretch of quoted words inside its marks, and turns or bounds it: "I doubt that we won"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.lexicon import framing
from factspec.lexicon.pasts import PASTS
from factspec.match.edges import uncut
from factspec.match.frame import frames
from factspec.match.framing_word import Frame, negates
from factspec.match.index import Index
from factspec.text.places import Span

_INSIDE = frozenset({"denial", "negation", "condition", "question", "doubt", "say-so"})
# Who speaks of what he says himself: "I think we won", "let me say".
_OWN = frozenset({"i", "we", "i'm", "we're", "i've", "we've", "me", "us", "my", "our"})
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
_SUBJECT, _REACH, _DENIAL = 5, 8, 4
# What stops short of all: "practically every seat"; and what stands between a negation and what it bounds.
_SHORT_OF = frozenset("almost nearly practically virtually hardly barely".split())
_DEGREES = frozenset("very quite so really too exactly entirely altogether yet always all that".split())
# How hearsay begins, and a clause that tells when something will be: "once they sign".
_HEARSAY = tuple(tuple(text.split()) for text in "word is|has it|story goes|we hear|i hear|word is that".split("|"))
_NOT_YET = tuple(tuple(text.split()) for text in "once|when|whenever|until|till|as soon as|by the time".split("|"))
_FUTURE = frozenset("will won't shall we'll i'll they'll he'll she'll it'll 'll going".split())
# What ends a statement with a doubt, what a thing is called that is untrue, and what may begin a clause.
_DOUBTS = tuple(tuple(text.split()) for text in "perhaps|maybe|possibly|or not|or so they say".split("|"))
_UNTRUE = framing.UNTRUE | {"nonsense", "rubbish", "propaganda", "invention"}
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
    before = index.keys(Span(max(words.start - _REACH, whole.start), words.start))
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
    return not _OWN.isdisjoint(before) and _PASSIVE.isdisjoint(before[-1:])


def _opened(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What right before the words makes them no statement: "Once | they sign", "Word is | they signed"."""
    before = index.keys(Span(max(words.start - _REACH, whole.start), words.start))
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
    return bool(verbs) and not _is_past(index.tokens[verbs[0]].key)


def _is_past(key: str) -> bool:
    return key.endswith("ed") or key in PASTS | {"was", "were", "had", "did"}


def _closed(index: Index, words: Span, whole: Span) -> Iterator[Frame]:
    """What right behind the words doubts or denies them: "…, perhaps", "… or not", "… is nonsense"."""
    first = words.end + (words.end < whole.end and index.token_keys[words.end] == ",")
    after = index.keys(Span(first, min(first + _REACH, whole.end)))
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
        return said[1:2] != [] and said[1] in framing.TRUTH
    return said[:1] != [] and said[0] in _UNTRUE
