"""What makes approved words part of a fiction or a model, or true for a time: "In the novel, …", "Initially, …"."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import SIGHT, Frame, ends
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.verbs import DETERMINERS, is_verb

_DETERMINERS = DETERMINERS | {"one", "another"}
# In these nothing happens, though it is told as if it did; not in a "story", a "play" or an "exercise", which are real.
_FICTIONS = frozenset(
    """novel novels movie movies film films sitcom fable fairytale thriller cartoon parody satire dream dreams nightmare
    fantasy simulation simulations scenario scenarios projection projections""".split()
)
_MADE_UP = frozenset("virtual simulated mock fictional fictitious imaginary imagined hypothetical make-believe".split())
# These two words together are such a fiction.
_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "video game,computer game,board game,thought experiment,computer model,computer models,climate model,"
        "climate models,earlier version,previous version,older version,first version,original version,earlier draft,"
        "first draft,early draft,previous draft"
    ).split(",")
)
# What may follow such a noun that is not part of another: "the film | industry", "the novel | virus".
_OF_IT = frozenset("by of about on from at".split())
_JOKES = frozenset("joke prank hoax".split())
_LONGEST = 4
# How many tokens of the words' own clause behind them are read.
_REST = 10
_FOR_A_TIME = frozenset(
    tuple(words.split()) for words in "initially,originally,formerly,at first,in the past,at one time".split(",")
)
_AWAITING = (("once",), ("until",), ("when",), ("as", "soon", "as"), ("as", "long", "as"))
# Without one of these words are in no setting.
_CUES = (
    _FICTIONS
    | _MADE_UP
    | _JOKES
    | {pair[-1] for pair in _PAIRS}
    | {max(words, key=len) for words in (*_FOR_A_TIME, *_AWAITING)}
)
_PRESENT = frozenset("is are has have does do can".split())
_OTHER_CLAUSE = frozenset("but and while whereas ;".split())


def settings(index: Index, anchor: Span) -> Iterator[Frame]:
    """A setting before an anchor in its sentence or in its clause behind it."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    start = max(sentence.start, anchor.start - SIGHT)
    before = index.keys(Span(start, anchor.start))
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + _REST + _LONGEST)))
    if _CUES.isdisjoint(before) and _CUES.isdisjoint(after):
        return
    if start == sentence.start and (end := _awaited(index, Span(start, anchor.start), anchor)):
        yield Frame("condition", Span(start, start + end))
    opening = before[:-1] if before[-1:] == (",",) else before
    if start == sentence.start and opening in _FOR_A_TIME:
        yield Frame("at first", Span(start, start + len(opening)))
    for at, key in enumerate(before):
        opens = at == 0 or before[at - 1] in framing_words.BOUNDARIES
        if opens and key in {"in", "as"} and _OTHER_CLAUSE.isdisjoint(before[at:]) and (end := setting_end(before, at)):
            yield Frame("setting", Span(start + at, start + end))
    yield from _behind(after, anchor.end)


def _behind(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A setting in the rest of the anchor's own clause, the keys from the token `start` on."""
    for at, key in enumerate(after[:_REST]):
        if key in {"in", "as"} and (end := setting_end(after, at)):
            yield Frame("setting", Span(start + at, start + end))
        if key in framing_words.BOUNDARIES or key in framing_words.RELATIVES:
            return


def _awaited(index: Index, before: Span, said: Span) -> int:
    """How many tokens open a clause before words that hold only once it has come true: "Once every seat is taken, |".

    A past in the clause or in the words tells what has been: "When the council met, | it approved the plan".
    """
    keys = index.keys(before)
    opens = next((len(words) for words in _AWAITING if keys[: len(words)] == words), 0)
    if not opens or keys.count(",") != 1 or not _OTHER_CLAUSE.isdisjoint(keys):
        return 0
    clause = index.tokens[before.start + opens : before.start + keys.index(",")]
    present = any(token.key in _PRESENT for token in clause[1:])
    verbs = [at for at in range(1, len(clause)) if is_verb(clause, at) and clause[at].key not in _PRESENT]
    past = any(clause[at - 1].key not in _PRESENT for at in verbs)  # "are | replaced" is none
    done = framing_words.FUTURE.isdisjoint(index.keys(said)) and _tells_past(index, said)
    return opens if present and not past and not done else 0


def _tells_past(index: Index, said: Span) -> bool:
    return any(index.is_verb(at) and index.token_keys[at] not in _PRESENT for at in range(said.start, said.end))


def setting_end(keys: Sequence[str], at: int) -> int:
    """Behind what fiction, model or joke the words end that begin with a preposition; 0 where they are none."""
    first = at + 1 + (keys[at + 1 : at + 2] != () and keys[at + 1] in _DETERMINERS)
    if keys[at] == "as":
        joke = first > at + 1 and keys[first : first + 1] != () and keys[first] in _JOKES
        return first + 1 if joke and ends(keys[first + 1 :], _OF_IT) else 0
    for place in range(first, min(first + _LONGEST, len(keys))):
        key = keys[place]
        if not key.isalpha():
            return 0
        if key in _MADE_UP and keys[place + 1 : place + 2] != () and keys[place + 1].isalpha():
            return place + 2
        named = key in _FICTIONS or tuple(keys[place - 1 : place + 1]) in _PAIRS
        determined = first > at + 1 or key.endswith("s")
        if named and determined and ends(keys[place + 1 :], _OF_IT):
            return place + 1
    return 0
