"""`factspec verify`: a receipt beside the files as they are."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factspec.cli.main import main
from factspec.projects.receipts import digest_of

RAIN = "Rain fell on Monday in Lund [1].\n"
SPEC = """\
factspec: 1
article: ../articles/{name}.txt
sources: [{{id: 1, text: ../sources/{name}.txt}}]
claims:
  - {{id: rain, says: Rain fell on Monday in Lund, cites: [1]}}
"""


class Desk:
    """A project of two specs, and what the command prints in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def check(self, *words: str) -> int:
        """Write the receipt, and return the exit code of the check."""
        code = main(["check", "--format", "json", *words])
        self.write("receipt.json", self._capsys.readouterr().out)
        return code

    def change(self, **values: Any) -> None:
        """Change the receipt as somebody who knows its digest."""
        report = json.loads((self.root / "receipt.json").read_text()) | values
        report["digest"] = digest_of(report)
        self.write("receipt.json", json.dumps(report))

    def verify(self, *articles: str) -> tuple[int, str]:
        code = main(["verify", "receipt.json", *articles])
        printed = self._capsys.readouterr()
        return code, printed.out + printed.err


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The project, checked, as the working directory."""
    one = Desk(tmp_path / "desk", capsys)
    one.write("pyproject.toml", '[tool.factspec]\narticles = ["articles/*"]\n')
    for name in ("a", "b"):
        one.write(f"articles/{name}.txt", RAIN)
        one.write(f"sources/{name}.txt", RAIN)
        one.write(f"specs/{name}.factspec.yaml", SPEC.format(name=name))
    monkeypatch.chdir(one.root)
    assert one.check() == 0
    return one


def test_nothing_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert desk.verify() == (0, "verified: 2 articles as checked by factspec 0.1.0, without an error\n")
    assert desk.verify("articles/a.txt")[0] == 0
    copy = desk.write("public/story.txt", RAIN)
    assert desk.verify(str(copy), "articles/b.txt")[0] == 0
    report = json.loads((desk.root / "receipt.json").read_text())
    desk.write("receipt.json", json.dumps(report, sort_keys=True))
    assert desk.verify()[0] == 0
    monkeypatch.chdir(desk.root / "articles")
    assert main(["verify", "../receipt.json", "a.txt"]) == 0
    monkeypatch.chdir(tmp_path)
    assert main(["verify", "desk/receipt.json", "desk/articles/a.txt"]) == 0
    assert main(["verify", "desk/receipt.json"]) == 0


CHANGED = "changed after it was checked (sha256 "


@pytest.mark.parametrize(
    ("name", "text", "problem", "of_b"),
    [
        pytest.param("articles/a.txt", RAIN + "\n", f"articles/a.txt: {CHANGED}", False, id="an article"),
        pytest.param("specs/a.factspec.yaml", "a", f"specs/a.factspec.yaml: {CHANGED}", False, id="a spec"),
        pytest.param("specs/a.factspec.lock", "{}", "specs/a.factspec.lock: was added after", False, id="a new lock"),
        pytest.param("sources/a.txt", "", f"sources/a.txt: {CHANGED}", False, id="a stored text"),
        pytest.param("articles/c.txt", "Snow.", "articles/c.txt: was not checked", False, id="a new article"),
        pytest.param("pyproject.toml", "[tool.factspec]\n", f"pyproject.toml: {CHANGED}", True, id="the policy"),
        pytest.param("articles/a.txt", None, "articles/a.txt: does not exist", False, id="an article that is gone"),
        pytest.param("sources/a.txt", None, "sources/a.txt: does not exist", False, id="a stored text that is gone"),
    ],
)
def test_something_changed(desk: Desk, name: str, text: str | None, problem: str, *, of_b: bool) -> None:
    path = desk.root / name
    if text is None:
        path.unlink()
    else:
        desk.write(name, text)
    code, printed = desk.verify()
    assert code == 1
    assert printed.startswith(problem)
    assert printed.splitlines()[1:] == ["not verified: 1 problem"]
    assert desk.verify("articles/b.txt")[0] == int(of_b)
    assert desk.verify("articles/a.txt", "articles/c.txt")[0] == 1


def test_a_run_that_was_not_green(desk: Desk) -> None:
    desk.write("articles/a.txt", RAIN.replace("Monday", "Tuesday"))
    assert desk.check() == 1
    code, printed = desk.verify()
    assert code == 1
    assert "was checked, but with an error: articles/a.txt:1:14: weekday Monday → Tuesday" in printed
    assert desk.verify("articles/a.txt")[0] == 1
    assert desk.verify("articles/b.txt")[0] == 0


def test_an_article_without_a_spec_is_not_verified(desk: Desk) -> None:
    desk.write("articles/c.txt", RAIN)
    desk.check()
    assert desk.verify()[0] == 1
    assert desk.verify("articles/b.txt")[0] == 0


def test_what_the_policy_forbids_belongs_to_its_article(desk: Desk) -> None:
    desk.write("pyproject.toml", '[tool.factspec]\nforbidden = ["a free lunch"]\n')
    desk.write("articles/a.txt", f"{RAIN}\nA free lunch [1].\n")
    assert desk.check() == 1
    assert desk.verify("articles/a.txt")[0] == 1
    assert desk.verify("articles/b.txt")[0] == 0


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        pytest.param({"incomplete": "pytest ended early"}, "the run was not complete: pytest ended early", id="ended"),
        pytest.param(
            {"factspec": "0.0.9"}, "factspec 0.0.9 checked it, and this is factspec 0.1.0: check", id="version"
        ),
        pytest.param({"articles": []}, "the run checked no article", id="no article"),
        pytest.param(
            {"changed_since": {"revision": "ma\x1bin", "unchanged": 3}},
            r"the run checked only what changed since ma\x1bin: name the articles",
            id="changes",
        ),
        pytest.param(
            {"files": [{"kind": "policy", "path": "../../secret", "sha256": "0"}]},
            "../../secret: leads out of the project",
            id="a path that leads out",
        ),
        pytest.param(
            {"files": [{"kind": "policy", "path": "a\0b", "sha256": "0"}]}, r"a\x00b: is no path", id="no path"
        ),
    ],
)
def test_a_receipt_of_another_run(desk: Desk, values: dict[str, Any], problem: str) -> None:
    desk.change(**values)
    code, printed = desk.verify()
    assert code == 1
    assert printed.splitlines()[0].startswith(problem) or f"\n{problem}" in printed


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_receipt_of_what_changed_is_one_for_the_articles_in_it(desk: Desk) -> None:
    git = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run([*git, *words], check=True, env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull})
    desk.write("articles/a.txt", RAIN + "\n")
    assert desk.check("--no-cache", "--changed-since", "HEAD") == 0
    assert desk.verify("articles/a.txt")[0] == 0
    assert desk.verify("articles/b.txt") == (
        1,
        "articles/b.txt: was not checked: the receipt has neither its path nor its content\nnot verified: 1 problem\n",
    )
    assert "only what changed since HEAD" in desk.verify()[1]


def _cut(text: str) -> str:
    return text[: len(text) // 2]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        pytest.param(_cut, "is cut off: it ends in the middle; check again with", id="cut off"),
        pytest.param(lambda text: text.replace('"claims": 2', '"claims": 3', 1), "was changed after it", id="changed"),
        pytest.param(
            lambda text: text.replace('"digest"', '"digests"'), "has no digest, so it is not whole", id="no digest"
        ),
        pytest.param(
            lambda text: text.replace('"version": 1', '"version": 9'), "is a report of version 9", id="version"
        ),
        pytest.param(lambda _: "", "is not JSON", id="empty"),
        pytest.param(lambda _: "<html>", "is not JSON (line 1)", id="a page"),
        pytest.param(lambda _: "[" * 100_000, "is ", id="deep"),
        pytest.param(lambda _: "[]", "is no report of factspec; name one of", id="a list"),
        pytest.param(lambda _: '{"version": 1}', "is no report of factspec; name one of", id="another object"),
    ],
)
def test_what_is_no_receipt(desk: Desk, edit: Callable[[str], str], message: str) -> None:
    file = desk.root / "receipt.json"
    file.write_text(edit(file.read_text()))
    code, printed = desk.verify()
    assert code == 2
    assert printed.startswith(f"factspec verify: receipt.json {message}")
    assert printed.count("\n") == 1


def test_a_receipt_that_lacks_a_key(desk: Desk) -> None:
    desk.change(files=[{"kind": "spec"}])
    assert desk.verify() == (2, "factspec verify: receipt.json lacks what a receipt has ('path'); check again\n")
    desk.change(files=None)
    assert desk.verify()[0] == 2
    desk.change(files=[{"kind": "spec", "path": "", "sha256": "0"}])
    assert desk.verify() == (2, "factspec verify: receipt.json has a spec without a path; check again\n")


def test_a_file_that_is_not_there_or_no_file(desk: Desk) -> None:
    (desk.root / "receipt.json").unlink()
    assert desk.verify()[0] == 2
    (desk.root / "receipt.json").mkdir()
    assert desk.verify() == (2, "factspec verify: receipt.json is a folder, not a file; name a regular file\n")
