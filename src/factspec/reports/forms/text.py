"""Findings as text: a line that editors and CI jump to; below it what was found, what was expected, and what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factspec.language.printing import excerpt, printable, printable_path
from factspec.projects.verdict import Run
from factspec.reports.summary import coverage_table, errors_line, summary_lines, total
from factspec.rules.finding import Finding, Severity

_INDENT = " " * 12
_MESSAGE_LIMIT = 600


def render(run: Run) -> str:
    """The findings of a run in order, and a summary."""
    blocks = ["\n".join(block(finding)) for finding in run.listed]
    off = {code for report in run.reports for code in report.rules_off}
    severities = Counter(finding.severity for finding in run.listed)
    not_read = [one for report in run.reports for one in report.article.not_read]
    table = coverage_table([(report.spec, report.article) for report in run.reports])
    summary = summary_lines(total(run.reports)._replace(cached=run.cached), off, not_read, severities[Severity.WARNING])
    return "\n".join(
        [*blocks, *([""] if blocks else []), *summary, *table, *errors_line(severities[Severity.ERROR]), ""]
    )


def block(finding: Finding) -> Iterator[str]:
    """The lines of one finding, without line ends."""
    yield headline(finding)
    marked = [one for one in finding.differences if one.kind != "citation"]
    # What was added has no approved text to underline, but a place that a long text is shown around.
    around = marked[0].approved_start if marked else 0
    approved = [(one.approved_start, one.approved_end) for one in marked if one.approved_end > one.approved_start]
    yield from _quoted("expected", finding.expected, approved, around)
    found = [(one.start, one.end) for one in marked]
    yield from _quoted("found", finding.found, found, found[0][0] if found else 0)
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


def _quoted(label: str, text: str, marks: Sequence[tuple[int, int]], around: int) -> Iterator[str]:
    if not text:
        return
    line, carets = excerpt(text, marks, around=around)
    yield f"  {label:<10}{line}"
    if carets:
        yield _INDENT + carets
