"""The passage of stored texts that is nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims.evidence.checking import Closeness, NearestPassage, nearest
from factspec.claims.evidence.stored import StoredText

FILLER = "The boats were painted white and the captain went ashore. " * 40
TEXT = f"{FILLER}The line was closed in March 2025 after divers found cracks in the piles. {FILLER}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("qwertz uiop", None, id="no word of it"),
        pytest.param("", None, id="nothing"),
        pytest.param(
            "The line was closed in May 2025 after divers found cracks",
            NearestPassage("b", "The line was closed in March 2025 after divers found cracks", Closeness.DRIFTED),
            id="a word differs",
        ),
        pytest.param(
            "A line was closed in March 2025",
            NearestPassage("b", "The line was closed in March 2025", Closeness.DRIFTED),
            id="the first word differs",
        ),
    ],
)
def test_nearest(words: str, expected: NearestPassage | None) -> None:
    assert nearest(words, [("a", StoredText(text=FILLER)), ("b", StoredText(text=TEXT))]) == expected


def test_far_words_are_absent() -> None:
    near = nearest("Divers of the navy trained for the whole summer", [("b", StoredText(text=TEXT))])
    assert near is not None
    assert near.closeness is Closeness.ABSENT


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_is_borne(words: str, text: str) -> None:
    near = nearest(words, [("a", StoredText(text=text))])
    assert near is None or near.text in text
