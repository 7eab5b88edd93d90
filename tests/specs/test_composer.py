import re
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.specs.nodes import MappingNode, ScalarNode, plain_value
from factspec.specs.yaml import compose

MistakeLines = Callable[[str], list[str]]
CLAIM = "+claims:\n  - id: a\n    says: Some words\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: no\n", {"a": "no"}, id="no is not a boolean"),
        pytest.param("a: 1.10\n", {"a": "1.10"}, id="a number keeps its digits"),
        pytest.param("a: 2026-05-20\n", {"a": "2026-05-20"}, id="a date stays text"),
        pytest.param("a: [1, 01, 0x1]\n", {"a": ["1", "01", "0x1"]}, id="ids stay apart"),
        pytest.param("a: null\n", {"a": "null"}, id="null is a word"),
        pytest.param("a: it costs C$5 # a comment\n", {"a": "it costs C$5"}, id="a comment with its space"),
        pytest.param("a: b#c\n", {"a": "b#c"}, id="a number sign inside a word"),
        pytest.param("a: 'b #c'\n", {"a": "b #c"}, id="a number sign in quotation marks"),
        pytest.param("a: |\n  b #c\n", {"a": "b #c\n"}, id="a number sign in a block of text"),
        pytest.param("a: [1, 200]\n", {"a": ["1", "200"]}, id="two ids with a space"),
        pytest.param("a: [1,2,3]\n", {"a": ["1", "2", "3"]}, id="ids of one digit"),
        pytest.param("a: ['1',200]\n", {"a": ["1", "200"]}, id="an id in quotation marks"),
        pytest.param("a: b\n   c\n", {"a": "b c"}, id="plain text over two lines"),
        pytest.param(
            "a: see\n   https://b.example\n", {"a": "see https://b.example"}, id="an address on the second line"
        ),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="one document with its marks"),
    ],
)
def test_yaml_is_text(text: str, value: object) -> None:
    root, mistakes = compose(text)
    assert mistakes == []
    assert root is not None
    assert plain_value(root) == value


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        pytest.param(
            "+claims:\n  - id: a\n    says: issue #5 was\n", "5:11", "`#5 was` as a comment", id="number sign"
        ),
        pytest.param("+claims:\n  - id: a\n    says: #5 was\n", "5:10", "keeps nothing", id="number sign first"),
        pytest.param(
            "+claims:\n  - id: a\n    says: issue #5\n      was\n", "5:11", "only `issue`", id="number sign, two lines"
        ),
        pytest.param("+claims:\n  - id: a\n    facts: [a #b, c]\n", "5:13", "only `a`", id="number sign in a list"),
        pytest.param(
            "+claims:\n  - id: a\n    facts: [1,200 people]\n", "5:13", "splits `1,200 people`", id="comma in a number"
        ),
        pytest.param(
            "+claims:\n  - id: a\n    facts: [x, US$1,200]\n", "5:16", '"US$1,200" in quotation', id="comma in money"
        ),
        pytest.param(
            "+claims:\n  - id: a\n    facts: [1,200,300 t]\n", "5:13", "splits `1,200,300 t`", id="two commas"
        ),
        pytest.param("+claims:\n  - id: a\n    facts: ['3',x, 3,5 t]\n", "5:20", "splits `3,5 t`", id="decimal comma"),
        pytest.param("+sources: [100,200]\n" + CLAIM[1:], "3:11", "splits `100,200`", id="ids of three digits"),
        pytest.param("+sources: [1,200]\n" + CLAIM[1:], "3:11", "a space after each comma", id="comma between ids"),
        pytest.param(
            "+sources:\n  - 1\n   - 2\n" + CLAIM[1:],
            "5:4",
            "rest of the text that begins on line 4",
            id="swallowed item",
        ),
        pytest.param(
            "+claims:\n  - id: a\n    says: b\n      cites:[1]\n", "6:7", "begins on line 5", id="swallowed key"
        ),
        pytest.param(
            "+claims:\n  - id: a\n    says: b\n    says: c\n",
            "6:5",
            "duplicate key `says`: it is already on line 5",
            id="duplicate",
        ),
        pytest.param("+factspec: 1\n" + CLAIM[1:], "3:1", "duplicate key `factspec`", id="duplicate at the top"),
        pytest.param("+claims:\n  - id: a\n    says: *b\n", "5:11", "`*b` is a YAML alias", id="alias"),
        pytest.param("+claims:\n  - id: a\n    says: *b c\n", "5:11", "`*b` is a YAML alias", id="alias before text"),
        pytest.param("+claims:\n  - id: a\n    says: &b c\n", "5:11", "`&b` is a YAML anchor", id="anchor"),
        pytest.param("+claims: &b\n  - id: a\n    says: c\n", "3:9", "`&b` is a YAML anchor", id="anchor of a list"),
        pytest.param("+claims:\n  - id: a\n    says: !b c\n", "5:11", "`!b` is a YAML tag", id="tag"),
        pytest.param(
            "+claims:\n  - id: a\n    says: !!python/object:os.system c\n",
            "5:11",
            "is a YAML tag",
            id="tag of an object",
        ),
        pytest.param(CLAIM + "---\na: b\n", "6:1", "a second document", id="second document"),
        pytest.param(CLAIM + "? [a]\n: b\n", "6:3", "a list is used as a key", id="list as key"),
        pytest.param(CLAIM + "? {a: b}\n: b\n", "6:3", "a mapping is used as a key", id="mapping as key"),
        pytest.param("+claims: " + "[" * 100 + "]" * 100, "3:40", "deeper than 32 levels", id="100 lists"),
        pytest.param("+claims: " + "{a: " * 100 + "}" * 100, "3:133", "deeper than 32 levels", id="100 mappings"),
        pytest.param(
            # ours is the first that is too deep; newer versions of libyaml give up by themselves at the thousandth
            "+claims: " + "[" * 100_000,
            "3:(40|1008)",
            "deeper than 32 levels",
            id="100,000 brackets, none closed",
        ),
        pytest.param("+a: \x07\n", "3:4", "U+0007", id="control character"),
        pytest.param("+a: b\u2028c\n", "3:5", "U+2028 (line separator)", id="line separator that YAML breaks at"),
        pytest.param("+a: b\n\ufeffc: d\n", "4:1", "U+FEFF", id="byte-order mark inside"),
        pytest.param("+a: b\x85c\n", "3:5", "U+0085", id="next line"),
    ],
)
def test_what_yaml_would_do_silently_is_reported(mistake_lines: MistakeLines, text: str, place: str, part: str) -> None:
    assert [one for one in mistake_lines(text) if re.match(f"{place}: ", one) and part in one], mistake_lines(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("+claims:\n  - id: a\n    says: issue #5 was\n", id="cut"),
        pytest.param("+claims:\n  - id: a\n    says: #5 was\n", id="cut to nothing"),
        pytest.param("+sources: [1,200]\n" + CLAIM[1:], id="split"),
        pytest.param("+claims: " + "[" * 100 + "]" * 100, id="too deep"),
        pytest.param(CLAIM + "---\na: b\n", id="second document"),
        pytest.param("+claims:\n  - id: a\n    says: *b c\n", id="alias before text"),
    ],
)
def test_one_fault_is_reported_once(mistake_lines: MistakeLines, text: str) -> None:
    assert len(mistake_lines(text)) == 1, mistake_lines(text)


