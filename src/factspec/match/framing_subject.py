"""Subjects before approved words that begin with a verb or a clause: none at all, or another than theirs."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.match.framing_word import Frame, class_of
from factspec.match.gap import is_verb
from factspec.match.index import Index
from factspec.text.tokens import Token

DETERMINERS = frozenset("the a an its his her their our this these those".split())
"""What begins a noun's words."""

# How far before an anchor, in tokens, a clause's subject is looked for.
_REACH = 14
# How many tokens of a clause its subject and verb stand in.
_OWN = 10
# How many tokens a relative clause before an anchor has, its pronoun the first: "who had sued | the company".
_RELATIVE = 4
_PRONOUNS = frozenset({"who", "which", "that"})
# Verbs that take a clause, beside those of saying, thinking and showing: "who noticed | the company paid".
_TAKE_CLAUSES = frozenset("noticed heard felt wished ensured checked guessed sensed decided made".split())
_NO_SUBJECT = frozenset("no none nobody neither few hardly scarcely barely nothing never".split())
# What makes what follows an object, and no subject of the verb behind it; of each no conjunction is spelled alike.
_PREPOSITIONS = frozenset(
    "of on in at from with against among behind near by inside outside within without under beside".split()
)
# What ends a subject before its verb has come, or begins another clause.
_ENDS_SUBJECT = framing.BOUNDARIES | framing.RELATIVES | framing.COMPLEMENTISERS


def subjects(index: Index, anchor: Span, before: Sequence[str], start: int) -> Iterator[Frame]:
    """A subject that is none ("No senator | voted") or another ("Opponents of | the council approved the plan").

    `before` are the keys before the anchor in its sentence, from the token `start` on.
    """
    last = len(before) - 1
    words = index.tokens[anchor.start : anchor.end]
    if is_verb(words, 0):
        yield from _nobody(before, start)
    elif last and before[last] in _PREPOSITIONS and _is_clause(words):
        yield Frame("subject", Span(start + last - 1, start + last + 1))
    elif last and is_verb(index.tokens, anchor.start - 1) and _is_clause(words):
        yield from _relative(before, start)


def _relative(before: Sequence[str], start: int) -> Iterator[Frame]:
    """A relative clause whose object begins the anchor: "The man who sued | the company paid"."""
    last = len(before) - 1
    for position in range(last - 1, max(last - _RELATIVE, 0), -1):
        if before[position] in _PRONOUNS:
            if not class_of(before[last]) and before[last] not in _TAKE_CLAUSES:
                yield Frame("subject", Span(start + position - 1, start + last + 1))
            return
        if before[position] in framing.BOUNDARIES:
            return


def _nobody(before: Sequence[str], start: int) -> Iterator[Frame]:
    """The nearest word in the clause before a verb that leaves it without a subject; "No. 1" is a name."""
    for position in range(len(before) - 1, max(len(before) - 1 - _REACH, -1), -1):
        if before[position] in framing.BOUNDARIES or before[position] in framing.RELATIVES:
            return
        if before[position] in _NO_SUBJECT and not "".join(before[position + 1 : position + 2]).isdigit():
            yield Frame("negation", Span(start + position, start + position + 1))
            return


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether words begin with a subject and go on with its verb: "the council approved"."""
    if tokens[0].key not in DETERMINERS and not tokens[0].text[0].isupper():
        return False
    for at in range(1, min(len(tokens), _OWN)):
        if tokens[at].key in _ENDS_SUBJECT:
            return False
        if is_verb(tokens, at):
            return True
    return False
