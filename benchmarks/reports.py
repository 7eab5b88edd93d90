"""What each form of report adds to a run of 200 articles with 20 claims each, of which one in ten was changed.

Judging and writing are measured in turn in one process, A B A B, so that a machine whose speed drifts drifts for both;
the shares are those of the medians of processor time. A check with an HTML report, and pytest, are
measured as whole processes.
"""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.processes import PYTEST, Command, ratio, show
from benchmarks.projects import make_project
from factspec.projects.checking import judge_all
from factspec.projects.verdict import Run
from factspec.reports.outputs import Output, write_reports
from factspec.reports.summary import FORMS

_ARTICLES = 200
_RUNS = 5
_CHECK = ("-m", "factspec", "check", "--no-cache", "--jobs", "1", "-q", "specs")


def main() -> None:
    """Print the share of each form beside its bound."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "project")
        make_project(root, _ARTICLES)
        make_project(Path(name, "clean"), _ARTICLES)
        _change(root)
        judged = _timed(lambda: judge_all([], root, today=date(2026, 6, 1)))
        rounds = [_round(root, Path(name)) for _ in range(_RUNS)]
        judging = median(one.pop("") for one in rounds)
        for form in FORMS:
            taken = median(one[form] for one in rounds)
            size = (Path(name) / form).stat().st_size
            what = f"report of {_ARTICLES} articles as {form}, {size / 1e6:.1f} MB"
            print(f"{what:<52}{taken / judging:7.1%} of {judging:.2f} s   (bound 25 %)")
        print(f"first run, which loads the modules: {judged:.2f} s")
        report = (*PYTEST, "--factspec-report", str(Path(name, "report.json")))
        clean = Path(name, "clean")
        page = (*_CHECK, "--output", str(Path(name, "report.html")))
        show("check with HTML / without", "1.25 x", Command(page, clean), Command(_CHECK, clean), ratio, 5)
        show("pytest with a report / without", "1.25 x", Command(report, clean), Command(PYTEST, clean), ratio, 5)


def _change(root: Path) -> None:
    """Change two sentences of each article."""
    for file in (root / "articles").iterdir():
        text = file.read_text(encoding="utf-8")
        changed = text.replace(" 103 ", " 903 ").replace("under file 104", "under file 904")
        file.write_text(changed, encoding="utf-8")


def _round(root: Path, folder: Path) -> dict[str, float]:
    """The seconds that judging takes, by an empty name, and those of each form."""
    runs: list[Run] = []
    taken = {"": _timed(lambda: runs.append(judge_all([], root, today=date(2026, 6, 1))))}
    for form in FORMS:
        outputs = [Output(form, folder / form)]
        taken[form] = _timed(lambda outputs=outputs: list(write_reports(outputs, runs[0])))  # type: ignore[misc]
    return taken


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
