"""Which sentences of two articles correspond: the same ones wherever they moved, then those of similar wording.

The same sentences are found as Paul Heckel's algorithm finds the same lines of two files ("A technique for isolating
differences between files", Communications of the ACM 21, 1978): one that occurs once in both articles corresponds, and
from it equal neighbours follow in both directions. Time and memory grow linearly with the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.article_units import Unit
from factspec.language.function_words import LIGHT_WORDS

# The same units.


# A shorter sentence ("Yes.") says something only where it is, so it is the same only beside others that are.
_FEWEST_WORDS = 3


def _same(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """The indexes of units with the same words: of each old one that of the new one."""
    places, others = _places(old), _places(new)
    shared = [(places[key], others[key]) for key in places if key in others and _says_enough(key)]
    matched = {mine[0]: theirs[0] for mine, theirs in shared if len(mine) == len(theirs) == 1}
    _extend(matched, old, new)
    taken = set(matched.values())
    for mine, theirs in shared:
        left = (at for at in theirs if at not in taken)
        matched.update(zip([at for at in mine if at not in matched], left, strict=False))
    return matched


def _places(units: Sequence[Unit]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        found[unit.lines].append(at)
    return found


def _says_enough(lines: tuple[str, ...]) -> bool:
    return len(lines) > 1 or sum(key[0].isalnum() for key in lines[0].split()) >= _FEWEST_WORDS


def _extend(matched: dict[int, int], old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Match equal units directly after and before those that are matched, and at both ends of the articles."""
    taken = set(matched.values())
    around = {-1: -1, len(old): len(new)}
    for step, places in ((1, range(len(old))), (-1, range(len(old) - 1, -1, -1))):
        for at in places:
            before = matched.get(at - step, around.get(at - step))
            there = -2 if before is None else before + step
            if at in matched or there in taken or not 0 <= there < len(new):
                continue
            if old[at].lines == new[there].lines:
                matched[at] = there
                taken.add(there)


# Units of similar wording.


# The likeness, from 0 to 1, that two units need: beside others that correspond, and anywhere.
_NEAR, _FAR = 0.5, 0.6
# The likeness that the only unit between two others needs.
_ALONE = 0.35
# How many places to the left and right of its own are compared in a long gap.
_BAND = 4
# A word that more new units contain finds none, and a unit is looked for by so many of its rarest words.
_COMMON = 30
_WORDS = 6


class _Gap(NamedTuple):
    """A run of units without the same in the other article: a half-open range."""

    first: int
    last: int


class _Nearness(NamedTuple):
    """How like two units are, from 0 to 2; whether they are not between the same neighbours, and have the same name."""

    likeness: float
    is_far: bool
    is_named: bool
    old: int
    new: int


IsSame = Callable[[int, int], bool]
"""Whether an old and a new unit, by their indexes, differ in house style alone."""

# So many of the units that are most like a unit are asked whether they differ from it in house style alone, if they are
# as like as this.
_MOST, _STYLE = 8, 0.7


def _same_but_for_style(found: Iterable[_Nearness], is_same: IsSame) -> dict[int, int]:
    """The indexes of units that differ in house style alone."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    asked: Counter[int] = Counter()
    for one in found:
        is_open = one.old not in matched and one.new not in taken
        if is_open and one.likeness >= _STYLE and asked[one.old] < _MOST:
            asked[one.old] += 1
            if is_same(one.old, one.new):
                matched[one.old] = one.new
                taken.add(one.new)
    return matched


def _most_alike(found: Iterable[_Nearness]) -> dict[int, int]:
    """The indexes of units of similar wording, with neighbours in their order where they can be."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    pairs = list(found)
    for one in pairs:
        if one.old not in matched and one.new not in taken:
            matched[one.old] = one.new
            taken.add(one.new)
    _uncross(matched, {(one.old, one.new) for one in pairs if not (one.is_far or one.is_named)})
    return matched


# How often neighbours are put in order: so far a unit gets back to its place among similar ones.
_PASSES = 8


def _uncross(matched: dict[int, int], possible: Set[tuple[int, int]]) -> None:
    """Put neighbours that changed places back in order, if they are alike that way too.

    Otherwise values that were exchanged between two similar sentences would look like sentences that changed places
    and name another subject.
    """
    order = sorted(matched)
    for _ in range(_PASSES):
        is_in_order = True
        for one, other in pairwise(order):
            first, second = matched[one], matched[other]
            if first > second and {(one, first), (other, second), (one, second), (other, first)} <= possible:
                matched[one], matched[other] = second, first
                is_in_order = False
        if is_in_order:
            break


def _possible(old: Sequence[Unit], new: Sequence[Unit], same: dict[int, int]) -> list[_Nearness]:
    """The pairs of units that are alike enough: first those between the same neighbours, the most similar first."""
    found = _alike_enough(old, new, same)
    return sorted(found, key=lambda one: (one.is_far, -one.likeness, one.old, one.new))


