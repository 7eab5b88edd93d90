"""The values in an article that may agree with a given one, without looking at every value there is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import frexp
from operator import itemgetter
from typing import NamedTuple

from factspec.claims.index import Index
from factspec.facts.fact import Amount, Fact, equal_values
from factspec.facts.found import kinds
from factspec.language.places import Span

_Places = Sequence[tuple[Fact, Span]]
# A number written with "about" agrees with those up to a twentieth away. Floats are exact to more than this slack.
_ABOUT, _SLACK = 0.051, 1e-9
_LARGEST = Fraction(10**300)


class ByNumber(NamedTuple):
    """The places of single numbers of one unit and of like precision, by size; each with its rank in the article."""

    numbers: list[float]
    places: list[tuple[int, _Places]]


class Values(NamedTuple):
    """The values of one kind in an article, by unit and precision, and those that are no single number."""

    groups: dict[tuple[str, int], ByNumber]
    others: list[tuple[int, _Places]]


def near_values(index: Index, wanted: Fact, margin: Fraction = Fraction(0)) -> Iterator[_Places]:
    """Yield the places of each value that may agree with a wanted one, in the order of the article.

    Values of its kind and unit that differ by more than their precision and by more than `margin` are left out.
    """
    by_value = index.facts_by_kind.get(wanted.kind, {})
    if not isinstance(wanted.value, Amount):
        exactly = kinds()[wanted.kind].agree is equal_values
        yield from ([by_value[wanted.value]] if wanted.value in by_value else []) if exactly else by_value.values()
        return
    number = _number(wanted.value)
    if number is None:
        yield from by_value.values()
        return
    if wanted.kind not in index.values_by_size:
        index.values_by_size[wanted.kind] = _sorted(by_value.values())
    values: Values = index.values_by_size[wanted.kind]
    found = list(values.others)
    own = max(_reach(wanted.value, number), float(min(margin, _LARGEST)))
    for (unit, precision), group in values.groups.items():
        reach = max(own, 2.0**precision) + _SLACK * abs(number)
        low, high = bisect_left(group.numbers, number - reach), bisect_right(group.numbers, number + reach)
        found += group.places[low:high] if unit == wanted.value.unit else group.places
    yield from (places for _, places in sorted(found, key=itemgetter(0)))


def _sorted(values: Iterable[_Places]) -> Values:
    sized: dict[tuple[str, int], list[tuple[float, int, _Places]]] = {}
    others = []
    for rank, places in enumerate(values):
        value = places[0][0].value
        number = _number(value) if isinstance(value, Amount) else None
        if number is None or not isinstance(value, Amount):
            others.append((rank, places))
            continue
        precision = frexp(_reach(value, number))[1]
        sized.setdefault((value.unit, precision), []).append((number, rank, places))
    groups = {}
    for key, rows in sized.items():
        rows.sort(key=itemgetter(0))
        groups[key] = ByNumber([row[0] for row in rows], [row[1:] for row in rows])
    return Values(groups, others)


def _number(amount: Amount) -> float | None:
    """The number of an amount; None for a range, for digits without a known value and beyond what a float can say."""
    [first, *others] = amount.numbers
    if others or isinstance(first.value, str):
        return None
    return float(first.value) if max(abs(Fraction(first.value)), Fraction(first.size)) < _LARGEST else None


def _reach(amount: Amount, number: float) -> float:
    """How far an amount may be from a number that agrees with it."""
    [printed] = amount.numbers
    return max(float(printed.size), _ABOUT * abs(number) if amount.about else 0.0)
