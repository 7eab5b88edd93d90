"""The pytest plugin: every `*.factspec.yaml` is a file of items, one for each claim and each family of rules.

This module is imported at every start of pytest, so it imports pytest and the standard library alone; what collects
and judges is loaded when the first spec comes up.
"""

import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

_SUFFIX = ".factspec.yaml"
_COLLECTING = "factspec.pytest_items.items"
_LIMIT = 2_000_000


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("factspec")
    group.addoption("--factspec-no-cache", action="store_true", help="judge every spec anew, and save no verdict")
    group.addoption(
        "--factspec-changed-since",
        metavar="REV",
        help="judge only the specs for which something changed since a git revision",
    )
    group.addoption(
        "--factspec-report",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write a report to a file, whose suffix says its form; may be given again",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Look at the files of reports, and ask git what changed, before anything runs; a worker of xdist writes none."""
    if config.getoption("factspec_changed_since") is not None:
        from factspec.pytest_items.changed import ChangedSpecs

        config.pluginmanager.register(ChangedSpecs(config), "factspec_changed")
    if config.getoption("factspec_report") and not hasattr(config, "workerinput"):
        from factspec.pytest_items.reporting import Reporting

        config.pluginmanager.register(Reporting(config), "factspec-reporting")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a spec; a hidden one only if it is named."""
    name = file_path.name
    if not name.endswith(_SUFFIX) or (name.startswith(".") and not parent.session.isinitpath(file_path)):
        return None
    from factspec.pytest_items.items import spec_file

    return spec_file(parent, file_path)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Enter no folder of specs that is a link out of the project or in a circle; a failing item reports it."""
    if not (os.path.islink(collection_path) and os.path.isdir(collection_path)):  # noqa: PTH112, PTH114 -- asked of each path
        return None
    from factspec.pytest_items.project_items import is_passed_by

    return True if is_passed_by(collection_path, config) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add a failing item for each article that a policy names and no spec covers, and for each spec passed by."""
    folders = _project_folders(session.config)
    if folders or _COLLECTING in sys.modules:
        from factspec.pytest_items.project_items import project_items

        items.extend(project_items(session, folders))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Send what an item judged along with its report, so that the summary has it under xdist too."""
    report = yield
    judged = getattr(item, "factspec_judged", None)
    if judged is not None and report.when == "call":
        vars(report)["factspec"] = judged
    if report.when == "call" and hasattr(item, "factspec_part") and item.config.getoption("factspec_report"):
        vars(report)["factspec_part"] = item.factspec_part()
    return report


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count what is left out of the run, for reports."""
    if items and _COLLECTING in sys.modules:
        from factspec.pytest_items.parts import leave_out

        leave_out(items)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print warnings and the figures of what was judged, if a spec was."""
    reports = [one for reports in terminalreporter.stats.values() for one in reports]
    judged = {
        (one.nodeid, one.factspec["of"].get("article")): one.factspec for one in reports if hasattr(one, "factspec")
    }
    if any(one["of"] for one in judged.values()):
        terminalreporter.write_sep("=", "factspec")
        from factspec.pytest_items.summary import summary_of

        for line in summary_of(judged, verbose=terminalreporter.verbosity > 0):
            terminalreporter.write_line(line)


def _project_folders(config: pytest.Config) -> tuple[Path, ...]:
    """The nearest folders with a policy at or above pytest's root and the paths that it was given, each once.

    Without a policy a folder that contains specs is a project too, even if pytest enters none of its folders.
    """
    named = (argument.partition("::")[0] for argument in config.args)
    given = (Path(os.path.normpath(config.invocation_params.dir / name)) for name in named)
    known: dict[Path, bool] = {}
    holding: dict[Path, bool] = {}
    found: dict[Path, None] = {}
    for start in (config.rootpath, *given):
        above = (start, *start.parents)
        known.update((one, _has_policy(one / "pyproject.toml")) for one in above if one not in known)
        nearest = next((one for one in above if known[one]), None)
        if nearest is None:
            holding.update((one, _holds_specs(one / "specs")) for one in above[:2] if one not in holding)
        found.update(dict.fromkeys([nearest] if nearest else (one for one in above[:2] if holding[one])))
    return tuple(found)


def _holds_specs(folder: Path) -> bool:
    """Whether there is a spec below a folder, even with a misspelt suffix."""
    return any("factspec.y" in name.lower() for _, _, names in os.walk(folder) for name in names)


def _has_policy(file: Path) -> bool:
    """Whether a file may contain the policy's table; `specs.policy_name` has the same check, and parsing decides.

    Only a regular file is opened.
    """
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            data = stream.read(_LIMIT)
    except (OSError, ValueError):
        return False
    return b"\\u" in data or b"\\U" in data or b"factspec" in data.lower().translate(None, b"-_ \0")
