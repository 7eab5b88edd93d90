"""Ranges that contain or overlap others are those that a look at all of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from factspec.language.places import Reach

_SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=8
)


@given(_SPANS, st.integers(-1, 25), st.integers(0, 9))
def test_reach_finds_what_contains_and_what_overlaps(spans: list[tuple[int, int]], start: int, size: int) -> None:
    reach, end = Reach(spans), start + size
    assert reach.at(start) == max((last for first, last in spans if first <= start), default=-1)
    around = [number for number, (first, last) in enumerate(sorted(spans)) if first <= start and end <= last]
    assert reach.first(start, end) == next(iter(around), -1)
