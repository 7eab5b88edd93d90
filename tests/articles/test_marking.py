import pytest

from factspec import parse_article


@pytest.mark.parametrize(
    "text, groups",
    [
        pytest.param("He [1] and she [2] left.", [0, 1], id="words between"),
        pytest.param("He left [1]. [2]", [0, 1], id="a stop between"),
        pytest.param("He left.\n\nShe left [1]\n\n[2] They left.", [0, 1], id="a block between"),
        pytest.param("He left [1][2].", [0, 0], id="adjacent"),
        pytest.param("He left [1] [2].", [0, 0], id="a space between"),
        pytest.param("He left [1], [2].", [0, 0], id="a comma between"),
        pytest.param("He left ([1]), (as [2]) she did.", [0, 1], id="a word in the next brackets"),
        pytest.param("He left ([1]) ([2]).", [0, 0], id="each in brackets"),
        pytest.param("He left (see [1]), (see [2]).", [0, 0], id="each in brackets, with a comma"),
        pytest.param("He left [1,2][4][5] as she came [1].", [0, 0, 0, 1], id="three and one"),
    ],
)
def test_groups(text: str, groups: list[int]) -> None:
    assert [marker.group for marker in parse_article(text.encode(), "text").markers] == groups


def test_the_comma_between_markers_is_no_text() -> None:
    assert parse_article(b"He left [1], [2], and she stayed.", "text").text == "He left, and she stayed."


def test_a_link_that_was_a_marker_is_no_link() -> None:
    article = parse_article(b"He left <sup><a href='#n'>[1]</a></sup>as <a href='u'>she came <b>[2]</b></a>by.", "html")

    assert article.text == "He left as she came by."
    assert [article.text[link.start : link.end] for link in article.links] == ["she came"]


def test_no_space_is_put_into_a_script_without_spaces() -> None:
    assert parse_article("北京[1]很大。".encode(), "text").text == "北京很大。"


def test_without_styles_everything_is_text() -> None:
    article = parse_article(b"He left [1].", "text", styles=())

    assert article.text == "He left [1]."
    assert article.markers == ()


def test_a_block_of_markers_alone_cites_what_stands_before_it() -> None:
    article = parse_article(b"He left.\n\n[1]\n\nShe stayed.", "text")

    assert article.text == "He left.\nShe stayed."
    assert article.markers[0].at == len("He left.")


@pytest.mark.parametrize(
    "text, rest",
    [
        pytest.param("He left ([1], page 3).", "He left (, page 3).", id="more behind them"),
        pytest.param("He left (as told [1]).", "He left (as told).", id="more before them"),
        pytest.param("He left (in May [1]) again.", "He left (in May) again.", id="a date before them"),
        pytest.param("He left ([1]; she stayed).", "He left (; she stayed).", id="a clause behind them"),
        pytest.param("He left (and [1] she stayed.", "He left (and she stayed.", id="brackets that do not close"),
        pytest.param("He left ([1] and", "He left ( and", id="brackets that do not close, nothing before"),
        pytest.param("He left [1] (and she).", "He left (and she).", id="brackets behind them"),
        pytest.param("He left ([1]).", "He left.", id="one"),
        pytest.param("He left ([1], [2]; [3]) and she [1] stayed.", "He left and she stayed.", id="several"),
        pytest.param("He left ( [1] ) and stayed.", "He left and stayed.", id="white space in them"),
        pytest.param("He left (see [1]) and stayed.", "He left and stayed.", id="see"),
        pytest.param("He left (cf. [1] and [2]) and stayed.", "He left and stayed.", id="cf."),
        pytest.param("He left (Sources: [1], [2]).", "He left.", id="sources"),
        pytest.param("([1]) He left.", "He left.", id="at the start"),
        pytest.param("He left. ([1])", "He left.", id="at the end"),
        pytest.param("“He left” ([1]) “again”.", "“He left” “again”.", id="between quotations"),
        pytest.param("气温上升（[1]）。", "气温上升。", id="wide ones"),
    ],
)
def test_round_brackets_around_markers(text: str, rest: str) -> None:
    article = parse_article(text.encode(), "text")

    assert article.text == rest
    assert all(article.source[one.source_start] == "[" for one in article.markers)