def test_places_count_characters_from_one() -> None:
    root, _ = compose("a: 'ü€😀' \nb: {c: é, d: f}\r\ne: g\n")
    assert isinstance(root, MappingNode)
    inner = root.entries["b"].value
    assert (inner.line, inner.column, inner.flow) == (2, 4, True)
    assert inner.entries["d"].value == ScalarNode("f", 2, 14, plain=True)
    assert root.entries["e"].value == ScalarNode("g", 3, 4, plain=True)


def test_a_hostile_file_is_not_read_to_its_end() -> None:
    root, mistakes = compose("a: b\n" * 5000)
    assert root is None
    assert len(mistakes) <= 1001


def test_nothing_is_reported_from_quoted_text() -> None:
    root, _ = compose("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    assert isinstance(root, MappingNode)
    assert [key for key, entry in root.entries.items() if entry.value.nothing] == ["a", "b", "c"]


_YAML = st.text(alphabet="ab:# -,'\"[]{}\n|>&*!%@`?1\t\u2026\r", max_size=60)


@given(_YAML)
def test_any_text_composes_or_has_a_mistake_with_its_place(text: str) -> None:
    _, mistakes = compose(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines.append("")  # an empty value at the end of a file without a last line feed
    for one in mistakes:
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1


@given(_YAML)
def test_the_parser_without_libyaml_reads_the_same(text: str) -> None:
    fast, fast_mistakes = compose(text)
    slow, slow_mistakes = compose(text, yaml.SafeLoader)
    if not fast_mistakes and not slow_mistakes:
        # The two parsers differ about the place of an empty value.
        assert (fast and plain_value(fast)) == (slow and plain_value(slow))
