"""What the commands that approve share: the claims that they are called with, and in whose name they approve."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from factspec.language.printing import printable
from factspec.projects.approving import (
    Approver,
    Selected,
    Session,
    State,
    Unusable,
    selected,
    unknown_claims,
)
from factspec.projects.git import user
from factspec.projects.locks import NotWritten
from factspec.projects.projects import Projects


class Opened(NamedTuple):
    """A spec with the claims of it that were named."""

    session: Session
    state: State
    chosen: Selected


def add_targets(parser: argparse.ArgumentParser) -> None:
    """The specs and claims that a command is called with, and who approves."""
    parser.add_argument("targets", nargs="*", metavar="SPEC[::CLAIM]", help="specs, or claims of one; default: specs/")
    parser.add_argument("--by", metavar="NAME", default="", help="who approves; default: the user of git")


def session_of(arguments: argparse.Namespace, command: str) -> tuple[Opened, ...] | int:
    """Every spec that a command is called with, opened; after a mistake, which is printed, the exit code 2."""
    projects = Projects()
    chosen, mistakes = selected(arguments.targets, Path.cwd(), projects)
    by = " ".join(arguments.by.split()) or (user(Path.cwd()) if not mistakes else "")
    if not by and not mistakes:
        mistakes = ("git knows no user, so nobody can be named: say who approves with --by NAME",)
    if mistakes:
        return refused(command, *mistakes)
    session = Session(projects, Approver(by, date.today()))  # noqa: DTZ011 -- the reader's own day
    opened = [_opened(session, one) for one in chosen]
    if wrong := [line for one in opened if not isinstance(one, Opened) for line in one]:
        return refused(command, *wrong)
    return tuple(one for one in opened if isinstance(one, Opened))


def _opened(session: Session, chosen: Selected) -> Opened | list[str]:
    try:
        state = session.open(chosen.path)
    except Unusable as error:
        return list(mistakes_of(error))
    except NotWritten as error:
        return [f"{chosen.path}: {error}"]
    return list(unknown_claims(state, chosen)) or Opened(session, state, chosen)


def mistakes_of(error: Unusable) -> Iterator[str]:
    """Yield a line for each mistake that keeps a spec from being judged."""
    for one in error.findings:
        yield f"{one}: {one.advice}" if one.advice else str(one)


def refused(command: str, *mistakes: str) -> int:
    """Print mistakes of a call to standard error; the exit code."""
    sys.stderr.write("".join(f"factspec {command}: {printable(one, 1000)}\n" for one in mistakes))
    return 2
