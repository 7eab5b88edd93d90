"""`pytest --factspec-report`: what the command line reports, whole under xdist, and marked if the run is incomplete."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factspec.cli.main import main
from factspec.projects.judging import Prepared

WORKERS = ("-p", "xdist.plugin", "-n", "2")
WORKER = ("-p", "xdist.plugin", "-n", "1")
SPEC = """\
factspec: 1
article: {article}
sources: [1]
claims:
  - {{id: rain, says: Rain fell on Monday, cites: [1], tags: [weather]}}
  - {{id: cold, says: It was cold}}
waivers:
  - {{rule: uncited, at: It was cold., reason: seen}}
"""
ARTICLE = "Rain fell on {day} [1]. It was cold.\n"


@pytest.fixture
def project(pytester: pytest.Pytester) -> Callable[..., dict[str, Any]]:
    """A project of a good spec, a broken one, one with two articles and one that is wrong; an article without a spec.

    The fixture runs pytest over it and gives the JSON report.
    """
    root = pytester.path
    for folder in ("articles", "specs"):
        (root / folder).mkdir()
    for name, day in (("a", "Monday"), ("b", "Tuesday"), ("c", "Monday"), ("d", "Sunday"), ("e", "Monday")):
        (root / "articles" / f"{name}.txt").write_text(ARTICLE.format(day=day))
    for name, article in (("a", "../articles/a.txt"), ("b", "../articles/b.txt")):
        (root / "specs" / f"{name}.factspec.yaml").write_text(SPEC.format(article=article))
    (root / "specs" / "c.factspec.yaml").write_text(SPEC.format(article="[../articles/c.txt, ../articles/d.txt]"))
    (root / "specs" / "wrong.factspec.yaml").write_text("factspec: 1\narticle: ../articles/a.txt\nclaim: []\n")
    (root / "pyproject.toml").write_text('[tool.factspec]\narticles = ["articles/*.txt"]\n')

    def run(*words: str, process: bool = False) -> dict[str, Any]:
        words = words if any(word.startswith("specs") for word in words) else ("specs", *words)
        start = pytester.runpytest_subprocess if process else pytester.runpytest
        start(*words, "--factspec-report", "report.json")
        report: dict[str, Any] = json.loads((root / "report.json").read_text())
        return report

    return run


def checked(*words: str) -> dict[str, Any]:
    """The JSON report of the command line."""
    main(["check", "--no-cache", "--output", "checked.json", *words])
    report: dict[str, Any] = json.loads(Path("checked.json").read_text())
    return report


def in_order(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what depends on saved verdicts; findings that belong to no spec have no order of their own."""
    report["summary"]["cached"] = 0  # the second run has saved verdicts
    report.pop("digest", None)
    return report | {"findings": sorted(report["findings"], key=str)}


@pytest.mark.parametrize(
    "words", [(), WORKERS, ("-p", "no:terminal"), ("-p", "no:cacheprovider"), ("--factspec-no-cache",)], ids=str
)
def test_it_is_the_report_of_the_command_line(project: Callable[..., dict[str, Any]], words: tuple[str, ...]) -> None:
    reports = [project(*words)] * 2 if words == WORKERS else [project(*words) for _ in range(2)]
    assert reports[0]["incomplete"] == ""
    assert {one["rule"] for one in reports[0]["findings"]} == {"claim-changed", "spec-invalid", "spec-missing"}
    assert len(reports[0]["articles"]) == 4
    expected = in_order(checked())
    assert [in_order(one) for one in reports] == [expected, expected]


@pytest.mark.parametrize(
    ("words", "incomplete"),
    [
        pytest.param(("-x",), "pytest ended early: stopping after 1 failures", id="-x"),
        pytest.param(("--maxfail=2",), "pytest ended early: stopping after 2 failures", id="--maxfail"),
        pytest.param(("-x", *WORKER), "pytest ended early: stopping after 1 failures", id="-x under xdist"),
        pytest.param(("-k", "weather"), "items were deselected", id="-k"),
        pytest.param(("-k", "weather", *WORKER), "items were deselected", id="-k under xdist"),
        pytest.param(("-k", "nothing"), "no spec was judged", id="nothing is left"),
        pytest.param(("specs/none.factspec.yaml",), "pytest was called with a mistake", id="a missing file"),
        pytest.param(
            ("articles", "specs/a.factspec.yaml::none"), "pytest was called with a mistake", id="a missing item"
        ),
        pytest.param(("--collect-only",), "no spec was judged", id="--collect-only"),
    ],
)
def test_an_incomplete_run_says_why(
    project: Callable[..., dict[str, Any]], words: tuple[str, ...], incomplete: str
) -> None:
    assert incomplete in project(*words)["incomplete"]


