"""Which form a file of a report has, and that what was checked is never replaced."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from factspec import registry
from factspec.projects.verdict import Run
from factspec.registry import Registry
from factspec.reports import outputs
from factspec.reports.outputs import Output, OutputError, outputs_of, write_reports
from factspec.reports.summary import Form


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        pytest.param("a.json", "", ("json", "a.json"), id="by suffix"),
        pytest.param("a.SARIF", "", ("sarif", "a.SARIF"), id="by suffix in capitals"),
        pytest.param("gitlab=a.json", "", ("gitlab", "a.json"), id="by name"),
        pytest.param("GitLab=a", "", ("gitlab", "a"), id="by name in capitals"),
        pytest.param("json=a.xml", "", ("json", "a.xml"), id="by name against the suffix"),
        pytest.param("a.json", "gitlab", ("gitlab", "a.json"), id="by format, which has the suffix too"),
        pytest.param("a.out", "sarif", ("sarif", "a.out"), id="by format, for a suffix of no form"),
        pytest.param("a", "sarif", ("sarif", "a"), id="by format, without a suffix"),
        pytest.param("text=a", "sarif", ("text", "a"), id="a name goes before the format"),
        pytest.param("./a=b.json", "", ("json", "a=b.json"), id="a file with an equals sign"),
        pytest.param("text=a=b", "", ("text", "a=b"), id="the first equals sign parts"),
        pytest.param("-", "", ("text", None), id="the standard output"),
        pytest.param("json=-", "", ("json", None), id="the standard output by name"),
        pytest.param("-", "json", ("json", None), id="the standard output by format"),
    ],
)
def test_the_form_of_a_file(tmp_path: Path, word: str, form: str, expected: tuple[str, str | None]) -> None:
    name, file = expected
    assert outputs_of([word], tmp_path, form) == (Output(name, tmp_path / file if file else None),)


def test_a_suffix_loads_the_form_of_its_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms: Registry[Form] = Registry(registry.FORMS, Form)
    monkeypatch.setattr(outputs, "FORMS", forms)
    assert outputs_of(["a.sarif"], tmp_path) == (Output("sarif", tmp_path / "a.sarif"),)
    assert list(forms._loaded) == ["sarif"]


@pytest.mark.parametrize(
    ("words", "form", "mistakes"),
    [
        pytest.param(["a.foo"], "", ["a.foo has the suffix .foo, which no form has: write FORMAT=FILE"], id="suffix"),
        pytest.param(["a"], "", ["a has no suffix that says its form: write FORMAT=FILE"], id="no suffix"),
        pytest.param(["pdf=a"], "", ["pdf=a has the unknown form `pdf`; the forms are github, gitlab"], id="form"),
        pytest.param(["json="], "", ["json= names no file"], id="no file"),
        pytest.param([""], "", ["names no file"], id="nothing"),
        pytest.param(
            ["a.xml"], "sarif", ["has the suffix of junit: write `sarif=a.xml` if"], id="format, other suffix"
        ),
        pytest.param(["text=."], "", ["cannot be written: the file is a folder"], id="a folder"),
        pytest.param(["no/a.json"], "", ["the file is in a folder that does not exist"], id="a missing folder"),
        pytest.param(["a.json", "gitlab=./a.json"], "", ["two reports cannot be one file"], id="one file twice"),
        pytest.param(["-", "json=-"], "", ["two reports cannot be one file: the standard output"], id="output twice"),
        pytest.param(["a.foo", "x=a", "json="], "", ["a.foo", "x=a", "json="], id="all at once"),
        pytest.param(["a.\x1b[31m"], "", ["the report a.\\x1b[31m has the suffix .\\x1b[31m"], id="hostile"),
    ],
)
def test_what_cannot_be_a_report(tmp_path: Path, words: list[str], form: str, mistakes: list[str]) -> None:
    with pytest.raises(OutputError) as raised:
        outputs_of(words, tmp_path, form)
    assert len(raised.value.mistakes) == len(mistakes)
    assert all(part in mistake for part, mistake in zip(mistakes, raised.value.mistakes, strict=True))
    assert list(tmp_path.iterdir()) == []


def test_what_was_checked_is_not_replaced(tmp_path: Path, run_with: Callable[..., Run]) -> None:
    run, file = run_with(), tmp_path / "a.txt"
    file.write_text("Rain in Lund.\n")
    report = run.judged[0].reports[0]
    article = report.article._replace(sha256=sha256(b"Rain in Lund.\n").hexdigest())
    run = Run((run.judged[0]._replace(reports=(report._replace(article=article),)),))
    [line] = write_reports([Output("text", file)], run)
    assert line.endswith("a.txt was not written: it would replace a file that was checked")
    assert file.read_text() == "Rain in Lund.\n"


def test_files_of_a_ci_are_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_with: Callable[..., Run]
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    summary.write_text("# before\n")
    assert list(write_reports([Output("text")], run_with())) == []
    assert summary.read_text() == "# before\n"
    assert list(write_reports([Output("github")], run_with())) == []
    assert summary.read_text(encoding="utf-8").startswith("# before\n## factspec: no findings\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    [line] = write_reports([Output("github")], run_with())
    assert line.startswith("the file of GITHUB_STEP_SUMMARY was not written: ")
