"""Code quality of GitLab: the keys that it reads, and fingerprints of its own."""

import json
from collections.abc import Callable

from factspec.projects.verdict import Run
from factspec.reports.forms.gitlab import render
from factspec.rules.finding import Finding, Severity


def test_nothing_found_is_an_empty_array(run_with: Callable[..., Run]) -> None:
    assert json.loads(render(run_with())) == []


def test_an_entry_has_what_gitlab_reads(finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    warning = finding(rule="name-variant", severity=Severity.WARNING)
    entries = json.loads(render(run_with(finding(), warning, finding())))
    assert len({one.pop("fingerprint") for one in entries}) == 3
    assert entries[0] == {
        "description": "weekday Tuesday → Monday (claim 'rain')",
        "check_name": "claim-changed",
        "severity": "major",
        "location": {"path": "articles/a.txt", "lines": {"begin": 3, "end": 3}},
    }
    assert [one["severity"] for one in entries] == ["major", "minor", "major"]


def test_an_incomplete_run_is_an_entry(run_with: Callable[..., Run]) -> None:
    [entry] = json.loads(render(run_with(incomplete="stopped")))
    assert (entry["severity"], entry["location"]["path"]) == ("blocker", "specs/a.factspec.yaml")
    assert json.loads(render(Run((), incomplete="stopped")))[0]["location"]["path"] == "pyproject.toml"
