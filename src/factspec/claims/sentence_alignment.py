"""Which sentences of two articles correspond: the same ones wherever they moved, then those of similar wording.

The same sentences are found as Paul Heckel's algorithm finds the same lines of two files ("A technique for isolating
differences between files", Communications of the ACM 21, 1978): one that occurs once in both articles corresponds, and
from it equal neighbours follow in both directions. Time and memory grow linearly with the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

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
    _extend(matched, old, new)
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
    """How like two units are, and how far they are from each other's place in a gap."""

    likeness: float
    distance: int
    old: int
    new: int


def _similar(old: Sequence[Unit], new: Sequence[Unit], same: dict[int, int]) -> dict[int, int]:
    """The indexes of units of similar wording among those that have no same one; the most similar go first."""
    found = sorted(_possible(old, new, same), key=lambda one: (-one.likeness, one.distance, one.old, one.new))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for one in found:
        if one.old not in matched and one.new not in taken:
            matched[one.old] = one.new
            taken.add(one.new)
    return matched


def _possible(old: Sequence[Unit], new: Sequence[Unit], same: dict[int, int]) -> Iterator[_Nearness]:
    """Yield the pairs of units that are alike enough."""
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
            for there in {*beside, *_by_rare_words(bag, by_word)}:
                least = (_ALONE if _is_alone(gap, others) else _NEAR) if there in beside else _FAR
                likeness = _likeness(old[at], bag, new[there], bags[there])
                if likeness >= least and (there in beside or _says_enough(old[at].lines)):
                    yield _Nearness(likeness, beside.get(there, len(new)), at, there)


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


def _beside(at: int, gap: _Gap, others: Iterable[_Gap]) -> dict[int, int]:
    """The new units at about the same place in a gap, and how far from it, counted from its start or from its end."""
    found: dict[int, int] = {}
    for other in others:
        for own in (other.first + at - gap.first, other.last - (gap.last - at)):
            for there in range(max(own - _BAND, other.first), min(own + _BAND + 1, other.last)):
                found[there] = min(abs(there - own), found.get(there, _BAND))
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
    """The mean of the share of common words, by weight, and of common characters in order; from 0 to 1.

    Rows with the same first cell are about the same thing.
    """
    shared = sum(_weight(word) * count for word, count in (bag & other_bag).items())
    total = sum(_weight(word) * count for each in (bag, other_bag) for word, count in each.items())
    likeness = shared / (total or 1) + alike([one], [other]) / 2
    is_row = len(one.lines) > 1 and len(other.lines) > 1
    return (1 + likeness) / 2 if is_row and one.lines[0] == other.lines[0] else likeness


def alike(units: Sequence[Unit], others: Sequence[Unit]) -> float:
    """The share of common characters in order of two runs of units; from 0 to 1."""
    one, other = (" ".join(line for unit in each for line in unit.lines)[:_LONGEST] for each in (units, others))
    return fuzz.ratio(one, other) / 100


# Both together.


class Alignment(NamedTuple):
    """How the units of two articles correspond: those with the same words and those of similar wording, in new order.

    `removed` and `added` are the indexes, in order, of the units without a counterpart.
    """

    same: tuple[tuple[int, int], ...]
    similar: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def aligned(old: Sequence[Unit], new: Sequence[Unit]) -> Alignment:
    """The alignment of the units of two articles; pairs are an old and a new index."""
    same = _same(old, new)
    similar = _similar(old, new, same)
    taken = {*same.values(), *similar.values()}
    return Alignment(
        same=_in_new_order(same),
        similar=_in_new_order(similar),
        removed=tuple(at for at in range(len(old)) if at not in same and at not in similar),
        added=tuple(at for at in range(len(new)) if at not in taken),
    )


def _in_new_order(matched: dict[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(matched.items(), key=lambda pair: pair[1]))
