"""Frames after approved words in their sentence."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import SIGHT, Frame
from factspec.claims.frames.pattern import Rows
from factspec.claims.frames.rows import AFTER, GOVERNED, SAY_SO, VERDICTS
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.people import ENDINGS, OCCUPATIONS, SPEAKERS, TITLES
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token
from factspec.language.verbs import DETERMINERS, FINITE_VERBS, is_past, is_verb

# How many tokens of the anchor's own clause may be between it and what is said of it.
_REST = 8
# How many tokens a clause such as ", the bank said" may have before its verb.
_TAIL = 8
_OPENING = (",", "-", "--", "(", "[")
_SIGNS = frozenset({",", "-", "--"})


def frames_after(index: Index, anchor: Span, *, governed: bool) -> Iterator[Frame]:
    """Frames after an anchor in its sentence; `governed` if its clause hangs on "that" or "whether"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + SIGHT)))
    if not after:
        return
    if index.token_keys[sentence.end - 1] == "?":
        yield Frame("question", Span(sentence.end - 1, sentence.end))
    yield from _found(AFTER, after, anchor.end)
    rest = _rest(after)
    if _goes_on(index, anchor, sentence.start) and after[rest] == "," and _is_finite(after[rest + 1 : rest + 2]):
        return  # after the comma the clause goes on that the relative one is in
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
    """A clause that gives the words before it to someone: ", officials said", ", said Ada Lind"."""
    if keys[:1] == () or keys[0] not in _SIGNS:
        return
    if _is_inverted(tokens):
        yield Frame("say-so", Span(start + 1, start + 2))
        return
    frame = next(_found(SAY_SO, keys, start), None)
    if frame and frame.does != "fact":
        yield frame


# What is said and says nothing: "said the same", "said a prayer and left".
_SAID = frozenset("same opposite prayer prayers word words lot few following thing things".split())
# Verbs of saying that take whom or what they tell of as their object: "told Bo Ek", "reported the driver".
_TAKING_OBJECTS = frozenset("tell tells told report reports reported describe describes described".split())
# After these more is told of who speaks: ", said Ada Lind | of the union".
_GOES_ON = frozenset("of at from for who whose in on to as with and".split())


def _is_inverted(tokens: Sequence[Token]) -> bool:
    """Whether after a comma a verb of saying is before its subject, which ends the clause: ", said Ada Lind"."""
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
    """How many tokens a speaker's noun or name has, before what goes on or ends it."""
    ends = (at for at, one in enumerate(tokens) if one.key in _GOES_ON or not (one.text[0].isalnum() or one.key == "-"))
    return next(ends, len(tokens))


def _speaks(key: str) -> bool:
    """Whether a word is a noun for those who speak."""
    return key in SPEAKERS | OCCUPATIONS | TITLES or key.endswith(ENDINGS)