def test_ctrl_c_leaves_what_was_judged(project: Callable[..., dict[str, Any]], pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "def pytest_runtest_setup(item):\n    if 'b.factspec' in item.nodeid:\n        raise KeyboardInterrupt\n"
    )
    report = project(process=True)
    assert report["incomplete"] == "pytest ended early: interrupted"
    assert [one["path"] for one in report["articles"]] == ["articles/a.txt"]


def test_a_spec_whose_items_are_skipped_is_named(
    project: Callable[..., dict[str, Any]], pytester: pytest.Pytester
) -> None:
    body = "    if 'b.factspec' in item.nodeid:\n        pytest.skip('no')\n"
    pytester.makeconftest(f"import pytest\ndef pytest_runtest_setup(item):\n{body}")
    assert project()["incomplete"] == "no item of specs/b.factspec.yaml was judged"


def test_failed_last_time_is_not_everything(project: Callable[..., dict[str, Any]]) -> None:
    project()
    assert project("--lf")["incomplete"]


def test_one_item_judges_its_whole_article(project: Callable[..., dict[str, Any]]) -> None:
    report = project("specs/b.factspec.yaml::cold")
    assert (report["incomplete"], report["specs"]) == ("", ["specs/b.factspec.yaml"])
    assert [one["claim"] for one in report["findings"] if one["spec"]] == ["rain"]
    assert report["claims"] == checked("specs/b.factspec.yaml")["claims"]


def test_a_crashed_worker_is_seen(project: Callable[..., dict[str, Any]], pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "import os\ndef pytest_runtest_call(item):\n    if 'b.factspec' in item.nodeid:\n        os._exit(3)\n"
    )
    assert "specs/b.factspec.yaml" in project(*WORKER)["incomplete"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["--factspec-report", "."], "the report . cannot be written: the file is a folder", id="a folder"),
        pytest.param(["--factspec-report", "no/a.json"], "is in a folder that does not exist", id="a missing folder"),
        pytest.param(["--factspec-report", "a.foo"], "which no form has: write FORMAT=FILE", id="a suffix"),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error_of_the_call(
    pytester: pytest.Pytester, words: list[str], message: str
) -> None:
    pytester.makepyfile("def test_passes():\n    raise SystemExit('it ran')\n")
    result = pytester.runpytest_subprocess(*words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --factspec-report: *{message}*"])
    assert "it ran" not in result.stdout.str()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("terminal", [(), ("-p", "no:terminal")], ids=["terminal", "no terminal"])
def test_a_report_that_was_not_written_is_an_error(pytester: pytest.Pytester, terminal: tuple[str, ...]) -> None:
    article = pytester.path / "articles" / "a.txt"
    result = pytester.runpytest("specs/a.factspec.yaml", "--factspec-report", "articles/a.txt", *terminal)
    assert result.ret == 2
    said = result.stderr if terminal else result.stdout
    said.fnmatch_lines(["factspec: the report *a.txt was not written: it would replace a file that was checked"])
    assert article.read_text() == ARTICLE.format(day="Monday")


def test_paths_are_relative_to_the_folder_of_the_call(pytester: pytest.Pytester) -> None:
    (pytester.mkdir("inner") / "test_a.py").write_text("def test_passes():\n    pass\n")
    pytester.makeini("[pytest]")
    for name in ("a.json", "junit=b.out", "c.sarif"):
        assert pytester.runpytest("inner", "--rootdir=inner", "--factspec-report", name).ret == 0
    assert {one.name for one in pytester.path.iterdir()} >= {"a.json", "b.out", "c.sarif"}
    assert json.loads((pytester.path / "a.json").read_text())["incomplete"] == "no spec was judged"


@pytest.mark.parametrize(
    ("words", "raising"),
    [
        pytest.param(("specs/c.factspec.yaml::rain@c.txt",), "", id="one article is named"),
        pytest.param(("specs/c.factspec.yaml",), "d.txt", id="the other cannot be judged"),
    ],
)
def test_an_article_of_two_that_was_not_judged_is_missed(
    project: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], raising: str
) -> None:
    check = Prepared.check

    def checked_or_not(prepared: Prepared) -> Any:
        if raising and prepared.rendition.file.endswith(raising):
            raise ZeroDivisionError
        return check(prepared)

    monkeypatch.setattr(Prepared, "check", checked_or_not)
    report = project(*words)
    assert report["incomplete"] == "not every article of specs/c.factspec.yaml was judged"
    assert [one["path"] for one in report["articles"]] == ["articles/c.txt"]
