import os
from pathlib import Path

import pytest

from factspec.projects import globs
from factspec.projects.globs import PathRefused, articles_at, find_specs, resolve_inside, uncovered
from factspec.projects.paths import leads_out, real_path, shown_path
from factspec.specs.policy import Policy

SUFFIXES = (".txt", ".md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with an article, a hidden folder and a spec's folder, and a secret beside it."""
    place = tmp_path / "project"
    for folder in ("articles", "specs/deep", ".hidden"):
        (place / folder).mkdir(parents=True)
    for name in ("articles/a.txt", ".hidden/a.txt", "articles/.b.txt", "articles/a.pdf", "articles/B.TXT"):
        (place / name).write_text("text")
    (tmp_path / "secret.txt").write_text("secret")
    return place


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("../articles/a.txt", "articles/a.txt", id="up and down"),
        pytest.param("./../articles/./a.txt", "articles/a.txt", id="dots"),
        pytest.param("../../project/articles/a.txt", "articles/a.txt", id="out and in again"),
        pytest.param("../articles/B.TXT", "articles/B.TXT", id="suffix in capitals"),
        pytest.param("link.txt", "articles/a.txt", id="a link inside"),
    ],
)
def test_a_path_inside_the_root(root: Path, written: str, found: str) -> None:
    (root / "specs" / "link.txt").symlink_to("../articles/a.txt")
    assert resolve_inside(root, root / "specs", written, SUFFIXES) == (root / found).resolve()


