"""Frames: words around approved ones in their sentence that turn them into another statement.

Approved words may still be denied ("the Kremlin denied that …"), doubted, made a condition or a question, put in the
future or attributed ("critics claim that …"). Words inside the approved ones are not a frame.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from factspec.claims.anchored import Anchored, Framing, Verdict
from factspec.claims.frames.frame import CLASSES, CUT, SIGHT, Frame, Rows, alternatives, negates
from factspec.claims.frames.rows import AFTER, ANNOUNCING, BEFORE, CLAUSE, GOVERNED, GOVERNORS, SAY_SO, THAT, VERDICTS
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.people import ENDINGS, OCCUPATIONS, SPEAKERS, TITLES
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token
from factspec.language.verbs import AUXILIARIES, DETERMINERS, FINITE_VERBS, is_past, is_verb
from factspec.specs.model import Claim

# Frames after approved words in their sentence.


# How many tokens of the anchor's own clause may be between it and a verdict on it.
_REST = 8
# How many tokens a clause such as ", the bank said" may have before its verb.
_TAIL = 8
_OPENING = (",", "-", "--", "(", "[")
_SIGNS = frozenset({",", "-", "--"})


def frames_after(index: Index, anchor: Span, *, governed: bool) -> Iterator[Frame]:
    """Yield frames after an anchor in its sentence; `governed` if its clause depends on "that" or "whether"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + SIGHT)))
    if not after:
        return
    if index.token_keys[sentence.end - 1] == "?":
        yield Frame("question", Span(sentence.end - 1, sentence.end))
    yield from _found(AFTER, after, anchor.end)
    rest = _rest(after)
    if _goes_on(index, anchor, sentence.start) and after[rest] == "," and _is_finite(after[rest + 1 : rest + 2]):
        return  # after the comma the main clause of the relative one continues
    for first in sorted({0, rest, int(after[0] == '"')}):
        yield from _found(VERDICTS, after[first:], anchor.end + first)
    yield from _say_so(index.tokens[anchor.end + rest : anchor.end + len(after)], after[rest:], anchor.end + rest)
    if governed:
        yield from _found(GOVERNED, after, anchor.end)


def _found(rows: Rows, keys: Sequence[str], start: int) -> Iterator[Frame]:
    for row, shown in rows.found(keys):
        yield Frame(row.does, Span(start + shown.start, start + shown.end))


def _goes_on(index: Index, anchor: Span, first: int) -> bool:
    """Whether words, with the one before them, end in a relative clause: "The mayor, who is on a visit to Oman | ,"."""
    keys = index.keys(Span(max(anchor.start - 1, first), anchor.end))
    return next((key != "," for key in reversed(keys) if key in {"who", "which", ","}), keys[0] in {"who", "which"})


def _is_finite(keys: Sequence[str]) -> bool:
    return keys != () and (keys[0] in FINITE_VERBS or is_past(keys[0]))


def _rest(after: Sequence[str]) -> int:
    """How many tokens of the anchor's own clause follow it, before a comma, dash or bracket; 0 if none is near."""
    for position, key in enumerate(after[: _REST + 1]):
        if key in _OPENING:
            return position
        if key in framing_words.BOUNDARIES or key in framing_words.RELATIVES:
            return 0
    return 0


def _say_so(tokens: Sequence[Token], keys: Sequence[str], start: int) -> Iterator[Frame]:
    """Yield a clause that attributes the words before it: ", officials said", ", said Ada Lind"."""
    if keys[:1] == () or keys[0] not in _SIGNS:
        return
    if _is_inverted(tokens):
        yield Frame("say-so", Span(start + 1, start + 2))
        return
    frame = next(_found(SAY_SO, keys, start), None)
    if frame and frame.does != "fact":
        yield frame


# Objects of "said" that say nothing: "said the same", "said a prayer and left".
_SAID = frozenset("same opposite prayer prayers word words lot few following thing things".split())
# Verbs of saying with a listener or topic as their object: "told Bo Ek", "reported the driver".
_TAKING_OBJECTS = frozenset("tell tells told report reports reported describe describes described".split())
# What may follow a speaker's name: ", said Ada Lind | of the union".
_GOES_ON = frozenset("of at from for who whose in on to as with and".split())


