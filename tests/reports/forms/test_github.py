"""Annotations of GitHub: escaped, at their places, at most ten of a type."""

from collections.abc import Callable

from factspec.projects.verdict import Run
from factspec.reports.forms.github import APPENDS, render
from factspec.reports.summary import FORMS
from factspec.rules.finding import Finding, Severity


def annotations(run: Run) -> list[str]:
    return [line for line in render(run).splitlines() if line.startswith("::")]


def test_nothing_found_is_figures_alone(run_with: Callable[..., Run]) -> None:
    assert annotations(run_with()) == []
    assert render(run_with()).startswith("articles: 1\n")


def test_a_finding_is_an_annotation_at_its_place(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    [line] = annotations(run_with(finding(message="50 % → 5 %")))
    assert line.startswith(
        "::error file=articles/a.txt,line=3,col=14,endLine=3,endColumn=20,title=claim-changed::50 %25 → 5 %25%0A"
        "  expected  Rain fell on Tuesday in Lund%0A"
    )
    assert line.endswith("%0A  spec      specs/a.factspec.yaml:6%0A  next      restore the wording")


def test_a_path_ends_no_property(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    [line] = annotations(run_with(finding(path="a,line=9::b%.txt")))
    assert line.startswith("::error file=a%2Cline=9%3A%3Ab%25.txt,line=3,")


def test_the_rest_is_counted(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    def of(errors: int, warnings: int) -> list[str]:
        warning = finding(severity=Severity.WARNING)
        return annotations(run_with(*([finding()] * errors), *([warning] * warnings)))

    assert [line.partition(" ")[0] for line in of(10, 10)] == ["::error"] * 10 + ["::warning"] * 10
    lines = of(11, 300)
    assert len(lines) == 20
    assert lines[9] == "::error title=factspec::2 more errors are in the summary of this step"
    assert lines[19] == "::warning title=factspec::291 more warnings are in the summary of this step"


def test_all_of_them_are_in_the_summary_of_the_step(
    finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    form = FORMS[APPENDS["GITHUB_STEP_SUMMARY"]]
    assert form.render(run_with(*([finding()] * 30))).count("[claim-changed]") == 30
