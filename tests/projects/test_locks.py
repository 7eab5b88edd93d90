"""The lock on disk: a spec and its lock are written together, or not at all."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factspec.approved.lock import EMPTY
from factspec.approved.lock_text import written
from factspec.projects.locks import NotWritten, Pair, finish, read_lock, read_pair, write_pair
from factspec.projects.paths import lock_of
from factspec.specs.model import SpecError

OLD = Pair(b"old: 1\n", b"{}")
NEW = Pair(b"new: 2\r\n", b'{"more": 1}')


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "specs" / "a.factspec.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD.spec)
    lock_of(path).write_bytes(OLD.lock or b"")
    return path


def files(spec: Path) -> set[str]:
    return {path.name for path in spec.parent.iterdir()}


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(OLD, id="nothing"),
        pytest.param(NEW, id="both"),
        pytest.param(OLD._replace(spec=b"x: 1\n"), id="the spec"),
        pytest.param(OLD._replace(lock=b'{"x": 1}'), id="the lock"),
        pytest.param(Pair(b"x: 1\n", None), id="no lock any more"),
    ],
)
def test_what_is_written_is_read(spec: Path, after: Pair) -> None:
    if after.lock is None:
        lock_of(spec).unlink()
        write_pair(spec, spec.parents[1], OLD._replace(lock=None), after)
    else:
        write_pair(spec, spec.parents[1], OLD, after)
    assert read_pair(spec, spec.parents[1]) == after
    assert files(spec) <= {"a.factspec.yaml", "a.factspec.lock"}


def test_a_first_lock_has_the_mode_of_the_spec(spec: Path) -> None:
    lock_of(spec).unlink()
    spec.chmod(0o600)
    write_pair(spec, spec.parents[1], Pair(OLD.spec, None), Pair(OLD.spec, b"{}"))
    assert lock_of(spec).stat().st_mode & 0o777 == 0o600


STEPS = ("write", "fsync", "chmod", "link", "rename", "replace", "unlink")


@pytest.fixture
def kill_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """End the process before the nth call that writes."""
    left = [0]

    def counted(name: str) -> None:
        original = getattr(os, name)

        def call(*words: object, **options: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise Killed
            return original(*words, **options)

        monkeypatch.setattr(os, name, call)

    for name in STEPS:
        counted(name)

    def start(step: int) -> None:
        left[0] = step

    yield start
    left[0] = 0


@pytest.mark.parametrize("step", range(1, 14))
def test_a_kill_leaves_the_old_files_or_the_new_ones(spec: Path, kill_at: Callable[[int], None], step: int) -> None:
    root = spec.parents[1]
    kill_at(step)
    with contextlib.suppress(Killed):
        write_pair(spec, root, OLD, NEW)
    kill_at(0)
    try:
        read_lock(spec, root)
        is_whole = True
    except SpecError as error:
        is_whole = "interrupted" not in str(error)
    assert not is_whole or read_pair(spec, root) in (OLD, NEW)
    assert finish(spec, root) is not is_whole
    assert read_pair(spec, root) in (OLD, NEW)
    write_pair(spec, root, read_pair(spec, root), NEW)
    assert read_pair(spec, root) == NEW


def test_a_killed_process_was_somewhere_between(spec: Path, kill_at: Callable[[int], None]) -> None:
    seen = set()
    for step in range(1, 14):
        spec.write_bytes(OLD.spec)
        lock_of(spec).write_bytes(OLD.lock or b"")
        kill_at(step)
        with contextlib.suppress(Killed):
            write_pair(spec, spec.parents[1], OLD, NEW)
        kill_at(0)
        seen.add((read_pair(spec, spec.parents[1]).spec, (lock_of(spec).with_name("a.factspec.lock.pending")).exists()))
        finish(spec, spec.parents[1])
    assert seen == {(OLD.spec, False), (OLD.spec, True), (NEW.spec, True), (NEW.spec, False)}


def test_while_an_approval_is_pending_the_spec_is_not_judged(spec: Path) -> None:
    lock_of(spec).with_name("a.factspec.lock.pending").write_text("[]")
    with pytest.raises(SpecError, match="interrupted") as caught:
        read_lock(spec, spec.parents[1])
    assert "factspec review" in caught.value.mistakes[0].advice


def test_what_a_stranger_left_as_pending_is_dropped(spec: Path) -> None:
    pending = lock_of(spec).with_name("a.factspec.lock.pending")
    for text in ("[]", "{}", "nonsense", '["a", "b", "c", "d"]', '["old: 1\\n", "{}", 3, null]', "[" * 100_000):
        pending.write_text(text)
        assert finish(spec, spec.parents[1])
        assert (read_pair(spec, spec.parents[1]), pending.exists()) == (OLD, False)


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(spec: Path) -> None:
    spec.write_bytes(b"mine: 1\n")
    with pytest.raises(NotWritten, match="changed by somebody else"):
        write_pair(spec, spec.parents[1], OLD, NEW)
    assert spec.read_bytes() == b"mine: 1\n"


def test_two_approvals_at_once(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pending = lock_of(spec).with_name("a.factspec.lock.pending")
    link = os.link

    def other_first(source: str, target: str) -> None:
        pending.write_text("[]")
        link(source, target)

    monkeypatch.setattr(os, "link", other_first)
    with pytest.raises(NotWritten, match="another approval"):
        write_pair(spec, spec.parents[1], OLD, NEW)
    assert read_pair(spec, spec.parents[1]) == OLD


@pytest.mark.parametrize("name", ["a.factspec.yaml", "a.factspec.lock"])
def test_nothing_is_written_through_a_link(spec: Path, tmp_path: Path, name: str) -> None:
    path = spec.with_name(name)
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    with pytest.raises(NotWritten, match="is a link"):
        write_pair(spec, spec.parents[1], OLD, NEW)
    assert elsewhere.read_bytes() in OLD


@pytest.mark.parametrize("name", ["a.factspec.yaml", "a.factspec.lock"])
def test_a_read_only_file_is_not_replaced(spec: Path, name: str) -> None:
    spec.with_name(name).chmod(0o444)
    with pytest.raises(NotWritten, match="is read-only"):
        write_pair(spec, spec.parents[1], OLD, NEW)
    assert read_pair(spec, spec.parents[1]) == OLD


def test_a_link_out_of_the_project_is_not_read(spec: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.factspec.lock"
    outside.write_bytes(written(EMPTY))
    lock_of(spec).unlink()
    lock_of(spec).symlink_to(outside)
    with pytest.raises(SpecError, match="leads out of the project"):
        read_lock(spec, spec.parents[1])


def test_a_folder_that_cannot_be_written(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match="cannot be written"):
        write_pair(spec, spec.parents[1], OLD, NEW)
    assert (read_pair(spec, spec.parents[1]), files(spec)) == (OLD, {"a.factspec.yaml", "a.factspec.lock"})


def test_what_a_killed_process_began_is_removed_later(spec: Path) -> None:
    begun = [spec.with_name(f".{name}.0123456789ab.tmp") for name in (spec.name, f"{lock_of(spec).name}.pending")]
    other = spec.with_name(".other.factspec.yaml.0123456789ab.tmp")
    for one in (*begun, other):
        one.touch()
    assert finish(spec, spec.parents[1]) is False
    assert begun[0].exists()  # another process may be at work
    for one in (*begun, other):
        os.utime(one, (0, 0))
    finish(spec, spec.parents[1])
    assert [one.exists() for one in (*begun, other)] == [False, False, True]