def _is_inverted(tokens: Sequence[Token]) -> bool:
    """Whether a verb of saying is before its subject after a comma, and that ends the clause: ", said Ada Lind"."""
    if len(tokens) < 3 or SAYINGS.get(tokens[1].key) not in {"say", "claim"} or tokens[1].key in _TAKING_OBJECTS:
        return False
    speaker = tokens[2 : 2 + _subject(tokens[2 : 2 + _TAIL])]
    if not speaker or any(is_verb(speaker, at) for at in range(len(speaker))):
        return False
    plain = tokens[1].key in {"said", "says", "say"}
    if speaker[0].key in DETERMINERS:
        known = speaker[0].key not in {"a", "an"}
        return plain and len(speaker) > 1 and (_speaks(speaker[-1].key) or (known and speaker[-1].key not in _SAID))
    named = all(one.text[0].isupper() for one in speaker)
    if not named and not (_speaks(speaker[-1].key) if plain else speaker[-1].key in SPEAKERS):
        return False
    # "claimed Hale as its base", "claimed Hale, and left"
    after = tokens[2 + len(speaker) :]
    return plain or not after or not (after[0].text[0].isalnum() or (after[1:] and after[1].key == "and"))


def _subject(tokens: Sequence[Token]) -> int:
    """How many tokens a speaker's noun or name has, before what follows or ends it."""
    ends = (at for at, one in enumerate(tokens) if one.key in _GOES_ON or not (one.text[0].isalnum() or one.key == "-"))
    return next(ends, len(tokens))


def _speaks(key: str) -> bool:
    """Whether a word is a noun for a speaker."""
    return key in SPEAKERS | OCCUPATIONS | TITLES or key.endswith(ENDINGS)


# Frames before approved words in their sentence.


# How far before an anchor, in tokens, the word that governs a clause is looked for.
_REACH = 14
# How many tokens of its own clause may be before an anchor: "that the mighty old | mill".
_OWN = 10
# What follows a "that" which is a relative pronoun.
_VERBAL = AUXILIARIES | framing_words.MODAL
# What takes the clause of an anchor, and so separates it from a "that" before.
_PARTS = CLASSES["SAY_SO"] | CLASSES["DENIES"]
_TURNING = frozenset({"say-so", "denial", "doubt", "negation"})


def opened(index: Index, anchor: Span) -> int:
    """The token of the "that", "whether" or "if" that opens the anchor's clause; -1 if there is none."""
    before, start = _seen(index, anchor)
    for position in range(len(before) - 1, max(len(before) - 1 - _OWN, -1), -1):
        key, following = before[position], before[position + 1] if position + 1 < len(before) else ""
        if key in framing_words.COMPLEMENTISERS:
            relative = key == "that" and (following in _VERBAL or following.endswith("ed"))
            return -1 if relative else start + position
        governs = key in _PARTS or (negates(key) and key not in framing_words.DOUBT)
        # A comma right after "that" begins a parenthesis, and does not end the clause.
        if (key in framing_words.BOUNDARIES and key != '"') or (governs and following not in DETERMINERS):
            return -1
    return -1


