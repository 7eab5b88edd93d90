"""What no gap leaves out holds for approved wording and for quotations alike."""

import pytest

from factspec.lexicon.gaps import NEVER_LEFT_OUT
from factspec.match.quotable import counts
from factspec.match.wording import hides


@pytest.mark.parametrize("key", ["the", "captain", "old", "on", "friday", ","])
def test_a_gap_leaves_out(key: str) -> None:
    assert not hides([key])
    assert not counts(key)


@pytest.mark.parametrize("key", sorted(NEVER_LEFT_OUT | {"isn't", "denied", "denies"}))
def test_no_gap_leaves_out(key: str) -> None:
    assert hides([key])
    assert counts(key)
