import os
from pathlib import Path

import pytest

from factspec.projects.paths import Unreadable, read_regular


def test_a_regular_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert read_regular(path, 3) == b"abc"
    with pytest.raises(Unreadable, match="has 3 bytes; the limit is 2"):
        read_regular(path, 2)


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not exist"):
        read_regular(tmp_path / "b", 1)
    with pytest.raises(Unreadable, match=r"is a folder|cannot be read"):
        read_regular(tmp_path, 1)
    with pytest.raises(Unreadable, match="cannot be read"):
        read_regular(Path("a\0b"), 1)
    with pytest.raises(Unreadable, match="cannot be read"):
        read_regular(tmp_path / ("x" * 5000), 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match="is a named pipe"):
        read_regular(tmp_path / "pipe", 1)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no files of unknown size")
def test_a_file_of_unknown_size_is_read_no_further_than_its_limit() -> None:
    with pytest.raises(Unreadable, match="has more than 10 bytes"):
        read_regular(Path("/proc/self/status"), 10)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_refused() -> None:
    with pytest.raises(Unreadable, match="is a device"):
        read_regular(Path("/dev/zero"), 1)
