"""`factspec accept`: what is accepted without asking, and what it writes."""

import pytest
from tests.cli.conftest import SPEC, Desk


def spec_after(desk: Desk) -> str:
    return desk.spec.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _approved(desk: Desk) -> None:
    desk.approve()


def accept(desk: Desk, *words: str) -> tuple[int, str]:
    return desk.run("accept", "--by", "Ada", *words)


def test_without_a_change_nothing_is_written(desk: Desk) -> None:
    before = desk.lock.read_bytes()
    assert accept(desk, "--yes", "--facts") == (0, "specs/bridge.factspec.yaml: nothing to accept\n")
    assert (spec_after(desk), desk.lock.read_bytes()) == (SPEC, before)


def test_without_yes_nothing_is_accepted(desk: Desk) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    code, out = accept(desk)
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "not accepted: articles/bridge.txt:1:49" in out
    assert "--yes" in out


REWORDED = ("cracks were found", "cracks were discovered")
FACT = ("on Monday", "on Tuesday")
CITED = ("found [1]", "found [1, 2]")
SENTENCE = ("Engineers said", "Some engineers said")
QUOTED = ("It will hold", "It will not hold")


@pytest.mark.parametrize(
    ("edit", "words", "code"),
    [
        pytest.param(REWORDED, ["--yes"], 0, id="other words"),
        pytest.param(FACT, ["--yes"], 1, id="a fact without --facts"),
        pytest.param(FACT, ["--facts"], 1, id="--facts without --yes"),
        pytest.param(FACT, ["--yes", "--facts"], 0, id="a fact"),
        pytest.param(CITED, ["--yes"], 1, id="citations without --facts"),
        pytest.param(CITED, ["--yes", "--facts"], 0, id="citations"),
        pytest.param(QUOTED, ["--yes"], 1, id="a quotation without --facts"),
        pytest.param(QUOTED, ["--yes", "--facts"], 0, id="a quotation"),
        pytest.param(("two weeks", "six weeks"), ["--yes", "--facts"], 0, id="a listed fact"),
        pytest.param(("said the repair", "said soberly the repair"), ["--yes"], 0, id="a sentence"),
        pytest.param(("denied", "never denied"), ["--yes"], 1, id="a denial without --facts"),
        pytest.param(("denied", "never denied"), ["--yes", "--facts"], 0, id="a denial"),
    ],
)
def test_what_is_accepted_is_green_and_the_second_time_changes_nothing(
    desk: Desk, edit: tuple[str, str], words: list[str], code: int
) -> None:
    desk.edit(*edit)
    assert desk.rules() != []
    assert accept(desk, *words)[0] == code
    assert (desk.rules() == []) is (code == 0)
    before = spec_after(desk), desk.lock.read_bytes()
    accept(desk, *words)
    assert (spec_after(desk), desk.lock.read_bytes()) == before


def test_every_other_byte_of_the_spec_stays(desk: Desk) -> None:
    desk.edit(*FACT)
    desk.edit(*CITED)
    code, out = accept(desk, "--yes", "--facts")
    assert code == 0
    assert "-      The bridge closed on Monday\n" in out
    assert "+    cites: [1, 2]    # the wire alone\n" in out
    changed = spec_after(desk).splitlines()
    assert [line for line in SPEC.splitlines() if line not in changed] == [
        "      The bridge closed on Monday",
        "    cites: [1]    # the wire alone",
    ]


def test_only_the_named_claim_is_accepted(desk: Desk) -> None:
    desk.edit(*REWORDED)
    desk.edit("two weeks", "six weeks")
    assert accept(desk, "specs/bridge.factspec.yaml::closed", "--yes", "--facts")[0] == 0
    assert desk.rules() == ["claim-changed"]


def test_a_claim_that_is_gone_is_never_dropped(desk: Desk) -> None:
    desk.edit('"It will hold," said Ada Lind [2].', "")
    code, out = accept(desk, "--yes", "--facts")
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "drop the claim, or edit it" in out


def test_an_unknown_source_is_not_accepted(desk: Desk) -> None:
    desk.edit("found [1]", "found [7]")
    code, out = accept(desk, "--yes", "--facts")
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "declare the source 7 first" in out


def test_a_renumbered_list_of_references(desk: Desk) -> None:
    text = desk.article.read_text().replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    desk.article.write_text(text)
    assert accept(desk, "--yes", "--facts")[0] == 1
    assert accept(desk, "--renumber")[0] == 0
    assert "{id: 1, URL: https://wire.example/bridge, cited_as: 2}" in spec_after(desk)
    assert desk.rules() == []


def test_the_mode_of_the_files_stays(desk: Desk) -> None:
    desk.spec.chmod(0o640)
    desk.edit(*REWORDED)
    accept(desk, "--yes")
    assert desk.spec.stat().st_mode & 0o777 == 0o640
    assert not [path for path in desk.spec.parent.iterdir() if "tmp" in path.name or "pending" in path.name]


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_line_ends_and_a_byte_order_mark_stay(desk: Desk, line_end: str, mark: str) -> None:
    desk.spec.write_bytes((mark + SPEC.replace("\n", line_end)).encode())
    desk.edit(*REWORDED)
    assert accept(desk, "--yes")[0] == 0
    data = desk.spec.read_bytes()
    assert data.startswith(mark.encode() + b"factspec: 1" + line_end.encode())
    assert data.count(b"\n") == data.count(line_end.encode())
    assert desk.rules() == []


def test_a_spec_that_is_a_link_is_refused(desk: Desk) -> None:
    real = desk.spec.with_name("real.factspec.yaml")
    desk.spec.rename(real)
    desk.spec.symlink_to(real.name)
    desk.edit(*REWORDED)
    code, out = desk.run("accept", "--by", "Ada", "--yes", "specs/bridge.factspec.yaml")
    assert (code, real.read_text()) == (2, SPEC)
    assert "is a link" in out
