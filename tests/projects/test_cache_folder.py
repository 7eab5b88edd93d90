"""The folder of signed files: what is broken, foreign or a link is not there, and writing never fails."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest

from factspec.projects import verdict_cache
from factspec.projects.verdict_cache import CacheFolder, secret_outside

NAME, OTHER = "a" * 40, "b" * 40
BODY = b'{"an": "entry"}'
SECRET = b"s" * 32

links = pytest.mark.skipif(os.name == "nt", reason="a link needs a right on Windows")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def folder_at(place: Path, secret: bytes = SECRET, **bounds: int) -> CacheFolder:
    return CacheFolder(place, secret, **bounds)


def test_an_entry_is_read_as_it_was_written(place: Path) -> None:
    assert folder_at(place).read(NAME) is None
    folder_at(place).write(NAME, BODY)
    assert folder_at(place).read(NAME) == BODY
    assert (place / ".gitignore").read_text() == "*\n"
    assert sorted(one.name for one in place.iterdir()) == [".gitignore", NAME]


def test_the_last_entry_of_a_name_counts(place: Path) -> None:
    for body in (BODY, b"", b"new"):
        folder_at(place).write(NAME, body)
        assert folder_at(place).read(NAME) == body


def edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"entry", b"Entry"))


def swapped(path: Path) -> None:
    (path.parent / OTHER).replace(path)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def lengthened(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def unsigned(path: Path) -> None:
    path.write_bytes(BODY)


def forged(path: Path) -> None:
    path.unlink()
    folder_at(path.parent, b"t" * 32).write(path.name, BODY)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def linked(path: Path) -> None:
    path.rename(path.parent / "elsewhere")
    path.symlink_to("elsewhere")


def piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def too_large(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" " * verdict_cache.ENTRY_LIMIT)


HARM = [edited, swapped, truncated, lengthened, emptied, unsigned, forged, made_a_folder, too_large]


@pytest.mark.parametrize("harm", [*HARM, *([linked, piped] if os.name != "nt" else [])], ids=lambda one: one.__name__)
def test_a_harmed_entry_is_not_there(place: Path, harm: Callable[[Path], None]) -> None:
    folder_at(place).write(NAME, BODY)
    folder_at(place).write(OTHER, BODY)
    harm(place / NAME)
    assert folder_at(place).read(NAME) is None
    folder_at(place).write(NAME, BODY)
    assert folder_at(place).read(NAME) == (None if harm is made_a_folder else BODY)


@links
def test_a_folder_that_is_a_link_is_neither_read_nor_written(place: Path, tmp_path: Path) -> None:
    folder_at(tmp_path / "real").write(NAME, BODY)
    place.symlink_to("real")
    assert folder_at(place).read(NAME) is None
    folder_at(place).write(OTHER, BODY)
    assert not (tmp_path / "real" / OTHER).exists()


@links
def test_no_file_is_written_through_a_link(place: Path, tmp_path: Path) -> None:
    place.mkdir()
    for name in (NAME, ".gitignore"):
        (tmp_path / f"{name} outside").write_bytes(b"mine")
        (place / name).symlink_to(tmp_path / f"{name} outside")
    folder_at(place).write(NAME, BODY)
    assert [(tmp_path / f"{name} outside").read_bytes() for name in (NAME, ".gitignore")] == [b"mine", b"mine"]
    assert folder_at(place).read(NAME) == BODY


def test_what_cannot_be_written_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder_at(tmp_path / "file").write(NAME, BODY)
    folder_at(tmp_path / "no" / "such").write(NAME, BODY)
    folder_at(tmp_path / "large").write(NAME, b" " * verdict_cache.ENTRY_LIMIT)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]

    def full(_file: int, *_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    folder_at(tmp_path / "full").write(NAME, BODY)
    assert folder_at(tmp_path / "full").read(NAME) is None


def test_an_entry_that_was_begun_and_never_finished_is_not_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_at(place).write(NAME, BODY)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            folder_at(place).write(NAME, b"new")
    assert len(list(place.glob(f"{NAME}.*.tmp"))) == 1
    assert folder_at(place).read(NAME) == BODY
    folder_at(place, most=1).write(OTHER, BODY)
    assert not list(place.glob("*.tmp"))


def test_the_oldest_entries_make_room(place: Path) -> None:
    names = [f"{number:040x}" for number in range(30)]
    for number, name in enumerate(names):
        folder_at(place, most=20).write(name, BODY)
        os.utime(place / name, (number, number))
    left = [name for name in names if folder_at(place).read(name)]
    assert left == names[-len(left) :]
    assert 18 <= len(left) <= 20


def test_a_run_that_writes_many_entries_drops_its_own(place: Path) -> None:
    folder = folder_at(place, most=20)
    for number in range(100):
        folder.write(f"{number:040x}", BODY)
    assert 18 <= len(list(place.glob("0*"))) <= 20


def test_a_folder_has_no_more_bytes_than_it_may(place: Path) -> None:
    folder = folder_at(place, most_bytes=10_000)
    for number in range(30):
        folder.write(f"{number:040x}", b" " * 1_000)
    assert 5_000 < sum(one.stat().st_size for one in place.glob("0*")) <= 10_000


def test_what_is_no_entry_is_not_dropped(place: Path) -> None:
    place.mkdir()
    (place / "mine.txt").write_bytes(b" " * 100)
    (place / ("c" * 40)).mkdir()
    folder_at(place, most=1, most_bytes=50).write(NAME, BODY)
    folder_at(place, most=1, most_bytes=50).write(OTHER, BODY)
    assert sorted(one.name for one in place.iterdir()) == [".gitignore", OTHER, "c" * 40, "mine.txt"]


def _write_many(place: Path, body: bytes) -> None:
    folder = folder_at(place, most=5)
    for number in range(300):
        folder.write(f"{number % 7:040x}", body)
        assert folder.read(f"{number % 7:040x}") in (None, b"one" * 1000, b"two" * 2000)


def test_processes_that_write_at_once_leave_whole_entries(place: Path) -> None:
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    both = [context.Process(target=_write_many, args=(place, body)) for body in (b"one" * 1000, b"two" * 2000)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert not list(place.glob("*.tmp"))


# -- the secret


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "factspec" / "secret"


def test_the_secret_is_made_once_and_is_the_user_s_alone(home: Path, tmp_path: Path) -> None:
    secret = secret_outside(tmp_path / "project")
    verdict_cache._secret_in.cache_clear()
    assert secret == secret_outside(tmp_path / "project") == home.read_bytes()
    assert len(home.read_bytes()) == 32
    assert os.name == "nt" or home.stat().st_mode & 0o777 == 0o600


def test_a_secret_inside_the_project_is_none(home: Path, tmp_path: Path) -> None:
    assert secret_outside(tmp_path) is None
    assert not home.exists()


@pytest.mark.parametrize("harm", ["short", "long", "readable", "link"])
def test_a_secret_that_others_may_have_made_is_replaced(home: Path, tmp_path: Path, harm: str) -> None:
    if os.name == "nt" and harm in {"readable", "link"}:
        pytest.skip("Windows has neither")
    home.parent.mkdir(parents=True)
    known = b"k" * {"short": 31, "long": 33}.get(harm, 32)
    (tmp_path / "known").write_bytes(known)
    if harm == "link":
        home.symlink_to(tmp_path / "known")
    else:
        home.write_bytes(known)
        home.chmod(0o644 if harm == "readable" else 0o600)
    verdict_cache._secret_in.cache_clear()
    secret = secret_outside(tmp_path / "project")
    assert secret == home.read_bytes() != known
    assert not home.is_symlink()
    assert (tmp_path / "known").read_bytes() == known


def test_without_a_place_for_the_secret_there_is_none(home: Path, tmp_path: Path) -> None:
    home.parent.parent.write_bytes(b"a file")
    verdict_cache._secret_in.cache_clear()
    assert secret_outside(tmp_path / "project") is None


def test_an_entry_that_another_process_renames_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "cache"
    folder_at(place).write("a" * 40, b"one")
    begun = place / f"{'c' * 40}.00.tmp"
    begun.write_bytes(b"")
    scandir = os.scandir

    @contextmanager
    def late(path: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
        with scandir(path) as found:
            entries = list(found)
        begun.unlink()
        yield iter(entries)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", late)
        folder_at(place).write("b" * 40, b"two")
    assert not begun.exists()
    assert folder_at(place).read("b" * 40) == b"two"
