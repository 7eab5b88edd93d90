"""Annotations of GitHub: workflow commands that show each finding at its line of a pull request."""

from collections.abc import Iterator

from factspec.language.printing import printable, printable_path
from factspec.projects.verdict import Run
from factspec.reports.forms.text import block
from factspec.reports.summary import figure_lines
from factspec.rules.finding import Finding, Severity

APPENDS = {"GITHUB_STEP_SUMMARY": "markdown"}

# GitHub shows so many of a type from one step, and drops the others without a word.
_MOST = 10
_TYPES = (Severity.ERROR, Severity.WARNING)


def render(run: Run) -> str:
    """The first ten errors and warnings as commands, how many more there are, and the summary."""
    lines = [line for severity in _TYPES for line in _annotations(run, severity)]
    if run.incomplete:
        lines.append(f"::error title=incomplete::{_data(printable(run.incomplete))}")
    return "\n".join([*lines, *figure_lines(run), ""])


def _annotations(run: Run, severity: Severity) -> Iterator[str]:
    found = [finding for finding in run.listed if finding.severity is severity]
    # With more than ten the last one counts the rest.
    shown = found if len(found) <= _MOST else found[: _MOST - 1]
    yield from map(_annotation, shown)
    if len(found) > len(shown):
        more = f"{len(found) - len(shown)} more {severity.value}s are in the summary of this step"
        yield f"::{severity.value} title=factspec::{more}"


def _annotation(finding: Finding) -> str:
    properties = {
        "file": printable_path(finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        "endLine": str(finding.end_line),
        "endColumn": str(finding.end_column),
        "title": printable(finding.rule),
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    _, *below = block(finding)
    return f"::{finding.severity.value} {named}::{_data(chr(10).join([printable(finding.message, 600), *below]))}"


def _data(text: str) -> str:
    """Text as the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
