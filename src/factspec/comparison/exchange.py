"""Facts and words that changed places: "A beat B" and "B beat A"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from factspec.comparison.model import Difference
from factspec.comparison.sides import Pair, Range, Side, Span, keys_of, offsets, touching
from factspec.fact import Fact, shown
from factspec.facts_found import VALUE_KINDS

# Kinds whose facts may stand elsewhere in the sentence, as long as they keep their order among themselves.
_MOVABLE = VALUE_KINDS | {"name", "hedge", "attribution"}
_ORDERED = VALUE_KINDS | {"name"}
# What joins two members that may change places.
_JOINING = frozenset({"and", "or", ",", "&", "/", "-"})


def without_moved(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs but those of one fact that vanishes in one place and appears in another."""
    if all(pair.found for pair in pairs) or all(pair.approved for pair in pairs):
        return list(pairs)
    gone = Counter((pair.approved.kind, pair.approved.value) for pair in pairs if pair.approved and not pair.found)
    come = Counter((pair.found.kind, pair.found.value) for pair in pairs if pair.found and not pair.approved)
    moved = {key for key in (gone & come) if key[0] in _MOVABLE}
    return [pair for pair in pairs if not (_single(pair) and _value(pair) in moved)]


def _single(pair: Pair) -> bool:
    return pair.approved is None or pair.found is None


def _value(pair: Pair) -> tuple[str, object]:
    fact = pair.approved or pair.found
    return (fact.kind, fact.value) if fact else ("", None)


def exchanged_facts(approved: Side, found: Side, left: Sequence[Span], harmless: Sequence[Span]) -> list[Difference]:
    """Differences of facts of one kind that both sides have, in another order; harmless spans are left out."""
    differences: list[Difference] = []
    kinds = {fact.kind for span in left for fact in touching(approved, span.approved)} & _ORDERED
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
    inside = {fact.first for place in places for fact in touching(side, place)}
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


def exchanged_words(approved: Side, found: Side, spans: Sequence[Span]) -> list[Difference]:
    """One difference where two stretches of words changed places around others that join them by no "and"."""
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


def _crossed(approved: Side, found: Side, first: Span, second: Span) -> _Parts | None:
    """Each span has replaced what stood in one by what stands in the other."""
    crossed = keys_of(approved, first.approved) == keys_of(found, second.found)
    crossed = crossed and keys_of(approved, second.approved) == keys_of(found, first.found)
    if not crossed or first.approved.first == first.approved.last or first.found.first == first.found.last:
        return None
    between = keys_of(approved, Range(first.approved.last, second.approved.first))
    return None if _JOINING.issuperset(between) else ((first.approved, second.approved), (first.found, second.found))


def _shifted(approved: Side, found: Side, first: Span, second: Span) -> _Parts | None:
    """X M Y has become Y M X: one side has "Y M" more before X, the other "M Y" more behind it."""
    if first.approved.first == first.approved.last and second.found.first == second.found.last:
        parts = _rotated(keys_of(found, first.found), keys_of(approved, second.approved))
        if parts:
            start, stop = second.approved, first.found
            gap = Range(first.approved.last, second.approved.first)
            found_gap = Range(first.found.last, second.found.first)
            return (
                (gap, Range(start.last - parts, start.last)),
                (Range(stop.first, stop.first + parts), found_gap),
            )
    if first.found.first == first.found.last and second.approved.first == second.approved.last:
        parts = _rotated(keys_of(approved, first.approved), keys_of(found, second.found))
        if parts:
            gap = Range(first.approved.last, second.approved.first)
            found_gap = Range(first.found.last, second.found.first)
            one, other = first.approved, second.found
            return ((Range(one.first, one.first + parts), gap), (found_gap, Range(other.last - parts, other.last)))
    return None


def _rotated(before: Sequence[str], behind: Sequence[str]) -> int:
    """How many words at the head of `before` (Y M) stand at the tail of `behind` (M Y); 0 where M only joins."""
    if len(before) != len(behind):
        return 0
    for count in range(1, len(before)):
        if before[:count] == behind[-count:] and before[count:] == behind[:-count]:
            return 0 if _JOINING.issuperset(before[count:]) else count
    return 0
