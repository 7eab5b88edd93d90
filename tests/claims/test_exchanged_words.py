"""Words without a fact that change what is stated; rows of mere wording come first."""

import pytest

from factspec.claims.exchanged_words import states_otherwise


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        pytest.param("supports", "backs", "board", "it", id="a verb"),
        pytest.param("take", "use", "will", "the", id="a verb after another"),
        pytest.param("reopened", "opened again", "lock", "on", id="a past form"),
        pytest.param("short", "brief", "a", "visit", id="an adjective"),
        pytest.param("quickly", "soon", "came", ".", id="an adverb"),
        pytest.param("boat", "boats", "the", ".", id="another form"),
        pytest.param("colour", "color", "the", ".", id="another spelling"),
        pytest.param("", "very", "a", "old", id="one word more"),
    ],
)
def test_wording(old: str, new: str, before: str, after: str) -> None:
    assert not states_otherwise(old, new, before, after)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        pytest.param("wine", "cider", "drinks", ".", id="after a verb"),
        pytest.param("wine", "cider", "of", "and", id="after a preposition"),
        pytest.param("Buses", "Coaches", ".", "will", id="at the start"),
        pytest.param("marks", "crowns", "640", ".", id="after a number"),
        pytest.param("If the council agrees,", "", "", "work", id="a clause less"),
    ],
)
def test_what_is_stated_changed(old: str, new: str, before: str, after: str) -> None:
    assert states_otherwise(old, new, before, after)
