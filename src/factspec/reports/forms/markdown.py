"""Findings as Markdown, for the summary of a CI run: figures, then each article's findings as text."""

import re
from collections.abc import Iterator

from factspec.language.printing import printable
from factspec.projects.verdict import Run
from factspec.reports.forms.text import block
from factspec.reports.summary import figure_lines
from factspec.rules.finding import Severity

SUFFIXES = (".md", ".markdown")

# GitHub takes a mebibyte for the summary of a step; a character may have four bytes.
_MOST_BYTES = 900_000


def render(run: Run) -> str:
    """A headline, the findings in a block that no Markdown is read in, as many as fit, and the figures."""
    counts = [(severity, sum(one.severity is severity for one in run.listed)) for severity in Severity]
    said = ", ".join(f"{count} {severity.value}{'' if count == 1 else 's'}" for severity, count in counts if count)
    parts = [f"## factspec: {said or 'no findings'}", *_incomplete(run), *_findings(run)]
    return "\n\n".join([*parts, _fenced("\n".join(figure_lines(run)))]) + "\n"


def _incomplete(run: Run) -> Iterator[str]:
    if run.incomplete:
        yield _fenced(f"incomplete: {printable(run.incomplete)}")


def _findings(run: Run) -> Iterator[str]:
    blocks, size = [], 0
    for finding in run.listed:
        shown = "\n".join(block(finding))
        size += len(shown.encode("utf-8", "replace")) + 1
        if size > _MOST_BYTES:
            break
        blocks.append(shown)
    if blocks:
        yield _fenced("\n".join(blocks))
    if len(blocks) < len(run.listed):
        yield f"… and {len(run.listed) - len(blocks)} more"


def _fenced(text: str) -> str:
    """Text as a block of code; its fence is longer than any row of backticks in it."""
    fence = "`" * max(3, *(len(row) + 1 for row in re.findall("`+", text)), 3)
    return f"{fence}text\n{text}\n{fence}"
