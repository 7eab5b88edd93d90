"""Text made safe to print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.printing import pieces, printable


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Rain fell — “on Monday”, 1 °C…", id="typography"),
        pytest.param("Дождь 雨が降った ✓ 🌧", id="scripts"),
        pytest.param("e\u0301", id="combining accent"),
        pytest.param("a\u00a0b\u2009c", id="spaces"),
        pytest.param("::error::", id="a command only at the start of a line"),
        pytest.param("## [Heading] and # [x] ##", id="Markdown"),
        pytest.param("\\x1b", id="what looks escaped already"),
    ],
)
def test_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\nb\tc\r\nd", "a b c d", id="line feed, tab, CR LF"),
        pytest.param("a\rb", "a\\x0db", id="carriage return alone"),
        pytest.param("\x1b[31mred\x07", "\\x1b[31mred\\x07", id="escape sequence and bell"),
        pytest.param("\x9b31m\x85", "\\x9b31m\\x85", id="C1 controls"),
        pytest.param("\u202ea\u2066b\u200f", "\\u202ea\\u2066b\\u200f", id="bidi"),
        pytest.param("a\u200bb\ufeffc\u00add", "a\\u200bb\\ufeffc\\xadd", id="zero width"),
        pytest.param("\u2028\u2029", "\\u2028\\u2029", id="line separators"),
        pytest.param("\ue000\U0010ffff", "\\ue000\\U0010ffff", id="private, unassigned"),
        pytest.param("\U000e0041\ufe0f\u3164\u034f", "\\U000e0041\\ufe0f\\u3164\\u034f", id="invisible without Cf"),
        pytest.param("a\udcffb", "a\\udcffb", id="a byte of a file name that is no UTF-8"),
        pytest.param("##[error]", "\\x23#[error]", id="command to a runner"),
        pytest.param("x ##vso[task]y###[z]", "x \\x23#vso[task]y#\\x23#[z]", id="commands within a line"),
        pytest.param("a" * 301, "a" * 299 + "…", id="long"),
    ],
)
def test_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text() | st.text(alphabet="#[\r\n\x1b\u202ea"))
def test_nothing_unsafe_is_left_and_a_second_call_changes_nothing(text: str) -> None:
    shown = printable(text)
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}]
    assert "##[" not in shown
    assert printable(shown, 10_000) == shown


@given(st.text())
def test_a_piece_for_each_character(text: str) -> None:
    assert len(list(pieces(text))) == len(text)