@pytest.mark.parametrize(
    ("written", "message", "rule"),
    [
        pytest.param("", "is no path", "spec-invalid", id="empty"),
        pytest.param("a\0.txt", "is no path", "spec-invalid", id="NUL"),
        pytest.param("/etc/passwd", "is absolute", "spec-invalid", id="absolute"),
        pytest.param("C:\\a.txt", "is absolute", "spec-invalid", id="absolute on Windows"),
        pytest.param("\\\\host\\a.txt", "is absolute", "spec-invalid", id="another machine"),
        pytest.param("../../secret.txt", "leads out of the project", "spec-invalid", id="out of the root"),
        pytest.param(
            "../../project-b/a.txt", "leads out of the project", "spec-invalid", id="a folder that begins alike"
        ),
        pytest.param("out.txt", "is a link that leads out of the project", "spec-invalid", id="a link out"),
        pytest.param("outer/secret.txt", "is a link that leads out", "spec-invalid", id="behind a link out"),
        pytest.param("../.hidden/a.txt", "is hidden", "spec-invalid", id="a hidden folder"),
        pytest.param("../articles/.b.txt", "is hidden", "spec-invalid", id="a hidden file"),
        pytest.param("hidden.txt", "is hidden", "spec-invalid", id="a link to a hidden file"),
        pytest.param(
            "../articles/a.pdf", "has no suffix that a format reads", "spec-invalid", id="a suffix nobody reads"
        ),
        pytest.param("pdf.txt", "has no suffix that a format reads", "spec-invalid", id="a link with another suffix"),
        pytest.param("../articles/c.txt", "does not exist", "article-unreadable", id="missing"),
        pytest.param("../articles/a.txt/b.txt", "does not exist", "article-unreadable", id="below a file"),
        pytest.param("..\\articles\\a.txt", "has a backslash", "spec-invalid", id="backslashes"),
        pytest.param("../articles", "is a folder, not a file", "article-unreadable", id="a folder"),
        pytest.param("circle.txt", "(cannot be read|does not exist)", "article-unreadable", id="a circle of links"),
        pytest.param("x" * 5000 + ".txt", "cannot be read", "article-unreadable", id="a name too long"),
        pytest.param("pipe.txt", "is a named pipe, not a file", "article-unreadable", id="a named pipe"),
    ],
)
def test_a_path_that_is_refused(root: Path, written: str, message: str, rule: str) -> None:
    specs = root / "specs"
    (specs / "out.txt").symlink_to("../../secret.txt")
    (specs / "outer").symlink_to("../..", target_is_directory=True)
    (specs / "hidden.txt").symlink_to("../.hidden/a.txt")
    (specs / "pdf.txt").symlink_to("../articles/a.pdf")
    (specs / "circle.txt").symlink_to("circle.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(specs / "pipe.txt")
    with pytest.raises(PathRefused, match=f"` {message}") as caught:
        resolve_inside(root, specs, written, SUFFIXES)
    assert caught.value.rule == rule
    assert caught.value.advice
    assert "secret" not in str(caught.value).replace(written, "")


def test_a_root_behind_a_link_is_the_root(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(root, target_is_directory=True)
    assert resolve_inside(link, link / "specs", "../articles/a.txt") == (root / "articles" / "a.txt").resolve()
    assert not leads_out(link / "articles" / "a.txt", link)
    assert shown_path(root / "articles" / "a.txt", link) == "articles/a.txt"


def _specs(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def test_specs_are_found_sorted_and_once(root: Path) -> None:
    _specs(root, "specs/b.factspec.yaml", "specs/a.factspec.yaml", "specs/deep/c.factspec.yaml")
    _specs(root, "specs/d.yaml", "specs/.e.factspec.yaml", "specs/.deep/f.factspec.yaml")
    names = ["specs/a.factspec.yaml", "specs/b.factspec.yaml", "specs/deep/c.factspec.yaml"]
    wanted = tuple(root / name for name in names)
    assert find_specs([root / "specs"], root, Policy()) == (wanted, ())
    assert find_specs([], root, Policy()) == (wanted, ())
    assert find_specs([wanted[1], root / "specs", wanted[1]], root, Policy()).specs == wanted


def test_the_policy_says_where_specs_are(root: Path) -> None:
    _specs(root, "specs/a.factspec.yaml", "more/b.factspec.yaml", "more/c.yaml", ".hidden/d.factspec.yaml")
    assert find_specs([], root, Policy(specs=("more",))).specs == (root / "more/b.factspec.yaml",)
    assert find_specs([], root, Policy(specs=("more/",))).specs == (root / "more/b.factspec.yaml",)
    assert find_specs([], root, Policy(specs=("**/*.factspec.yaml",))).specs == (
        root / "more/b.factspec.yaml",
        root / "specs/a.factspec.yaml",
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("none", "no such file or folder", id="missing"),
        pytest.param("articles", "the folder contains no spec", id="a folder without specs"),
        pytest.param("articles/a.txt", "this is not a spec; a spec's name ends with .factspec.yaml", id="another file"),
        pytest.param("none.factspec.yaml", "no such file or folder", id="a spec that is missing"),
    ],
)
def test_a_path_without_a_spec_is_a_mistake_of_the_call(root: Path, name: str, message: str) -> None:
    found = find_specs([root / name], root, Policy())
    assert found.specs == ()
    (only,) = found.mistakes
    assert message in only


def test_a_whole_disk_and_a_folder_with_very_many_folders_are_not_searched(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_specs([Path(root.anchor)], root, Policy()).mistakes == (
        f"{root.anchor}: this is the whole disk, which is not searched; name the folder of the specs",
    )
    monkeypatch.setattr(globs, "_MOST_FOLDERS", 3)
    (root / "specs/a.factspec.yaml").write_text("factspec: 1\n")
    found = find_specs([root, root / "specs"], root, Policy())
    assert [one.name for one in found.specs] == ["a.factspec.yaml"]
    assert "name the folder of the specs" in found.mistakes[0]


def test_no_spec_at_all_is_a_mistake_of_the_call(root: Path) -> None:
    assert "no spec found in specs/" in find_specs([], root, Policy()).mistakes[0]
    assert "no spec found in x/*" in find_specs([], root, Policy(specs=("x/*",))).mistakes[0]


def test_articles_that_no_spec_covers(root: Path) -> None:
    (root / "articles" / "out.txt").symlink_to("../../secret.txt")
    (root / "articles" / "same.txt").symlink_to("a.txt")
    articles = [path for glob in ("articles/*.txt", "articles/a.txt", "**/a.*") for path in articles_at(root, glob)]
    names = ("articles/B.TXT", "articles/a.pdf", "articles/a.txt", "articles/out.txt", "articles/same.txt")
    assert uncovered(articles, []) == tuple(root / one for one in names)
    covered = [(root / "articles" / "a.txt").resolve()]
    assert uncovered(articles, covered) == tuple(
        root / one for one in ("articles/B.TXT", "articles/a.pdf", "articles/out.txt")
    )


@pytest.mark.skipif(os.name == "nt", reason="links to folders are not to be had there")
def test_links_to_folders_of_the_project_are_entered(root: Path, tmp_path: Path) -> None:
    _specs(root, "store/b.factspec.yaml", "specs/a.factspec.yaml")
    (root / "specs" / "linked").symlink_to("../store")
    (root / "specs" / "circle").symlink_to(".")
    (root / "specs" / "out").symlink_to(tmp_path)
    (root / "old").mkdir()
    (root / "old" / "x.txt").write_text("It rained.\n")
    (root / "articles" / "old").symlink_to("../old")
    wanted = [root / "specs" / "a.factspec.yaml", root / "specs" / "linked" / "b.factspec.yaml"]

    assert list(find_specs([root / "specs"], root, Policy()).specs) == wanted
    assert list(find_specs([], root, Policy(specs=("specs/**/*.factspec.yaml",))).specs) == wanted
    assert root / "articles" / "old" / "x.txt" in articles_at(root, "articles/**/*.txt")


@pytest.mark.skipif(os.name == "nt", reason="neither links nor pipes are to be had there")
@pytest.mark.parametrize("pattern", ["articles/*.md", "articles/x.md", "**/x.md", "*/x.*", "./articles/x.md"])
@pytest.mark.parametrize("target", ["gone.txt", "../../gone.txt", "x.md", "../.hidden/a.txt", "/dev/zero", ""])
def test_an_article_that_is_no_file_of_the_project_needs_a_spec_too(root: Path, pattern: str, target: str) -> None:
    article = root / "articles" / "x.md"
    if target:
        article.symlink_to(target)
    else:
        os.mkfifo(article)
    (root / "articles" / "folder.md").mkdir()
    (root / "articles" / "linked.md").symlink_to("folder.md")
    (root / "articles" / ".y.md").symlink_to("gone.md")
    assert articles_at(root, pattern) == (article,)
    assert uncovered([article], []) == (article,)
    assert uncovered([article], [real_path(article)]) == ()
