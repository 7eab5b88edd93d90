"""The differing spans of two sequences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims.comparison.model import stretches
from factspec.language.tokens import common_ends

ROWS = [
    pytest.param("", "", [], id="nothing"),
    pytest.param("abc", "abc", [], id="equal"),
    pytest.param("abc", "axc", [(1, 2, 1, 2)], id="one replaced"),
    pytest.param("abc", "abxc", [(2, 2, 2, 3)], id="one inserted"),
    pytest.param("abc", "", [(0, 3, 0, 0)], id="all gone"),
    pytest.param("abcdef", "xbcdey", [(0, 1, 0, 1), (5, 6, 5, 6)], id="two spans"),
]


@pytest.mark.parametrize("approved, found, spans", ROWS)
def test_spans(approved: str, found: str, spans: list[tuple[int, int, int, int]]) -> None:
    assert [tuple(span) for span in stretches(approved, found)] == spans


@pytest.mark.parametrize("size", [pytest.param(3, id="small"), pytest.param(400, id="beyond difflib")])
def test_what_lies_between_the_spans_is_equal(size: int) -> None:
    approved, found = list(range(size)), [number for number in range(size) if number % 7] + [-1]
    at = there = 0
    for span in stretches(approved, found):
        assert approved[at : span.first] == found[there : span.found_first]
        at, there = span.last, span.found_last
    assert approved[at:] == found[there:]


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_common_ends_do_not_overlap(approved: str, found: str) -> None:
    head, tail = common_ends(approved, found)
    assert head + tail <= min(len(approved), len(found))
    assert approved[:head] == found[:head]
    assert approved[len(approved) - tail :] == found[len(found) - tail :]
