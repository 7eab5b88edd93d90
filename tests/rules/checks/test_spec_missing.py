"""spec-missing: an article that the policy names and no spec covers."""

import os
from datetime import date
from pathlib import Path

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run

TODAY = date(2026, 6, 1)
ARTICLE = "Rain fell on Monday in Lund.\n"
SPEC = "factspec: 1\narticle: ../articles/a.txt\nclaims:\n  - id: rain\n    says: Rain fell on Monday in Lund\n"
ALL = '[tool.factspec]\narticles = ["articles/*"]\n'


def judged(root: Path, files: dict[str, str | None]) -> Run:
    """A run over a project of an article and a spec, and of these files; None stands for a file that is not there."""
    standard = {"pyproject.toml": ALL, "articles/a.txt": ARTICLE, "specs/a.factspec.yaml": SPEC}
    for name, text in (standard | files).items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return judge_all([], root, today=TODAY)


def told(run: Run) -> list[str]:
    return [f"{one} | {one.advice}" for one in run.missing]


def test_of_an_article_that_no_format_reads_no_spec_is_asked(tmp_path: Path) -> None:
    [only] = told(judged(tmp_path, {"articles/b.docx": "x"}))
    assert "no format of factspec reads it" in only
    assert "save it as one of `.htm`" in only


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param(SPEC.replace("says", "sais"), id="a key that is wrong"),
        pytest.param(SPEC.replace("id: rain", "id: Rain Fell"), id="a value that is wrong"),
        pytest.param(SPEC + "rules: {claim-missing: off}\n", id="what the policy forbids"),
        pytest.param(SPEC.replace("../articles/a.txt", "{fill: x, file: ../articles/a.txt}"), id="beside its path"),
        pytest.param(SPEC + "sources: [{id: 1, text: /etc/passwd}]\n", id="another path"),
    ],
)
def test_an_article_whose_spec_is_wrong_is_not_without_one(tmp_path: Path, spec: str) -> None:
    run = judged(tmp_path, {"specs/a.factspec.yaml": spec})
    assert told(run) == []
    assert run.exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_an_article_that_its_spec_must_not_name_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").symlink_to("/dev/null")
    run = judged(tmp_path, {"articles/a.txt": None})
    assert [one.rule for one in run.findings] == ["spec-invalid"]


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param("article: [\n", id="no YAML"),
        pytest.param(SPEC.replace("article:", "artikle:"), id="without its article"),
        pytest.param(SPEC.replace("../articles/a.txt", '"../articles/a.txt\\0"'), id="a path that no system takes"),
    ],
)
def test_a_spec_that_does_not_name_its_article_covers_none(tmp_path: Path, spec: str) -> None:
    run = judged(tmp_path, {"specs/a.factspec.yaml": spec})
    (only,) = told(run)
    assert "articles/a.txt:1:1: no spec " in only
    assert "covers this article [spec-missing]" in only
    assert run.exit_code == 2


def test_a_spec_of_a_project_inside_another_covers_no_article_of_the_outer_one(tmp_path: Path) -> None:
    outer = '[tool.factspec]\narticles = ["stories/*/*.txt"]\nspecs = ["stories"]\n'
    inner = {
        "pyproject.toml": outer,
        "articles/a.txt": None,
        "specs/a.factspec.yaml": None,
        "stories/x/a.txt": ARTICLE,
        "stories/x/a.factspec.yaml": SPEC.replace("../articles/", "").replace("Monday", "Friday"),
    }
    assert told(judged(tmp_path, inner)) == []
    inner["stories/x/a.factspec.yaml"] = SPEC.replace("../articles/", "")
    run = judged(tmp_path, inner | {"stories/x/pyproject.toml": "[tool.factspec]\n"})
    (only,) = told(run)
    assert only.startswith("stories/x/a.txt:1:1: no spec of this project covers this article [spec-missing] | ")
    policy = "stories/x/pyproject.toml"
    assert f"stories/x/a.factspec.yaml does, but has a policy of its own in {policy}: remove that, or" in only
    assert run.exit_code == 1