def _seen(index: Index, anchor: Span) -> tuple[tuple[str, ...], int]:
    """The keys before an anchor in its sentence, and the token of the first of them."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.start)]
    start = max(sentence.start, anchor.start - SIGHT)
    before = index.keys(Span(start, anchor.start))
    return (before, start) if start == sentence.start else ((CUT, *before), start - 1)


def frames_before(index: Index, anchor: Span, opening: int) -> Iterator[Frame]:
    """Yield frames before an anchor whose clause is opened at a token (-1: at none)."""
    before, start = _seen(index, anchor)
    for row, shown in BEFORE.found(before):
        if not any(_UNLESS[name](_Seen(index, before, start), shown.start) for name in row.unless):
            yield _shifted(row.does, shown, start)
    for _, shown in ANNOUNCING.found(before):
        does, by = _governing_itself(before, shown.end - 1)
        if does in _TURNING and not (does == "negation" and negates(before[by.start])):
            yield _shifted(does, by, start)
    if opening >= start:
        yield from _of_that(before[: opening - start + 1], start)
    else:
        yield from _of_clause(before, start)


def governing(keys: Sequence[str], position: int) -> tuple[str, Span]:
    """What a word does to the clause that it takes, and the words by which it does so.

    `fact` if it takes the clause for granted, empty if it does nothing to it.
    """
    if keys[position] in GOVERNORS.last or negates(keys[position]):
        for row, shown in GOVERNORS.found(keys[: position + 1]):
            return ("" if row.does == "pass" else row.does), shown
    return "", Span(position, position + 1)


def _governing_itself(keys: Sequence[str], position: int) -> tuple[str, Span]:
    """`governing` for a word right before the words: "denied that she said | “…”" denies the saying, not the words."""
    does, by = governing(keys, position)
    return (does, by) if by.end > position else ("say-so", Span(position, position + 1))


def _shifted(does: str, shown: Span, start: int) -> Frame:
    return Frame(does, Span(start + shown.start, start + shown.end))


def _of_that(before: Sequence[str], start: int) -> Iterator[Frame]:
    """Yield the nearest word before "that" or "whether" that takes the clause; one that confirms it is not a frame."""
    for row, shown in THAT.found(before):
        yield _shifted(row.does, shown, start)
        return
    for position in range(len(before) - 2, max(len(before) - 2 - _REACH, -1), -1):
        does, shown = governing(before, position)
        if does == "fact" or before[position] == ";":
            return
        if does:
            yield _shifted(does, shown, start)
            return


def _of_clause(before: Sequence[str], start: int) -> Iterator[Frame]:
    """Yield a word that takes the clause without "that", or opens it: "nobody could say | it was leaking", "if | …"."""
    for row, shown in CLAUSE.found(before):
        reads = {"at": _governing_itself, "from": governing}.get(row.does)
        does, by = reads(before, shown.start) if reads else (row.does, shown)
        if does in _TURNING | {"condition"} and not (does == "negation" and negates(before[by.start])):
            yield _shifted(does, by, start)
        if does:
            return


class _Seen(NamedTuple):
    """The keys before an anchor, and the token of the first of them."""

    article: Index
    keys: Sequence[str]
    start: int


def _is_quoted(before: _Seen, at: int) -> bool:
    """Whether a word is between quotation marks, and what follows is after them: '"If we stop," said'."""
    return before.keys[:at].count('"') % 2 == 1 and '"' in before.keys[at:]


def _is_cited(before: _Seen, at: int) -> bool:
    """Whether a marker follows among these tokens: "According to Reuters [1], …" names a cited source."""
    tokens, markers = before.article.tokens, before.article.article.markers
    first, last = tokens.starts[before.start + at], tokens.ends[before.start + len(before.keys) - 1]
    place = bisect_right(markers, first, key=attrgetter("at"))
    return place < len(markers) and markers[place].at <= last


_UNLESS = {"quoted": _is_quoted, "cited": _is_cited}


_LEFT_OPEN = frozenset({"say-so", "future"})


# The last word of this name is also a verb of saying.
_COUNTRY = ("united", "states")


def frame_of(index: Index, anchor: Span, *, wording: bool = True) -> Frame | None:
    """The frame around the tokens of an anchor, or None.

    Without `wording` (a claim of facts, which allows both) a say-so or future is not a frame.
    """
    found = (frame for frame in frames(index, anchor) if wording or frame.does not in _LEFT_OPEN)
    return next((frame for frame in found if index.keys(_wide(frame.tokens)) != _COUNTRY), None)


def _wide(tokens: Span) -> Span:
    """A token range with the token before it."""
    return Span(max(tokens.start - 1, 0), tokens.end)


def frames(index: Index, anchor: Span) -> Iterator[Frame]:
    """All frames around the tokens of an anchor."""
    opening = -1
    if anchor.start > index.sentence_tokens[index.sentence_of(anchor.start)].start:
        opening = opened(index, anchor)
        yield from frames_before(index, anchor, opening)
    yield from frames_after(index, anchor, governed=opening >= 0)
    yield from alternatives(index, anchor)


def reframed(claim: Claim, index: Index, anchor: Span, frame: Frame) -> Anchored:
    """A claim whose words are at these tokens, in a frame."""
    framing = Framing(frame.does, index.span(frame.tokens))
    return Anchored(claim, Verdict.REFRAMED, (index.span(anchor),), framing=framing)
