"""Name the differences that no harmless class explains: which facts differ, appear, vanish or change places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factspec.claims.comparison.model import (
    FactPair,
    Range,
    Ranges,
    Side,
    Stretch,
    facts_touching,
    in_tokens,
    keys_of,
    offsets,
)
from factspec.facts.difference import Difference
from factspec.facts.fact import Fact, shown
from factspec.facts.found import agree, facts_across, kinds, matters_alone, naming_kinds, value_kinds
from factspec.language.tokens import keys

# Facts and words that changed places: "A beat B" and "B beat A".


# Words and signs that join two members, which may then change places.
_JOINING = frozenset({"and", "or", ",", "&", "/", "-"})


@cache
def _movable() -> frozenset[str]:
    """Kinds whose facts may move in the sentence, as long as they keep their order among themselves."""
    return value_kinds() | {name for name, kind in kinds().items() if kind.MOVES}


@cache
def _ordered() -> frozenset[str]:
    return value_kinds() | naming_kinds()


def without_moved(pairs: Sequence[FactPair]) -> list[FactPair]:
    """The pairs without those of a fact that vanishes in one place and appears in another."""
    if all(pair.found for pair in pairs) or all(pair.approved for pair in pairs):
        return list(pairs)
    gone = Counter((pair.approved.kind, pair.approved.value) for pair in pairs if pair.approved and not pair.found)
    come = Counter((pair.found.kind, pair.found.value) for pair in pairs if pair.found and not pair.approved)
    moved = {key for key in (gone & come) if key[0] in _movable()}
    return [pair for pair in pairs if not (_single(pair) and _value(pair) in moved)]


def _single(pair: FactPair) -> bool:
    return pair.approved is None or pair.found is None


def _is_lone_value(pair: FactPair) -> bool:
    return _single(pair) and _value(pair)[0] in value_kinds()


def _value(pair: FactPair) -> tuple[str, object]:
    fact = pair.approved or pair.found
    return (fact.kind, fact.value) if fact else ("", None)


def exchanged_facts(
    approved: Side, found: Side, left: Sequence[Ranges], harmless: Sequence[Ranges]
) -> list[Difference]:
    """Facts of one kind that both sides have in a different order; harmless spans are left out."""
    differences: list[Difference] = []
    kinds = {fact.kind for span in left for fact in facts_touching(approved, span.approved)} & _ordered()
    for kind in sorted(kinds):
        mine = _outside(approved, kind, [span.approved for span in harmless])
        theirs = _outside(found, kind, [span.found for span in harmless])
        if len(mine) < 2 or len(theirs) < 2:
            continue
        mine, theirs = _shared(mine, theirs), _shared(theirs, mine)
        differing = [(one, other) for one, other in zip(mine, theirs, strict=False) if one.value != other.value]
        if differing and len(mine) == len(theirs):
            ones, others = [one for one, _ in differing], [other for _, other in differing]
            differences.append(_spread(approved, found, kind, ones, others))
    return differences


def _outside(side: Side, kind: str, places: Iterable[Range]) -> list[Fact]:
    inside = {fact.first for place in places for fact in facts_touching(side, place)}
    return [fact for fact in side.facts if fact.kind == kind and fact.first not in inside]


def _shared(facts: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    counts = Counter(fact.value for fact in others)
    shared: list[Fact] = []
    for fact in facts:
        if counts[fact.value] > 0:
            counts[fact.value] -= 1
            shared.append(fact)
    return shared


def _spread(approved: Side, found: Side, kind: str, ones: Sequence[Fact], others: Sequence[Fact]) -> Difference:
    mine = offsets(approved, Range(ones[0].first, ones[-1].last))
    theirs = offsets(found, Range(others[0].first, others[-1].last))
    texts = [" … ".join(fact.shown for fact in facts) for facts in (ones, others)]
    return Difference(kind, texts[0], texts[1], *mine, *theirs)


def exchanged_words(approved: Side, found: Side, spans: Sequence[Ranges]) -> list[Difference]:
    """One difference if two stretches of words changed places around others that do more than join them."""
    if len(spans) != 2:
        return []
    parts = _crossed(approved, found, *spans) or _shifted(approved, found, *spans)
    if parts is None:
        return []
    (one, other), (later, former) = parts
    named = any(
        token.text[0].isupper() for place in (one, other) for token in approved.tokens[place.first : place.last]
    )
    mine = offsets(approved, Range(one.first, other.last))
    theirs = offsets(found, Range(later.first, former.last))
    return [
        Difference(
            "name" if named else "order",
            f"{shown(approved.tokens, *one)} … {shown(approved.tokens, *other)}",
            f"{shown(found.tokens, *later)} … {shown(found.tokens, *former)}",
            *mine,
            *theirs,
        )
    ]


_Parts = tuple[tuple[Range, Range], tuple[Range, Range]]


def _crossed(approved: Side, found: Side, first: Ranges, second: Ranges) -> _Parts | None:
    """The two places of each text if the words of the two spans were exchanged."""
    crossed = keys_of(approved, first.approved) == keys_of(found, second.found)
    crossed = crossed and keys_of(approved, second.approved) == keys_of(found, first.found)
    if not crossed or first.approved.first == first.approved.last or first.found.first == first.found.last:
        return None
    between = keys_of(approved, Range(first.approved.last, second.approved.first))
    return None if _JOINING.issuperset(between) else ((first.approved, second.approved), (first.found, second.found))


def _shifted(approved: Side, found: Side, first: Ranges, second: Ranges) -> _Parts | None:
    """The places if X M Y became Y M X: one side has "Y M" inserted before X, the other "M Y" after it."""
    if parts := _inserted(approved, found, first, second):
        return parts
    mirrored = _inserted(found, approved, *(Ranges(span.found, span.approved) for span in (first, second)))
    return (mirrored[1], mirrored[0]) if mirrored else None


def _inserted(approved: Side, found: Side, first: Ranges, second: Ranges) -> _Parts | None:
    """The places of `_shifted` if "Y M" is inserted on the found side."""
    (left, start), (right, end) = first, second
    if left.first < left.last or end.first < end.last:
        return None
    count = _rotated(keys_of(found, start), keys_of(approved, right))
    gap, found_gap = Range(left.last, right.first), Range(start.last, end.first)
    moved = (Range(right.last - count, right.last), Range(start.first, start.first + count))
    return ((gap, moved[0]), (moved[1], found_gap)) if count else None


def _rotated(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words at the start of `before` (Y M) are at the end of `after` (M Y); 0 if M only joins."""
    if len(before) != len(after):
        return 0
    for count in range(1, len(before)):
        if before[:count] == after[-count:] and before[count:] == after[:-count]:
            return 0 if _JOINING.issuperset(before[count:]) else count
    return 0


