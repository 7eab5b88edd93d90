"""`factspec check [PATH…]`: compare articles with their specs and print the findings."""

import argparse
import sys
from datetime import date
from pathlib import Path

from factspec.language.printing import printable
from factspec.projects.checking import Call, CallError, judge_all, processors, project_folder
from factspec.projects.verdict_cache import nowhere
from factspec.reports.summary import FORMS

HELP = "compare articles with their specs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The specs or folders to check, and the form of the report."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="specs, or folders that contain them; default: specs/")
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="form of the report")
    parser.add_argument(
        "--jobs",
        type=_count,
        default=processors(),
        metavar="N",
        help="processes that judge many specs at once; default: one for each processor",
    )
    parser.add_argument("--no-cache", action="store_true", help="judge every spec anew, and save no verdict")
    parser.add_argument("--watch", action="store_true", help="check again what changes, until Ctrl-C")
    parser.add_argument("--coverage", action="store_true", help="list the sentences that no claim covers")


def run(arguments: argparse.Namespace) -> int:
    """Print the report to standard output; mistakes of the call go to standard error with exit code 2."""
    folder_of = nowhere if arguments.no_cache else project_folder
    call = Call([Path(path) for path in arguments.paths], Path.cwd(), arguments.jobs, folder_of)
    try:
        return _watch(call, arguments) if arguments.watch else _check(call, arguments)
    except CallError as error:
        print("\n".join(f"factspec check: {printable(line, 1000)}" for line in error.mistakes), file=sys.stderr)
        return 2


def _check(call: Call, arguments: argparse.Namespace) -> int:
    form = FORMS[arguments.format]
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    result = judge_all(call.paths, call.start, today=today, jobs=call.jobs, folder_of=call.folder_of)
    result = result._replace(list_uncovered=arguments.coverage)
    print(form.render(result), end="")
    return result.exit_code


def _watch(call: Call, arguments: argparse.Namespace) -> int:
    if arguments.format != "text":
        raise CallError((f"`--watch` prints text alone: leave out `--format {arguments.format}`",))
    from factspec.cli.watching import watch  # only watching needs to know what a verdict rests on

    return watch(call, list_uncovered=arguments.coverage)


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{printable(text)} is not a number of processes: write 1 or more")
    return int(text)
