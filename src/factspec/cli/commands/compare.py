"""`factspec compare TEXT TEXT`: what differs between an approved wording and a found one."""

import argparse
import json
import sys

from factspec.claims.anchored import Comparison, Outcome
from factspec.claims.comparison.compare import compare
from factspec.facts.difference import Difference
from factspec.language.printing import printable

HELP = "compare an approved wording with a found one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two wordings and the form of the answer."""
    parser.add_argument("approved", metavar="APPROVED", help="the approved wording")
    parser.add_argument("found", metavar="FOUND", help="the wording to compare with it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison; the exit code is 0 if the wordings are the same, otherwise 1."""
    comparison = compare(arguments.approved, arguments.found)
    render = _json if arguments.format == "json" else _text
    sys.stdout.write(render(comparison) + "\n")
    return 0 if comparison.outcome is Outcome.SAME else 1


def _json(comparison: Comparison) -> str:
    differences = [
        {
            "kind": difference.kind,
            "approved": difference.approved,
            "found": difference.found,
            "start": difference.start,
            "end": difference.end,
        }
        for difference in comparison.differences
    ]
    return json.dumps({"outcome": comparison.outcome.value, "differences": differences}, indent=2)


def _text(comparison: Comparison) -> str:
    lines = [_line(difference) for difference in comparison.differences]
    return "\n".join([comparison.outcome.value, *lines])


def _line(difference: Difference) -> str:
    kind, approved, found = difference.kind, printable(difference.approved), printable(difference.found)
    if not approved:
        return f"  {kind} added: {found}"
    if not found:
        return f"  {kind} dropped: {approved}"
    return f"  {kind} {approved} → {found}"
