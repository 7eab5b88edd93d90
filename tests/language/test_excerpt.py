"""Excerpts: the carets are under the marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.printing import excerpt


@pytest.mark.parametrize(
    "text",
    [pytest.param("Rain fell on Monday", id="short"), pytest.param("", id="empty"), pytest.param("雨", id="wide")],
)
def test_without_marks_there_are_no_carets(text: str) -> None:
    assert excerpt(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "marks", "line", "carets"),
    [
        pytest.param("on Monday", [(3, 9)], "on Monday", "   ^^^^^^", id="a word"),
        pytest.param("a b c", [(0, 1), (4, 5)], "a b c", "^   ^", id="two"),
        pytest.param("a b", [(1, 1)], "a b", " ^", id="a place"),
        pytest.param("a b", [(3, 3)], "a b", "   ^", id="the end"),
        pytest.param("雨が on 降った", [(3, 5)], "雨が on 降った", "     ^^", id="after wide characters"),
        pytest.param("雨が降", [(1, 2)], "雨が降", "  ^^", id="under a wide character"),
        pytest.param("e\u0301te\u0301 on", [(6, 8)], "e\u0301te\u0301 on", "    ^^", id="after combining accents"),
        pytest.param("\x1bon", [(1, 3)], "\\x1bon", "    ^^", id="after an escape"),
        pytest.param("\u202e", [(0, 1)], "\\u202e", "^^^^^^", id="under an escape"),
        pytest.param("a\r\nb on", [(5, 7)], "a b on", "    ^^", id="after CR LF"),
        pytest.param("##[x] on", [(6, 8)], "\\x23#[x] on", "         ^^", id="after a command to a runner"),
    ],
)
def test_carets(text: str, marks: list[tuple[int, int]], line: str, carets: str) -> None:
    assert excerpt(text, marks) == (line, carets)


@pytest.mark.parametrize(
    ("mark", "around", "line", "carets"),
    [
        pytest.param((0, 1), None, "abcdefghi…", "^", id="start"),
        pytest.param((12, 13), None, "…jklmnopqr…", "    ^", id="middle"),
        pytest.param((25, 26), None, "…rstuvwxyz", "         ^", id="end"),
        pytest.param((12, 40), None, "…jklmnopqr…", "    ^^^^^^", id="beyond the end"),
        pytest.param(None, 12, "…jklmnopqr…", "", id="around a place without a mark"),
        pytest.param((0, 1), 12, "…jklmnopqr…", "", id="a mark out of sight"),
        pytest.param((0, 11), 12, "…jklmnopqr…", " ^^", id="a mark half out of sight"),
    ],
)
def test_a_long_text_is_shown_around_the_difference(
    mark: tuple[int, int] | None, around: int | None, line: str, carets: str
) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    shown = excerpt(text, [mark] if mark else [], 9, around=around)
    assert shown == (line, carets)


@given(st.text(max_size=400), st.data())
def test_a_mark_in_the_text_has_carets_as_wide_as_what_is_under_them(text: str, data: st.DataObject) -> None:
    left = data.draw(st.integers(0, len(text)))
    right = data.draw(st.integers(left, len(text)))
    line, carets = excerpt(text, [(left, right)])
    assert carets.strip()
    assert set(carets) <= {" ", "^"}
    assert len(carets) <= sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in line) + 1