# How many tokens around a span are searched for the full form of an acronym.
_AROUND = 12
# A span with more facts of one kind is not an edited sentence; its facts are paired in order.
_MANY = 100


def diagnosed(
    approved: Side, found: Side, left: Iterable[Stretch], harmless: Iterable[Stretch]
) -> tuple[Difference, ...]:
    """The differences in the stretches that are not explained, in the order of the found text."""
    spans = [in_tokens(approved, found, span) for span in left]
    pairs = without_moved([pair for span in spans for pair in _pairs(approved, found, span)])
    exchanges = exchanged_facts(approved, found, spans, [in_tokens(approved, found, span) for span in harmless])
    pairs = [pair for pair in pairs if not _is_in(pair, exchanges)]
    plain = [span for span in spans if not any(pair.span == span for pair in pairs)]
    plain = [span for span in plain if not _inside(span, found, exchanges)]
    if not exchanges and all(pair.approved and pair.approved.kind == "attribution" for pair in pairs):
        exchanges = exchanged_words(approved, found, spans)
        pairs, plain = ([], []) if exchanges else (pairs, plain)
    differences = [_difference(approved, found, pair) for pair in pairs]
    differences += exchanges
    differences += [_wording(approved, found, span) for span in plain]
    return tuple(sorted(dict.fromkeys(differences), key=_place))


def _place(difference: Difference) -> tuple[int, int, int]:
    return (difference.start, difference.end, difference.approved_start)


def _pairs(approved: Side, found: Side, span: Ranges) -> list[FactPair]:
    """The facts of a span in pairs, and words that are facts only if both sides are read together."""
    pairs = list(_of_one_side(approved, found, span))
    for one, other in facts_across(approved.tokens, range(*span.approved), found.tokens, range(*span.found)):
        touched = [pair for pair in pairs if one.first in _covers(pair.approved) or other.first in _covers(pair.found)]
        if all(_is_lone_value(pair) for pair in touched):  # "last" for "first" is more than a number less
            pairs = [pair for pair in pairs if pair not in touched]
            pairs.append(FactPair(one, other, span))
    return pairs


def _covers(fact: Fact | None) -> range:
    return range(fact.first, fact.last) if fact else range(0)


