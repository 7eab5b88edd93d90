"""From files to a run: projects, renditions, coverage of articles by specs."""

import errno
import importlib
import os
from datetime import date
from pathlib import Path

import pytest

from factspec import check, parse_article
from factspec.projects.checking import CallError, judge_all
from factspec.projects.drafts import Call, draft_all, orders
from factspec.projects.judging import open_spec
from factspec.projects.projects import Projects
from factspec.projects.verdict import Run
from factspec.rules.case import Subject
from factspec.specs.model import Spec
from factspec.specs.parsing import parse_spec

TODAY = date(2026, 6, 1)
ARTICLE = "Rain fell on Monday in Lund.\n"
SPEC = """\
factspec: 1
article: ../articles/a.txt
claims:
  - id: rain
    says: Rain fell on Monday in Lund
"""


def write(root: Path, **files: str) -> Path:
    """Write specs by their names, and an article."""
    (root / "specs").mkdir(parents=True, exist_ok=True)
    (root / "articles").mkdir(exist_ok=True)
    (root / "articles" / "a.txt").write_text(ARTICLE)
    for name, text in files.items():
        (root / "specs" / f"{name}.factspec.yaml").write_text(text)
    return root


def rules(run: Run) -> list[str]:
    return [finding.rule for finding in run.findings]


def test_a_good_spec_has_no_finding(tmp_path: Path) -> None:
    run = judge_all([write(tmp_path, good=SPEC)], tmp_path, today=TODAY)
    assert (rules(run), run.exit_code) == ([], 0)


def test_a_spec_outside_any_project_reaches_the_folder_beside_its_own(tmp_path: Path) -> None:
    folder = write(tmp_path, good=SPEC) / "specs"
    assert rules(judge_all([folder], folder, today=TODAY)) == []


