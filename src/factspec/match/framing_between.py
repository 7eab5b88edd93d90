"""Clauses and gerunds between the facts of a claim that lists them, which are denied, doubted or only said of somebody.

"The council denied it sold the mill", "dismissed reports that it sold", "was accused of having sold", "was asked
whether it sold": what takes the clause is no fact of the claim, and what happened is left open.
"""

from collections.abc import Iterator, Sequence

from factspec.lexicon import framing
from factspec.lexicon.pasts import AUXILIARIES, PASTS
from factspec.match.framing_before import opened
from factspec.match.framing_word import Frame, governing
from factspec.match.index import Index
from factspec.match.verbs import has_verb
from factspec.text.places import Span

# How far before "that", in tokens, the word that takes its clause is looked for.
_REACH = 6
# How many tokens of a clause are read for what is listed of it.
_CLAUSE = 16
# What ends a clause, or begins another in it.
_ENDS = framing.BOUNDARIES | framing.RELATIVES | framing.SUBORDINATORS
# What a past form stands behind that belongs to a gerund: "having | sold", "being quickly | sold".
_GROUP = frozenset("having being been".split())
_UNTRUE = frozenset({"denial", "doubt", "negation"})
_PRONOUNS = frozenset("he she it they we i".split())
# Verbs whose gerund is something that somebody did not do, or that is only said of him; the first need "of".
_CHARGED = frozenset("accused accuses accusing suspected cleared acquitted absolved exonerated".split())
_MISSED = frozenset("avoided avoids avoiding escaped escapes considered considers".split())


def frames_between(index: Index, hull: Span, held: Sequence[Span], taken: set[int]) -> Iterator[Frame]:
    """Frames between facts at the token ranges `held`, which hold the tokens `taken`."""
    for span in held:
        opening = opened(index, span)
        if span.start > hull.start and opening > hull.start and opening not in taken:
            yield from _governors(index, hull, opening, taken)
    keys = index.keys(hull)
    for place in range(1, len(keys)):
        if hull.start + place in taken:
            continue
        gerund = _gerund(keys, place)
        if gerund and _takes_fact(index, Span(hull.start + gerund, hull.end), taken):
            yield Frame("doubt", Span(hull.start + place, hull.start + place + 1))
        elif (
            keys[place] in framing.DENIAL
            and _is_short_clause(keys, place + 1)
            and _has_verb(index, Span(hull.start + place + 1, hull.end), taken)
        ):
            yield Frame("denial", Span(hull.start + place, hull.start + place + 1))


def _governors(index: Index, hull: Span, opening: int, taken: set[int]) -> Iterator[Frame]:
    """The word that denies or doubts the clause that "that" or "whether" opens; one that is listed is no frame."""
    keys = index.keys(Span(hull.start, opening + 1))
    if keys[-1] == "whether":
        # "was asked whether it upheld", but "asked whether something had come loose"
        of_the_first = index.token_keys[opening + 1] in _PRONOUNS
        if of_the_first and opening - 1 not in taken and _has_verb(index, Span(opening, hull.end), taken):
            yield Frame("doubt", Span(opening, opening + 1))
        return
    for position in range(len(keys) - 2, max(len(keys) - 2 - _REACH, 0), -1):
        does = governing(keys, position)
        if does == "fact" or keys[position] in framing.BOUNDARIES or hull.start + position in taken:
            return
        if keys[-1] == "that" and (does in _UNTRUE or keys[position] in framing.AGAINST):
            yield Frame("denial", Span(hull.start + position, hull.start + position + 1))
            return


def _gerund(keys: Sequence[str], place: int) -> int:
    """Where a gerund begins that a word takes which leaves undone what it says: "accused of | having sold"; else 0."""
    at = place + 1
    if keys[place] in _CHARGED:
        at += 1
        if keys[at - 1 : at] != ("of",):
            return 0
    elif keys[place] not in _MISSED:
        return 0
    return at if keys[at : at + 1] != () and keys[at].endswith("ing") else 0


def _takes_fact(index: Index, gerund: Span, taken: set[int]) -> bool:
    """Whether a gerund, or what it takes up to the next finite verb or clause, holds a listed fact.

    "accused of | selling the mill", but "accused of | killing two patients was arrested", "hiding costs when it sold".
    """
    for at in range(gerund.start, min(gerund.start + _CLAUSE, gerund.end)):
        if index.token_keys[at] in _ENDS or (at > gerund.start and _is_finite(index, at)):
            return False
        if at in taken:
            return True
    return False


def _is_finite(index: Index, at: int) -> bool:
    """Whether a token is a verb that a gerund does not take, by itself or with a clause: "saying it | sold"."""
    before = index.keys(Span(at - 2, at))
    taken = before[-1] in _PRONOUNS or not _GROUP.isdisjoint(before) or index.token_keys[at] in _GROUP
    return not taken and has_verb(index.tokens[at - 1 : at + 2])


def _has_verb(index: Index, clause: Span, taken: set[int]) -> bool:
    """Whether a listed fact in a clause is a verb of it or its gerund."""
    for at in range(clause.start, min(clause.start + _CLAUSE, clause.end)):
        key = index.token_keys[at]
        verb = index.is_verb(at) or key.endswith("ing") or index.token_keys[at - 1] in _PRONOUNS
        if at in taken and verb:
            return True
        if key in _ENDS:
            return False
    return False


def _is_short_clause(keys: Sequence[str], at: int) -> bool:
    """Whether a pronoun and its verb stand at an index: "denied | it sold"."""
    if keys[at : at + 1] == () or keys[at] not in _PRONOUNS or keys[at + 1 : at + 2] == ():
        return False
    verb = keys[at + 1]
    return verb in PASTS or verb in AUXILIARIES or verb.endswith("ed")
