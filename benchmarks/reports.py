"""What each form of report adds to a run of 200 articles with 20 claims each, of which one in ten was changed.

Judging and writing are measured in turn in one process, A B A B, so that a machine whose speed drifts drifts for both;
the shares are those of the medians of processor time. A check with each form beside one without, judged anew and from
the cache, and pytest, are measured as whole processes over articles as approved. The page for an editor is measured
only so, because a part of it is made while the articles are judged.
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
_CACHED = ("-m", "factspec", "check", "--jobs", "1", "-q", "specs")
_CHECK = (*_CACHED, "--no-cache")
_APART = [form for form in FORMS if not FORMS[form].PAGES]


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
        for form in _APART:
            taken = median(one[form] for one in rounds)
            size = (Path(name) / form).stat().st_size
            what = f"report of {_ARTICLES} articles as {form}, {size / 1e6:.1f} MB"
            print(f"{what:<52}{taken / judging:7.1%} of {judging:.2f} s   (bound 25 %)")
        print(f"first run, which loads the modules: {judged:.2f} s")
        report = (*PYTEST, "--factspec-report", str(Path(name, "report.json")))
        clean = Path(name, "clean")
        for check, what, forms in ((_CHECK, "", FORMS), (_CACHED, ", from the cache", _APART)):
            without = Command(check, clean)
            for form in forms:
                one = Command((*check, "--output", f"{form}={Path(name, form)}"), clean)
                bound = "none" if what else "1.25 x"
                show(f"check with {form} / without{what}", bound, one, without, ratio, 3 if form in _APART else 7)
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
    for form in _APART:
        outputs = [Output(form, folder / form)]
        taken[form] = _timed(lambda outputs=outputs: list(write_reports(outputs, runs[0])))  # type: ignore[misc]
    return taken


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
