from pathlib import Path

import pytest

from factspec.spec.loader import load_spec
from factspec.spec.validity import cache_folder, is_marked, leave, mark_of

SPEC = b"factspec: 1\narticle: a.txt\nclaims: [{id: a, says: b}]\n"


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        pytest.param({}, "linux", None, id="no home"),
        pytest.param({"HOME": "/h"}, "linux", "/h/.cache/factspec", id="home"),
        pytest.param({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "linux", "/c/factspec", id="XDG"),
        pytest.param({"HOME": "/h", "XDG_CACHE_HOME": "c"}, "linux", "/h/.cache/factspec", id="XDG, not absolute"),
        pytest.param({"HOME": "/h"}, "darwin", "/h/Library/Caches/factspec", id="macOS"),
        pytest.param({"HOME": "h"}, "linux", None, id="home, not absolute"),
        pytest.param({"HOME": "/h"}, "win32", None, id="Windows without its variable"),
    ],
)
def test_the_folder_is_the_users(environment: dict[str, str], platform: str, folder: str | None) -> None:
    assert cache_folder(environment, platform) == (None if folder is None else Path(folder))


def test_a_cache_inside_the_project_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "project" / ".cache"))
    assert mark_of(SPEC, tmp_path / "project") is None
    assert mark_of(SPEC, tmp_path / "other") is not None


def test_a_mark_stands_for_these_bytes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "project"
    leave(mark_of(SPEC, root))
    assert is_marked(mark_of(SPEC, root))
    assert not is_marked(mark_of(SPEC + b"\n", root))


def test_a_valid_spec_leaves_one_empty_file_and_a_broken_one_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    path = root / "a.factspec.yaml"
    path.write_bytes(SPEC + b"claim: 1\n")
    with pytest.raises(Exception, match="unknown key `claim`"):
        load_spec(path, root=root)
    assert not (tmp_path / "cache").exists()
    path.write_bytes(SPEC)
    load_spec(path, root=root)
    (mark,) = (one for one in (tmp_path / "cache").rglob("*") if one.is_file())
    assert mark.read_bytes() == b""
    assert [one.name for one in root.rglob("*")] == ["a.factspec.yaml"]


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    path = root / "a.factspec.yaml"
    path.write_bytes(SPEC)
    assert load_spec(path, root=root) == load_spec(path, root=root)


def test_what_the_cache_says_cannot_crash_the_loader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "project"
    root.mkdir()
    path = root / "a.factspec.yaml"
    data = b"claims: [a, {id: [b], says: {c: d}}]\nsources: {e: f}\narticle: [[g]]\nwaivers: h\nrules: [i]\n"
    leave(mark_of(data, root))
    path.write_bytes(data)
    assert load_spec(path, root=root).claims[1].id == ""
