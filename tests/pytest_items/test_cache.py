"""pytest and saved verdicts: the same items, outcomes and summary, without judging."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factspec.projects.judging
from factspec.pytest_items import items
from factspec.rules.case import Subject
from factspec.rules.finding import Report
from factspec.rules.run import judge as judge_subject

ARTICLE = """\
Ferry service resumes

The ferry returned to Port Lund on Wednesday, 20 May 2026, after twelve days in dock [1]. It carried 340 passengers [2].
"""
SPEC = """\
factspec: 1
article: ../articles/ferry.txt
sources: [1, 2]
claims:
  - id: return
    says: The ferry returned to Port Lund on Wednesday
    cites: [1]
  - id: passengers
    says: It carried 340 passengers
    tags: [traffic]
forbidden:
  - id: alliance
    says: military alliance
"""
RENDITIONS = SPEC.replace("../articles/ferry.txt", "[../articles/ferry.txt, ../articles/web/ferry.txt]")
PARTIAL = SPEC.replace("../articles/ferry.txt", "[../articles/ferry.txt, {file: ../articles/part.txt, partial: true}]")
PROJECTS: dict[str, dict[str, str]] = {
    "sound": {},
    "a changed fact": {"articles/ferry.txt": ARTICLE.replace("340", "350")},
    "warnings": {"articles/ferry.txt": ARTICLE.replace("Wednesday, 20", "Wednesday, 21")},
    "renditions": {"specs/ferry.factspec.yaml": RENDITIONS, "articles/web/ferry.txt": ARTICLE},
    "a partial rendition": {
        "specs/ferry.factspec.yaml": PARTIAL,
        "articles/part.txt": "The ferry returned to Port Lund on Wednesday [1].\n",
    },
    "two specs of one article": {"specs/second.factspec.yaml": SPEC},
    "a broken spec beside a sound one": {"specs/second.factspec.yaml": SPEC.replace("says", "sais")},
    "an article without a spec": {
        "pyproject.toml": '[tool.factspec]\narticles = ["articles/*.txt"]\n',
        "articles/lone.txt": ARTICLE,
    },
}
Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(pytester: pytest.Pytester) -> Write:
    def write(files: dict[str, str]) -> Path:
        for name, text in {"articles/ferry.txt": ARTICLE, "specs/ferry.factspec.yaml": SPEC, **files}.items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return pytester.path

    return write


def run(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    """What pytest prints, without times and without where the verdicts come from."""
    result = pytester.runpytest_inprocess("-p", "no:hypothesispytest", "-p", "no:randomly", "-v", *arguments)
    return [line.rpartition(" in ")[0] or line for line in result.outlines if not line.startswith("verdicts:")]


def cached(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    result = pytester.runpytest_inprocess("-p", "no:hypothesispytest", *arguments)
    return [line for line in result.outlines if line.startswith("verdicts:")]


@pytest.mark.parametrize("files", PROJECTS.values(), ids=PROJECTS.keys())
def test_saved_verdicts_give_the_same(write: Write, pytester: pytest.Pytester, files: dict[str, str]) -> None:
    write(files)
    fresh, first, again = run(pytester, "--factspec-no-cache"), run(pytester), run(pytester)
    assert fresh == first == again
    assert cached(pytester)
    for options in (["--collect-only"], ["-k", "traffic"], ["-k", "alliance"], ["specs/ferry.factspec.yaml::return"]):
        assert run(pytester, *options) == run(pytester, "--factspec-no-cache", *options)


def test_nothing_is_judged_again(write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(PROJECTS["renditions"])
    assert cached(pytester) == []

    def judge(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(factspec.projects.judging, "judge", judge)
    monkeypatch.setattr(factspec.projects.judging, "open_spec", judge)
    assert cached(pytester) == ["verdicts: 2 of 2 from the cache"]


def test_what_changed_is_judged_and_the_rest_is_not(write: Write, pytester: pytest.Pytester) -> None:
    root = write(PROJECTS["two specs of one article"])
    run(pytester)
    (root / "specs" / "second.factspec.yaml").write_text(SPEC.replace("340", "350"))
    assert cached(pytester) == ["verdicts: 1 of 2 from the cache"]
    (root / "articles" / "ferry.txt").write_text(ARTICLE.replace("340", "350"))
    assert cached(pytester) == []
    result = pytester.runpytest_inprocess("-p", "no:hypothesispytest")
    result.stdout.fnmatch_lines(["*number 340 → 350 (claim 'passengers')*"])
    result.stdout.fnmatch_lines(["verdicts: 2 of 2 from the cache"])


@pytest.mark.parametrize("option", ["--factspec-no-cache", "-pno:cacheprovider"])
def test_nothing_is_saved_and_nothing_used_if_nobody_wants_it(
    write: Write, pytester: pytest.Pytester, option: str
) -> None:
    root = write({})
    run(pytester, option)
    assert not (root / ".pytest_cache" / "d").exists()
    run(pytester)
    assert cached(pytester, option) == []
    assert cached(pytester) != []


def test_a_part_of_the_items_saves_what_it_judged(write: Write, pytester: pytest.Pytester) -> None:
    write({})
    run(pytester, "-k", "traffic")
    assert cached(pytester) == ["verdicts: 1 of 1 from the cache"]


def test_other_processes_save_and_use_verdicts(write: Write, pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    write(PROJECTS["two specs of one article"])
    assert cached(pytester, "-p", "xdist.plugin", "-n", "2") == []
    assert cached(pytester, "-p", "xdist.plugin", "-n", "2") == ["verdicts: 2 of 2 from the cache"]


def test_without_a_spec_no_folder_is_made(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_passes():\n    pass\n")
    run(pytester)
    assert not (pytester.path / ".pytest_cache" / "d").exists()


def test_a_folder_that_cannot_be_made_costs_nothing(write: Write, pytester: pytest.Pytester) -> None:
    root = write({})
    (root / ".pytest_cache").mkdir()
    (root / ".pytest_cache" / "d").write_text("a file")
    for _ in range(2):
        assert cached(pytester, "-W", "ignore") == []


@pytest.mark.skipif(os.name == "nt", reason="a link needs a right on Windows")
@pytest.mark.parametrize("linked", [".pytest_cache", ".pytest_cache/d", ".pytest_cache/d/factspec"])
def test_a_cache_folder_behind_a_link_is_not_used(write: Write, pytester: pytest.Pytester, linked: str) -> None:
    root = write({})
    (root / "elsewhere").mkdir()
    (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(root / "elsewhere")
    for _ in range(2):
        assert cached(pytester) == []
    assert not [one for one in (root / "elsewhere").rglob("*") if len(one.name) == 40]


def test_a_secret_that_cannot_be_kept_means_no_cache(
    write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({})
    monkeypatch.setattr(items, "secret_outside", lambda *_: None)
    for _ in range(2):
        assert cached(pytester) == []


def test_a_verdict_that_was_put_there_is_not_believed(
    write: Write, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({})
    with monkeypatch.context() as strange:
        strange.setattr(items, "secret_outside", lambda *_: b"a stranger's secret")
        run(pytester)
        assert cached(pytester) == ["verdicts: 1 of 1 from the cache"]
    assert cached(pytester) == []


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_an_article_for_which_memory_runs_out_is_one_failing_item(
    pytester: pytest.Pytester, write: Write, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    write({"specs/second.factspec.yaml": SPEC})
    calls: list[Subject] = []

    def judge(subject: Subject, **keywords: Any) -> Report:
        if "ferry" in subject.spec.path:
            calls.append(subject)
            raise error
        return judge_subject(subject, **keywords)

    monkeypatch.setattr(factspec.projects.judging, "judge", judge)
    result = pytester.runpytest_inprocess("-rs")
    outcomes = result.parseoutcomes()
    assert (outcomes["failed"], outcomes["passed"], len(calls)) == (1, outcomes["skipped"] + 1, 1)
    result.stdout.fnmatch_lines(["specs/ferry.factspec.yaml:2:1: this was not judged: it needs more *"])
    result.stdout.no_fnmatch_line("*Traceback*")
