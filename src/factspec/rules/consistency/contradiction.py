"""Two clauses about one thing that cannot both be true: the same words in the same order, and one fact that differs.

A careful heuristic: if anything else differs (a word, a time, a bound, a doubt), the two may be about different things
and nothing is reported.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from factspec.claims.clauses import Clause
from factspec.claims.index import Index
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import (
    Role,
    agree,
    amount_kinds,
    kinds,
    kinds_of_role,
    naming_kinds,
    statement_kinds,
    time_kinds,
)
from factspec.language.framing_words import NOT_VOUCHED, ONCE, ONE_SUBJECT, ONE_WAY, OTHER_TIME, SAME_EVENT, SIDES
from factspec.language.inflection import are_forms_of_one
from factspec.language.numerals import agrees_at_precision
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import common_ends
from factspec.language.verbs import is_past

# A clause as it is compared with another: its words outside its facts, its facts, and the times its sentence names.


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
    facts = [fact for fact in index.facts_of(clause.sentence) if fact.kind in statement_kinds()]
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
    """A statement in which a word capitalised at the start of a sentence is a word, as in the other, not a name."""
    plain = {word.key for word in other.words}
    common = [fact for fact in one.facts if fact.kind == "name" and len(_value(fact)) == 1 and _value(fact)[0] in plain]
    if not common:
        return one
    words = sorted([*one.words, *(Word(_value(fact)[0], fact.first) for fact in common)], key=lambda word: word.at)
    return one._replace(words=tuple(words), facts=tuple(fact for fact in one.facts if fact not in common))


def _value(fact: Fact) -> tuple[str, ...]:
    return fact.value if isinstance(fact.value, tuple) else ()


_ELSEWHERE = OTHER_TIME | NOT_VOUCHED
_SENTENCE = attrgetter("sentence")
# How many words a fact has at most, with those of a second form of the same value beside it.
_LONGEST_FACT = 5
# Words and names that a statement needs beside its fact to be about something.
_FEWEST = 2
_ATTRIBUTING = SAYINGS.keys() | {"according"}
# Verbs that do not end in "ed" and are not in the table of irregular ones.
_FINITE = frozenset("is are was were has have had will".split())


class Conflict(NamedTuple):
    """What cannot both be true: the kind of fact, its token range in each clause, and its words there.

    Words are empty if a clause does not have the fact; its range is then that of the clause's words.
    """

    kind: str
    one: Span
    other: Span
    shown: str
    other_shown: str


def comparable(index: Index, found: Iterable[Clause]) -> list[list[Clause]]:
    """Group clauses whose sentences are about the same time and equally certain: no others can conflict."""
    groups: dict[frozenset[str], list[Clause]] = {}
    for number, clauses in groupby(found, key=_SENTENCE):
        elsewhere = _ELSEWHERE.intersection(index.keys(index.sentence_tokens[number]))
        groups.setdefault(elsewhere, []).extend(clauses)
    return [group for group in groups.values() if len(group) > 1]


def conflict(read: Statements, claimed: Clause, found: Clause, *, amounts_only: bool = False) -> Conflict | None:
    """The one fact in which two comparable clauses about one thing differ, or None; the first is taken as it is.

    With `amounts_only` no other facts are looked at, the two sentences must name the same times, and instructions are
    left alone.
    """
    if not _differ_in_one_place(read.keys(claimed), read.keys(found)):
        return None
    if _is_attributed(read.index, claimed.sentence) and _is_attributed(read.index, found.sentence):
        return None
    left, right = read.of(claimed), read.of(found)
    one, other = unnamed(left, right), unnamed(right, left)
    differing = _differing(one, other)
    if differing is None or len(differing) != 1:
        return None
    kind, mine, theirs = differing[0]
    if mine and theirs and kind != "exchange" and (mine.kind, mine.value) in other.said:
        return None
    if not other.times - ({(theirs.kind, theirs.value)} if theirs else set()) <= one.times:
        return None
    if amounts_only and (kind not in amount_kinds() or one.times != other.times or not _states(one)):
        return None
    if not _excludes(kind, mine, theirs, one, other) or len(one.words) + len(_names(one)) < _FEWEST:
        return None
    shown_kind = mine.kind if mine and kind == "exchange" else kind
    words = mine.shown if mine else "", theirs.shown if theirs else ""
    return Conflict(shown_kind, _place(mine, one), _place(theirs, other), *words)


def _is_attributed(index: Index, sentence: int) -> bool:
    """Whether a sentence is attributed to somebody; of two that conflict, at most one may be."""
    return not _ATTRIBUTING.isdisjoint(index.keys(index.sentence_tokens[sentence]))


def _differ_in_one_place(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two clauses can differ in one fact: in few words side by side, or in the order of the same words."""
    head, tail = common_ends(one, other)
    middle = max(len(one), len(other)) - head - tail
    return middle <= _LONGEST_FACT or sorted(one) == sorted(other)


