"""The number of findings, as a report."""

from factspec.projects.verdict import Run

SUFFIXES = (".count",)


def render(run: Run) -> str:
    """One line."""
    return f"{len(run.findings)} findings\n"
