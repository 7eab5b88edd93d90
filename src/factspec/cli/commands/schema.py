"""`factspec schema`: the JSON schema of a spec, for editors, or that of the JSON report."""

import sys
from argparse import ArgumentParser, Namespace

from factspec.reports.summary import REPORT_SCHEMA
from factspec.specs.names import vocabulary
from factspec.specs.schema import schema_text

HELP = "print the JSON schema of a spec, for editors, or of the JSON report"


def add_arguments(parser: ArgumentParser) -> None:
    """Which schema it is."""
    parser.add_argument("--report", action="store_true", help="that of the JSON report instead")


def run(arguments: Namespace) -> int:
    """Print the schema, that of a spec with the names that the installed modules make known; the exit code is 0."""
    sys.stdout.write(REPORT_SCHEMA.read_text(encoding="utf-8") if arguments.report else schema_text(vocabulary()))
    return 0
