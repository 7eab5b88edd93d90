"""A clause as it is compared with another: its words outside its facts, its facts, and the times its sentence names."""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.claims.clauses import Clause
from factspec.claims.index import Index
from factspec.facts.fact import Fact
from factspec.facts.found import stated_kinds, time_kinds
from factspec.language.framing_words import SAME_EVENT
from factspec.language.places import Span

_DROPPED = frozenset("the a an that which who did do does with also".split())
_TEMPORAL_PREPOSITIONS = frozenset("on in at by".split())


class Word(NamedTuple):
    """A word that is no part of a fact: its key, and its token in the index."""

    key: str
    at: int


class Statement(NamedTuple):
    """A clause as read.

    `words` are those outside its facts, the token ranges of `facts` are the index's, `said` are the kinds and values
    of all facts of its sentence, `times` those that say when. `definite` where it begins with "the".
    """

    words: tuple[Word, ...]
    facts: tuple[Fact, ...]
    said: frozenset[tuple[str, object]]
    times: frozenset[tuple[str, object]]
    definite: bool


class Statements:
    """The statements of an article's clauses, each read when it is first asked for."""

    def __init__(self, index: Index) -> None:
        """Know none yet."""
        self.index = index
        self._read: dict[Clause, Statement] = {}
        self._keys: dict[Clause, tuple[str, ...]] = {}

    def keys(self, clause: Clause) -> tuple[str, ...]:
        """A clause's words in order, those of one event alike; read without its facts."""
        if clause not in self._keys:
            written = self.index.keys(clause.head) + self.index.keys(clause.own)
            words = [SAME_EVENT.get(key, key) for key in written if key not in _DROPPED and key[0].isalnum()]
            self._keys[clause] = tuple(words)
        return self._keys[clause]

    def of(self, clause: Clause) -> Statement:
        """A clause with its facts, read in its sentence."""
        if clause not in self._read:
            self._read[clause] = _statement(self.index, clause)
        return self._read[clause]


def _statement(index: Index, clause: Clause) -> Statement:
    span = index.sentence_tokens[clause.sentence]
    facts = [fact for fact in index.facts_of(clause.sentence) if fact.kind in stated_kinds()]
    ranges = (clause.head, clause.own)
    placed = [fact._replace(first=fact.first + span.start, last=fact.last + span.start) for fact in facts]
    inside = tuple(fact for fact in placed if any(one.start <= fact.first and fact.last <= one.end for one in ranges))
    return Statement(
        words=_words(index.token_keys, ranges, inside),
        facts=inside,
        said=frozenset((fact.kind, fact.value) for fact in placed),
        times=frozenset((fact.kind, fact.value) for fact in placed if fact.kind in time_kinds()),
        definite=index.token_keys[(clause.head if clause.head.end > clause.head.start else clause.own).start] == "the",
    )


def _words(keys: Sequence[str], ranges: Sequence[Span], facts: Sequence[Fact]) -> tuple[Word, ...]:
    taken = {at for fact in facts for at in range(fact.first, fact.last)}
    times = {fact.first for fact in facts if fact.kind in time_kinds()}
    words = []
    for span in ranges:
        for at in range(span.start, span.end):
            key = keys[at]
            if at in taken or key in _DROPPED or not key[0].isalnum():
                continue
            if not (key in _TEMPORAL_PREPOSITIONS and at + 1 in times):
                words.append(Word(SAME_EVENT.get(key, key), at))
    return tuple(words)


def unnamed(one: Statement, other: Statement) -> Statement:
    """A statement in which what only opens a sentence with its capital is a word, as in the other one."""
    plain = {word.key for word in other.words}
    common = [fact for fact in one.facts if fact.kind == "name" and len(_value(fact)) == 1 and _value(fact)[0] in plain]
    if not common:
        return one
    words = sorted([*one.words, *(Word(_value(fact)[0], fact.first) for fact in common)], key=lambda word: word.at)
    return one._replace(words=tuple(words), facts=tuple(fact for fact in one.facts if fact not in common))


def _value(fact: Fact) -> tuple[str, ...]:
    return fact.value if isinstance(fact.value, tuple) else ()
