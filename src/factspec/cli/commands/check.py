"""`factspec check [PATH…]`: compare articles with their specs and print the findings."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from factspec.cli.progress import progress
from factspec.language.printing import printable
from factspec.projects.checking import Call, CallError, judge_call, processors, project_folder
from factspec.projects.uncollected import uncollected
from factspec.projects.verdict import Run
from factspec.projects.verdict_cache import nowhere
from factspec.reports.outputs import Output, OutputError, needs_pages, outputs_of, refuse_unusable, write_reports
from factspec.reports.summary import FORMS

HELP = "compare articles with their specs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The specs or folders to check, the forms of the report, and its files."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="specs, or folders that contain them; default: specs/")
    parser.add_argument("--format", choices=tuple(FORMS), default="", help="form of the report; default: text")
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write a report to a file, whose suffix says its form; may be given again; - is the standard output",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print a line for each finding, and nothing else")
    parser.add_argument(
        "--jobs",
        type=_count,
        default=processors(),
        metavar="N",
        help="processes that judge many specs at once; default: one for each processor",
    )
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="check only the specs for which something changed since a git revision: the spec, its lock, an article, "
        "a stored source or the policy",
    )
    parser.add_argument("--no-cache", action="store_true", help="judge every spec anew, and save no verdict")
    parser.add_argument("--watch", action="store_true", help="check again what changes, until Ctrl-C")
    parser.add_argument("--coverage", action="store_true", help="list the sentences that no claim covers")


def run(arguments: argparse.Namespace) -> int:
    """Print the report to standard output; mistakes of the call go to standard error with exit code 2."""
    folder_of = nowhere if arguments.no_cache else project_folder
    paths = [Path(path) for path in arguments.paths]
    call = Call(paths, Path.cwd(), arguments.jobs, folder_of, arguments.changed_since)
    try:
        return _watch(call, arguments) if arguments.watch else _check(call, arguments)
    except (CallError, OutputError) as error:
        return _refused(error.mistakes)


@uncollected()
def _check(call: Call, arguments: argparse.Namespace) -> int:
    outputs = _outputs(arguments)
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    call = call._replace(progress=progress("specs"), pages=needs_pages(outputs))
    result = judge_call(call, today)
    result = result._replace(list_uncovered=arguments.coverage)
    wrong = tuple(write_reports(outputs, result))  # first, because the reader of a pipe may go
    print(_printed(outputs, result, quiet=arguments.quiet), end="")
    return _refused(wrong) if wrong else result.exit_code


def _watch(call: Call, arguments: argparse.Namespace) -> int:
    """Print the report and what changes in it; raises `CallError` for an option that needs a run with an end."""
    refused = {
        f"--format {arguments.format}": arguments.format not in ("", "text"),
        "--output": arguments.output,
        "--quiet": arguments.quiet,
        "--changed-since": arguments.changed_since,
    }
    if mistakes := [
        f"`--watch` prints what changes, as text: leave out `{one}`" for one, is_given in refused.items() if is_given
    ]:
        raise CallError(mistakes)
    from factspec.cli.watching import watch  # only watching needs to know what a verdict rests on

    return watch(call, list_uncovered=arguments.coverage)


def _refused(mistakes: Iterable[str]) -> int:
    print("\n".join(f"factspec check: {printable(line, 1000)}" for line in mistakes), file=sys.stderr)
    return 2


def _outputs(arguments: argparse.Namespace) -> tuple[Output, ...]:
    """The reports that are asked for, with that on the standard output; raises `OutputError`."""
    outputs = outputs_of(arguments.output, Path.cwd(), arguments.format)
    if any(one.file is None for one in outputs):
        printed: tuple[Output, ...] = ()
    else:
        printed = (Output("text" if outputs else arguments.format or "text"),)
    outputs = (*printed, *outputs)
    form = next(one.form for one in outputs if one.file is None)
    if arguments.quiet and form != "text":
        raise OutputError([f"--quiet prints lines of text, but {form} goes to the standard output: take one away"])
    refuse_unusable(outputs)
    return outputs


def _printed(outputs: Iterable[Output], result: Run, *, quiet: bool) -> str:
    """The report on the standard output."""
    if quiet:
        from factspec.reports.forms.text import brief

        return brief(result)
    return next(FORMS[one.form].show(result) for one in outputs if one.file is None)


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{printable(text)} is not a number of processes: write 1 or more")
    return int(text)
