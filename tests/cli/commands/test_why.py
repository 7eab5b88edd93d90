"""`factspec why`: what accounts for a sentence."""

import pytest
from tests.cli.conftest import Desk


def test_claims_their_approval_and_what_is_left_over(desk: Desk) -> None:
    desk.run("approve", "specs/bridge.factspec.yaml::repair", "--by", "Ada Lind")
    code, out = desk.run("why", "articles/bridge.txt:1:70")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "articles/bridge.txt:1:60: Engineers said the repair takes two weeks."
    assert lines[1] == "  claim     repair: passed, cites [2]  specs/bridge.factspec.yaml:13"
    assert lines[2].endswith("by Ada Lind")
    assert len(lines) == 3  # the whole sentence is approved


def test_a_line_has_several_sentences(desk: Desk) -> None:
    _, out = desk.run("why", "articles/bridge.txt:1")
    assert [line for line in out.splitlines() if line.startswith("articles")] == [
        "articles/bridge.txt:1:1: The bridge closed on Monday after 3 cracks were found.",
        "articles/bridge.txt:1:60: Engineers said the repair takes two weeks.",
    ]


def test_waivers_and_quotations(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text() + "waivers:\n  - {rule: uncited, at: It is a pity., reason: ours}\n")
    desk.edit('"It will hold,"', 'It is a pity. "It will hold, and the fourth pier will too,"')
    _, out = desk.run("why", "articles/bridge.txt:3")
    assert "  waiver    uncited: ours  specs/bridge.factspec.yaml:23" in out
    assert "approved" not in out
    desk.approve()
    _, out = desk.run("why", "articles/bridge.txt:3")
    assert out.split("23\n")[1].splitlines()[0].endswith("by Ada")
    assert "  quotation “It will hold, and the fourth pier will too,”, unchecked in [2]" in out


@pytest.mark.parametrize(
    ("place", "message"),
    [
        pytest.param("articles/bridge.txt", "is not a place", id="no line"),
        pytest.param("articles/bridge.txt:2", "no sentence of articles/bridge.txt is on line 2", id="empty line"),
        pytest.param("articles/bridge.txt:99:1", "is on line 99, column 1", id="beyond the end"),
        pytest.param("articles/gone.txt:1", "no such file", id="no file"),
        pytest.param("pyproject.toml:1", "no spec names pyproject.toml", id="no article"),
    ],
)
def test_a_wrong_call(desk: Desk, place: str, message: str) -> None:
    code, out = desk.run("why", place)
    assert (code, message in out) == (2, True), out


def test_a_place_of_a_finding_can_be_pasted(desk: Desk) -> None:
    assert desk.run("why", "articles/bridge.txt:1:1:")[0] == 0
