"""Files of a report: whole or as they were, and a file that cannot be written is known before the run."""

import os
import stat
import sys
from pathlib import Path

import pytest

from factspec.projects import whole_files
from factspec.projects.output_files import append, digest_in, encoded, problem_of, write_whole


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "old"])
def test_a_file_that_can_be_written_is_left_as_it_was(tmp_path: Path, before: bytes | None) -> None:
    file = tmp_path / "a.json"
    if before:
        file.write_bytes(before)
    assert problem_of(file) == ""
    assert left(tmp_path) == (["a.json"] if before else [])
    write_whole(file, b"new")
    assert (file.read_bytes(), left(tmp_path)) == (b"new", ["a.json"])


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param(".", "is a folder", id="a folder"),
        pytest.param("none/a.json", "is in a folder that does not exist", id="a missing folder"),
        pytest.param("file/a.json", "is in a file", id="below a file"),
        pytest.param("a" * 300, "file name too long", id="a long name"),
        pytest.param("a\0b", "has a path that cannot be used: embedded null byte", id="NUL"),
    ],
)
def test_what_cannot_be_written(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "file").write_text("")
    assert problem in problem_of(tmp_path / name)
    assert left(tmp_path) == ["file"]


@pytest.mark.skipif(not hasattr(os, "getuid") or not os.getuid(), reason="root may write everywhere")
def test_a_file_or_folder_without_the_right_to_write(tmp_path: Path) -> None:  # pragma: no cover -- not for root
    file = tmp_path / "a.json"
    file.write_text("old")
    file.chmod(0o444)
    assert problem_of(file) == "is read-only"
    tmp_path.chmod(0o555)
    assert "is in a folder that cannot be written to" in problem_of(tmp_path / "b.json")
    tmp_path.chmod(0o755)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    monkeypatch.setattr(whole_files, "_NEW", os.O_WRONLY)
    monkeypatch.setattr("os.urandom", lambda _: b"full")
    (tmp_path / f".a.json.{b'full'.hex()}.tmp").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"new")
    assert (file.read_bytes(), left(tmp_path)) == (b"old", ["a.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are others there")
def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "a.json", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("a.json")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
def test_what_is_no_regular_file_is_written_to() -> None:
    device = Path("/dev/null")
    assert (problem_of(device), digest_in(device)) == ("", "")
    write_whole(device, b"new")
    assert not device.is_file()


def test_text_is_added_at_the_end_and_is_always_utf_8(tmp_path: Path) -> None:
    append(tmp_path / "a.md", "é\n")
    append(tmp_path / "a.md", "\ud800")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "é\n\\ud800"
    assert encoded("a\n") == b"a\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    ends = os.pipe()
    link = tmp_path / "link"
    link.symlink_to(f"/dev/fd/{ends[1]}")
    if link.exists():
        assert problem_of(link) == ""
        write_whole(link, b"new")
        assert os.read(ends[0], 10) == b"new"
    for one in ends:
        os.close(one)