def test_each_spec_is_of_its_own_project(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, broken=SPEC.replace("Monday", "Friday"))
    (tmp_path / "one" / "pyproject.toml").write_text('[tool.factspec]\nrules = {claim-changed = "warning"}\n')
    (tmp_path / "two" / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*"]\n')
    (tmp_path / "two" / "articles" / "b.txt").write_text(ARTICLE)
    run = judge_all([tmp_path], tmp_path, today=TODAY)
    assert [(one.rule, one.severity.value, one.path) for one in run.findings] == [
        ("claim-changed", "warning", "articles/a.txt"),
        ("claim-changed", "error", "articles/a.txt"),
        ("spec-missing", "error", "articles/b.txt"),
    ]


def test_a_glob_without_specs_is_told_where_a_spec_of_its_project_is_not_the_first(tmp_path: Path) -> None:
    for name, policy in {"one": "", "two": 'articles = ["articles/*"]\nspecs = ["gone/*"]\n'}.items():
        write(tmp_path / name, good=SPEC)
        (tmp_path / name / "pyproject.toml").write_text(f"[tool.factspec]\n{policy}")
    assert "spec-invalid" in rules(judge_all([tmp_path], tmp_path, today=TODAY))


def test_a_folder_is_of_a_project_too(tmp_path: Path) -> None:
    write(tmp_path / "other", good=SPEC)
    write(tmp_path / "outer" / "inner", good=SPEC)
    (tmp_path / "outer" / "inner" / "pyproject.toml").write_text("[tool.factspec]\n")
    (tmp_path / "outer" / "pyproject.toml").write_text('[tool.factspec]\narticles = ["*.txt"]\n')
    (tmp_path / "outer" / "lone.txt").write_text(ARTICLE)
    run = judge_all([tmp_path / "other", tmp_path / "outer"], tmp_path, today=TODAY)
    assert [(one.rule, one.path) for one in run.findings] == [("spec-missing", "lone.txt")]


def test_a_day_expires_a_waiver(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {rule: uncited, at: Rain fell on Monday in Lund, reason: seen, until: 2026-05-31}\n"
    write(tmp_path, good=SPEC + "sources: [1]\n" + waiver)
    assert "waiver-expired" in rules(judge_all([tmp_path], tmp_path, today=TODAY))
    assert "waiver-expired" not in rules(judge_all([tmp_path], tmp_path, today=date(2026, 5, 31)))


def test_every_wrong_path_is_told() -> None:
    with pytest.raises(CallError) as caught:
        judge_all([Path("gone"), Path("lost")], Path(), today=TODAY)
    assert caught.value.mistakes == ("gone: no such file or folder", "lost: no such file or folder")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_rendition_is_read_as_the_spec_says(tmp_path: Path) -> None:
    renditions = "[../articles/a.txt, {file: ../articles/link.txt, partial: true}]"
    write(tmp_path, good=SPEC.replace("../articles/a.txt", renditions))
    (tmp_path / "articles" / "other").mkdir()
    (tmp_path / "articles" / "other" / "b.txt").write_text("Nothing of it.\n")
    (tmp_path / "articles" / "link.txt").symlink_to("other/b.txt")
    run = judge_all([tmp_path / "specs"], tmp_path, today=TODAY)
    assert [report.article.path for report in run.reports] == ["articles/a.txt", "articles/link.txt"]
    assert "claim-missing" not in rules(run)


@pytest.mark.parametrize(
    ("specs", "expected"),
    [
        pytest.param("[]", "specs/b", id="by default"),
        pytest.param('["desk/claims"]', "desk/claims/b", id="folder"),
        pytest.param('["desk/**/*.yaml"]', "desk/b", id="pattern"),
        pytest.param('["**/*"]', "b", id="pattern alone"),
    ],
)
def test_the_spec_to_draft_is_where_the_policy_finds_it(tmp_path: Path, specs: str, expected: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f'[tool.factspec]\narticles = ["articles/b.txt"]\nspecs = {specs}\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "b.txt").write_text(ARTICLE)
    advice = [
        one.advice.partition(",")[0] for one in judge_all([], tmp_path, today=TODAY).missing if one.path[0] == "a"
    ]
    assert advice == ["run `factspec init articles/b.txt`"]
    [order] = orders([tmp_path / "articles" / "b.txt"], Call(tmp_path), Projects())
    assert order.spec == tmp_path / f"{expected}.factspec.yaml"
    list(draft_all([order], TODAY))
    assert judge_all([], tmp_path, today=TODAY).missing == ()


def test_a_spec_and_a_policy_are_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, good=SPEC) / "specs" / "good.factspec.yaml"
    projects = Projects()
    opened = open_spec(path, projects, today=TODAY)
    path.unlink()
    spec = projects.spec(path)
    assert isinstance(spec, Spec)
    assert opened.prepared[0].spec is spec
    assert projects.of(path) is projects.of(path.parent / "other.factspec.yaml")


FORBIDDEN = "factspec: 1\narticle: {article}\nforbidden:\n  - id: war\n    says: {says}\n"


@pytest.mark.parametrize(
    ("says", "article"),
    [
        pytest.param("'all [sic] of it'", "../articles/a.txt", id="brackets that are no marker"),
        pytest.param("'[…] all'", "../articles/a.txt", id="a gap in brackets"),
        pytest.param("'all [1]'", "{file: ../articles/a.txt, citations: none}", id="no citations"),
        pytest.param("'all [^1]'", "../articles/a.txt", id="a style that is not read"),
        pytest.param("'10 m² of 5¹'", "../articles/a.txt", id="superscripts"),
        pytest.param("'- 1. [a](b) <i>'", "../articles/a.txt", id="other signs"),
    ],
)
def test_forbidden_wording_without_a_marker(tmp_path: Path, says: str, article: str) -> None:
    write(tmp_path, a=FORBIDDEN.format(says=says, article=article))
    assert judge_all([tmp_path / "specs"], tmp_path, today=TODAY).judged[0].findings == ()


@pytest.mark.parametrize(
    ("says", "suffix", "mistakes"),
    [
        pytest.param("'a **disaster**'", "txt", 0, id="signs of a plain text"),
        pytest.param("'AT&T * 2 _ 3'", "md", 0, id="signs that are no markup"),
        pytest.param("'a **disaster**'", "md", 1, id="Markdown"),
        pytest.param("'a <b>disaster</b>'", "html", 1, id="HTML"),
    ],
)
def test_markup_in_forbidden_wording_is_a_mistake(tmp_path: Path, says: str, suffix: str, mistakes: int) -> None:
    write(tmp_path, a=FORBIDDEN.format(says=says, article=f"../articles/a.{suffix}"))
    (tmp_path / "articles" / f"a.{suffix}").write_text("<p>The ferry sailed.</p>" if suffix == "html" else "It sailed.")
    findings = judge_all([tmp_path / "specs"], tmp_path, today=TODAY).judged[0].findings
    assert [one.advice for one in findings] == ["write `a disaster`"] * mistakes


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        pytest.param("AT&T, 10 m² * 2 [sic]", [], id="signs that are neither"),
        pytest.param("a snake_case word", [], id="signs in a word"),
        pytest.param("all [1] of it", ["contains the marker `[1]`, so it is never found"], id="a marker"),
        pytest.param("a **disaster**", ["contains markup in the format markdown"], id="Markdown"),
        pytest.param("a <b>disaster</b>", ["contains markup in the format html"], id="HTML"),
    ],
)
def test_wording_of_a_policy_that_is_never_found(tmp_path: Path, says: str, expected: list[str]) -> None:
    write(tmp_path, a=SPEC)
    (tmp_path / "pyproject.toml").write_text(f'[tool.factspec]\nforbidden = [\n  "{says}",\n]\n')
    found = judge_all([], tmp_path, today=TODAY)
    assert [(one.path, one.line) for one in found.missing] == [("pyproject.toml", 3)] * len(expected)
    assert all(text in one.message for text, one in zip(expected, found.missing, strict=True))
    assert found.exit_code == 2 * len(expected)


