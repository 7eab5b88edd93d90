"""What is judged again after a change, with real files; how soon it is noticed is tested in tests/cli."""

import os
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.limit import LIMIT

from factspec.projects.checking import Call, CallError
from factspec.projects.watching import State, states

TODAY = date(2026, 6, 1)
RAIN = "factspec: 1\narticle: ../articles/rain.txt\nsources: [{id: 1, text: ../articles/sources/1.txt}]\n"
RAIN += "claims: [{id: a, says: Rain of 12 mm fell on Monday., cites: [1]}]\n"
SNOW = "factspec: 1\narticle: ../articles/snow.txt\nsources: ../sources.json\n"
SNOW += "claims: [{id: b, says: Snow fell on Friday., cites: [1]}]\n"
FILES = {
    "pyproject.toml": "[tool.factspec]\narticles = ['articles/*.txt']\n",
    "articles/rain.txt": "Rain of 12 mm fell on Monday [1].\n",
    "articles/snow.txt": "Snow fell on Friday [1].\n",
    "articles/sources/1.txt": "Rain of 12 mm fell on Monday.\n",
    "sources.json": '[{"id": "1", "type": "webpage"}]\n',
    "specs/rain.factspec.yaml": RAIN,
    "specs/snow.factspec.yaml": SNOW,
    "specs/notes.txt": "nothing\n",
}
BOTH = ("specs/rain.factspec.yaml", "specs/snow.factspec.yaml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "desk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "desk"


def following(watching: Iterator[State]) -> State:
    """The next state; fails if there is none."""
    found: list[State] = []
    thread = threading.Thread(target=lambda: found.append(next(watching)), daemon=True)
    thread.start()
    thread.join(LIMIT)
    assert found, "no change was noticed"
    return found[0]


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    """What saves a file with another text in it, as an editor that writes a new file and renames it."""

    def save(root: Path) -> None:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        begun = file.with_name(f".{file.name}.swp")
        begun.write_text(text.replace(old, new), encoding="utf-8")
        begun.replace(file)

    return save


def written(name: str, text: str) -> Callable[[Path], None]:
    """What writes a file, in a new folder if it is not there."""

    def write(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("change", "again", "rules"),
    [
        pytest.param(written("specs/notes.txt", "other\n"), (), [], id="a file that no spec names"),
        pytest.param(written("articles/sources/2.txt", "other\n"), (), [], id="a source that no spec names"),
        pytest.param(lambda root: os.utime(root / "articles/rain.txt"), BOTH[:1], [], id="an article, touched"),
        pytest.param(written("articles/rain.txt", FILES["articles/rain.txt"]), BOTH[:1], [], id="the same text"),
        pytest.param(replaced("articles/rain.txt", "Monday", "Sunday"), BOTH[:1], ["claim-changed"], id="an article"),
        pytest.param(replaced(BOTH[1], "Friday", "Sunday"), BOTH[1:], ["claim-changed"], id="a spec"),
        pytest.param(replaced(BOTH[1], "says", "sais"), BOTH[1:], ["spec-invalid"], id="a mistake"),
        pytest.param(replaced("articles/sources/1.txt", "12", "13"), BOTH[:1], ["number-not-in-source"],
                     id="a stored text"),
        pytest.param(replaced("sources.json", '"1"', '"2"'), BOTH[1:], ["spec-invalid"], id="shared sources"),
        pytest.param(written("specs/rain.factspec.lock", "{"), BOTH[:1], ["spec-invalid"], id="a lock"),
        pytest.param(written("pyproject.toml", "[tool.factspec]\nstrickt = true\n"), BOTH, ["spec-invalid"],
                     id="the policy"),
        pytest.param(written("articles/hail.txt", "Hail fell.\n"), (), ["spec-missing"], id="a new article"),
        pytest.param(written("specs/deep/new.factspec.yaml", "x"), ("specs/deep/new.factspec.yaml",), ["spec-invalid"],
                     id="a new spec in a new folder"),
        pytest.param(lambda root: (root / "articles/rain.txt").unlink(), BOTH[:1], ["article-unreadable"],
                     id="an article is deleted"),
    ],
)  # fmt: skip
def test_what_rests_on_a_change_is_judged_again(
    root: Path, change: Callable[[Path], None], again: tuple[str, ...], rules: list[str]
) -> None:
    watching = states(Call([], root), lambda: TODAY)
    assert [one.rule for one in next(watching).run.listed] == []
    change(root)
    if not again and not rules:  # a later change must be the first that is noticed
        written("specs/last.factspec.yaml", RAIN)(root)
        again = ("specs/last.factspec.yaml",)
    state = following(watching)
    assert state.again == again
    assert {one.rule for one in state.run.listed} >= set(rules)
    assert bool(state.run.listed) == bool(rules)


def test_a_mistake_that_is_mended_elsewhere(root: Path) -> None:
    (root / "sources.json").unlink()
    watching = states(Call([], root), lambda: TODAY)
    assert next(watching).exit_code == 2
    written("sources.json", FILES["sources.json"])(root)
    state = following(watching)
    assert (state.again, state.exit_code) == (BOTH[1:], 0)


def test_a_deleted_spec_and_the_last_one(root: Path) -> None:
    watching = states(Call([root / "specs"], root), lambda: TODAY)
    next(watching)
    (root / BOTH[0]).unlink()
    state = following(watching)
    assert (state.again, state.gone) == ((), BOTH[:1])
    (root / BOTH[1]).unlink()
    state = following(watching)
    assert state.gone == BOTH[1:]
    assert "contains no spec" in state.mistakes[0]
    assert state.exit_code == 2
    written(BOTH[0], RAIN)(root)
    assert following(watching).exit_code in (0, 1)


def test_a_folder_that_is_replaced(root: Path) -> None:
    watching = states(Call([], root), lambda: TODAY)
    next(watching)
    (root / "articles").rename(root / "old")
    assert following(watching).again == BOTH
    (root / "old").rename(root / "articles")
    assert following(watching).exit_code == 0
    replaced("articles/rain.txt", "Monday", "Sunday")(root)
    state = following(watching)
    assert [one.rule for one in state.run.listed if one.severity == "error"] == ["claim-changed"]


def test_a_file_behind_a_link(root: Path) -> None:
    elsewhere = root / "store" / "deep"
    elsewhere.mkdir(parents=True)
    (root / "articles/rain.txt").rename(elsewhere / "rain.txt")
    (root / "articles/rain.txt").symlink_to(elsewhere / "rain.txt")
    watching = states(Call([], root), lambda: TODAY)
    next(watching)
    replaced("store/deep/rain.txt", "Monday", "Sunday")(root)
    assert following(watching).again == BOTH[:1]


def test_a_new_day_is_judged_anew(root: Path) -> None:
    days = [TODAY]
    watching = states(Call([], root), lambda: days[-1])
    next(watching)
    days.append(date(2026, 6, 2))
    written("articles/rain.txt", FILES["articles/rain.txt"])(root)
    assert following(watching).again == BOTH


def test_a_call_that_cannot_be_carried_out(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CallError, match="no such file"):
        next(states(Call([root / "gone.factspec.yaml"], root), lambda: TODAY))
    monkeypatch.setattr("factspec.projects.watching.find_spec", lambda _: None)
    with pytest.raises(CallError, match=r"needs watchfiles.*extra `watch`"):
        next(states(Call([], root), lambda: TODAY))
