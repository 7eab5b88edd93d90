"""`factspec check [PATH…]`: hold articles against their specs and print the findings."""

import argparse
import sys
from datetime import date
from pathlib import Path

from factspec import registry
from factspec.judging import CallError, judge_all
from factspec.text.printable import printable

HELP = "hold articles against their specs"
_REPORTS = "factspec.reports"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The specs or folders to check, and the form of the report."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="specs, or folders that hold them; default: specs/")
    parser.add_argument("--format", choices=registry.names(_REPORTS), default="text", help="form of the report")
    parser.add_argument("--coverage", action="store_true", help="list the sentences that no claim covers")


def run(arguments: argparse.Namespace) -> int:
    """Print the report to standard output; mistakes of the call go to standard error with exit code 2."""
    try:
        result = judge_all([Path(path) for path in arguments.paths], Path.cwd(), today=date.today())  # noqa: DTZ011 -- the reader's own day
    except CallError as error:
        print("\n".join(f"factspec check: {printable(line, 1000)}" for line in error.mistakes), file=sys.stderr)
        return 2
    result = result._replace(list_uncovered=arguments.coverage)
    print(registry.load(_REPORTS, arguments.format).render(result), end="")
    return result.exit_code
