import os
from pathlib import Path

import pytest

from factspec.projects.paths import find_root


@pytest.mark.parametrize(
    ("markers", "start", "found"),
    [
        pytest.param([], "p/specs/a.factspec.yaml", "p", id="nothing: the parent of the spec's folder"),
        pytest.param([], "p/specs", "p/specs", id="nothing: the folder itself"),
        pytest.param(["p/.git"], "p/specs/a.factspec.yaml", "p", id="a repository"),
        pytest.param([".git", "p/specs/.git"], "p/specs/a.factspec.yaml", "p/specs", id="the nearest repository"),
        pytest.param(["p/.git", "[tool.factspec]"], "p/specs/a.factspec.yaml", "", id="a policy above a repository"),
        pytest.param(["p/.git", "p/[tool.other]"], "p/specs/a.factspec.yaml", "p", id="another tool's policy"),
        pytest.param(["p/[tool]\nfactspec={}"], "p/specs", "p", id="a policy written in line"),
        pytest.param(["p/[tool.factspec.rules]"], "p/specs", "p", id="a policy of rules alone"),
        pytest.param(["p/[tool.factspec]\nbroken", ".git"], "p/specs", "p", id="a policy with a mistake"),
        pytest.param(["p/'factory' broken", ".git"], "p/specs", "", id="broken, and no policy"),
        pytest.param(["p/[ tool.factspec ]\na = [", ".git"], "p/specs", "p", id="broken, with a policy"),
        pytest.param(["p/[tool.fact-spec]\na = [", ".git"], "p/specs", "p", id="broken, with a misspelt policy"),
        pytest.param(["p/\ufeff[tool.factspec]", ".git"], "p/specs", "p", id="behind a byte-order mark"),
    ],
)
def test_the_root(tmp_path: Path, markers: list[str], start: str, found: str) -> None:
    (tmp_path / "p" / "specs").mkdir(parents=True)
    for marker in markers:
        if marker.endswith(".git"):
            (tmp_path / marker).mkdir()
        else:
            folder, _, text = marker.rpartition("/")
            (tmp_path / folder / "pyproject.toml").write_text(text)
    assert find_root(tmp_path / start) == tmp_path / found


def test_a_policy_in_another_encoding_is_a_policy(tmp_path: Path) -> None:
    (tmp_path / "p" / "specs").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "p" / "pyproject.toml").write_bytes("[tool.factspec]\n".encode("utf-16"))
    assert find_root(tmp_path / "p" / "specs") == tmp_path / "p"


@pytest.mark.parametrize("repository", ["", "p"])
def test_what_cannot_be_read_may_be_a_policy_but_not_outside_a_repository(tmp_path: Path, repository: str) -> None:
    (tmp_path / "p" / "specs").mkdir(parents=True)
    (tmp_path / "pyproject.toml").mkdir()
    (tmp_path / repository / ".git").mkdir()
    assert find_root(tmp_path / "p" / "specs") == tmp_path / repository


def test_the_root_of_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "specs" / "deep").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.factspec]\n")
    monkeypatch.chdir(tmp_path / "specs")
    assert find_root(Path("deep/a.factspec.yaml")) == tmp_path
    assert find_root(Path("../specs/deep")) == tmp_path


def test_a_pipe_named_pyproject_does_not_block(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pyproject.toml")
    (tmp_path / "specs").mkdir()
    assert find_root(tmp_path / "specs" / "a.factspec.yaml") == tmp_path
