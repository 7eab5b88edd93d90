"""The command line: `factspec COMMAND …`, each command is a module of `factspec.cli.commands`."""

import argparse
import gc
import os
import sys
from abc import abstractmethod
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, NoReturn, Protocol

from factspec import registry
from factspec.language.printing import printable
from factspec.registry import EntryError, Registry

# What a command is: the contract that each module of `factspec.cli.commands` keeps, and their registry.


class Command(Protocol):
    """One command of the command line, `factspec NAME …`. It must have `HELP`, `add_arguments` and `run`."""

    HELP: str
    """What it does, for `factspec --help`: a few words without a stop."""

    @abstractmethod
    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Declare its arguments."""

    @abstractmethod
    def run(self, arguments: Namespace, /) -> int:
        """Carry it out and return the exit code: 0 well, 1 an error among findings, 2 the call or a spec is wrong."""


COMMANDS: Registry[Command] = Registry(registry.COMMANDS, Command)
"""The commands by name."""


_LIMIT = 1000
# The exit code that a shell has for an interrupted command.
_INTERRUPTED = 130
# Commands that are of use without their output, because their exit code is the result.
_JUDGING = frozenset({"check"})
_OPTIONS = ("--help", "-h", "--version")
# So many objects may come to be before the interpreter searches for cycles; loading and checking one spec makes half.
_MANY_OBJECTS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 an error among findings, 2 the call or a spec is wrong."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _escape_unencodable()
    try:
        try:
            return _run(words)
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has gone: `factspec check | head`
        _drop_output()
        return 1
    except EntryError as error:
        message = str(error)
    except MemoryError:
        message = "out of memory, and not everything was checked"
    except OSError as error:
        _drop_output()
        message = str(error)
    with suppress(AttributeError, OSError):  # closed, or full too
        sys.stderr.write(f"factspec: {printable(message, _LIMIT)}\n")
    return 2


def _run(words: Sequence[str]) -> int:
    parser = _parser(words)
    if words and words[0] not in COMMANDS and words[0] not in _OPTIONS:
        _refuse(parser, words[0])
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete  # only a shell that completes a line asks for it

        argcomplete.autocomplete(parser)
    parsed, unknown = parser.parse_known_args(words)
    if unknown:
        what = f"unrecognized arguments: {' '.join(unknown)}"
        parser.error(f"{what}; `factspec {parsed.command} --help` lists what it takes")
    if parsed.command not in _JUDGING:
        _require_output()
    try:
        code: int = parsed.run(parsed)
    except KeyboardInterrupt:
        parser.exit(_INTERRUPTED, "factspec: interrupted, and not everything was checked\n")
    return code


def _refuse(parser: argparse.ArgumentParser, word: str) -> None:
    """Refuse a misspelled command or option; what resembles none is left to the parser."""
    from factspec.specs.names import nearest  # only a mistake is compared with the names that there are

    is_option = word.startswith("-")
    if meant := nearest(word, _OPTIONS if is_option else COMMANDS):
        what = "an option" if is_option else "a command"
        parser.error(f"'{word}' is not {what}: did you mean `factspec {meant}`?")


def _require_output() -> None:
    """Raise `OSError` if the caller has closed the standard output."""
    if sys.stdout is None:
        raise OSError("standard output is closed")


def start() -> NoReturn:
    """Run one command as a program, and end with its exit code.

    All is written when a command returns, and what is in memory is left to the system: the interpreter would take
    it apart object by object, for a tenth of the time. To measure a command in its process, call `main`.
    """
    gc.set_threshold(_MANY_OBJECTS)
    code = main()
    with suppress(AttributeError, OSError):  # closed, or full
        sys.stderr.flush()
    os._exit(code)


def _escape_unencodable() -> None:
    """Write characters that are missing from an output's encoding as escapes instead of raising an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Discard what is still to be written. The interpreter would try again at its end, and fail."""
    with suppress(AttributeError, OSError):  # no output, or one without a descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse would load shutil at every start to ask for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_terminal_width() - 2)


def _terminal_width() -> int:
    """The columns of the terminal: those of the environment, otherwise of the device, otherwise 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    return 80


class _Parser(argparse.ArgumentParser):
    """A parser whose errors, which quote the call, are safe to print."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, **options)

    def error(self, message: str) -> NoReturn:
        super().error(printable(message, _LIMIT))

    def print_help(self, file: Any = None) -> None:
        """Print the help; argparse would ignore that it cannot be written."""
        print(self.format_help(), end="", file=file or sys.stdout or sys.stderr)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser. Only the command that is named is imported; for help or a wrong name all are."""
    parser = _Parser(
        prog="factspec", description="Compare articles with the claims that a checker approved.", allow_abbrev=False
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    named = words[:1] if words and words[0] in COMMANDS else COMMANDS
    for name in named:
        command = COMMANDS[name]
        of_command = commands.add_parser(name, help=command.HELP, description=command.HELP, allow_abbrev=False)
        command.add_arguments(of_command)
        of_command.set_defaults(run=command.run, command=name)
    return parser


class _Version(argparse.Action):
    """Print the version; looked up only when asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        _require_output()
        sys.stdout.write(f"factspec {version('factspec')}\n")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
