"""`factspec diff`: its calls, its output and its exit codes."""

import argparse
import json
import os
import shutil
import subprocess
from pathlib import Path
from textwrap import indent

import pytest

from factspec.cli.commands import diff

OLD = "The lock reopened on 16 July 2001. Ada Lind paid for it.\n"
NEW = "The lock reopened on 16 July 2002. Ada Lind paid for it.\n"
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    diff.add_arguments(parser)
    return diff.run(parser.parse_args(words))


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ada Lind", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory outside any repository, with two versions of an article."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "old.txt").write_text(OLD)
    (folder / "new.txt").write_text(NEW)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def repository(folder: Path) -> Path:
    """The same as a repository in which both files are committed."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


# -- two files


@pytest.mark.usefixtures("folder")
def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("old.txt", "old.txt") == 0
    assert capsys.readouterr().out == "no fact changed in 1 article\n"


@pytest.mark.usefixtures("folder")
def test_a_change_is_one_line_at_its_place_in_the_new_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("old.txt", "new.txt") == 1
    assert capsys.readouterr().out == "new.txt:1:22: date 16 July 2001 → 16 July 2002\n1 change in 1 article\n"


def test_wording_alone_is_counted_and_listed_on_demand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new.txt").write_text(OLD.replace("reopened", "opened again"))

    assert run("old.txt", "new.txt") == 0
    summary = "no fact changed in 1 article; 1 difference of wording alone"
    assert capsys.readouterr().out == f"{summary} (listed with --all)\n"
    assert run("old.txt", "new.txt", "--all") == 0
    assert capsys.readouterr().out == f"new.txt:1:10: wording reopened → opened again\n{summary}\n"


def test_what_was_added_removed_and_moved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_text("The lock is wide. It leaks.\n\nTwo boats sank. He said “no more”.\n")
    (folder / "new.txt").write_text("The lock is wide.\n\nNobody drowned. It leaks.\n\nHe said “never more”.\n")

    assert run("old.txt", "new.txt") == 1
    assert capsys.readouterr().out.splitlines() == [
        "new.txt:3:1: sentence added: Nobody drowned.",
        "new.txt:3:17: sentence moved: It leaks.",
        "old.txt:3:1: sentence removed: Two boats sank.",
        "new.txt:5:10: negation no → never",
        "4 changes in 1 article",
    ]


@pytest.mark.usefixtures("folder")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("old.txt", "new.txt", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "version": 1,
        "summary": {"articles": 1, "changes": 1, "wording": 0},
        "articles": [
            {
                "old": "old.txt",
                "new": "new.txt",
                "status": "compared",
                "changes": [
                    {
                        "kind": "date",
                        "old": "16 July 2001",
                        "new": "16 July 2002",
                        "counts": True,
                        "old_line": 1,
                        "old_column": 22,
                        "line": 1,
                        "column": 22,
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_quoted_is_safe_to_print(folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    (folder / "new.txt").write_text(NEW + "\n\x1b[31m::error::\u202e ##[error] 7.\n")

    assert run("old.txt", "new.txt", "--format", form) == 1
    output = capsys.readouterr().out
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "##[" not in output


def test_how_articles_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, number in (("old.html", 1), ("new.html", 2)):
        (folder / name).write_text(f"<p>Menu {number}</p><div id=x><p>It rained [@a].</p></div>")

    assert run("old.html", "new.html") == 1
    assert run("old.html", "new.html", "--select", "#x", "--citations", "pandoc") == 0
    assert run("old.html", "new.html", "--select", "#y") == 2
    assert "old.html: " in capsys.readouterr().err


DOCS = Path(__file__).parents[3] / "docs" / "diff.md"


def test_another_noun_is_a_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_text("The port sells wine to Lund.\n", encoding="utf-8")
    (folder / "new.txt").write_text("The port sells cider to Lund.\n", encoding="utf-8")
    assert run("old.txt", "new.txt") == 1
    assert capsys.readouterr().out == "new.txt:1:16: words wine → cider\n1 change in 1 article\n"


def test_the_example_of_the_docs_is_what_happens(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = """Leaders meet

