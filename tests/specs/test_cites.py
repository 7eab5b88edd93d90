from collections.abc import Callable

import pytest

from factspec.specs.model import Cites, Spec

MistakeLines = Callable[[str], list[str]]
HEAD = "sources: [{id: 1, origin: x}, {id: 2, origin: x}, xinhua, '04']\nclaims:\n  - id: a\n    says: b\n    cites: "


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        pytest.param("[]", Cites(7, exactly=()), id="none"),
        pytest.param("[1, 04]", Cites(7, exactly=("1", "04")), id="a list"),
        pytest.param(
            "{all_of: [1], any_of: [2, xinhua], none_of: [04], at_least: 2, origins: 2}",
            Cites(7, None, ("1",), ("2", "xinhua"), ("04",), 2, 2),
            id="a mapping in full",
        ),
        pytest.param("{origins: 3, none_of: [1]}", Cites(7, none_of=("1",), origins=3), id="an origin is left"),
        pytest.param("{at_least: 4}", Cites(7, at_least=4), id="every source"),
        pytest.param("{origins: 3}", Cites(7, origins=3), id="every origin; a source without one is its own"),
        pytest.param(
            "{any_of: [1, 2], none_of: [1]}", Cites(7, any_of=("1", "2"), none_of=("1",)), id="one of two is left"
        ),
    ],
)
def test_cites_as_written(load: Callable[[str], Spec], text: str, cites: Cites) -> None:
    assert load(f"{HEAD}{text}\n").claims[0].cites == cites


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "[xinhau]", "7:13: source `xinhau` is not declared in `sources` | did you mean `xinhua`?", id="misspelled"
        ),
        pytest.param("[4]", "7:13: source `4` is not declared in `sources`", id="4 is not 04"),
        pytest.param(
            "[1, zzz]", "7:16: source `zzz` is not declared in `sources` | declare it", id="the second of two"
        ),
        pytest.param("[1, 1]", "7:16: source `1` occurs twice", id="one id twice"),
        pytest.param("{all_of: [9]}", "7:22: source `9` is not declared", id="in all_of"),
        pytest.param("{any_of: [9]}", "7:22: source `9` is not declared", id="in any_of"),
        pytest.param("{none_of: [9]}", "7:23: source `9` is not declared", id="in none_of"),
        pytest.param(
            "{all_of: [1], none_of: [1]}",
            "7:22: source `1` is in `all_of` and in `none_of`",
            id="wanted and banned",
        ),
        pytest.param(
            "{any_of: [1], none_of: [1, 2]}", "7:13: every source of `any_of` is also in `none_of`", id="none is left"
        ),
        pytest.param(
            "{at_least: 5}", "7:23: `at_least` asks for 5 sources, but the claim may cite only 4", id="too many sources"
        ),
        pytest.param("{at_least: 4, none_of: [1]}", "7:23: `at_least` asks for 4 sources", id="too many, one banned"),
        pytest.param("{origins: 3, none_of: [xinhua]}", "7:22: `origins` asks for 3 origins", id="one origin banned"),
        pytest.param("{origins: 4}", "7:22: `origins` asks for 4 origins", id="too many origins"),
    ],
)
def test_a_mistake_in_cites(mistake_lines: MistakeLines, text: str, expected: str) -> None:
    (only,) = mistake_lines(f"+{HEAD}{text}\n")
    assert only.startswith(expected)


def test_a_spec_without_sources_declares_none(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+claims: [{id: a, says: b, cites: [1]}]\n")
    assert only == "3:35: source `1` is not declared in `sources` | declare it in `sources`"


@pytest.mark.parametrize("sources", ["1, 2", "{1: a}", "1"])
def test_where_the_sources_are_no_list_that_alone_is_reported(mistake_lines: MistakeLines, sources: str) -> None:
    claims = "claims: [{id: a, says: b, cites: [1]}, {id: c, says: d, cites: {all_of: [2], at_least: 2, origins: 2}}]\n"
    (only,) = mistake_lines(f"+sources: {sources}\n{claims}")
    assert ": `sources` is " in only


def test_ids_without_brackets_are_shown_with_them(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+sources: 1, 2\nclaims: [{id: a, says: b}]\n")
    assert only.endswith("| write `[1, 2]`")


def test_one_is_one_source(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+claims: [{id: a, says: b, cites: {at_least: 1}}]\n")
    assert only.startswith("3:45: `at_least` asks for 1 source, but the claim may cite only 0")


@pytest.mark.parametrize(
    ("head", "cites"),
    [
        pytest.param("citations: none\n", "[]", id="no citation is asked for"),
        pytest.param("citations: none\n", "{none_of: [1]}", id="none of these"),
        pytest.param("citations: numbered\n", "[1]", id="a style"),
    ],
)
def test_markers_are_asked_of_an_article_that_may_have_them(mistake_lines: MistakeLines, head: str, cites: str) -> None:
    assert not mistake_lines(f"+{head}{HEAD}{cites}\n")


@pytest.mark.parametrize("cites", ["[1]", "{any_of: [1]}", "{at_least: 1}", "{origins: 1}"])
def test_each_claim_that_needs_markers_of_an_article_without_them_is_a_mistake(
    mistake_lines: MistakeLines, cites: str
) -> None:
    further = "".join(f"  - {{id: c{number}, says: d, cites: {cites}}}\n" for number in range(5))
    mistakes = mistake_lines(f"+citations: none\n{HEAD}{cites}\n{further}")
    assert len(mistakes) == 6
    assert all("`cites` needs citation markers, but `citations: none`" in one for one in mistakes)
