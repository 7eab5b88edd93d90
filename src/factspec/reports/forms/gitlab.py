"""Code quality of GitLab: an array of findings, which a merge request shows at their lines."""

from collections.abc import Iterator
from typing import Any

from factspec.language.printing import printable
from factspec.projects.verdict import Run
from factspec.reports.machine_text import fingerprints, json_text
from factspec.rules.finding import Finding, Severity

SUFFIXES = (".json",)
GUESSED = False

_MESSAGE_LIMIT = 600
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(run: Run) -> str:
    """The array; of an incomplete run its first entry says so."""
    findings = run.listed
    pairs = zip(findings, fingerprints(findings), strict=True)
    return json_text([*_incomplete(run), *(_entry(finding, fingerprint) for finding, fingerprint in pairs)], 1)


def _incomplete(run: Run) -> Iterator[dict[str, Any]]:
    """An entry, which must be at some place."""
    if run.incomplete:
        path = run.judged[0].path if run.judged else "pyproject.toml"
        yield {
            "description": f"incomplete: {printable(run.incomplete)}",
            "check_name": "incomplete",
            "fingerprint": "incomplete",
            "severity": "blocker",
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": printable(finding.message, _MESSAGE_LIMIT),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
