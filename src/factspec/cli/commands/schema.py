"""`factspec schema`: the JSON schema of a spec, for editors, or that of the JSON report."""

import sys
from argparse import ArgumentParser, Namespace

from factspec.reports.summary import REPORT_SCHEMA
from factspec.rules.registry import meanings
from factspec.specs.editor_schema import schema_text
from factspec.specs.names import vocabulary

HELP = "print the JSON schema of a spec, for editors, or of the JSON report"


def add_arguments(parser: ArgumentParser) -> None:
    """Which schema it is."""
    parser.add_argument("--report", action="store_true", help="that of the JSON report instead")


def run(arguments: Namespace) -> int:
    """Print the schema, that of a spec with the names that the installed modules make known; the exit code is 0."""
    of_report = arguments.report
    sys.stdout.write(REPORT_SCHEMA.read_text(encoding="utf-8") if of_report else schema_text(vocabulary(), meanings()))
    return 0
