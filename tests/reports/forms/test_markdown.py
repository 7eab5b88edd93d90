"""The summary of a CI run as Markdown: no text of an article is markup, and it is not too long."""

import re
from collections.abc import Callable

import pytest

from factspec.projects.verdict import Run
from factspec.reports.forms.markdown import render
from factspec.rules.finding import Finding, Severity


def test_nothing_found(run_with: Callable[..., Run]) -> None:
    assert render(run_with()).startswith("## factspec: no findings\n\n```text\narticles: 1\n")


def test_findings_are_counted_and_shown(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    shown = render(run_with(finding(), finding(), finding(severity=Severity.WARNING)))
    assert shown.startswith(
        "## factspec: 2 errors, 1 warning\n\n```text\n"
        "articles/a.txt:3:14: weekday Tuesday → Monday (claim 'rain') [claim-changed]\n"
    )


@pytest.mark.parametrize("text", ["```", "````\n# a", "`" * 90, "a `b` ```"])
def test_no_text_ends_its_block(text: str, finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    shown = render(run_with(finding(message=text, found=text, path=f"{text}.txt")))
    fences = re.findall(r"^(`{3,})text\n(.*?)\n\1$", shown, re.MULTILINE | re.DOTALL)
    assert len(fences) == 2
    assert all(fence not in inside for fence, inside in fences)


def test_what_is_too_long_for_the_summary_is_counted(
    finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    shown = render(run_with(*([finding(message="é" * 500)] * 3000)))
    assert 800_000 < len(shown.encode()) < 2**20
    assert re.search(r"^… and \d{3,4} more$", shown, re.MULTILINE)
