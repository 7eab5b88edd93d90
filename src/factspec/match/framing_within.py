"""Frames between the facts of a claim that lists them: "the mill did not cut 300 jobs" for mill and 300."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.match.framing_word import Frame, negates
from factspec.match.gap import is_verb
from factspec.match.index import Index

# How far, in tokens, what is denied or doubted may stand behind the word that does it.
_REACH = 12
_AUXILIARIES = frozenset(
    "did does do has have had is are was were be been will would can could should must may might".split()
)
# What turns a plain negation into none: "not only", "no sooner".
_NO_NEGATION = frozenset("only just merely least".split())
_NEGATIONS = frozenset({"never", "neither", "cannot"})
# What behind "no" denies nothing of what the verb says: "had no choice but to close".
_NO_OBJECT = frozenset(
    "choice doubt matter later sooner fewer less more other question wonder secret time option".split()
)
_UNSURE = frozenset("may might could should almost nearly reportedly allegedly supposedly purportedly".split())
_PARTING = framing.BOUNDARIES | framing.RELATIVES | frozenset("why how what that until without".split())


def frames_within(index: Index, hull: Span, held: Sequence[Span]) -> Iterator[Frame]:
    """Negations, refusals and doubts between facts that reach the next of them; those a fact holds are none."""
    keys = index.keys(hull)
    taken = {at for span in held for at in range(span.start, span.end)}
    for place, key in enumerate(keys):
        if hull.start + place in taken:
            continue
        before, after = keys[place - 1] if place else "", keys[place + 1] if place + 1 < len(keys) else ""
        does = _does(before, key, after)
        if key == "no" and after not in _NO_OBJECT and _denies_object(index, hull, place, taken):
            does = "negation"
        if does and _reaches(keys, place, hull.start, taken):
            yield Frame(does, Span(hull.start + place, hull.start + place + 1))


def _does(before: str, key: str, after: str) -> str:
    if (
        key in {"never", "neither"}
        or key.endswith("n't")
        or key == "cannot"
        or (key == "not" and before in _AUXILIARIES)
    ):
        return "" if after in _NO_NEGATION else "negation"
    if key in framing.REFUSAL and after == "to":
        return "negation"
    return "doubt" if key in _UNSURE else ""


def _denies_object(index: Index, hull: Span, place: int, taken: set[int]) -> bool:
    """Whether a "no" behind a verb denies an object that holds a fact: "approved no | money for the | stadium"."""
    if not place or not is_verb(index.tokens, hull.start + place - 1):
        return False
    for at in range(hull.start + place + 1, min(hull.start + place + 1 + _REACH, hull.end)):
        if at in taken:
            return True
        if index.tokens[at].key in _PARTING or index.tokens[at].key in {"and", "or"} or is_verb(index.tokens, at):
            return False
    return False


def _reaches(keys: Sequence[str], place: int, start: int, taken: set[int]) -> bool:
    """Whether a fact stands behind a word, in its clause, with no second negation between them."""
    for at in range(place + 1, min(place + 1 + _REACH, len(keys))):
        if start + at in taken:
            return True
        if keys[at] in _PARTING or (negates(keys[at]) and at > place + 1):
            return False
    return False
