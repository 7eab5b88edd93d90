"""SARIF: valid by the published schema, at the right places, with fingerprints that outlive an edit elsewhere.

The schema beside this file is that of the standard as published at SchemaStore; it was taken from the package
@microsoft/jest-sarif 1.0.0-beta.0 (MIT) of the npm registry.
"""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from factspec import registry
from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run
from factspec.reports.forms.sarif import render
from factspec.rules.finding import Finding, Severity


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


def log(run: Run) -> dict[str, Any]:
    """The one run of a log, which is valid."""
    whole = json.loads(render(run))
    validator().validate(whole)
    [one] = whole["runs"]
    assert isinstance(one, dict)
    return one


def test_nothing_found_is_a_run_without_results(run_with: Callable[..., Run]) -> None:
    one = log(run_with())
    assert (one["results"], one["tool"]["driver"]["rules"]) == ([], [])
    assert one["invocations"] == [{"executionSuccessful": True}]
    assert log(Run(()))["results"] == []


def test_a_finding_is_at_its_place_with_its_spec(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    one = log(run_with(finding(), finding(rule="name-variant", severity=Severity.WARNING, claim="", spec_line=0)))
    assert one["columnKind"] == "unicodeCodePoints"
    first, second = one["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("claim-changed", "error", "warning")
    assert first["message"]["text"].splitlines() == [
        "weekday Tuesday → Monday (claim 'rain')",
        "expected: Rain fell on Tuesday in Lund",
        "found: Rain fell on Monday in Lund",
        "next: restore the wording",
    ]
    [place] = first["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "articles/a.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 20},
    }
    [related] = first["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "specs/a.factspec.yaml"
    assert related["physicalLocation"]["region"] == {"startLine": 6}
    assert second["relatedLocations"] == []
    assert one["tool"]["driver"]["rules"][second["ruleIndex"]]["id"] == "name-variant"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        pytest.param("a.txt", {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}, id="plain"),
        pytest.param("a b/å#?%.txt", {"uri": "a%20b/%C3%A5%23%3F%25.txt", "uriBaseId": "%SRCROOT%"}, id="encoded"),
        pytest.param("a:b.txt", {"uri": "a%3Ab.txt", "uriBaseId": "%SRCROOT%"}, id="no scheme"),
        pytest.param("/srv/a b.txt", {"uri": "file:///srv/a%20b.txt"}, id="outside the root"),
        pytest.param("C:/srv/a.txt", {"uri": "file:///C%3A/srv/a.txt"}, id="a drive"),
    ],
)
def test_paths_are_uris(
    path: str, location: dict[str, str], finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    [result] = log(run_with(finding(path=path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_brackets_and_braces_are_neither_links_nor_arguments(
    finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    [result] = log(run_with(finding(message="[1] {0} [x](2)", expected="", found="", advice="")))["results"]
    assert result["message"]["text"] == r"\[1\] {{0}} \[x\](2)"
    [result] = log(run_with(finding(message="cites [1]", expected="", found="", advice="")))["results"]
    assert result["message"]["text"] == "cites [1]"


def test_fingerprints_differ_and_outlive_moved_lines(
    finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    def prints(*findings: Finding) -> list[str]:
        return [one["partialFingerprints"]["factspec/v1"] for one in log(run_with(*findings))["results"]]

    changes: list[dict[str, object]] = [
        {},
        {"claim": "cold"},
        {"rule": "claim-reworded"},
        {"found": "Snow fell"},
        {"article": "b.txt"},
        {"expected": "", "found": "", "message": "one"},
        {"expected": "", "found": "", "message": "other"},
    ]
    before = prints(*(finding(**one) for one in changes), finding())
    assert len(set(before)) == len(changes) + 1
    moved: dict[str, object] = {"line": 90, "end_line": 90, "column": 2, "spec_line": 70}
    assert prints(*(finding(**one, **moved) for one in changes), finding(**moved)) == before
    assert prints(finding(found="Rain fell  on\nMonday in LUND")) == before[:1]


def test_an_incomplete_run_did_not_succeed(run_with: Callable[..., Run]) -> None:
    [invocation] = log(run_with(incomplete="stopped {0}"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "incomplete: stopped {{0}}"


@pytest.mark.parametrize("name", registry.names(registry.CHECKS))
def test_every_rule_is_described(name: str, finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    [rule] = log(run_with(finding(rule=name.replace("_", "-"))))["tool"]["driver"]["rules"]
    documentation = (import_module(f"{registry.CHECKS}.{name}").__doc__ or "").strip()
    assert rule["shortDescription"]["text"] == documentation.splitlines()[0]
    assert "\nFix: " in rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] in ("none", "warning", "error")


def test_the_real_example_is_valid() -> None:
    root = Path(__file__).parents[3]
    assert log(judge_all([root / "specs"], root, today=date(2026, 6, 1)))["artifacts"]
