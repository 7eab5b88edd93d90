"""`pytest --factspec-changed-since REV`: which items there are, what the summary says, and the exit code."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

RAIN = "Rain fell on Monday in Lund.\n"
SPEC = """\
factspec: 1
article: ../articles/{name}.txt
claims:
  - {{id: rain, says: Rain fell on Monday in Lund}}
"""
WORKERS = ("-p", "xdist.plugin", "-n", "2")


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ada Lind", "-c", "user.email=ada@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two specs and a test."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = pytester.path
    for folder in ("articles", "specs", "tests"):
        (root / folder).mkdir()
    for name in ("a", "b"):
        (root / "articles" / f"{name}.txt").write_text(RAIN)
        (root / "specs" / f"{name}.factspec.yaml").write_text(SPEC.format(name=name))
    (root / "tests" / "test_t.py").write_text("def test_passes():\n    pass\n")
    (root / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*"]\n')
    (root / ".gitignore").write_text("__pycache__\n.pytest_cache\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def run(pytester: pytest.Pytester, *arguments: str, since: str = "main") -> pytest.RunResult:
    return pytester.runpytest_inprocess(f"--factspec-changed-since={since}", *arguments)


NOTHING = "factspec: nothing changed since main: none of 2 specs was checked"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["specs"], id="specs"),
        pytest.param(["specs/a.factspec.yaml", "specs/b.factspec.yaml"], id="files"),
        pytest.param(["-q", "specs"], id="quiet"),
        pytest.param(["--collect-only", "specs"], id="collected alone"),
        pytest.param([*WORKERS, "specs"], id="two workers"),
    ],
)
def test_a_run_in_which_nothing_changed_is_green(
    site: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    result = run(pytester, *arguments)
    assert result.ret == 0
    result.stdout.fnmatch_lines([NOTHING])
    monkeypatch.chdir(site / "tests")
    assert run(pytester, "../specs").ret == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["articles"], 5, id="a folder without specs"),
        pytest.param(["tests", "-k", "nothing"], 5, id="a test that is deselected"),
        pytest.param(["-k", "nothing"], 5, id="a test that is deselected, beside specs"),
        pytest.param([*WORKERS, "-k", "nothing"], 5, id="the same with two workers"),
        pytest.param(["gone"], 4, id="a path that is not there"),
        pytest.param(["tests"], 0, id="a test that passes"),
    ],
)
@pytest.mark.usefixtures("site")
def test_other_runs_end_as_without_the_option(pytester: pytest.Pytester, arguments: list[str], code: int) -> None:
    assert run(pytester, *arguments).ret == code


@pytest.mark.parametrize("workers", [pytest.param((), id="alone"), pytest.param(WORKERS, id="two workers")])
def test_what_changed_is_judged(site: Path, pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    (site / "articles" / "b.txt").write_text(RAIN.replace("Monday", "Tuesday"))
    result = run(pytester, *workers, "specs", "--factspec-report", "report.json")
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        ["factspec: changed since main: 1 of 2 specs, no other was checked", "FAILED specs/b.factspec.yaml::rain*"]
    )
    assert "specs/a.factspec.yaml" not in result.stdout.str()
    report = json.loads((site / "report.json").read_text())
    assert report["changed_since"] == {"revision": "main", "unchanged": 1}
    assert report["specs"] == ["specs/b.factspec.yaml"]


def test_a_claim_that_is_named_is_judged(site: Path, pytester: pytest.Pytester) -> None:
    result = run(pytester, "specs/a.factspec.yaml::rain")
    result.assert_outcomes(passed=1)
    (site / "articles" / "new.txt").write_text(RAIN)
    assert run(pytester, "specs/a.factspec.yaml").ret == 0


def test_an_article_without_a_spec_fails(site: Path, pytester: pytest.Pytester) -> None:
    (site / "specs" / "a.factspec.yaml").unlink()
    result = run(pytester, "specs")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["FAILED articles/a.txt::spec*"])


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        pytest.param("nope", "'nope' is not a revision of this repository; *", id="unknown"),
        pytest.param("-x", "'-x' is not a revision; *", id="an option"),
        pytest.param("", "'' is not a revision; *", id="empty"),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_revision_that_is_none_is_a_mistake_of_the_call(
    pytester: pytest.Pytester, revision: str, message: str
) -> None:
    result = run(pytester, "specs", since=revision)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --factspec-changed-since: {message}"])


def test_without_a_repository(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(pytester.path.parent))
    result = run(pytester)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --factspec-changed-since: there is no git repository at *"])
