"""Findings as text: a line that editors and CI jump to; below it what was found, what was expected, and what to do."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factspec.language.printing import excerpt, printable, printable_path
from factspec.projects.verdict import Run
from factspec.reports.summary import coverage_table, errors_line, summary_lines, total
from factspec.rules.finding import Finding, Severity

_INDENT = " " * 12
_MESSAGE_LIMIT = 600
# In a narrower terminal lines are wrapped.
_NARROWEST = 30


def render(run: Run) -> str:
    """The findings of a run in order, and a summary."""
    blocks = findings_text(run.listed)
    off = {code for report in run.reports for code in report.rules_off}
    severities = Counter(finding.severity for finding in run.listed)
    not_read = [one for report in run.reports for one in report.article.not_read]
    table = coverage_table([(report.spec, report.article) for report in run.reports], every=run.list_uncovered)
    summary = summary_lines(total(run.reports)._replace(cached=run.cached), off, not_read, severities[Severity.WARNING])
    return "\n".join(
        [*blocks, *([""] if blocks else []), *summary, *table, *errors_line(severities[Severity.ERROR]), ""]
    )


def findings_text(findings: Iterable[Finding]) -> list[str]:
    """The lines of each finding, as wide and in the colours that the standard output takes."""
    width = shutil.get_terminal_size().columns if _is_terminal() else None
    paint = _painted if _has_colour() else str
    return ["\n".join(map(paint, block(finding, width))) for finding in findings]


def _is_terminal() -> bool:
    return sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()


def _has_colour() -> bool:
    """Whether to colour the output: as `NO_COLOR` and `FORCE_COLOR` say, otherwise if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (_is_terminal() and os.environ.get("TERM") != "dumb")


def _painted(line: str) -> str:
    """A line of a finding in colour: its headline bold, carets red."""
    if not line.startswith(" "):
        return f"\x1b[1m{line}\x1b[0m"
    return line if line.strip(" ^") else f"\x1b[31m{line}\x1b[0m"


def block(finding: Finding, width: int | None = None) -> Iterator[str]:
    """The lines of one finding, without line ends; texts are cut to a width in columns, if there is one."""
    limit = max(width - len(_INDENT) - 2, _NARROWEST) if width else None
    yield headline(finding)
    marked = [one for one in finding.differences if one.kind != "citation"]
    # What was added has no approved text to underline, but a place that a long text is shown around.
    around = marked[0].approved_start if marked else 0
    approved = [(one.approved_start, one.approved_end) for one in marked if one.approved_end > one.approved_start]
    yield from _quoted(finding.label, finding.expected, approved, around, limit)
    found = [(one.start, one.end) for one in marked]
    yield from _quoted("found", finding.found, found, found[0][0] if found else 0, limit)
    if finding.cited:
        yield f"  cited     {printable(finding.cited)}"
    if finding.spec_line:
        yield f"  spec      {printable_path(finding.spec)}:{finding.spec_line}"
    if finding.note:
        yield f"  note      {printable(finding.note)}"
    if finding.advice:
        yield f"  next      {printable(finding.advice)}"


def headline(finding: Finding) -> str:
    """`path:line:column: message [rule]`, or `…: warning: message [rule]`, safe to print."""
    shown = printable_path(finding.path)
    level = "warning: " if finding.severity is Severity.WARNING else ""
    message = printable(finding.message, _MESSAGE_LIMIT)
    return f"{shown}:{finding.line}:{finding.column}: {level}{message} [{finding.rule}]"


def _quoted(label: str, text: str, marks: Sequence[tuple[int, int]], around: int, limit: int | None) -> Iterator[str]:
    if not text:
        return
    line, carets = excerpt(text, marks, limit, around=around) if limit else excerpt(text, marks, around=around)
    yield f"  {label:<10}{line}"
    if carets:
        yield _INDENT + carets
