"""Skeletons: the letters and digits of a text, where some of them occur, and their offsets in the text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.skeleton import letters, skeleton_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" ,.-\u00ad_\n", "", id="signs alone"),
        pytest.param("Com-\nmunity of\u00a05", "communityof5", id="line break"),
        pytest.param("Zoë’s ½ İ", "zoës½i", id="letters of all kinds"),
    ],
)
def test_letters(text: str, expected: str) -> None:
    assert letters(text) == expected


def test_every_letter_stays_one_letter() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, sys.maxunicode + 1)]))
    assert len(letters(every)) == sum(map(str.isalnum, every))


@given(st.text(max_size=60), st.integers(0, 40))
def test_offset_leads_back_to_the_letter(text: str, at: int) -> None:
    long = text + " filler of the text " * 60 + text
    skeleton = skeleton_of(long)
    place = min(at, len(skeleton.line) - 1)
    for where in (place, len(skeleton.line) - 1 - place):
        assert letters(long[skeleton.offset(where)]) == skeleton.line[where]
    assert skeleton.offset(len(skeleton.line)) == len(long)


@given(st.text("abc ", max_size=400), st.integers(0, 400), st.integers(1, 60))
def test_all_places_are_found_and_no_others(text: str, start: int, length: int) -> None:
    skeleton = skeleton_of(text)
    wanted = skeleton.line[start : start + length] or "abca" * 8
    expected = [at for at in range(len(skeleton.line)) if skeleton.line.startswith(wanted, at)]
    assert list(skeleton.places(wanted)) == expected


@pytest.mark.parametrize("start", range(24))
def test_long_words_are_found_wherever_they_begin(start: int) -> None:
    line = "".join(f"{number:03}x" for number in range(200))
    assert list(skeleton_of(line).places(line[start : start + 23])) == [start]
    assert not list(skeleton_of(line).places(line[start : start + 22] + "z"))
