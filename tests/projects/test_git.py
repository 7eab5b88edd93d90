"""What git is asked, in repositories that are made for it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from factspec.projects.git import Change, GitError, changed, commit, content, user

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

LIMIT = 1000


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Ada Lind", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration and no identity but what a test sets."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "config").write_text("")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit: `a.txt`, and `news/b.txt` of ten lines."""
    root = tmp_path / "repository"
    (root / "news").mkdir(parents=True)
    (root / "a.txt").write_text("A barge sank.\n")
    (root / "news" / "b.txt").write_text("".join(f"Lock {number} is open.\n" for number in range(10)))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def names(changes: tuple[Change, ...], root: Path) -> list[tuple[str, str]]:
    return [tuple(path.relative_to(root).as_posix() if path else "" for path in change) for change in changes]  # type: ignore[misc]


def test_nothing_changed(repository: Path) -> None:
    os.utime(repository / "a.txt", (1, 1))

    assert changed(repository, "HEAD") == ()


def test_what_is_saved_staged_new_deleted_and_renamed_is_found(repository: Path) -> None:
    (repository / "a.txt").unlink()
    git(repository, "mv", "news/b.txt", "news/é c.txt")
    (repository / "new\nline.txt").write_text("New.\n")
    (repository / ".gitignore").write_text("build\n")
    (repository / "build").mkdir()
    (repository / "build" / "d.txt").write_text("Ignored.\n")

    assert names(changed(repository, "HEAD"), repository) == [
        ("", ".gitignore"),
        ("a.txt", ""),
        ("", "new\nline.txt"),
        ("news/b.txt", "news/é c.txt"),
    ]


def test_a_folder_limits_what_is_found_and_follows_a_rename_into_it(repository: Path) -> None:
    (repository / "a.txt").write_text("A barge sank twice.\n")
    git(repository, "mv", "news/b.txt", "b.txt")
    (repository / "news" / "e.txt").write_text("New.\n")

    assert names(changed(repository / "news", "HEAD"), repository) == [("news/b.txt", "b.txt"), ("", "news/e.txt")]
    assert names(changed(repository, "HEAD", [Path("b.txt")]), repository) == [("news/b.txt", "b.txt")]
    assert names(changed(repository, "HEAD", [repository / "a.txt"]), repository) == [("a.txt", "a.txt")]


def test_links_and_the_configuration_of_the_repository_change_nothing(repository: Path, tmp_path: Path) -> None:
    (repository / "link.txt").symlink_to("a.txt")
    git(repository, "add", ".")
    ran = tmp_path / "ran"
    for key in ("diff.external", "core.fsmonitor", "core.pager", "diff.x.textconv"):
        git(repository, "config", key, f"touch '{ran}'")
    git(repository, "config", "diff.relative", "true")
    git(repository, "config", "diff.orderFile", "missing")
    (repository / ".gitattributes").write_text("*.txt diff=x\n")
    (repository / "a.txt").write_text("A barge sank twice.\n")

    assert names(changed(repository, "HEAD"), repository) == [("", ".gitattributes"), ("a.txt", "a.txt")]
    assert content(repository, "HEAD", Path("a.txt"), LIMIT) == b"A barge sank.\n"
    assert not ran.exists()


def test_variables_of_a_hook_lead_nowhere_else(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")

    assert changed(repository, "HEAD") == ()


def test_the_content_of_a_file_then(repository: Path) -> None:
    (repository / "a.txt").unlink()

    assert content(repository, "HEAD", Path("a.txt"), LIMIT) == b"A barge sank.\n"
    assert content(repository / "news", commit(repository, "HEAD"), Path("../a.txt"), LIMIT) == b"A barge sank.\n"
    with pytest.raises(GitError, match=r"a\.txt had 14 bytes at 'HEAD'; the limit is 3"):
        content(repository, "HEAD", Path("a.txt"), 3)
    with pytest.raises(GitError, match=r"c\.txt is no file at 'HEAD'; check the path"):
        content(repository, "HEAD", Path("c.txt"), LIMIT)


@pytest.mark.parametrize(
    "revision, message",
    [
        pytest.param("--output=/tmp/x", "'--output=/tmp/x' is not a revision; name", id="an option"),
        pytest.param("", "'' is not a revision; name", id="empty"),
        pytest.param("a\0b", "'a\\x00b' is not a revision; name", id="a null byte"),
        pytest.param("main\x1b[1m", "'main\\x1b[1m' is not a revision of this repository", id="unknown"),
        pytest.param("HEAD..HEAD", "'HEAD..HEAD' is a range; name one", id="a range"),
        pytest.param("HEAD:a.txt", "'HEAD:a.txt' is not a revision of this", id="a file"),
        pytest.param("HEAD~5", "'HEAD~5' is not a revision of this", id="before the first"),
    ],
)
def test_a_revision_that_is_none(repository: Path, revision: str, message: str) -> None:
    with pytest.raises(GitError) as raised:
        changed(repository, revision)
    assert message in str(raised.value)


def test_a_revision_that_a_shallow_clone_has_not(repository: Path, tmp_path: Path) -> None:
    (repository / "a.txt").write_text("A barge sank twice.\n")
    git(repository, "commit", "-qam", "second")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "clone")

    with pytest.raises(GitError, match=r"'HEAD~1' is not in this shallow clone; .* git fetch --unshallow"):
        commit(tmp_path / "clone", "HEAD~1")


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match=r"there is no git repository at .* or above it"):
        changed(tmp_path, "HEAD")

    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed, or not on the PATH"):
        changed(tmp_path, "HEAD")
    assert user(tmp_path) == ""


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a POSIX shell")
def test_a_git_that_does_not_answer_is_ended(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\nexec sleep 60\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("factspec.projects.git._SECONDS", 0.1)

    with pytest.raises(GitError, match=r"git did not answer within 0\.1 seconds"):
        changed(repository, "HEAD")


def test_what_git_says_is_printed_safely(repository: Path) -> None:
    (repository / ".git" / "config").write_text("[core\x1b]\n")

    with pytest.raises(GitError, match=r"^git failed: fatal: bad config line 1") as raised:
        changed(repository, "HEAD")
    assert "\x1b" not in str(raised.value)


def test_the_user_is_the_one_who_commits(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert user(repository) == ""
    git(repository, "config", "user.name", "Ada\tLind\n<")
    assert user(repository) == "Ada Lind"
    git(repository, "config", "user.email", "ada@example.org")
    assert user(repository) == "Ada Lind <ada@example.org>"
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Bo Hale")
    assert user(repository) == "Bo Hale <ada@example.org>"
    (tmp_path / "config").write_text("[user]\nemail = bo@example.org\n")
    assert user(tmp_path) == "Bo Hale <bo@example.org>"


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    (folder / "a.txt").write_text("It rained.\n")
    assert [one.new for one in changed(folder, "HEAD")] == [folder / "a.txt"]
    with pytest.raises(GitError, match="is not a revision"):
        changed(folder, "main")
