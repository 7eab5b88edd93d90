"""What a command is: the contract that each module of `factspec.cli.commands` keeps, and their registry."""

from abc import abstractmethod
from argparse import ArgumentParser, Namespace
from typing import Protocol

from factspec import registry
from factspec.registry import Registry


class Command(Protocol):
    """One command of the command line, `factspec NAME …`. It must have `HELP`, `add_arguments` and `run`."""

    HELP: str
    """What it does, for `factspec --help`: a few words without a stop."""

    @abstractmethod
    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Declare its arguments."""

    @abstractmethod
    def run(self, arguments: Namespace, /) -> int:
        """Carry it out and give the exit code: 0 well, 1 an error among findings, 2 the call or a spec is wrong."""


COMMANDS: Registry[Command] = Registry(registry.COMMANDS, Command)
"""The commands by name."""