def _of_one_side(approved: Side, found: Side, span: Ranges) -> Iterator[FactPair]:
    mine, theirs = facts_touching(approved, span.approved), facts_touching(found, span.found)
    alone_mine: list[Fact] = []
    alone_theirs: list[Fact] = []
    for kind in dict.fromkeys(fact.kind for fact in (*mine, *theirs)):
        left, right = _disagreeing(
            [fact for fact in mine if fact.kind == kind], [fact for fact in theirs if fact.kind == kind]
        )
        count = min(len(left), len(right))
        yield from (FactPair(one, other, span) for one, other in zip(left[:count], right[:count], strict=True))
        alone_mine.extend(left[count:])
        alone_theirs.extend(right[count:])
    yield from _across_kinds(alone_mine, alone_theirs, span)
    if alone_mine:
        there = (keys_of(found, span.found), _keys_around(found, span.found))
        yield from (FactPair(fact, None, span) for fact in alone_mine if matters_alone(fact, *there))
    if alone_theirs:
        here = (keys_of(approved, span.approved), _keys_around(approved, span.approved))
        yield from (FactPair(None, fact, span) for fact in alone_theirs if matters_alone(fact, *here))


def _keys_around(side: Side, place: Range) -> Sequence[str]:
    return keys(side.tokens[max(place.first - _AROUND, 0) : min(place.last, place.first + _MANY) + _AROUND])


def _disagreeing(mine: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of one kind on each side without an equal one on the other."""
    if len(mine) > _MANY or len(theirs) > _MANY:
        return list(mine), list(theirs)
    rest = list(theirs)
    left: list[Fact] = []
    for fact in mine:
        partner = next((other for other in rest if fact.value == other.value), None)
        partner = partner or next((other for other in rest if agree(fact, other)), None)
        if partner is None:
            left.append(fact)
        else:
            rest.remove(partner)
    apart = len(left) != len(rest) and left and rest
    return ([], []) if apart and _amounts(left) == _amounts(rest) else (left, rest)


def _amounts(facts: Iterable[Fact]) -> list[str]:
    """The single amounts of facts, so that a range agrees with its two ends written separately."""
    return sorted(
        f"{number} {getattr(fact.value, 'unit', '')}"
        for fact in facts
        for number in getattr(fact.value, "numbers", (fact,))
    )


def _across_kinds(mine: list[Fact], theirs: list[Fact], span: Ranges) -> Iterator[FactPair]:
    """Pairs of values of different kinds that replace each other; they are removed from the two lists."""
    values = [fact for fact in mine if fact.kind in value_kinds()]
    others = [fact for fact in theirs if fact.kind in value_kinds()]
    for one, other in zip(values, others, strict=False):
        mine.remove(one)
        theirs.remove(other)
        yield FactPair(one, other, span)


def _is_in(pair: FactPair, exchanges: Sequence[Difference]) -> bool:
    """Whether an exchange already names the facts of a pair."""
    facts = [fact for fact in (pair.approved, pair.found) if fact]
    return any(
        all(
            fact.kind == difference.kind and fact.shown in f"{difference.approved} {difference.found}" for fact in facts
        )
        for difference in exchanges
    )


def _inside(span: Ranges, found: Side, exchanges: Sequence[Difference]) -> bool:
    start, end = offsets(found, span.found)
    return any(difference.start <= start and end <= difference.end for difference in exchanges)


def _difference(approved: Side, found: Side, pair: FactPair) -> Difference:
    one, other = pair.approved, pair.found
    mine = offsets(approved, Range(one.first, one.last) if one else _end(pair.span.approved))
    theirs = offsets(found, Range(other.first, other.last) if other else _end(pair.span.found))
    return Difference(_kind(one, other), one.shown if one else "", other.shown if other else "", *mine, *theirs)


def _end(place: Range) -> Range:
    return Range(place.last, place.last)


def _kind(one: Fact | None, other: Fact | None) -> str:
    if one is None or other is None:
        fact = one or other
        return fact.kind if fact else "wording"
    own = kinds()[one.kind].difference(one, other) if one.kind == other.kind else ""
    return own or max(one.kind, other.kind, key=_precedence)


def _precedence(name: str) -> int:
    """If two facts of different kinds replace each other, the kind with the higher number names the difference."""
    kind = kinds()[name]
    return kind.PRECEDENCE or kind.RANK


def _wording(approved: Side, found: Side, span: Ranges) -> Difference:
    mine, theirs = offsets(approved, span.approved), offsets(found, span.found)
    return Difference("wording", approved.text[slice(*mine)], found.text[slice(*theirs)], *mine, *theirs)