def _alike_enough(old: Sequence[Unit], new: Sequence[Unit], same: dict[int, int]) -> Iterator[_Nearness]:
    taken = set(same.values())
    left = [at for at in range(len(new)) if at not in taken]
    bags = {at: _bag(new[at]) for at in left}
    by_word: dict[str, list[int]] = defaultdict(list)
    for at in left:
        for word in bags[at]:
            by_word[word].append(at)
    for gap, others in _gaps(old, new, same):
        for at in range(*gap):
            bag = _bag(old[at])
            beside = _beside(at, gap, others)
            for there in beside.union(_by_rare_words(bag, by_word)):
                least = (_ALONE if _is_alone(gap, others) else _NEAR) if there in beside else _FAR
                likeness = _likeness(old[at], bag, new[there], bags[there])
                if (likeness >= least or _is_named(old[at], new[there])) and (
                    there in beside or _says_enough(old[at].lines)
                ):
                    is_named = _is_named(old[at], new[there])
                    yield _Nearness(likeness + is_named, there not in beside, is_named, at, there)


def _gaps(old: Sequence[Unit], new: Sequence[Unit], same: dict[int, int]) -> Iterator[tuple[_Gap, list[_Gap]]]:
    """Yield each gap of the old article with the one or two of the new article that have the same neighbours."""
    starts = {gap.first: gap for gap in _runs(len(new), set(same.values()))}
    ends = {gap.last: gap for gap in starts.values()}
    around = {-1: -1, len(old): len(new)}
    for gap in _runs(len(old), same):
        before = same.get(gap.first - 1, around.get(gap.first - 1, -2))
        after = same.get(gap.last, around.get(gap.last, -2))
        others = [one for one in (starts.get(before + 1), ends.get(after)) if one]
        yield gap, list(dict.fromkeys(others))


def _runs(count: int, taken: Iterable[int]) -> Iterator[_Gap]:
    first = 0
    for at in (*sorted(taken), count):
        if first < at:
            yield _Gap(first, at)
        first = at + 1


def _beside(at: int, gap: _Gap, others: Iterable[_Gap]) -> set[int]:
    """The new units at about the same place in a gap, counted from its start or from its end."""
    found: set[int] = set()
    for other in others:
        for own in (other.first + at - gap.first, other.last - (gap.last - at)):
            found.update(range(max(own - _BAND, other.first), min(own + _BAND + 1, other.last)))
    return found


def _is_alone(gap: _Gap, others: Sequence[_Gap]) -> bool:
    return len(others) == 1 and gap.last - gap.first == others[0].last - others[0].first == 1


def _by_rare_words(bag: Counter[str], by_word: dict[str, list[int]]) -> Iterator[int]:
    """Yield the new units that share a rare word."""
    found = sorted((by_word[word] for word in bag if word in by_word and word not in LIGHT_WORDS), key=len)
    for places in found[:_WORDS]:
        if len(places) <= _COMMON:
            yield from places


def _bag(unit: Unit) -> Counter[str]:
    return Counter(" ".join(unit.lines).split())


_LIGHT = 0.25
# So many characters of a longer sentence are compared, a bound on time.
_LONGEST = 2000


def _weight(word: str) -> float:
    return _LIGHT if word in LIGHT_WORDS or not word[0].isalnum() else 1.0


def _likeness(one: Unit, bag: Counter[str], other: Unit, other_bag: Counter[str]) -> float:
    """The mean of the share of common words, by weight, and of common characters in order; from 0 to 1."""
    shared = sum(_weight(word) * count for word, count in (bag & other_bag).items())
    total = sum(_weight(word) * count for each in (bag, other_bag) for word, count in each.items())
    return shared / (total or 1) + alike([one], [other]) / 2


def _is_named(one: Unit, other: Unit) -> bool:
    """Whether two rows have the same words in their first cell, and so are about the same thing."""
    is_row = len(one.lines) > 1 and len(other.lines) > 1
    return is_row and one.lines[0] == other.lines[0] and any(map(str.isalpha, one.lines[0]))


def alike(units: Sequence[Unit], others: Sequence[Unit]) -> float:
    """The share of common characters in order of two runs of units; from 0 to 1."""
    from rapidfuzz import fuzz  # an article that has not changed needs none of it

    one, other = (" ".join(line for unit in each for line in unit.lines)[:_LONGEST] for each in (units, others))
    return fuzz.ratio(one, other) / 100


# Both together.


class Alignment(NamedTuple):
    """How the units of two articles correspond, each pair as an old and a new index.

    `same` are those with the same words, or with others in house style alone; `similar` are those of similar wording.
    `removed` and `added` are the indexes, in order, of the units without a counterpart.
    """

    same: tuple[tuple[int, int], ...]
    similar: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def aligned(old: Sequence[Unit], new: Sequence[Unit], is_same: IsSame) -> Alignment:
    """The alignment of the units of two articles."""
    same = _same(old, new)
    found = _possible(old, new, same)
    styled = _same_but_for_style(found, is_same)
    same |= styled
    gone, come = set(styled), set(styled.values())
    similar = _most_alike(one for one in found if one.old not in gone and one.new not in come)
    taken = {*same.values(), *similar.values()}
    return Alignment(
        same=tuple(same.items()),
        similar=tuple(similar.items()),
        removed=tuple(at for at in range(len(old)) if at not in same and at not in similar),
        added=tuple(at for at in range(len(new)) if at not in taken),
    )