@pytest.mark.parametrize(
    ("says", "marker", "article"),
    [
        pytest.param("'[1]'", "[1]", "../articles/a.txt", id="alone"),
        pytest.param("'all [1] of it'", "[1]", "../articles/a.txt", id="between words"),
        pytest.param("'all [2, 3]. It [1]'", "[2, 3]", "../articles/a.txt", id="two"),
        pytest.param("'[1] all'", "[1]", "../articles/a.txt", id="before words"),
        pytest.param("all¹", "¹", "{file: ../articles/a.txt, citations: superscript}", id="a style that is declared"),
        pytest.param("'all [^1]'", "[^1]", "{file: ../articles/a.txt, format: markdown}", id="of the format"),
        pytest.param(
            "'all [1]'",
            "[1]",
            "[{file: ../articles/a.txt, citations: none}, ../articles/a.md, ../articles/b.md]",
            id="in renditions, once",
        ),
    ],
)
def test_a_marker_in_forbidden_wording_is_a_mistake(tmp_path: Path, says: str, marker: str, article: str) -> None:
    write(tmp_path, a=FORBIDDEN.format(says=says, article=article))
    for name in ("a.md", "b.md"):
        (tmp_path / "articles" / name).write_text(ARTICLE)
    run = judge_all([tmp_path / "specs"], tmp_path, today=TODAY)
    (only,) = run.judged[0].findings
    assert str(only).startswith(f"specs/a.factspec.yaml:5:1: `says` contains the marker `{marker}`, which is not text")
    assert (only.rule, run.exit_code) == ("spec-invalid", 2)


TWO = "factspec: 1\narticle: [{file: ../articles/b.md, partial: true}, ../articles/a.txt]\n"
LEFT_OUT = TWO + "claims:\n  - {id: c, says: The council resigned}\n"


@pytest.mark.parametrize(
    ("path", "passed"),
    [
        pytest.param("articles/a.txt", False, id="from the root"),
        pytest.param("/home/desk/articles/a.txt", False, id="absolute"),
        pytest.param("../desk/articles/a.txt", False, id="from another folder"),
        pytest.param("./articles/a.txt", False, id="from here"),
        pytest.param("a.txt", False, id="its name alone"),
        pytest.param("articles/b.md", True, id="the partial one"),
        pytest.param("/home/desk/articles/b.md", True, id="the partial one, absolute"),
        pytest.param("", True, id="the first where there is none"),
    ],
)
def test_which_rendition_an_article_is(path: str, passed: bool) -> None:
    spec = parse_spec(LEFT_OUT.encode(), "specs/a.factspec.yaml")
    assert check(spec, parse_article(ARTICLE.encode(), "text", path=path)).passed is passed


