"""JUnit's XML: the items of pytest as cases, findings as failures."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run
from factspec.reports.forms.junit import render
from factspec.rules.finding import Finding, Severity


def suites(run: Run) -> list[ET.Element]:
    return list(ET.fromstring(render(run).encode()))


def test_without_a_finding_every_case_passes(run_with: Callable[..., Run]) -> None:
    [suite] = suites(run_with())
    assert suite.attrib == {"name": "specs/a.factspec.yaml", "tests": "4", "failures": "0", "errors": "0"}
    cases = suite.findall("testcase")
    assert [case.get("name") for case in cases] == ["rain", "cold", "article:citations", "article:text"]
    assert not [inner for case in cases for inner in case]
    assert {one.get("name"): one.get("value") for one in suite.iter("property")} == {
        "coverage": "75 %",
        "waivers": "1",
        "citations": "3 markers, 3 of 4 sentences cited",
    }


def test_findings_belong_to_their_cases(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    warning = finding(severity=Severity.WARNING, claim="cold", message="warm")
    uncited = finding(rule="uncited", family="citations", claim="")
    missing = finding(rule="spec-missing", family="files", claim="", path="articles/b.txt")
    run = run_with(finding(), warning, uncited, missing=(missing,), of_spec=(finding(rule="spec-invalid", claim=""),))
    suite, other = suites(run)
    cases = {case.get("name"): list(case) for case in suite.findall("testcase")}
    assert {name: [inner.tag for inner in inners] for name, inners in cases.items()} == {
        "spec": ["failure"],
        "rain": ["failure"],
        "cold": ["system-out"],
        "article:citations": ["failure"],
        "article:text": [],
    }
    [failure] = cases["rain"]
    assert (failure.get("type"), failure.get("message")) == ("claim-changed", "weekday Tuesday → Monday (claim 'rain')")
    assert (failure.text or "").startswith(
        "articles/a.txt:3:14: weekday Tuesday → Monday (claim 'rain') [claim-changed]\n"
    )
    assert (other.get("name"), other[0].get("name"), other[0][0].tag) == ("articles/b.txt", "spec", "failure")
    assert ET.fromstring(render(run).encode()).attrib == {
        "name": "factspec",
        "tests": "6",
        "failures": "4",
        "errors": "0",
    }


def test_an_incomplete_run_is_an_error(run_with: Callable[..., Run]) -> None:
    whole = ET.fromstring(render(run_with(incomplete="stopped & gone")).encode())
    assert whole.get("errors") == "1"
    [error] = whole.iter("error")
    assert error.get("message") == "stopped & gone"


def test_the_cases_are_the_items_of_pytest(pytester: pytest.Pytester) -> None:
    root = Path(__file__).parents[3]
    named = {
        f"{suite.get('name')}::{case.get('name')}"
        for suite in suites(judge_all([root / "specs"], root, today=date(2026, 6, 1)))
        for case in suite.findall("testcase")
    }
    collected = pytester.runpytest("--collect-only", "-q", f"--rootdir={root}", f"{root}/specs").outlines
    items = {line for line in collected if "::" in line}
    assert named <= items
    # Claims that a partial rendition leaves out are skipped by pytest.
    assert all("ferry-newsletter" in item for item in items - named)
