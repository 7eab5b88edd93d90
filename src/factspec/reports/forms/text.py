"""Findings as text: a line that editors and CI jump to; below it what was found, what was expected, and what to do."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from factspec.language.printing import excerpt, printable, printable_path
from factspec.projects.verdict import Run
from factspec.reports.summary import figure_lines, incomplete_line
from factspec.rules.finding import Finding, Severity
from factspec.specs.policy import FILE

_INDENT = " " * 12
_MESSAGE_LIMIT = 600
# So many claims that nobody has approved yet are shown of a spec.
_FEW = 3
# In a narrower terminal lines are wrapped.
_NARROWEST = 30

SUFFIXES = (".txt",)


def render(run: Run) -> str:
    """The findings of a run in order, and a summary."""
    return _text(run, None, str)


def show(run: Run) -> str:
    """The same as wide as the terminal and in colour, if the output is one."""
    return _text(run, *_terminal())


def brief(run: Run) -> str:
    """Each finding on a line, and nothing more; of an incomplete run a last line that says so."""
    lines = [*map(headline, run.listed), *incomplete_line(run)]
    return "".join(f"{line}\n" for line in lines)


def _text(run: Run, width: int | None, paint: Callable[[str], str]) -> str:
    blocks = list(_blocks(run.listed, width, paint))
    return "\n".join([*blocks, *([""] if blocks else []), *figure_lines(run), ""])


def findings_text(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the lines of each finding, as wide as the terminal and in colour, if the output is one."""
    yield from _blocks(findings, *_terminal())


def _blocks(findings: Iterable[Finding], width: int | None, paint: Callable[[str], str]) -> Iterator[str]:
    return folded([(fold_of(one), "\n".join(map(paint, block(one, width)))) for one in findings])


def fold_of(finding: Finding) -> str:
    """The spec of a claim that waits for its first approval, as a draft has many of them; otherwise empty."""
    is_waiting = finding.rule == "claim-unapproved" and finding.severity is Severity.WARNING
    return printable_path(finding.spec) if is_waiting else ""


def folded(blocks: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the texts of findings, each given after its `fold_of`: of those of one spec a few, and how many more."""
    counts = Counter(spec for spec, _ in blocks if spec)
    shown: Counter[str] = Counter()
    for spec, text in blocks:
        shown[spec] += bool(spec)
        if not spec or counts[spec] <= _FEW + 1 or shown[spec] <= _FEW:
            yield text
        elif shown[spec] == _FEW + 1:
            yield f"{spec}: … and {counts[spec] - _FEW} more claims are not approved: factspec review {spec}"


def _terminal() -> tuple[int | None, Callable[[str], str]]:
    """The columns of the terminal, None without one, and what paints a line."""
    return _columns() if _is_terminal() else None, _painted if _has_colour() else str


def _columns() -> int:
    from shutil import get_terminal_size  # only a terminal has a width

    return get_terminal_size().columns


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
        label = "policy" if finding.spec == FILE else "spec"
        yield f"  {label:<10}{printable_path(finding.spec)}:{finding.spec_line}"
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
