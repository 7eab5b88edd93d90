from collections.abc import Callable

import pytest

MistakeLines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("line", "place", "part"),
    [
        pytest.param("says: Yes: he did", "5:14", "there is a `: ` inside plain text", id="colon in text"),
        pytest.param("says: 'it's here'", "5:15", "there is text after a closing quotation mark", id="apostrophe"),
        pytest.param("says: 'it''s", "5:11", "a quotation mark is opened here and never closed", id="unclosed '"),
        pytest.param('says: "it is', "5:11", "a quotation mark is opened here and never closed", id='unclosed "'),
        pytest.param("says: @x", "5:11", "text cannot begin with '@'", id="at sign"),
        pytest.param("says: `x`", "5:11", "text cannot begin with '`'", id="backtick"),
        pytest.param("says: %x", "5:11", "text cannot begin with '%'", id="percent sign"),
        pytest.param("says: - x", "5:11", "`- ` begins a list item", id="dash"),
        pytest.param("says: > x", "5:13", "begins a block of text", id="greater-than sign"),
        pytest.param("says: |x", "5:12", "begins a block of text", id="bar"),
        pytest.param("says: * x", "5:12", "`*` begins a YAML alias", id="asterisk"),
        pytest.param("says: ? x", "5:11", "`? ` begins a YAML key", id="question mark"),
        pytest.param("says: ]", "5:11", "there is a bracket, brace or comma where text is needed", id="bracket"),
        pytest.param(
            "says: [sic] he", "5:17", "there is text after a closing quotation mark or bracket", id="text after list"
        ),
        pytest.param(
            'says: "He" said', "5:16", "there is text after a closing quotation mark", id="text after quotation"
        ),
        pytest.param('says: "a \\d b"', "5:14", "a backslash", id="backslash"),
        pytest.param("facts: [a, b", "5:12", "a list in brackets is not closed", id="unclosed list"),
        pytest.param("cites: {all_of: [1]", "5:12", "a mapping in braces is not closed", id="unclosed mapping"),
        pytest.param("says:x", "5:5", "a key needs a space after its colon", id="no space after a key"),
        pytest.param("says", "5:5", "a key has no `: ` after it", id="no colon after a key"),
        pytest.param("says:\u00a0x", "5:5", "there is a no-break space", id="no-break space after a key"),
        pytest.param("cites: [1]]", "5:15", "closes here that was never opened", id="a bracket too many"),
        pytest.param("says: |\n    It is", "6:5", "belongs to the block of text", id="a block that is not indented"),
        pytest.param(
            "says: It is\n    old", "6:5", "indent a line further if it continues", id="text that is not indented"
        ),
        pytest.param("\tsays: x", "5:5", "a tab indents this line", id="tab after spaces"),
        pytest.param(" says: x", "5:10", "indented too far", id="one space too many"),
    ],
)
def test_a_syntax_error_names_its_usual_cause(mistake_lines: MistakeLines, line: str, place: str, part: str) -> None:
    (only,) = mistake_lines(f"+claims:\n  - id: a\n    {line}\n    tags: [b]\n")
    assert only.startswith(f"{place}: the spec is not YAML: "), only
    assert part in only
    assert not only.endswith("| ")


def test_a_bracket_that_stays_open_is_reported_where_it_opens(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+sources: [1, 2,\nclaims:\n  - {id: a, says: x y}\n")
    assert only.startswith("3:10: the spec is not YAML: a bracket or brace is opened here and never closed | close it")


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        pytest.param("+claims:\n\t- id: a\n", "4:1", "a tab indents this line | indent with spaces", id="tab"),
        pytest.param(
            "+claims:\n  - id:a\n    says: x\n", "4:5", "a key needs a space after its colon", id="no space, line above"
        ),
        pytest.param("+claims:\n  - id: a\n   says: x\n", "5:4", "not a list item", id="one space too few"),
        pytest.param("%foo\n+claims:\n", "1:5", "a YAML directive", id="directive"),
        pytest.param("a: b\n...\nc: d\n", "3:1", "there is text after the end of the spec", id="text after the end"),
        pytest.param("a: b\n c: d\n- e\n", "2:3", "there is a `: ` inside plain text", id="only the first is reported"),
    ],
)
def test_a_syntax_error_of_the_layout(mistake_lines: MistakeLines, text: str, place: str, part: str) -> None:
    (only,) = mistake_lines(text)
    assert only.startswith(f"{place}: "), only
    assert part in only
