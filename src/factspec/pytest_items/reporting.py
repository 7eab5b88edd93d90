"""Reports of a run of pytest: what each item judged is put together again, and written at the end."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factspec.language.printing import printable
from factspec.projects.checking import policies_of, with_pages
from factspec.projects.verdict import Run
from factspec.pytest_items.parts import RunPart, read, run_of, unjudged
from factspec.reports.outputs import OutputError, needs_pages, outputs_of, refuse_unusable, write_reports

_LIMIT = 1000
_ENDINGS: dict[int, str] = {
    pytest.ExitCode.INTERRUPTED: "pytest was interrupted",
    pytest.ExitCode.INTERNAL_ERROR: "pytest had an internal error",
    pytest.ExitCode.USAGE_ERROR: "pytest was called with a mistake",
    pytest.ExitCode.NO_TESTS_COLLECTED: "no spec was judged",
}


class Reporting:
    """A plugin that keeps the parts of a run and writes its reports."""

    def __init__(self, config: pytest.Config) -> None:
        """Look at the files; raises `pytest.UsageError` if one of them cannot be written."""
        try:
            self._outputs = outputs_of(config.getoption("factspec_report"), Path(config.invocation_params.dir))
            refuse_unusable(self._outputs)
        except OutputError as error:
            raise pytest.UsageError(
                *(f"--factspec-report: {printable(one, _LIMIT)}" for one in error.mistakes)
            ) from error
        self._parts: list[RunPart] = []
        self._ran: set[str] = set()
        self._judged: set[str] = set()
        self._stopped = ""
        self._failed: tuple[str, ...] = ()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the part that came with the report of an item."""
        place = report.nodeid.partition("::")[0]
        if place.endswith(".factspec.yaml"):
            self._ran.add(place)
        data = vars(report).pop("factspec_part", "")
        if data:
            self._parts.append(read(data))
            self._judged.add(place)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Note that somebody stopped the run."""
        self._stopped = str(excinfo.value) or "interrupted"

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Write the reports; if one cannot be written, the exit code is 2."""
        run = run_of(self._parts, self._incomplete(session, exitstatus))
        changed = session.config.pluginmanager.get_plugin("factspec_changed")
        if changed:
            run = run._replace(since=changed.since)
        run = run._replace(policies=policies_of({Path(part.file) for part in self._parts if part.judged}))
        self._failed = tuple(f"factspec: {printable(line, _LIMIT)}\n" for line in self._written(run))
        if self._failed:
            session.exitstatus = pytest.ExitCode.INTERRUPTED
        if not session.config.pluginmanager.has_plugin("terminalreporter"):
            sys.stderr.writelines(self._failed)

    def _written(self, run: Run) -> Iterator[str]:
        """Write the reports, and yield a line for each that could not be written.

        Articles are too large to travel with the reports of items, so for a form that shows them they are read again.
        """
        try:
            if needs_pages(self._outputs):
                specs = sorted({part.file for part in self._parts if part.judged})
                run = with_pages(run, list(map(Path, specs)), date.today())  # noqa: DTZ011 -- the reader's own day
        except OSError as error:
            yield f"the reports were not written: {error}"
            return
        yield from write_reports(self._outputs, run)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print what was not written."""
        for line in self._failed:
            terminalreporter.write(line, red=True)

    def _incomplete(self, session: pytest.Session, exitstatus: int) -> str:
        """Why not everything was judged; empty if it was."""
        stopped = self._stopped or session.shouldfail or session.shouldstop
        if stopped:
            return f"pytest ended early: {stopped}"
        if exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return _ENDINGS.get(exitstatus, f"pytest ended with code {exitstatus:d}")
        if not self._parts:
            return "no spec was judged"
        return self._left_out(session.config)

    def _left_out(self, config: pytest.Config) -> str:
        deselected = max(part.deselected for part in self._parts)
        if deselected:
            return f"{deselected} {'item was' if deselected == 1 else 'items were'} deselected"
        if config.getoption("lf", default=False):
            return "with --last-failed pytest leaves out specs that passed"
        skipped = sorted(self._ran - self._judged)
        if skipped:
            return f"no item of {', '.join(skipped)} was judged"
        partly = sorted(unjudged(self._parts))
        return f"not every article of {', '.join(partly)} was judged" if partly else ""
