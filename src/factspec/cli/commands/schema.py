"""`factspec schema`: the JSON schema of a spec, for editors."""

import sys
from argparse import ArgumentParser, Namespace

from factspec.rules.registry import meanings
from factspec.specs.editor_schema import schema_text
from factspec.specs.names import vocabulary

HELP = "print the JSON schema of a spec, for editors"


def add_arguments(parser: ArgumentParser) -> None:
    """The command takes no arguments."""


def run(arguments: Namespace) -> int:  # noqa: ARG001 -- the contract of a command
    """Print the schema with the names that the installed modules make known; the exit code is 0."""
    sys.stdout.write(schema_text(vocabulary(), meanings()))
    return 0
