"""The search for cycles rests inside, and goes on afterwards as it was before."""

import gc
from collections.abc import Iterator

import pytest

from factspec.projects.uncollected import uncollected


@pytest.fixture(autouse=True)
def _searching() -> Iterator[None]:
    was = gc.isenabled()
    yield
    if was:
        gc.enable()
    else:
        gc.disable()


@pytest.mark.parametrize("before", [True, False])
def test_it_is_afterwards_as_before(before: bool) -> None:
    if before:
        gc.enable()
    else:
        gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is before


def test_it_goes_on_after_an_error() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="stop"), uncollected():
        raise ValueError("stop")
    assert gc.isenabled()