The leaders met on Tuesday in Port Amble.

The talks were not planned, and the ministry confirmed them later [1].

She called him a “long-time friend” of the city. It was a short visit.

Both sides signed.
"""
    new = old.replace("Tuesday", "Wednesday").replace("were not", "were").replace("[1]", "[1, 2]")
    new = (
        new.replace("long-time", "long-term")
        .replace("short visit", "brief visit")
        .replace("\n\nBoth sides signed.", "")
    )
    (folder / "summit-old.txt").write_text(old)
    (folder / "summit.txt").write_text(new)

    assert run("summit-old.txt", "summit.txt") == 1
    assert indent(capsys.readouterr().out, "    ") in DOCS.read_text(encoding="utf-8")


# -- since a revision


@needs_git
def test_since_a_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "old.txt").write_text(NEW)
    (repository / "new.txt").write_text(long := NEW + "".join(f"\nLock {number} is open.\n" for number in range(9)))
    git(repository, "commit", "-qm", "second", "new.txt")
    git(repository, "mv", "new.txt", "newer.txt")
    (repository / "newer.txt").write_text(long.replace("July", "June"))
    (repository / "notes.csv").write_text("no article\n")

    assert run("HEAD") == 1
    assert capsys.readouterr().out.splitlines() == [
        "newer.txt:1:22: date 16 July 2002 → 16 June 2002",
        "old.txt:1:22: date 16 July 2001 → 16 July 2002",
        "2 changes in 2 articles",
    ]
    assert run("main", "newer.txt") == 1
    assert "old.txt" not in capsys.readouterr().out


@needs_git
def test_a_file_whose_bytes_are_the_same_has_not_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "mv", "old.txt", "older.txt")

    assert run("HEAD") == 0
    assert capsys.readouterr().out == "no article changed\n"


@needs_git
def test_new_and_removed_articles_are_one_line_each(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "new.txt").unlink()
    (repository / "more.md").write_text("# Rain\n\nIt rained for a week. Then it snowed.\n")
    (repository / "old.txt").write_text(OLD.replace("Lind paid", "Holm paid") + "\nIt leaks.\n")

    assert run("HEAD") == 1
    assert capsys.readouterr().out.splitlines() == [
        "more.md:1:1: article added: 3 sentences",
        "HEAD:new.txt:1:1: article removed: 2 sentences",
        "old.txt:1:36: name Ada Lind → Ada Holm",
        "old.txt:3:1: sentence added: It leaks.",
        "4 changes in 3 articles",
    ]
    assert run("HEAD", "--format", "json") == 1
    assert [one["status"] for one in json.loads(capsys.readouterr().out)["articles"]] == [
        "added",
        "removed",
        "compared",
    ]


@needs_git
def test_a_removed_sentence_is_at_its_place_in_the_old_version(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "old.txt").write_text(OLD.partition(" Ada")[0] + "\n")

    assert run("HEAD") == 1
    assert capsys.readouterr().out.startswith("HEAD:old.txt:1:36: sentence removed: Ada Lind paid for it.\n")


@needs_git
def test_the_policy_says_which_files_are_articles(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "pyproject.toml").write_text('[tool.factspec]\narticles = ["news/**/*.txt"]\n')
    (repository / "old.txt").write_text(NEW)
    (repository / "news" / "deep" / ".drafts").mkdir(parents=True)
    for place in ("news/a.TXT", "news/deep/b.txt", "news/c.md", "news/deep/.drafts/d.txt"):
        (repository / place).write_text(OLD)

    assert run("HEAD") == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == [
        "news/a.TXT",
        "news/deep/b.txt",
    ]
    assert run("HEAD", "old.txt") == 1
    (repository / "pyproject.toml").write_text("[tool.factspec]\narticle = 1\n")
    assert run("HEAD") == 2
    assert "pyproject.toml:2:1: " in capsys.readouterr().err


@needs_git
def test_a_folder_below_the_root_is_searched_alone(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "old.txt").write_text(NEW)
    (repository / "below").mkdir()
    (repository / "below" / "a.txt").write_text(OLD)
    monkeypatch.chdir(repository / "below")

    assert run("HEAD") == 1
    assert capsys.readouterr().out.startswith("a.txt:1:1: article added")
    assert run("HEAD", "..") == 1
    assert "/old.txt:1:22: date" in capsys.readouterr().out


@needs_git
def test_one_article_that_cannot_be_read_hides_no_other(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "new.txt").write_bytes(b"a\0b")
    (repository / "old.txt").write_text(NEW)

    assert run("HEAD") == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("old.txt:1:22: date")
    assert captured.err == "factspec diff: new.txt: the file contains binary data; save the article as UTF-8 text\n"


# -- wrong calls


@pytest.mark.parametrize(
    "words, message",
    [
        pytest.param(["old.txt"], "old.txt is one file; name a second one, or a revision first", id="one file"),
        pytest.param(["old.txt", "nww.txt"], "nww.txt does not exist; to compare with a rev", id="no such file"),
        pytest.param(["old.txt", "."], ". is a folder; compare two files, or name a revision first", id="a folder"),
        pytest.param(["old.txt", "new.txt", "old.txt"], "3 files are too many; compare two, or", id="three files"),
        pytest.param(["nope"], "'nope' is not a revision of this repository", id="no revision"),
        pytest.param(["nope\x1b[1m", "old.txt"], "'nope\\x1b[1m' is not a revision", id="a control character"),
        pytest.param(["--", "-x", "old.txt"], "'-x' is not a revision; name a commit", id="an option"),
        pytest.param(["HEAD", "nope.txt"], "nope.txt does not exist, and did not exist at the", id="no such path"),
        pytest.param(["HEAD", "table.csv"], "table.csv is in no format that factspec reads", id="no format"),
        pytest.param(
            ["old.txt", "table.csv"], "table.csv: '.csv' is not the suffix of a format", id="no format to read"
        ),
        pytest.param(["old.txt", "binary.txt"], "binary.txt: the file contains binary data", id="binary"),
        pytest.param(["old.txt", "latin.txt"], "latin.txt:1:2: byte 0xe9 is not UTF-8", id="another encoding"),
        pytest.param(["HEAD", "ignored.txt"], "ignored.txt is not a file that git knows", id="ignored by git"),
        pytest.param(
            ["HEAD", "../outside.txt"], "../outside.txt is not a file that git knows", id="outside the repository"
        ),
    ],
)
@needs_git
def test_a_wrong_call(repository: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str) -> None:
    (repository / "table.csv").write_text("a,b\n")
    (repository / "binary.txt").write_bytes(b"a\0b")
    (repository / "latin.txt").write_bytes(b"a\xe9")
    (repository / ".gitignore").write_text("ignored.txt\n")
    (repository / "ignored.txt").write_text(OLD)
    (repository / "../outside.txt").write_text(OLD)

    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"factspec diff: {message}")
    assert captured.err.count("\n") == 1


@needs_git
def test_a_revision_that_is_also_a_file(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "main").mkdir()

    assert run("main") == 2
    assert capsys.readouterr().err.startswith("factspec diff: 'main' is a revision, and also a file or folder; write ")
    assert run("heads/main") == 0
    assert capsys.readouterr().out == "no article changed\n"


@needs_git
@pytest.mark.usefixtures("folder")
def test_outside_a_repository(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("HEAD") == 2
    said = capsys.readouterr().err
    assert "there is no git repository at " in said
    assert "compare two files: factspec diff OLD NEW" in said
    assert run("ald", "nww") == 2
    assert "neither ald nor nww exists, and there is no git repository at " in capsys.readouterr().err
