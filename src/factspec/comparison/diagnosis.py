"""What a difference that no benign class explains says: which facts differ, appear or vanish, and on which side."""

from collections.abc import Iterable, Iterator, Sequence

from factspec.comparison.alignment import Stretch
from factspec.comparison.exchange import exchanged_facts, exchanged_words, without_moved
from factspec.comparison.model import Difference
from factspec.comparison.sides import Pair, Range, Side, Span, in_tokens, keys_of, offsets, touching
from factspec.fact import Fact
from factspec.facts_found import VALUE_KINDS, agree, facts_across, matters_alone
from factspec.text.tokens import keys

# Of two facts of unlike kind that replace each other, the kind that says more names the difference.
_TELLING = ("money", "percentage", "measure", "duration", "date", "time", "weekday", "month", "number")
# How many tokens around a span may hold the expansion of an acronym.
_NEAR = 12
# A span with more facts of a kind is no edit of a sentence; its facts are then paired in order.
_MANY = 100


def diagnosed(
    approved: Side, found: Side, left: Iterable[Stretch], harmless: Iterable[Stretch]
) -> tuple[Difference, ...]:
    """The differences of the spans left unexplained, in the order of the found text."""
    spans = [in_tokens(approved, found, span) for span in left]
    pairs = without_moved([pair for span in spans for pair in _pairs(approved, found, span)])
    exchanges = exchanged_facts(approved, found, spans, [in_tokens(approved, found, span) for span in harmless])
    pairs = [pair for pair in pairs if not _told(pair, exchanges)]
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


def _pairs(approved: Side, found: Side, span: Span) -> list[Pair]:
    """The facts of a span that stand against each other, and the words that only beside each other are facts."""
    pairs = list(_of_one_side(approved, found, span))
    across = facts_across(approved.tokens, range(*span.approved), found.tokens, range(*span.found))
    told = [(_covers(pair.approved), _covers(pair.found)) for pair in pairs]
    for one, other in across:
        if not any(one.first in mine or other.first in theirs for mine, theirs in told):
            pairs.append(Pair(one, other, span))
    return pairs


def _covers(fact: Fact | None) -> range:
    return range(fact.first, fact.last) if fact else range(0)


def _of_one_side(approved: Side, found: Side, span: Span) -> Iterator[Pair]:
    mine, theirs = touching(approved, span.approved), touching(found, span.found)
    alone_mine: list[Fact] = []
    alone_theirs: list[Fact] = []
    for kind in dict.fromkeys(fact.kind for fact in (*mine, *theirs)):
        left, right = _disagreeing(
            [fact for fact in mine if fact.kind == kind], [fact for fact in theirs if fact.kind == kind]
        )
        count = min(len(left), len(right))
        yield from (Pair(one, other, span) for one, other in zip(left[:count], right[:count], strict=True))
        alone_mine.extend(left[count:])
        alone_theirs.extend(right[count:])
    yield from _across_kinds(alone_mine, alone_theirs, span)
    if alone_mine:
        there = (keys_of(found, span.found), _keys_near(found, span.found))
        yield from (Pair(fact, None, span) for fact in alone_mine if matters_alone(fact, *there))
    if alone_theirs:
        here = (keys_of(approved, span.approved), _keys_near(approved, span.approved))
        yield from (Pair(None, fact, span) for fact in alone_theirs if matters_alone(fact, *here))


def _keys_near(side: Side, place: Range) -> Sequence[str]:
    return keys(side.tokens[max(place.first - _NEAR, 0) : min(place.last, place.first + _MANY) + _NEAR])


def _disagreeing(mine: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of one kind on each side that have no partner on the other."""
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
    """The single amounts of facts, so that a range agrees with its two ends written apart."""
    return sorted(
        f"{number} {getattr(fact.value, 'unit', '')}"
        for fact in facts
        for number in getattr(fact.value, "numbers", (fact,))
    )


def _across_kinds(mine: list[Fact], theirs: list[Fact], span: Span) -> Iterator[Pair]:
    """Values of unlike kind that replace each other, taken out of the two lists."""
    values = [fact for fact in mine if fact.kind in VALUE_KINDS]
    others = [fact for fact in theirs if fact.kind in VALUE_KINDS]
    for one, other in zip(values, others, strict=False):
        mine.remove(one)
        theirs.remove(other)
        yield Pair(one, other, span)


def _told(pair: Pair, exchanges: Sequence[Difference]) -> bool:
    """Whether an exchange already tells a pair of its kind."""
    facts = [fact for fact in (pair.approved, pair.found) if fact]
    return any(
        all(
            fact.kind == difference.kind and fact.shown in f"{difference.approved} {difference.found}" for fact in facts
        )
        for difference in exchanges
    )


def _inside(span: Span, found: Side, exchanges: Sequence[Difference]) -> bool:
    start, end = offsets(found, span.found)
    return any(difference.start <= start and end <= difference.end for difference in exchanges)


def _difference(approved: Side, found: Side, pair: Pair) -> Difference:
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
    if one.kind == other.kind == "measure" and _numbers(one) == _numbers(other):
        return "unit"
    if one.kind == other.kind == "order" and _direction(one) != _direction(other):
        return "opposite"
    return one.kind if one.kind == other.kind else next(kind for kind in _TELLING if kind in {one.kind, other.kind})


def _direction(fact: Fact) -> object:
    return fact.value[0] if isinstance(fact.value, tuple) else None


def _numbers(fact: Fact) -> object:
    return getattr(fact.value, "numbers", None)


def _wording(approved: Side, found: Side, span: Span) -> Difference:
    mine, theirs = offsets(approved, span.approved), offsets(found, span.found)
    return Difference("wording", approved.text[slice(*mine)], found.text[slice(*theirs)], *mine, *theirs)
