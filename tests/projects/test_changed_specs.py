"""`factspec check --changed-since REV` in real repositories: what changed is judged, and what depends on it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factspec.cli.main import main
from factspec.projects.changed_specs import changed_specs
from factspec.projects.checking import CallError, judge_all
from factspec.projects.git import working_tree
from factspec.projects.projects import Projects
from factspec.projects.verdict import Run, Since

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TODAY = date(2026, 6, 1)
RAIN = "Rain fell on Monday in Lund [1].\n"
SPEC = """\
factspec: 1
article: ../articles/{name}.txt
sources: {sources}
claims:
  - {{id: rain, says: Rain fell on Monday in Lund, cites: [1]}}
"""
STORED = "[{id: 1, text: ../sources/log.txt}]"
SHARED = "../sources/shared.json"


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ada Lind", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of three specs: `plain`, `stored` with a stored text, and `shared` with a shared list of sources."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "site"
    write(root, "pyproject.toml", '[tool.factspec]\narticles = ["articles/**/*.txt"]\n')
    write(root, ".gitignore", ".factspec_cache\nignored\n")
    write(root, "sources/log.txt", "Rain fell on Monday in Lund.\n")
    write(root, "sources/shared.json", '[{"id": "1", "type": "report", "custom": {"factspec": {"text": "log2.txt"}}}]')
    write(root, "sources/log2.txt", "Rain fell on Monday in Lund.\n")
    for name, sources in {"plain": "[1]", "stored": STORED, "shared": SHARED}.items():
        write(root, f"articles/{name}.txt", RAIN)
        write(root, f"specs/{name}.factspec.yaml", SPEC.format(name=name, sources=sources))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    monkeypatch.chdir(root)
    return root


def run(root: Path, *paths: str, since: str = "main") -> Run:
    return judge_all([root / path for path in paths], root, today=TODAY, since=since)


def judged(found: Run) -> list[str]:
    return [Path(one.path).name.partition(".")[0] for one in found.judged]


def _link(root: Path) -> None:
    (root / "articles/plain.txt").unlink()
    (root / "articles/plain.txt").symlink_to("stored.txt")


def _remove_link(root: Path, *, target: bool) -> None:
    """Commit a link to the article of `plain`, and then change what it leads to, or the link."""
    (root / "articles/plain.txt").rename(root / "articles/real.txt")
    (root / "articles/plain.txt").symlink_to("real.txt")
    git(root, "add", ".")
    git(root, "commit", "-qm", "a link")
    git(root, "branch", "-f", "base")
    if target:
        write(root, "articles/real.txt", RAIN + "\n")
    else:
        (root / "articles/plain.txt").unlink()
        (root / "articles/plain.txt").symlink_to("shared.txt")


def _committed(root: Path) -> None:
    write(root, "articles/plain.txt", RAIN + "\n")
    git(root, "checkout", "-qb", "topic")
    git(root, "commit", "-qam", "second")


def _merged(root: Path) -> None:
    """A branch that changes one article, and has merged a main that has changed another one."""
    git(root, "checkout", "-qb", "topic")
    write(root, "articles/plain.txt", RAIN + "\n")
    git(root, "commit", "-qam", "topic")
    git(root, "checkout", "-q", "main")
    write(root, "articles/stored.txt", RAIN + "\n")
    git(root, "commit", "-qam", "main")
    git(root, "checkout", "-q", "topic")
    git(root, "merge", "-q", "--no-edit", "main")


def _touched(root: Path) -> None:
    os.utime(root / "articles/plain.txt", (1, 1))


Edit = Callable[[Path], object]


def to(name: str, text: str = RAIN + "\n") -> Edit:
    return lambda root: write(root, name, text)


def without(name: str) -> Edit:
    return lambda root: (root / name).unlink()


def moved(old: str, new: str) -> Edit:
    return lambda root: git(root, "mv", old, new)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(_touched, [], id="nothing but a time"),
        pytest.param(to("README.md"), [], id="another file"),
        pytest.param(to("sources/unused.txt"), [], id="a source of no spec"),
        pytest.param(to("articles/plain.txt"), ["plain"], id="an article"),
        pytest.param(
            to("specs/plain.factspec.yaml", SPEC.format(name="plain", sources="[1, 2]")), ["plain"], id="a spec"
        ),
        pytest.param(to("specs/plain.factspec.lock", "{"), ["plain"], id="a new lock"),
        pytest.param(to("specs/plain.factspec.lock.pending", "[]"), ["plain"], id="an interrupted approval"),
        pytest.param(to("sources/log.txt"), ["stored"], id="a stored text"),
        pytest.param(without("sources/log.txt"), ["stored"], id="a stored text that is gone"),
        pytest.param(to("sources/shared.json", '["1"]'), ["shared"], id="a shared list"),
        pytest.param(to("sources/log2.txt"), ["shared"], id="a stored text of a shared list"),
        pytest.param(to("pyproject.toml", "[tool.factspec]\n"), ["plain", "shared", "stored"], id="the policy"),
        pytest.param(to("specs/pyproject.toml", ""), ["plain", "shared", "stored"], id="a new file of a policy"),
        pytest.param(without("articles/plain.txt"), ["plain"], id="an article that is gone"),
        pytest.param(moved("articles/plain.txt", "articles/new.txt"), ["plain"], id="a renamed article"),
        pytest.param(moved("specs/plain.factspec.yaml", "specs/new.factspec.yaml"), ["new"], id="a renamed spec"),
        pytest.param(_link, ["plain"], id="a link in the place of an article"),
        pytest.param(_committed, ["plain"], id="committed"),
        pytest.param(_merged, ["plain"], id="a merge"),
    ],
)
def test_what_changed_is_judged(site: Path, edit: Edit, expected: list[str]) -> None:
    edit(site)
    assert judged(run(site)) == expected
    # From a folder below, and with folders and files that are named.
    assert judged(run(site, "specs")) == expected
    named = [f"specs/{name}.factspec.yaml" for name in ("shared", "stored")]
    assert judged(run(site, *named)) == [name for name in expected if name in ("shared", "stored")]


@pytest.mark.parametrize("target", [pytest.param(True, id="what it leads to"), pytest.param(False, id="the link")])
@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_an_article_that_is_a_link(site: Path, *, target: bool) -> None:
    _remove_link(site, target=target)
    assert judged(run(site, since="base")) == ["plain"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_in_a_circle_are_judged(site: Path) -> None:
    (site / "articles/plain.txt").unlink()
    (site / "articles/plain.txt").symlink_to("round.txt")
    (site / "articles/round.txt").symlink_to("plain.txt")
    git(site, "add", ".")
    git(site, "commit", "-qm", "a circle")
    assert judged(run(site)) == ["plain"]


def test_what_git_does_not_keep_counts_as_changed(site: Path) -> None:
    write(site, "ignored/log.txt", RAIN)
    write(site, "specs/stored.factspec.yaml", SPEC.format(name="stored", sources=STORED.replace("sources", "ignored")))
    git(site, "commit", "-qam", "second")
    assert judged(run(site, since="HEAD")) == ["stored"]
    shutil.rmtree(site / "ignored")
    assert judged(run(site, since="HEAD")) == []


def test_a_spec_that_is_wrong_is_judged_though_it_did_not_change(site: Path) -> None:
    write(site, "specs/plain.factspec.yaml", "factspec: 1\n")
    git(site, "commit", "-qam", "second")
    assert run(site, since="HEAD").exit_code == 2


def test_articles_without_a_spec(site: Path) -> None:
    write(site, "articles/new.txt", RAIN)
    (site / "specs/plain.factspec.yaml").unlink()
    found = run(site)
    assert judged(found) == []
    assert [(one.rule, one.path) for one in found.missing] == [
        ("spec-missing", "articles/new.txt"),
        ("spec-missing", "articles/plain.txt"),
    ]
    assert found.since == Since("main", 2)
    shutil.rmtree(site / "specs")
    assert {one.rule for one in run(site).missing} == {"spec-missing"}


def test_what_was_left_out_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--changed-since", "main"]) == 0
    assert "nothing changed since main: none of 3 specs was checked\n" in capsys.readouterr().out
    write(site, "articles/plain.txt", RAIN.replace("Monday", "Tuesday"))
    assert main(["check", "--changed-since", "HEAD"]) == 1
    assert "changed since HEAD: 1 of 3 specs, no other was checked\n" in capsys.readouterr().out
    write(site, "pyproject.toml", "[tool.factspec]\n")
    main(["check", "--changed-since", "HEAD"])
    assert "changed since HEAD: 3 of 3 specs\n" in capsys.readouterr().out


def test_a_submodule_and_a_working_tree_beside_the_first(site: Path, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    write(inner, "story.txt", RAIN)
    git(inner, "init", "-q", "-b", "main")
    git(inner, "add", ".")
    git(inner, "commit", "-qm", "inner")
    git(site, "submodule", "add", "-q", str(inner), "articles/inner")
    git(site, "config", "-f", ".gitmodules", "submodule.articles/inner.ignore", "all")
    write(site, "specs/inner.factspec.yaml", SPEC.format(name="inner/story", sources="[1]"))
    git(site, "add", ".")
    git(site, "commit", "-qm", "second")
    git(site, "branch", "base")
    assert judged(run(site, since="base")) == []
    write(site, "articles/inner/story.txt", RAIN + "\n")
    assert judged(run(site, since="base")) == ["inner"]
    git(site, "worktree", "add", "-q", str(tmp_path / "other"), "base")
    other = tmp_path / "other"
    write(other, "articles/plain.txt", RAIN + "\n")
    # There the submodule is not filled, so its article is missing.
    assert judged(run(other, since="base")) == ["inner", "plain"]


def test_specs_of_another_repository_are_judged(site: Path, tmp_path: Path) -> None:
    write(tmp_path, "else/articles/a.txt", RAIN)
    write(tmp_path, "else/specs/a.factspec.yaml", SPEC.format(name="a", sources="[1]"))
    write(site, "nested/specs/b.factspec.yaml", SPEC.format(name="b", sources="[1]"))
    write(site, "nested/articles/b.txt", RAIN)
    git(site / "nested", "init", "-q")
    assert judged(run(site, "specs", "../else/specs", "nested")) == ["a", "b"]


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        pytest.param("", "'' is not a revision", id="empty"),
        pytest.param("nope", "'nope' is not a revision of this repository", id="unknown"),
        pytest.param("--help", "'--help' is not a revision", id="an option"),
        pytest.param("main..HEAD", "'main..HEAD' is a range; name one revision", id="a range"),
        pytest.param("HEAD\x1b[31m", r"'HEAD\x1b[31m' is not a revision", id="an escape"),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_revision_that_is_none(capsys: pytest.CaptureFixture[str], revision: str, message: str) -> None:
    assert main(["check", f"--changed-since={revision}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"factspec check: --changed-since: {message}")
    assert err.count("\n") == 1


def test_a_shallow_clone(site: Path, tmp_path: Path) -> None:
    _committed(site)
    git(tmp_path, "clone", "-q", "--depth", "1", site.as_uri(), "clone")
    clone = tmp_path / "clone"
    with pytest.raises(CallError, match="not in this shallow clone; fetch the history first: git fetch --unshallow"):
        run(clone, since="HEAD~1")
    assert judged(run(clone, since="HEAD")) == []


def test_without_git_or_a_repository(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    with pytest.raises(CallError, match="--changed-since: there is no git repository at "):
        run(site)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CallError, match="git is not installed, or not on the PATH"):
        run(site)


def test_a_path_of_many_parts_is_followed(site: Path) -> None:
    name = "./" * 300 + "../articles/" * 80 + "plain"
    write(site, "specs/plain.factspec.yaml", SPEC.format(name=name, sources="[1]"))
    git(site, "commit", "-qam", "second")
    spec = Path("specs/../specs/plain.factspec.yaml")
    tree = working_tree(site, "HEAD")
    assert changed_specs([spec], Projects(), tree) == ((spec,) if os.name == "nt" else ())
