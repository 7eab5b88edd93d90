"""`pytest --factspec-changed-since REV`: the specs for which something changed, and the exit code if none did."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from factspec.projects.changed_specs import changed_specs
from factspec.projects.git import GitError, working_tree
from factspec.projects.paths import exists, find_root, real_path
from factspec.projects.projects import Projects
from factspec.projects.verdict import Since
from factspec.reports.summary import since_line

_COUNTS = "factspec_changed"


class ChangedSpecs:
    """A plugin of a run that judges only what changed; it counts what was judged and what was not.

    Under xdist each worker collects all specs, and the controller takes the counts of one of them.
    """

    def __init__(self, config: pytest.Config) -> None:
        """Ask git; raises `pytest.UsageError` if it does not know the revision, or there is no git."""
        self._revision = str(config.getoption("factspec_changed_since"))
        named = [argument.partition("::") for argument in config.args]
        places = [config.invocation_params.dir / name for name, _, _ in named]
        # A claim that is named is judged, whatever changed.
        self._asked_for = {real_path(place) for place, (_, colons, _) in zip(places, named, strict=True) if colons}
        root = find_root(next(filter(exists, places), config.rootpath))
        try:
            self._tree = working_tree(root, self._revision)
        except GitError as error:
            raise pytest.UsageError(f"--factspec-changed-since: {error}") from error
        # The specs by whether something changed, and how many items were not selected for another reason.
        self._specs: dict[Path, bool] = {}
        self._counts = (0, 0, 0)
        self._deselected = 0

    def is_judged(self, spec: Path, projects: Projects) -> bool:
        """Whether a spec is to be judged."""
        if spec not in self._specs:
            is_named = real_path(spec) in self._asked_for
            self._specs[spec] = is_named or bool(changed_specs([spec], projects, self._tree))
        return self._specs[spec]

    @property
    def since(self) -> Since:
        """What was left out, known at the end of the run."""
        return Since(self._revision, self._counts[1])

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        """Count the items that the caller leaves out."""
        self._deselected += len(items)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Let a run pass in which there was nothing to judge because nothing changed."""
        sent = getattr(session.config, "workeroutput", None)
        if self._specs:
            judged = sum(self._specs.values())
            self._counts = (judged, len(self._specs) - judged, self._deselected)
        _, unchanged, deselected = self._counts
        if sent is not None:
            sent[_COUNTS] = self._counts
        elif exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and unchanged and not deselected:
            session.exitstatus = pytest.ExitCode.OK

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take the counts of a worker of xdist; all have the same."""
        self._counts = getattr(node, "workeroutput", {}).get(_COUNTS) or self._counts

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say how much was judged."""
        for line in since_line(self.since, self._counts[0]):
            terminalreporter.write_line(f"factspec: {line}")