_Differing = tuple[str, Fact | None, Fact | None]


def _differing(one: Statement, other: Statement) -> list[_Differing] | None:
    """The facts in which two statements differ; None if their other words differ."""
    found: list[_Differing] = []
    present = {fact.kind for fact in (*one.facts, *other.facts)}
    for kind in sorted(present):
        mine = [fact for fact in one.facts if fact.kind == kind]
        of_kind = _of_kind(kind, mine, [fact for fact in other.facts if fact.kind == kind])
        if of_kind is None:
            return None
        found += of_kind
    words = _word_difference(one, other, negated=any(kind in kinds_of_role(Role.DENIAL) for kind, _, _ in found))
    return None if words is None else found + words


def _of_kind(kind: str, mine: list[Fact], theirs: list[Fact]) -> list[_Differing] | None:
    if len(mine) != len(theirs):
        if kind not in kinds_of_role(Role.DENIAL) or abs(len(mine) - len(theirs)) != 1:
            return None
        return [(kind, mine[0] if mine else None, theirs[0] if theirs else None)]
    pairs = [(left, right) for left, right in zip(mine, theirs, strict=True) if not _same(left, right)]
    lefts, rights = [left.value for left, _ in pairs], [right.value for _, right in pairs]
    if kind in naming_kinds() and len(pairs) == 2 and lefts == rights[::-1]:
        return [("exchange", *pairs[0])]
    return [(kind, left, right) for left, right in pairs]


def _same(mine: Fact, theirs: Fact) -> bool:
    if agree(mine, theirs):
        return True
    one, other = mine.value, theirs.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or (one.unit, one.form) != (other.unit, other.form):
        return False
    if len(one.numbers) != 1 or len(other.numbers) != 1:
        return True
    left, right = sorted((one.numbers[0], other.numbers[0]), key=lambda number: Fraction(number.size), reverse=True)
    if isinstance(left.value, str) or isinstance(right.value, str):
        return True
    near = abs(Fraction(left.value - right.value)) * 20 <= abs(Fraction(left.value))
    return agrees_at_precision(left, right.value, approximate=near)


def _word_difference(one: Statement, other: Statement, *, negated: bool) -> list[_Differing] | None:
    """The words that differ, if they are contraries; None if any others differ."""
    if len(one.words) != len(other.words):
        return None
    found: list[_Differing] = []
    for mine, theirs in zip(one.words, other.words, strict=True):
        if mine.key == theirs.key or (negated and are_forms_of_one(mine.key, theirs.key)):
            continue
        if not _contrary(mine.key, theirs.key):
            return None
        left, right = (Fact("opposite", word.key, word.key, word.at, word.at + 1) for word in (mine, theirs))
        found.append(("opposite", left, right))
    return found


def _contrary(one: str, other: str) -> bool:
    pair, side = SIDES.get(one, (-1, -1))
    other_pair, other_side = SIDES.get(other, (-2, -1))
    return pair == other_pair and side != other_side


def _states(read: Statement) -> bool:
    """Whether a statement is about "the" thing, or has a verb after its first word: an instruction or label has not."""
    keys = [word.key for word in read.words[1:]]
    return read.definite or any(key in _FINITE or is_past(key) for key in keys)


def _excludes(kind: str, mine: Fact | None, theirs: Fact | None, one: Statement, other: Statement) -> bool:
    """Whether two statements with these facts exclude each other."""
    words = {word.key for word in one.words}
    bounding = kinds_of_role(Role.BOUND, Role.DOUBT)
    bounded = any(fact.kind in bounding for fact in (*one.facts, *other.facts))
    if kind in amount_kinds():
        return not bounded
    if kind in time_kinds():
        return not bounded and bool(words & ONCE)
    if kind == "name":
        return any(words.issuperset(pair) for pair in ONE_SUBJECT) and not _names(one) & _names(other)
    if kind == "exchange":
        return bool(words & ONE_WAY) and "by" not in words
    if kind in kinds_of_role(Role.DENIAL):
        return not bounded and (mine or theirs) is not None and len(words) > 1 and _denies(mine or theirs)
    if kind == "opposite":
        return not bounded and len(words) > 1
    return mine is not None and theirs is not None and kinds()[kind].excludes(mine, theirs)


def _denies(fact: Fact | None) -> bool:
    return fact is not None and fact.value == "no"


def _names(read: Statement) -> set[object]:
    return {fact.value for fact in read.facts if fact.kind in naming_kinds()}


def _place(fact: Fact | None, read: Statement) -> Span:
    if fact is not None:
        return Span(fact.first, fact.last)
    return Span(read.words[0].at, read.words[-1].at + 1)
