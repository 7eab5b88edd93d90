"""Frames in the verb group right before approved words that begin with a verb."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import Frame, negates
from factspec.language import framing_words
from factspec.language.places import Span
from factspec.language.verbs import PASTS

# How many tokens before "to" the verb that it hangs on stands.
_REACH = 10
# How many tokens of a verb group may stand between a negation or modal and the anchor.
_GROUP = 3
# What can stand between a modal or a negation and the verb that it belongs to.
_AUXILIARIES = frozenset("be been have has had being to also yet fully even ever really".split())
_ANYTHING_BUT = frozenset({("anything", "but"), ("far", "from"), ("short", "of")})
# What leaves a plan or a rule behind: "dropped a plan to | close", "voted against a motion to | close".
_WHO = frozenset({"who", "which", "that"})
_DROPPED = framing_words.UNDONE | frozenset("against forbidden banned barred halted blocked opposed opposes".split())


def of_the_verb(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What the keys before a verb do to it: "has not | been detailed", "failed to agree to | close"."""
    yield from _verb_group(before, start)
    yield from _infinitive(before, start)


def _verb_group(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A negation or modal that belongs to the verb with which the anchor begins: "has not | been detailed"."""
    if tuple(before[-2:]) in _ANYTHING_BUT:
        yield Frame("negation", Span(start + len(before) - 2, start + len(before)))
    for position in range(len(before) - 1, max(len(before) - 1 - _GROUP, -1), -1):
        key = before[position]
        does = "negation" if negates(key) else "future" if key in framing_words.FUTURE else ""
        does = does or ("doubt" if key in framing_words.MODAL else "")
        if does:
            yield Frame(does, Span(start + position, start + position + 1))
            return
        if key not in _AUXILIARIES:
            return


def _infinitive(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A verb that the anchor's hangs on by "to" and that is denied or undone: "does not advise people to | leave"."""
    if before[-1] != "to":
        return
    for position in range(len(before) - 2, max(len(before) - 2 - _REACH, -1), -1):
        key = before[position]
        if key in framing_words.BOUNDARIES or key in framing_words.RELATIVES or key in framing_words.COMPLEMENTISERS:
            return
        near = before[max(position - _GROUP, 0) : position]
        past = key in PASTS or key.endswith("ed")
        if negates(key) or key in framing_words.REFUSAL or key in _DROPPED or (past and any(map(negates, near))):
            if _WHO.isdisjoint(
                before[max(position - 2 * _GROUP, 0) : position]
            ):  # but "members who did not vote agreed to"
                yield Frame("negation", Span(start + position, start + position + 1))
            return
        if past:  # "a campaigner against the mine went on to"
            return
