"""Subjects before approved words that begin with a verb or a clause: none at all, or another than theirs."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import Frame, class_of
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.people import OCCUPATIONS, TITLE_WORDS
from factspec.language.places import Span
from factspec.language.verbs import AUXILIARIES, DETERMINERS, PASTS, is_clause, is_verb

# How far before an anchor, in tokens, a clause's subject is looked for.
_REACH = 14
# How many tokens a relative clause before an anchor has, its pronoun the first: "who had sued | the company".
_RELATIVE = 4
_PRONOUNS = frozenset({"who", "which", "that"})
# Verbs that take a clause, beside those of saying, thinking and showing: "who noticed | the company paid".
_TAKE_CLAUSES = frozenset("noticed heard felt wished ensured checked guessed sensed decided made".split())
_NO_SUBJECT = frozenset("no none nobody neither few hardly scarcely barely nothing never".split())
# What makes what follows an object, and no subject of the verb behind it.
_PREPOSITIONS = frozenset(
    """of on in at from with against among behind near by inside outside within without under beside for to except
    about representing beyond between opposing""".split()
)
_PASTS = PASTS | AUXILIARIES
# How near before "but" the word for all stands.
_EXCEPTED = 3
# Before "but" these leave out what follows.
_ALL = frozenset("all everyone everybody everything every nobody none anyone".split())
# Words in "ing" that take no object behind them: they say when, or take a clause.
_NO_PARTICIPLES = frozenset(
    """morning evening spring knowing meaning ensuring noticing hearing feeling checking guessing sensing deciding
    seeing showing proving finding learning realising realizing remembering revealing""".split()
)


def subjects(index: Index, anchor: Span, before: Sequence[str], start: int) -> Iterator[Frame]:
    """A subject that is none ("No senator | voted") or another ("Opponents of | the council approved the plan").

    `before` are the keys before the anchor in its sentence, from the token `start` on.
    """
    last = len(before) - 1
    words = index.tokens[anchor.start : anchor.end]
    # Before a noun that has none of its own a determiner is passed over: "a neighbour of the | police found".
    bare = words[0].key not in DETERMINERS
    at = last - (bare and last > 0 and before[last] in DETERMINERS)
    if words[0].text[0].isupper():
        at = _before_title(before, at)
    governed = at > 0 and (before[at] in _PREPOSITIONS or leaves_out(before, at))
    if is_verb(words, 0):
        yield from _nobody(before, start)
    elif governed and is_clause(words, bare=bare):
        yield Frame("subject", Span(start + at - 1, start + at + 1))
    elif last and index.is_verb(anchor.start - 1) and is_clause(words, bare=False):
        yield from _relative(before, start)
    elif last > 1 and _is_participle(before) and is_clause(words, bare=False):
        yield Frame("subject", Span(start + last - 1, start + last + 1))


def _before_title(before: Sequence[str], at: int) -> int:
    """The word before the title of a person whose name follows: "an aide to | Foreign Minister"."""
    first = at
    while first > 0 and before[first] in TITLE_WORDS | OCCUPATIONS:
        first -= 1
    if first < at and before[first] in DETERMINERS and first:
        first -= 1
    return first


def _relative(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A relative clause whose object begins the anchor: "The man who sued | the company paid"."""
    last = len(before) - 1
    for position in range(last - 1, max(last - _RELATIVE, 0), -1):
        if before[position] in _PRONOUNS:
            if not class_of(before[last]) and before[last] not in _TAKE_CLAUSES:
                yield Frame("subject", Span(start + position - 1, start + last + 1))
            return
        if before[position] in framing_words.BOUNDARIES:
            return


def _is_participle(before: Sequence[str]) -> bool:
    """Whether a noun with a participle opens the clause, and what follows is its object: "A drone chasing | the plane".

    A noun in "ing" has a determiner before it, or a preposition before its clause: "At the council meeting | the".
    """
    last = len(before) - 1
    if not before[last].endswith("ing") or class_of(before[last]) or before[last] in _NO_PARTICIPLES:
        return False
    first = max((at for at, key in enumerate(before) if key in framing_words.BOUNDARIES), default=-1) + 1
    opens = before[first:last]
    return len(opens) > 1 and opens[-1] not in DETERMINERS and _PREPOSITIONS.isdisjoint(opens)


def leaves_out(before: Sequence[str], at: int) -> bool:
    """Whether a "but" at an index of the keys before words leaves them out: "all the ships but"."""
    first = max(at - _EXCEPTED, 0)
    near = before[first:at]
    one_noun = "," not in near and not any(key in _PASTS or key.endswith("ed") for key in near)
    return before[at] == "but" and one_noun and not _ALL.isdisjoint(near)


def _nobody(before: Sequence[str], start: int) -> Iterator[Frame]:
    """The nearest word in the clause before a verb that leaves it without a subject; "No. 1" is a name."""
    for position in range(len(before) - 1, max(len(before) - 1 - _REACH, -1), -1):
        if before[position] in framing_words.BOUNDARIES or before[position] in framing_words.RELATIVES:
            return
        if before[position] in _NO_SUBJECT and not "".join(before[position + 1 : position + 2]).isdigit():
            yield Frame("negation", Span(start + position, start + position + 1))
            return
