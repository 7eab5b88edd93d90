"""Reading an article that nobody has approved, section by section, in a terminal."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Desk, Typed

from factspec.projects.approving import Approver, Session
from factspec.projects.projects import Projects

ARTICLE = """\
# The bridge

The bridge closed on Monday [1]. It was built in 1931.

## What next

The council meets in May [1]. It may vote then.

## Boats

- Boats run every hour [1].
- Nobody pays.
"""
SPEC = """\
factspec: 1
article: ../articles/bridge.txt
strict: true
sources: [{id: 1, URL: https://wire.example/bridge}]
"""
FILE = "../articles/bridge.txt"
Read = Callable[..., Typed]


@pytest.fixture
def read(desk: Desk, typed: Callable[..., Typed]) -> Read:
    markdown = desk.article.with_suffix(".md")
    desk.article.unlink()
    desk.article = markdown
    desk.article.write_text(ARTICLE)
    desk.spec.write_text(SPEC.replace(".txt", ".md"))

    def run(*answers: str | None, by: str = "Ada") -> Typed:
        return typed("review", "--by", by, answers=answers)

    return run


def lines(desk: Desk) -> list[str]:
    """The approved lines, with who approved each."""
    found = desk.locked().articles.get(FILE.replace(".txt", ".md"), ())
    return [f"{line.text} {'+'.join(one.by for one in line.signatures)}" for line in found]


FIRST = ["The bridge Ada", "The bridge closed on Monday. Ada", "It was built in 1931. Ada"]
SECOND = ["What next Ada", "The council meets in May. Ada", "It may vote then. Ada"]
THIRD = ["Boats Ada", "Boats run every hour. Ada", "Nobody pays. Ada"]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(["r"], id="the rest at once"),
        pytest.param(["a", "a", "a"], id="section by section"),
        pytest.param(["a", "r"], id="a section and the rest"),
        pytest.param(["o", "a", "a", "a", "r"], id="one by one and the rest"),
        pytest.param(["s", "b", "a", "a", "a"], id="back to a section that was skipped"),
        pytest.param(["o", "s", "b", "a", "a", "a", "r"], id="back to a line that was skipped"),
        pytest.param(["b", "r"], id="back at the beginning"),
    ],
)
def test_an_article_that_was_read_to_the_end_is_green(desk: Desk, read: Read, answers: list[str]) -> None:
    screen, code = read(*answers)
    assert lines(desk) == [*FIRST, *SECOND, *THIRD]
    assert (code, desk.rules()) == (0, []), screen
    assert desk.spec.read_text() == SPEC.replace(".txt", ".md")
    assert "nothing left to decide" in screen


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        pytest.param(["a", "q"], FIRST, id="after a section"),
        pytest.param(["s", "a", "q"], SECOND, id="after the second alone"),
        pytest.param(["o", "s", "a", "q"], FIRST[1:2], id="after a line"),
        pytest.param(["a", None], FIRST, id="the end of the input"),
    ],
)
def test_what_was_approved_before_leaving_is_kept(
    desk: Desk, read: Read, answers: list[str | None], kept: list[str]
) -> None:
    screen, code = read(*answers)
    assert (code, lines(desk)) == (1, kept)
    assert "Stopped. What was decided is written." in screen
    assert set(desk.rules()) == {"text-changed"}


def test_nothing_is_written_if_nothing_was_approved(desk: Desk, read: Read) -> None:
    assert read("q").code == 1
    assert not desk.lock.exists()


def test_it_is_shown_as_an_article(read: Read) -> None:
    screen = read("s", "q").screen
    shown = [line.strip() for line in screen.splitlines()]
    assert "articles/bridge.md  section 1 of 3" in shown
    assert "The bridge" in shown
    assert "The bridge closed on Monday [1]." in shown
    assert "articles/bridge.md  section 2 of 3" in shown


def test_after_an_edit_only_what_changed_is_asked(desk: Desk, read: Read) -> None:
    read("r")
    desk.edit("in 1931", "in 1932")
    screen, code = read("a", "1932\n", by="Bo")
    assert (code, desk.rules()) == (0, [])
    assert "1 of 1" in screen
    assert [one for one in lines(desk) if one.endswith(" Bo")] == ["It was built in 1932. Bo"]


def test_what_was_left_is_read_later(desk: Desk, read: Read) -> None:
    read("a", "q")
    assert read("a", "r").code == 0
    assert lines(desk) == [*FIRST, *SECOND, *THIRD]
    assert desk.rules() == []


@pytest.mark.parametrize("people", [("Ada", "Bo"), ("Bo", "Ada")], ids=["in one order", "in the other"])
def test_a_second_person_reads_it_too(desk: Desk, read: Read, people: tuple[str, str]) -> None:
    (desk.spec.parents[1] / "pyproject.toml").write_text("[tool.factspec]\napprovals = 2\n")
    first, second = people
    read("r", "q", by=first)
    assert set(desk.rules()) == {"text-changed"}
    screen, code = read("r", by=second)
    assert (code, desk.rules()) == (0, []), screen
    assert lines(desk) == [f"{one}+Bo" for one in (*FIRST, *SECOND, *THIRD)]
    assert "section 1 of 3" in screen


def test_what_somebody_approved_is_what_they_saw(desk: Desk, read: Read) -> None:
    session = Session(Projects(), Approver("Ada", date(2026, 5, 20)))
    state = session.open(Path("specs/bridge.factspec.yaml"))
    desk.edit("in 1931", "in 1932")
    file = state.judgements[0].file
    after = session.approved_sentences(state, file, range(len(state.judgements[0].case.article.sentences)))
    session.save(state, after)
    assert "It was built in 1931." in [line.text for line in desk.locked().articles[file]]
    assert desk.rules() == ["text-changed"]
    assert read("a", "1932\n").code == 0
    assert desk.rules() == []
