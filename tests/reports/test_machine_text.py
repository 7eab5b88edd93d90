"""JSON with a line for each entry is the same JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.reports.machine_text import json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@pytest.mark.parametrize(
    ("value", "levels", "text"),
    [
        pytest.param([], 2, "[]\n", id="empty"),
        pytest.param({"a": [1, {"b": 2}]}, 0, '{"a": [1, {"b": 2}]}\n', id="no level"),
        pytest.param({"a": [1, {"b": 2}]}, 1, '{\n  "a": [1, {"b": 2}]\n}\n', id="one level"),
        pytest.param({"a": [1, {"b": 2}]}, 2, '{\n  "a": [\n    1,\n    {"b": 2}\n  ]\n}\n', id="two levels"),
        pytest.param("##[error] ###", 1, '"#\\u0023[error] #\\u0023#"\n', id="a command"),
    ],
)
def test_lines(value: object, levels: int, text: str) -> None:
    assert json_text(value, levels) == text


@given(VALUES, st.integers(0, 4))
def test_it_reads_as_it_was(value: object, levels: int) -> None:
    text = json_text(value, levels)
    assert json.loads(text) == value
    assert text.isascii()
    assert "##" not in text