def test_a_path_that_is_the_end_of_another() -> None:
    renditions = "[{file: ../x/articles/a.txt, partial: true}, ../articles/a.txt]"
    spec = parse_spec(
        f"factspec: 1\narticle: {renditions}\nclaims:\n  - {{id: c, says: The council resigned}}\n".encode(),
        "specs/a.factspec.yaml",
    )
    assert not check(spec, parse_article(ARTICLE.encode(), "text", path="articles/a.txt")).passed
    assert check(spec, parse_article(ARTICLE.encode(), "text", path="x/articles/a.txt")).passed


def test_an_article_that_is_none_of_the_renditions() -> None:
    spec = parse_spec(LEFT_OUT.encode(), "specs/a.factspec.yaml")
    message = r"the article articles/c.txt is not one of those of specs/a.factspec.yaml: articles/b.md, articles/a.txt"
    with pytest.raises(ValueError, match=message):
        check(spec, parse_article(ARTICLE.encode(), "text", path="articles/c.txt"))


@pytest.mark.parametrize(
    ("spec", "line", "key"),
    [
        pytest.param("claims:\n  - id: a\n    says: all [1]\n", 5, "says", id="says"),
        pytest.param("claims:\n  - id: a\n    quotes: all [1]\n", 5, "quotes", id="quotes"),
        pytest.param("claims:\n  - id: a\n    facts: [all, 'it [1]']\n", 5, "facts", id="a fact"),
        pytest.param("waivers:\n  - rule: uncited\n    at: all [1]\n    reason: so\n", 4, "at", id="a waiver"),
    ],
)
def test_a_marker_in_other_wording_is_a_mistake_too(tmp_path: Path, spec: str, line: int, key: str) -> None:
    write(tmp_path, a="factspec: 1\narticle: ../articles/a.txt\n" + spec)
    told = [str(one) for one in judge_all([tmp_path / "specs"], tmp_path, today=TODAY).judged[0].findings]
    message = (
        f"specs/a.factspec.yaml:{line}:1: `{key}` contains the marker `[1]`, which is not text, so it is never found"
    )
    assert [one.split(" [spec")[0] for one in told] == [message]


@pytest.mark.parametrize("step", ["read_article", "judge", "parse_spec"])
@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(MemoryError, "more memory than there is", id="memory"),
        pytest.param(RecursionError, "more levels of nesting than Python follows", id="stack"),
    ],
)
def test_a_spec_for_which_memory_or_stack_runs_out_is_a_mistake_and_others_are_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: type[BaseException], words: str
) -> None:
    root = write(tmp_path, huge=SPEC.replace("a.txt", "huge.txt"), small=SPEC.replace("Monday", "Friday"))
    (root / "articles" / "huge.txt").write_text(ARTICLE)
    module = "judging" if step == "judge" else "loading"
    real = getattr(importlib.import_module(f"factspec.projects.{module}"), step)

    def failing(*values: object, **keywords: object) -> object:
        if "huge" in f"{values[1]} {keywords}":
            raise error
        return real(*values, **keywords)

    def judged(subject: Subject, **keywords: object) -> object:
        if "huge" in subject.spec.path:
            raise error
        return real(subject, **keywords)

    monkeypatch.setattr(f"factspec.projects.{module}.{step}", judged if step == "judge" else failing)
    run = judge_all([], root, today=TODAY)
    assert run.exit_code == 2
    huge, small = run.findings
    assert (huge.rule, huge.path) == ("spec-invalid", "specs/huge.factspec.yaml")
    assert huge.message == f"this was not judged: it needs {words}"
    assert small.rule == "claim-changed"


@pytest.mark.parametrize(
    ("folder", "inner", "message"),
    [
        pytest.param("specs", 'rules = {claim-changed = "off"}', "`claim-changed` is `off`, but `error`", id="looser"),
        pytest.param("specs", "broken", "this is not TOM", id="broken"),
        pytest.param("desk", "broken", "this is not TOM", id="broken, and no spec of it is asked for"),
    ],
)
def test_a_policy_below_another_is_looked_at(tmp_path: Path, folder: str, inner: str, message: str) -> None:
    root = write(tmp_path, changed=SPEC.replace("Monday", "Friday"))
    (root / "pyproject.toml").write_text("[tool.factspec]\n")
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "pyproject.toml").write_text(f"[tool.factspec]\n{inner}\n")
    (root / "build").mkdir()
    (root / "build" / "pyproject.toml").write_text("[tool.factspec]\nbroken\n")
    for paths in ([], [root / folder]) if folder == "specs" else ([],):
        run = judge_all(paths, root, today=TODAY)
        assert run.exit_code == 2
        assert [one.message[: len(message)] for one in run.missing] == [message]


def test_a_policy_below_one_with_mistakes_is_a_mistake_but_not_one_of_another_repository(tmp_path: Path) -> None:
    inner = write(tmp_path / "inner", good=SPEC)
    (tmp_path / "pyproject.toml").write_text("[tool.factspec]\ncoverage = 101\n")
    (inner / "pyproject.toml").write_text("[tool.factspec]\n")
    (only,) = judge_all([inner], inner, today=TODAY).findings
    assert only.message.startswith("the policy of the folder above has mistakes")
    (inner / ".git").mkdir()
    assert rules(judge_all([inner], inner, today=TODAY)) == []


@pytest.mark.skipif(os.name == "nt", reason="links to folders are not to be had there")
def test_a_link_out_of_the_project_or_in_a_circle_is_one_finding(tmp_path: Path) -> None:
    root = write(tmp_path / "project", good=SPEC)
    write(tmp_path / "out" / "deep", other=SPEC)
    (root / "specs" / "inner").mkdir()
    (root / "desk").mkdir()
    (root / "specs" / "desk").symlink_to("../desk")
    assert rules(judge_all([], root, today=TODAY)) == []
    (root / "specs" / "out").symlink_to("../../out")
    (root / "specs" / "inner" / "up").symlink_to("..")
    (root / "desk" / "out").symlink_to("../../out")
    run = judge_all([root / "specs"], root, today=TODAY)
    assert [(one.path, one.message) for one in run.findings] == [
        ("specs/out", "the folder is a link that leads out of the project, so factspec does not enter it"),
        ("specs/inner/up", "the folder is a link to a folder that contains it, so factspec does not enter it"),
        ("specs/desk/out", "the folder is a link that leads out of the project, so factspec does not enter it"),
    ]
    assert run.exit_code == 2


@pytest.mark.parametrize("closed", ["specs/closed", "articles/closed"])
@pytest.mark.parametrize("glob", ["articles/*/*.txt", "articles/**/*.txt"])
def test_an_unreadable_folder_loses_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str, glob: str
) -> None:
    root = write(tmp_path, changed=SPEC.replace("Monday", "Friday"))
    (root / "pyproject.toml").write_text(f"[tool.factspec]\narticles = ['articles/*.txt', '{glob}']\n")
    for name in (closed, "articles/open"):
        (root / name).mkdir()
    (root / "articles" / "open" / "b.txt").write_text(ARTICLE)
    real = os.scandir

    def scandir(path: str | Path = ".") -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    run = judge_all([], root, today=TODAY)
    assert [(one.rule, one.path) for one in run.findings] == [
        ("claim-changed", "articles/a.txt"),
        ("spec-invalid", closed),
        ("spec-missing", "articles/open/b.txt"),
    ]
    assert run.findings[1].message == "the folder cannot be read: permission denied, so factspec does not enter it"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser reads any folder")
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_of_specs_that_cannot_be_searched_is_no_traceback(tmp_path: Path, mode: int) -> None:
    root = write(tmp_path, good=SPEC)
    (root / "specs" / "closed").mkdir()
    (root / "specs" / "closed" / "b.factspec.yaml").write_text(SPEC)
    (root / "specs" / "closed").chmod(mode)
    try:
        assert judge_all([], root, today=TODAY).exit_code == 2
    finally:
        (root / "specs" / "closed").chmod(0o755)
